import type { EngagementEvent } from "#data/schema.ts";
import type { Filter } from "#model/filter.ts";
import type { EventDetail, EventRow, EventsAnswer } from "#model/questions.ts";
import { FAR } from "../dates.ts";
import { agreementEvents, eventDetail } from "../details.ts";

import { edtfAt, idAt, positionOf } from "./columns.ts";
import {
  doubtsAt,
  isCounted,
  partnersAt,
  placeIdAt,
  placeName,
  type StoreContext,
  statusAt,
  topicLabel,
  typeAt,
} from "./context.ts";
import { partsIn } from "./parents.ts";
import type { Selection } from "./selection.ts";

const rowAt = (context: StoreContext, at: number, event: EngagementEvent): EventRow => {
  const { columns, catalog } = context;
  const place = placeIdAt(columns, at);
  const dated = at < columns.dated;
  const [start, end] = [columns.start[at] as number, columns.end[at] as number];
  return {
    ...doubtsAt(columns, at),
    id: event.id,
    title: event.title,
    edtf: event.date,
    start: dated && start > -FAR ? start : null,
    end: dated && end < FAR ? end : null,
    type: typeAt(columns, at),
    status: statusAt(columns, at),
    counted: isCounted(columns, at),
    partners: partnersAt(context, at),
    place,
    placeName: place === null ? null : placeName(catalog, place),
    topics: event.topics.filter((id) => catalog.topics.has(id)).map((id) => topicLabel(catalog, id)),
    summary: event.summary,
  };
};

export const events = async (
  context: StoreContext,
  filter: Filter,
  page: { readonly offset: number; readonly limit: number },
): Promise<EventsAnswer> => {
  const { list } = await context.selector.select(filter);
  const from = Math.max(0, Math.floor(page.offset) || 0);
  const shown = [...list.subarray(from, from + Math.max(0, Math.floor(page.limit) || 0))];
  const rows = await Promise.all(shown.map(async (at) => rowAt(context, at, await context.rows.event(at))));
  return { total: list.length, rows };
};

/** The nearest events of a selection on either side of a position. */
const neighbours = (selection: Selection, at: number): { previous: number; next: number } => {
  const { list } = selection;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  const next = list[low] === at ? list[low + 1] : list[low];
  return { previous: list[low - 1] ?? -1, next: next ?? -1 };
};

export const event = async (context: StoreContext, id: string, filter: Filter): Promise<EventDetail | null> => {
  const { columns, rows } = context;
  const at = positionOf(columns, id);
  if (at < 0) return null;
  const { previous, next } = neighbours(await context.selector.select(filter), at);
  const titled = (other: number): EventDetail["previous"] =>
    other < 0 ? null : { id: idAt(columns, other), title: rows.title(other) };
  const parts = partsIn(columns.parts, columns.order.rows[at] as number)
    .map((row) => columns.order.positions[row] as number)
    .sort();
  return eventDetail(context.details, await rows.event(at), {
    doubts: doubtsAt(columns, at),
    counted: isCounted(columns, at),
    parts: Array.from(parts, (part) => ({
      id: idAt(columns, part),
      title: rows.title(part),
      edtf: edtfAt(columns, part),
    })),
    agreements: context.agreements.filter((row) => agreementEvents(row).includes(id)),
    commitments: context.commitments.filter((row) => row.event === id),
    statistics: context.statistics.filter((row) => row.event === id),
    previous: titled(previous),
    next: titled(next),
  });
};
