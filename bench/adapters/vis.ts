/** vis-timeline as it comes: one box or range for each event, stacked. */
import { DataSet, DataView as FilteredView } from "vis-data/peer";
import { Timeline } from "vis-timeline/peer";
import { box, DAY, datedEvents, recordAt } from "./events.ts";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";

interface Item {
  readonly id: string;
  readonly content: string;
  readonly start: number;
  readonly end?: number;
  readonly partners: readonly string[];
}

const element = box("timeline");
let chosen: string | null = null;
let timeline: Timeline | null = null;
let view: FilteredView<Item, "id"> | null = null;

const changed = (of: Timeline): Promise<void> =>
  new Promise((done) => {
    const once = (): void => {
      of.off("changed", once);
      done();
    };
    of.on("changed", once);
  });

window.probe.start({
  target: "#timeline",
  load: async (address) => {
    const events = datedEvents(await recordAt(address));
    const items = new DataSet<Item, "id">(
      events.map(({ event, first, last }) => ({
        id: event.id,
        content: event.title,
        start: first * DAY,
        ...(last > first ? { end: (last + 1) * DAY } : {}),
        partners: event.partners,
      })),
    );
    view = new FilteredView(items, { filter: (item) => chosen === null || item.partners.includes(chosen) });
    const drawn = view;
    await new Promise<void>((done) => {
      timeline = new Timeline(element, drawn as never, {
        height: "700px",
        start: ((events[0]?.first ?? 0) - 30) * DAY,
        end: ((events.at(-1)?.last ?? 0) + 60) * DAY,
        zoomMax: 85 * 365 * DAY,
        onInitialDrawComplete: done,
      });
      // This version shows nothing before the second draw, which by itself comes a second later.
      const own = timeline;
      void changed(own).then(() => setTimeout(() => own.redraw()));
    });
  },
  choose: async (partner) => {
    if (!timeline || !view) return;
    chosen = partner;
    const drawn = changed(timeline);
    view.refresh();
    await drawn;
  },
  count: () => view?.length ?? 0,
});
