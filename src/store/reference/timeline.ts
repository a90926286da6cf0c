import type { LiaisonRecord } from "#data/schema.ts";
import type { Filter } from "#model/filter.ts";
import type {
  DayWindow,
  Lanes,
  TimelineAnswer,
  TimelineLane,
  TimelineMark,
  TimelineQuestion,
} from "#model/questions.ts";
import { boundedDays, byCount, columnsOf, fitted, isPaper, LANE_NONE, LANE_REST, wholeWindow } from "../rules.ts";
import { type Known, matches, present, spanOf } from "./records.ts";

const valuesOf = (known: Known, lanes: Lanes): readonly string[] => {
  switch (lanes) {
    case "partner":
      return known.partners;
    case "topic":
      return known.topics;
    case "official":
      return known.officials;
    default:
      return [known.event.type];
  }
};

const touches = (known: Known, window: DayWindow): boolean =>
  known.days !== null && known.days.start <= window.end && known.days.end >= window.start;

const bins = (events: readonly Known[], window: DayWindow, columns: number): Uint32Array => {
  const counts = new Uint32Array(columns);
  for (const known of events) {
    if (known.days === null || !touches(known, window)) continue;
    const [first, last] = columnsOf(known.days, window, columns);
    for (let at = first; at <= last; at++) counts[at]!++;
  }
  return counts;
};

/** The timeline over plain records. `label` names a value of the lanes. */
export const referenceTimeline = (
  record: LiaisonRecord,
  all: readonly Known[],
  filter: Filter,
  question: TimelineQuestion,
  label: (id: string) => string,
): TimelineAnswer => {
  const events = all.filter((known) => matches(known, filter));
  const release = Math.floor(Date.parse(record.meta.release) / 86_400_000);
  const full = spanOf(all) ?? { start: release, end: release };
  const extent = spanOf(events) ?? full;
  const window = question.window === null ? fitted(extent) : wholeWindow(question.window);
  const named = new Set(record.events.flatMap((event) => event.topics));
  const chosen: readonly string[] = filter[question.lanes];
  const values = [...new Set(events.flatMap((known) => valuesOf(known, question.lanes)))]
    .filter((id) => (chosen.length > 0 ? chosen.includes(id) : question.lanes !== "topic" || named.has(id)))
    .map((id) => ({
      id,
      label: label(id),
      count: events.filter((known) => known.counted && valuesOf(known, question.lanes).includes(id)).length,
    }))
    .sort(byCount);
  const shown = values.slice(0, question.laneLimit);
  const rest = values.slice(question.laneLimit).map((value) => value.id);

  const mark = ({ event, index, days, doubts, counted, container, partners, place }: Known): TimelineMark => {
    const { start, end } = days as DayWindow;
    return {
      ...doubts,
      id: event.id,
      index,
      title: event.title,
      start: Math.max(start, Math.min(full.start, end)),
      end: Math.min(end, Math.max(full.end, start)),
      edtf: event.date ?? "",
      type: event.type,
      status: event.status,
      counted,
      container,
      partners,
      place,
      papers: record.agreements
        .filter((row) => row.event === event.id && isPaper(row.status))
        .map(({ id, status, title }) => ({ id, status, title })),
    };
  };
  const lane = (id: string, name: string, own: readonly Known[]): TimelineLane => {
    const inWindow = own.filter((known) => touches(known, window));
    const asMarks = inWindow.length <= question.markLimit;
    return {
      id,
      label: name,
      count: own.filter((known) => known.counted).length,
      inWindow: inWindow.length,
      marks: asMarks ? inWindow.map(mark) : null,
      bins: asMarks ? null : bins(own, window, question.columns),
    };
  };
  const inLane = (ids: readonly string[]): Known[] =>
    events.filter((known) => valuesOf(known, question.lanes).some((id) => ids.includes(id)));
  const without = chosen.length > 0 ? [] : events.filter((known) => valuesOf(known, question.lanes).length === 0);
  const byStatus = (status: string): Uint32Array =>
    bins(
      events.filter((known) => known.event.status === status),
      full,
      question.columns,
    );
  const heldEnds = all
    .filter((known) => known.event.status === "held" && known.days !== null)
    .map((known) => boundedDays(known.days as DayWindow)?.end)
    .filter(present);
  return {
    window,
    extent,
    full,
    columns: question.columns,
    lanes: [
      ...shown.map((value) => lane(value.id, value.label, inLane([value.id]))),
      ...(rest.length > 0 ? [lane(LANE_REST, LANE_REST, inLane(rest))] : []),
      ...(without.length > 0 ? [lane(LANE_NONE, LANE_NONE, without)] : []),
    ],
    overview: { held: byStatus("held"), announced: byStatus("announced"), recalled: byStatus("recalled") },
    heldUntil: heldEnds.length > 0 ? Math.max(...heldEnds) : null,
    undated: events.filter((known) => known.days === null).length,
  };
};
