/** crossfilter2 with dc: bars by month, rows of partners and of officials. Without its transitions, which alone take 750 ms. */
import crossfilter, { type Crossfilter } from "crossfilter2";
import { scaleTime, timeMonth, timeMonths } from "d3";
import * as dc from "dc";
import { daysOf } from "../floor/days.ts";
import { box, DAY, recordAt } from "./events.ts";
import "dc/dist/style/dc.css";

interface Fact {
  readonly month: Date;
  readonly partners: readonly string[];
  readonly people: readonly string[];
}

for (const id of ["timeline", "partners", "officials"]) box(id);
dc.config.defaultColors(["#4682b4"]);
let facts: Crossfilter<Fact> | null = null;
let partnerRows: dc.RowChart | null = null;

const rows = (id: string, by: unknown, group: unknown, most: number): dc.RowChart =>
  dc
    .rowChart(id)
    .width(600)
    .height(360)
    .dimension(by)
    .group(group)
    .cap(most)
    .othersGrouper(false)
    .transitionDuration(0)
    .elasticX(true);

window.probe.start({
  target: "#timeline svg",
  load: async (address) => {
    const { events } = await recordAt(address);
    facts = crossfilter(
      events.map((event) => ({
        month: timeMonth(new Date((daysOf(event.date)?.[0] ?? 0) * DAY)),
        partners: event.partners,
        people: event.participants.flatMap(({ person }) => (person === null ? [] : [person])),
      })),
    );
    const months = facts.dimension((fact) => fact.month);
    const partners = facts.dimension((fact) => fact.partners as string[], true);
    const people = facts.dimension((fact) => fact.people as string[], true);
    const dated = months.bottom(Number.POSITIVE_INFINITY).filter((fact) => fact.month.getFullYear() > 1971);
    const [first, last] = [dated[0]?.month ?? new Date(0), dated.at(-1)?.month ?? new Date(0)];
    dc.barChart("#timeline")
      .width(1200)
      .height(300)
      .dimension(months)
      .group(months.group())
      .x(scaleTime().domain([timeMonth.offset(first, -1), timeMonth.offset(last, 2)]))
      .xUnits(timeMonths)
      .elasticY(true)
      .brushOn(false)
      .mouseZoomable(true)
      .transitionDuration(0);
    partnerRows = rows("#partners", partners, partners.group(), 25);
    rows("#officials", people, people.group(), 20);
    dc.renderAll();
  },
  choose: (partner) => {
    partnerRows?.filter(null);
    if (partner !== null) partnerRows?.filter(partner);
    dc.redrawAll();
  },
  count: () => facts?.allFiltered().length ?? 0,
});
