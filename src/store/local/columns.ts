/**
 * The events of a record as columns: typed arrays in order of time, lists as offsets and values, and for each value of
 * a filterable field the positions that have it. No object is kept for an event.
 */
import { isoDay } from "#lib/dates.ts";
import { FAR } from "../dates.ts";

import { allBits, type Bits, setBit, wordsFor } from "./bits.ts";
import type { EvidenceColumn } from "./evidence.ts";
import { type Lists, narrow, transposed, type Values } from "./growing.ts";
import type { Titles } from "./phrases.ts";
import type { StringTable } from "./strings.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Events to a block of `lastEnds`. */
export const BLOCK = 1024;

export const COUNTED = 1;
export const CONTAINER = 2;
export const OPEN_ENDED = 4;
/** Has a partner that is not the home state. */
export const FOREIGN = 8;

/** Start of an event without a date: after everything; its end lies before everything, so that no window meets it. */
export const UNDATED_START = FAR + 1;
export const UNDATED_END = -FAR - 1;

/** Columns in the order the rows were added, as the builder hands them over. */
export interface RawColumns {
  readonly vocabulary: Vocabulary;
  readonly ids: StringTable;
  readonly evidence: EvidenceColumn;
  /** Titles by row of the record; null where whole rows are in memory. */
  readonly titles: Titles | null;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly type: Uint8Array;
  readonly status: Uint8Array;
  /** Weakest certainty of all evidence, of the date and of the place: 2 bits each, from the lowest. */
  readonly doubts: Uint8Array;
  readonly flags: Uint8Array;
  /** Number of the place plus one; 0 for none. */
  readonly place: Uint32Array;
  /** 0 for a plain day, else an index into `dateTexts`. */
  readonly dateText: Uint32Array;
  readonly dateTexts: readonly string[];
  readonly partners: Lists;
  readonly topics: Lists;
  readonly mechanisms: Lists;
  readonly officials: Lists;
  /** For each entry of `officials`: 0 home, 1 partner. */
  readonly sides: Uint8Array;
  /** For each entry of `officials`: number of the organisation plus one; 0 for none. */
  readonly seatOrganizations: Values;
  /** For each entry of `officials`: the title and the rank printed there, as indexes into `seatTexts`; 0 for none. */
  readonly seatRoles: Values;
  readonly seatRanks: Values;
  readonly seatTexts: readonly string[];
  readonly organizations: Lists;
  /** Row of the event each lies in, by row of the record; -1 for none. */
  readonly partOf: Int32Array;
  /** For each official the names and titles it is printed with. */
  readonly printedNames: ReadonlyMap<number, ReadonlySet<string>>;
  readonly printedRoles: ReadonlyMap<number, ReadonlySet<string>>;
  /** Numbers of the topics some event names itself; the others only hold topics together. */
  readonly namedTopics: ReadonlySet<number>;
}

/** Position in time against position in the record. */
export interface Order {
  /** Row of the record at each position. */
  readonly rows: Uint32Array;
  /** Position of each row. */
  readonly positions: Uint32Array;
}

/** Rows by start day, then as they stand in the record; undated ones last. */
export const orderOf = (start: Int32Array): Order => {
  const size = start.length;
  const keys = new Float64Array(size);
  for (let row = 0; row < size; row++) keys[row] = ((start[row] as number) + FAR) * size + row;
  let sorted = true;
  for (let row = 1; row < size && sorted; row++) sorted = (keys[row - 1] as number) <= (keys[row] as number);
  if (sorted) {
    for (let row = 0; row < size; row++) keys[row] = row;
    const same = new Uint32Array(keys);
    return { rows: same, positions: same };
  }
  keys.sort();
  const rows = new Uint32Array(size);
  const positions = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const row = (keys[at] as number) - Math.floor((keys[at] as number) / size) * size;
    rows[at] = row;
    positions[row] = at;
  }
  return { rows, positions };
};

const permuted = <T extends Uint8Array | Uint32Array | Int32Array>(values: T, rows: Uint32Array): T => {
  const moved = values.slice() as T;
  for (let at = 0; at < rows.length; at++) moved[at] = values[rows[at] as number] as number;
  return moved;
};

/** Lists in a new order of rows, with columns beside their values moved along. */
const permutedLists = (lists: Lists, rows: Uint32Array, beside: readonly (Values | Uint8Array)[] = []): Lists => {
  const offsets = new Uint32Array(lists.offsets.length);
  const pairs = [lists.values, ...beside].map((from) => ({ from: from.slice(), to: from }));
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    for (let from = lists.offsets[row] as number; from < (lists.offsets[row + 1] as number); from++, count++)
      for (const pair of pairs) pair.to[count] = pair.from[from] as number;
    offsets[at + 1] = count;
  }
  return { offsets, values: lists.values };
};

export interface Columns extends RawColumns {
  readonly size: number;
  /** Events with a date; they come first. */
  readonly dated: number;
  readonly order: Order;
  /** The last day any event of each block of positions ends on. */
  readonly lastEnds: Int32Array;
  readonly all: Bits;
  readonly counted: Bits;
  /** Meetings with a partner that is not the home state. */
  readonly foreign: Bits;
  readonly openEnded: Bits;
  /** Positions by value of each list. */
  readonly byPartner: Lists;
  readonly byTopic: Lists;
  readonly byMechanism: Lists;
  readonly byOfficial: Lists;
  readonly byOrganization: Lists;
  readonly byPlace: Lists;
  readonly byType: readonly Bits[];
  readonly byStatus: readonly Bits[];
  readonly byCertainty: readonly Bits[];
}

