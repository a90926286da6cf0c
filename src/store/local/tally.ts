/** Counts of a selection by value, each worked out in one walk and kept with the selection. */
import type { Counted } from "#model/questions.ts";
import { byCount } from "../rules.ts";
import { countBoth } from "./bits.ts";
import { COUNTED, type Columns } from "./columns.ts";
import type { Lists } from "./growing.ts";
import type { Selection } from "./select.ts";

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

const walk = ({ offsets, values }: Lists, flags: Uint8Array, list: Uint32Array, tally: Tally): void => {
  const { events, meetings } = tally;
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    const meeting = (flags[at] as number) & COUNTED;
    const to = offsets[at + 1] as number;
    for (let from = offsets[at] as number; from < to; from++) {
      const value = values[from] as number;
      events[value]!++;
      meetings[value]! += meeting;
    }
  }
};

export const tallyOf = (selection: Selection, name: ListName): Tally =>
  selection.keep(`tally:${name}`, () => {
    const { columns } = selection;
    const limit = LIMITS[name](columns);
    const tally: Tally = { events: new Uint32Array(limit), meetings: new Uint32Array(limit) };
    walk(columns[name], columns.flags, selection.list, tally);
    return tally;
  });

/** By place; the last value is "no place". */
export const placeTally = (selection: Selection): Tally =>
  selection.keep("tally:places", () => {
    const { place, flags, vocabulary } = selection.columns;
    const size = vocabulary.places.size;
    const [events, meetings] = [new Uint32Array(size + 1), new Uint32Array(size + 1)];
    const list = selection.list;
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      events[place[at] as number]!++;
      meetings[place[at] as number]! += (flags[at] as number) & COUNTED;
    }
    const last = (counts: Uint32Array): Uint32Array => {
      const none = counts[0] as number;
      counts.copyWithin(0, 1);
      counts[size] = none;
      return counts;
    };
    return { events: last(events), meetings: last(meetings) };
  });

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
