/** Counts of a selection by value, each worked out in one walk and kept with the selection. */
import type { Counted } from "#model/questions.ts";
import { byCount } from "../rules.ts";
import { countBoth } from "./bits.ts";
import { COUNTED, type Columns } from "./columns.ts";
import type { Lists } from "./growing.ts";
import type { Selection } from "./selection.ts";

export interface Tally {
  /** All events by value. */
  readonly events: Uint32Array;
  /** Meetings by value. */
  readonly meetings: Uint32Array;
}

export type ListName = "partners" | "topics" | "mechanisms" | "officials" | "organizations";

const LIMITS: Readonly<Record<ListName, (columns: Columns) => number>> = {
  partners: (columns) => columns.vocabulary.partners.size,
  topics: (columns) => columns.vocabulary.topics.size,
  mechanisms: (columns) => columns.vocabulary.mechanisms.size,
  officials: (columns) => columns.vocabulary.officials.size,
  organizations: (columns) => columns.vocabulary.organizations.size,
};

const walk = (
  { offsets, values }: Lists,
  flags: Uint8Array,
  list: Uint32Array,
  events: Uint32Array,
  meetings: Uint32Array,
  step: number,
): void => {
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    const meeting = (flags[at] as number) & COUNTED ? step : 0;
    const to = offsets.at(at + 1);
    for (let from = offsets.at(at); from < to; from++) {
      const value = values[from] as number;
      events[value]! += step;
      meetings[value]! += meeting;
    }
  }
};

export const tallyOf = (selection: Selection, name: ListName): Tally => {
  const { columns } = selection;
  const [events, meetings] = selection.counts(
    `tally:${name}`,
    () => [new Uint32Array(LIMITS[name](columns)), new Uint32Array(LIMITS[name](columns))] as const,
    (list, counts, step) => walk(columns[name], columns.flags, list, counts[0], counts[1], step),
  );
  return { events, meetings };
};

/** By number of the place plus one; 0 holds what names no place. */
const placeCounts = (selection: Selection): readonly [Uint32Array, Uint32Array] => {
  const { place, flags, vocabulary } = selection.columns;
  const size = vocabulary.places.size + 1;
  return selection.counts(
    "tally:places",
    () => [new Uint32Array(size), new Uint32Array(size)] as const,
    (list, [events, meetings], step) => {
      for (let k = 0; k < list.length; k++) {
        const at = list[k] as number;
        events[place[at] as number]! += step;
        meetings[place[at] as number]! += (flags[at] as number) & COUNTED ? step : 0;
      }
    },
  );
};

/** By number of the place. */
export const placeTally = (selection: Selection): Tally => {
  const [events, meetings] = placeCounts(selection);
  return { events: events.subarray(1), meetings: meetings.subarray(1) };
};

/** Meetings that name no place. */
export const unplacedMeetings = (selection: Selection): number => placeCounts(selection)[1][0] as number;

/** By type or by weakest certainty, from the sets kept for each. */
export const setTally = (selection: Selection, name: "byType" | "byStatus" | "byCertainty"): Tally =>
  selection.keep(`tally:${name}`, () => {
    const { columns } = selection;
    const meetings = selection.bits.map((word, at) => word & (columns.counted[at] as number));
    return {
      events: Uint32Array.from(columns[name], (set) => countBoth(selection.bits, set)),
      meetings: Uint32Array.from(columns[name], (set) => countBoth(meetings, set)),
    };
  });

/** Values with a count above 0, most first. */
export const countedRows = (
  counts: Uint32Array,
  ids: readonly string[],
  label: (id: string) => string,
  keep: (value: number) => boolean = (value) => (counts[value] as number) > 0,
): Counted[] => {
  const rows: Counted[] = [];
  for (let value = 0; value < ids.length; value++) {
    if (!keep(value)) continue;
    const id = ids[value] as string;
    rows.push({ id, label: label(id), count: counts[value] as number });
  }
  return rows.sort(byCount);
};
