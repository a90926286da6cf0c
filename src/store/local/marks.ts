import type { DayWindow, TimelineMark } from "#model/questions.ts";
import { isPaper } from "../rules.ts";
import { CONTAINER, edtfAt, idAt, positionOf } from "./columns.ts";
import { doubtsAt, idsAt, isCounted, placeIdAt, type StoreContext, statusAt, typeAt } from "./context.ts";

/** Marks kept between questions, so that panning makes only those that come into view. */
const MARKS_KEPT = 5_000;

const papersByEvent = (context: StoreContext): ReadonlyMap<number, TimelineMark["papers"]> =>
  context.selector.everything.keep("papers", () => {
    const papers = new Map<number, TimelineMark["papers"]>();
    for (const { id, status, title, event } of context.agreements) {
      if (event === null || !isPaper(status)) continue;
      const at = positionOf(context.columns, event);
      papers.set(at, [...(papers.get(at) ?? []), { id, status, title }]);
    }
    return papers;
  });

const makeMark = (context: StoreContext, full: DayWindow, at: number): TimelineMark => {
  const { columns, rows } = context;
  const flags = columns.flags[at] as number;
  return {
    ...doubtsAt(columns, at),
    id: idAt(columns, at),
    index: at,
    title: rows.title(at),
    start: Math.max(columns.start[at] as number, Math.min(full.start, columns.end[at] as number)),
    end: Math.min(columns.end[at] as number, Math.max(full.end, columns.start[at] as number)),
    edtf: edtfAt(columns, at) ?? "",
    type: typeAt(columns, at),
    status: statusAt(columns, at),
    counted: isCounted(columns, at),
    container: (flags & CONTAINER) !== 0,
    partners: idsAt(columns.partners, columns.vocabulary.partners.ids, at),
    place: placeIdAt(columns, at),
    papers: papersByEvent(context).get(at) ?? [],
  };
};

/** The mark of an event; the same object as long as it is kept. */
export const markAt = (context: StoreContext, full: DayWindow, at: number): TimelineMark => {
  const kept = context.selector.everything.keep("marks", () => new Map<number, TimelineMark>());
  const known = kept.get(at);
  if (known) return known;
  if (kept.size >= MARKS_KEPT) kept.clear();
  const mark = makeMark(context, full, at);
  kept.set(at, mark);
  return mark;
};