const bitsBy = (size: number, kinds: number, kindOf: (at: number) => number): Bits[] => {
  const sets = Array.from({ length: kinds }, () => new Uint32Array(wordsFor(size)));
  for (let at = 0; at < size; at++) {
    const bits = sets[kindOf(at)];
    if (bits) setBit(bits, at);
  }
  return sets;
};

const placeLists = (place: Uint32Array): Lists => {
  const offsets = new Uint32Array(place.length + 1);
  const values: Uint32Array = new Uint32Array(place.length);
  let count = 0;
  for (let at = 0; at < place.length; at++) {
    const value = place[at] as number;
    if (value > 0) values[count++] = value - 1;
    offsets[at + 1] = count;
  }
  return { offsets, values: values.subarray(0, count) };
};

const lastEndsOf = (end: Int32Array): Int32Array => {
  const last = new Int32Array(Math.ceil(end.length / BLOCK)).fill(UNDATED_END);
  for (let at = 0; at < end.length; at++) {
    const block = Math.floor(at / BLOCK);
    if ((end[at] as number) > (last[block] as number)) last[block] = end[at] as number;
  }
  return last;
};

/** Puts raw columns in order of time and adds what is looked up by value. */
export const ordered = (raw: RawColumns): Columns => {
  const size = raw.start.length;
  const order = orderOf(raw.start);
  let inOrder = true;
  for (let at = 0; at < size && inOrder; at++) inOrder = order.rows[at] === at;
  const move = <T extends Uint8Array | Uint32Array | Int32Array>(values: T): T =>
    inOrder ? values : permuted(values, order.rows);
  const lists = (from: Lists, limit: number, beside: readonly (Values | Uint8Array)[] = []): Lists => {
    const moved = inOrder ? from : permutedLists(from, order.rows, beside);
    return { offsets: moved.offsets, values: narrow(moved.values as Uint32Array, limit) };
  };
  const { vocabulary } = raw;
  const { sides } = raw;
  const seatOrganizations = narrow(raw.seatOrganizations as Uint32Array, vocabulary.organizations.size + 1);
  const seatRoles = narrow(raw.seatRoles as Uint32Array, raw.seatTexts.length);
  const seatRanks = narrow(raw.seatRanks as Uint32Array, raw.seatTexts.length);
  const [start, end, flags, type, status, doubts, place] = [
    move(raw.start),
    move(raw.end),
    move(raw.flags),
    move(raw.type),
    move(raw.status),
    move(raw.doubts),
    move(raw.place),
  ];
  const partners = lists(raw.partners, vocabulary.partners.size);
  const topics = lists(raw.topics, vocabulary.topics.size);
  const mechanisms = lists(raw.mechanisms, vocabulary.mechanisms.size);
  const officials = lists(raw.officials, vocabulary.officials.size, [sides, seatOrganizations, seatRoles, seatRanks]);
  const organizations = lists(raw.organizations, vocabulary.organizations.size);
  let dated = 0;
  while (dated < size && start[dated] !== UNDATED_START) dated++;
  const all = allBits(size);
  const flagged = (wanted: number): Bits => {
    const bits = new Uint32Array(wordsFor(size));
    for (let at = 0; at < size; at++) if (((flags[at] as number) & wanted) === wanted) setBit(bits, at);
    return bits;
  };
  return {
    ...raw,
    size,
    dated,
    order,
    all,
    counted: flagged(COUNTED),
    foreign: flagged(COUNTED | FOREIGN),
    openEnded: flagged(OPEN_ENDED),
    start,
    flags,
    type,
    status,
    doubts,
    place,
    end,
    lastEnds: lastEndsOf(end),
    dateText: move(raw.dateText),
    partners,
    topics,
    mechanisms,
    officials,
    sides,
    seatOrganizations,
    seatRoles,
    seatRanks,
    organizations,
    byPartner: transposed(partners, vocabulary.partners.size),
    byTopic: transposed(topics, vocabulary.topics.size),
    byMechanism: transposed(mechanisms, vocabulary.mechanisms.size),
    byOfficial: transposed(officials, vocabulary.officials.size),
    byOrganization: transposed(organizations, vocabulary.organizations.size),
    byPlace: transposed(placeLists(place), vocabulary.places.size),
    byType: bitsBy(size, vocabulary.types.size, (at) => type[at] as number),
    byStatus: bitsBy(size, vocabulary.statuses.size, (at) => status[at] as number),
    byCertainty: bitsBy(size, vocabulary.certainties.size, (at) => (doubts[at] as number) & 3),
  };
};

export const idAt = (columns: Columns, at: number): string => columns.ids.get(columns.order.rows[at] as number);

/** Position of an event, or -1. */
export const positionOf = (columns: Columns, id: string): number => {
  const row = columns.ids.find(id);
  // The table may already hold ids of rows that came after these columns.
  return row < 0 || row >= columns.size ? -1 : (columns.order.positions[row] as number);
};

/** The date as it stands in the record; null without one. */
export const edtfAt = (columns: Columns, at: number): string | null => {
  if (at >= columns.dated) return columns.dateTexts[columns.dateText[at] as number] || null;
  const text = columns.dateText[at] as number;
  return text === 0 ? isoDay(columns.start[at] as number) : (columns.dateTexts[text] as string);
};
