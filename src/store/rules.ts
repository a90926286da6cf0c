/** Rules that every store follows, however it answers. */
import { SCHEMA_ENUMS } from "#data/enums.ts";
import type { Agreement, Certainty, EngagementEvent, Evidence, Participant } from "#data/schema.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import type { Filter } from "#model/filter.ts";
import type { DayWindow, Doubts } from "#model/questions.ts";
import { FAR, readDate } from "./dates.ts";

/** Ids of lanes that stand for no value and for all values beyond the limit. */
export const LANE_NONE = "~none";
export const LANE_REST = "~rest";

/** Places and matrix cells name their events while a selection has at most this many; beyond it is drawn as density. */
export const LIT_EVENTS = 20_000;
/** Rows of a strip of dates at most; where there are more, neighbours are drawn as one. */
export const STRIP_LIMIT = 512;

/** Start and end day of a date; an open end is ±`FAR`. Null where it is missing or unreadable. */
export const daysOf = (date: string | null): DayWindow | null => {
  const read = readDate(date);
  return read && { start: read.start, end: read.end };
};

/** The bounded days of a span, an open end closed by the other one; null where both are open. */
export const boundedDays = ({ start, end }: DayWindow): DayWindow | null => {
  const low = start > -FAR ? start : end;
  const high = end < FAR ? end : start;
  return low > -FAR && high < FAR && low <= high ? { start: low, end: high } : null;
};

/** A window around an extent: 4 % on either side, at least 30 days. */
export const fitted = (extent: DayWindow): DayWindow => {
  const days = extent.end - extent.start + 1;
  const margin = Math.max(1, Math.ceil(days * 0.04), Math.ceil((30 - days) / 2));
  return { start: extent.start - margin, end: extent.end + margin };
};

/** A window in whole days, its ends in order. */
export const wholeWindow = (window: DayWindow): DayWindow => {
  const [a, b] = [Math.floor(window.start), Math.ceil(window.end)];
  return a <= b ? { start: a, end: b } : { start: b, end: a };
};

/** First and last of `columns` over `window` that a span touches; it must touch the window. */
export const columnsOf = (span: DayWindow, window: DayWindow, columns: number): readonly [number, number] => {
  const scale = columns / (window.end - window.start + 1);
  const first = Math.min(columns - 1, Math.floor((Math.max(span.start, window.start) - window.start) * scale));
  const end = Math.ceil((Math.min(span.end, window.end) + 1 - window.start) * scale) - 1;
  return [first, Math.max(first, Math.min(columns - 1, end))];
};

/** The days a filter's `from` and `to` leave open, or null where neither is set or readable. */
export const filterDays = (filter: Filter): DayWindow | null => {
  const from = filter.from === null ? null : parseDate(filter.from);
  const to = filter.to === null ? null : parseDate(filter.to);
  if (!from?.ok && !to?.ok) return null;
  return { start: from?.ok ? from.value.start : -Infinity, end: to?.ok ? to.value.end : Infinity };
};

/** A person's id, or `organization.seat` for an unnamed holder; null where neither is given. */
export const officialId = (participant: Pick<Participant, "person" | "organization" | "seat">): string | null =>
  participant.person ?? (participant.organization === null ? null : `${participant.organization}.${participant.seat}`);

/** "Deputy minister, Ministry of …": how the holders of an unnamed seat are called. */
export const seatName = (seat: string, organization: string): string => {
  const words = seat.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${organization}`;
};

const WEAKNESS: readonly Certainty[] = SCHEMA_ENUMS.certainty;
export const weakness = (certainty: Certainty): number => WEAKNESS.indexOf(certainty);
export const ofWeakness = (weak: number): Certainty => WEAKNESS[weak] ?? "stated";
export const weakest = (certainties: readonly Certainty[]): Certainty =>
  ofWeakness(Math.max(0, ...certainties.map(weakness)));

/** Which parts of an event are in doubt, from the rows of evidence that are at hand. */
export const doubtsOf = (event: Pick<EngagementEvent, "date">, evidence: readonly Evidence[]): Doubts => {
  const about = (part: "date" | "place"): Certainty[] =>
    evidence.filter((row) => row.about?.includes(part)).map((row) => row.certainty);
  return {
    certainty: weakest(evidence.map((row) => row.certainty)),
    dateCertainty: weakest([...about("date"), readDate(event.date)?.doubtful ? "inferred" : "stated"]),
    placeCertainty: weakest(about("place")),
  };
};

export const isPaper = (status: Agreement["status"]): boolean => status === "signed" || status === "adopted";

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Most first, then by label, then by id. */
export const byCount = (
  a: { readonly count: number; readonly label: string; readonly id: string },
  b: { readonly count: number; readonly label: string; readonly id: string },
): number => b.count - a.count || byCodeUnit(a.label, b.label) || byCodeUnit(a.id, b.id);
