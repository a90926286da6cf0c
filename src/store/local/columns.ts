/**
 * The events of a record as columns: typed arrays in order of time, lists as offsets and values, and for each value of
 * a filterable field the positions that have it. No object is kept for an event.
 */
import { isoDay } from "#lib/dates.ts";
import { FAR } from "../dates.ts";

import { allBits, type Bits, setBit, wordsFor } from "./bits.ts";
import type { EvidenceColumn } from "./evidence.ts";
import { type Lists, narrow, type Values } from "./growing.ts";
import { Offsets } from "./offsets.ts";
import type { Parts } from "./parents.ts";
import type { Titles } from "./phrases.ts";
import { type Postings, postingsOf } from "./postings.ts";
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
  readonly place: Values;
  /** 0 for a plain day, else an index into `dateTexts`. */
  readonly dateText: Values;
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
  /** Which events lie in which, by rows of the record. */
  readonly parts: Parts;
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

/** Days between the first and the last up to which rows are put in order by counting those of each day. */
const COUNTED_DAYS = 1 << 22;

/** Row of the record at each position by counting: open starts first, undated rows last. Null where days lie too far apart. */
const countedOrder = (start: Int32Array): Uint32Array | null => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < start.length; row++) {
    const day = start[row] as number;
    if (day <= -FAR || day >= FAR) continue;
    if (day < low) low = day;
    if (day > high) high = day;
  }
  if (high < low || high - low > COUNTED_DAYS) return null;
  // Before the first day what begins nowhere; behind the last what is as far as days go, then what has no day.
  const last = high - low + 3;
  const place = (day: number): number =>
    day <= -FAR ? 0 : day < FAR ? day - low + 1 : day < UNDATED_START ? last - 1 : last;
  const firsts = new Uint32Array(last + 2);
  for (let row = 0; row < start.length; row++) firsts[place(start[row] as number) + 1]!++;
  for (let at = 0; at <= last; at++) firsts[at + 1]! += firsts[at] as number;
  const rows = new Uint32Array(start.length);
  for (let row = 0; row < start.length; row++) rows[firsts[place(start[row] as number)]!++] = row;
  return rows;
};

const sortedOrder = (start: Int32Array): Uint32Array => {
  const size = start.length;
  const keys = Float64Array.from(start, (day, row) => (day + FAR) * size + row).sort();
  return Uint32Array.from(keys, (key) => key - Math.floor(key / size) * size);
};

/** Rows by start day, then as they stand in the record; undated ones last. */
export const orderOf = (start: Int32Array): Order => {
  let sorted = true;
  for (let row = 1; row < start.length && sorted; row++) sorted = (start[row - 1] as number) <= (start[row] as number);
  if (sorted) {
    const same = Uint32Array.from(start, (_, row) => row);
    return { rows: same, positions: same };
  }
  const rows = countedOrder(start) ?? sortedOrder(start);
  const positions = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) positions[rows[at] as number] = at;
  return { rows, positions };
};

const permuted = <T extends Uint8Array | Uint32Array | Int32Array>(values: T, rows: Uint32Array): T => {
  const moved = new (values.constructor as new (size: number) => T)(rows.length);
  for (let at = 0; at < rows.length; at++) moved[at] = values[rows[at] as number] as number;
  return moved;
};

/** Lists in a new order of rows, and what moves columns beside their values along. */
const permutedLists = (
  { offsets: from, values }: Lists,
  rows: Uint32Array,
): { readonly lists: Lists; readonly beside: <T extends Values | Uint8Array>(column: T) => T } => {
  const offsets = new Offsets(from.length);
  offsets.push(0);
  const moved = new Uint32Array(values.length);
  const sources = new Uint32Array(values.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const to = from.at(row + 1);
    for (let source = from.at(row); source < to; source++, count++) {
      moved[count] = values[source] as number;
      sources[count] = source;
    }
    offsets.push(count);
  }
  const beside = <T extends Values | Uint8Array>(column: T): T => {
    const along = new (column.constructor as new (size: number) => T)(column.length);
    for (let at = 0; at < sources.length; at++) along[at] = column[sources[at] as number] as number;
    return along;
  };
  return { lists: { offsets, values: moved }, beside };
};

/** Worked out when it is first asked for. */
const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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
  /** Positions by value of each list, made when they are first asked for. */
  readonly byPartner: Postings;
  readonly byTopic: Postings;
  readonly byMechanism: Postings;
  readonly byOfficial: Postings;
  readonly byOrganization: Postings;
  readonly byPlace: Postings;
  readonly byType: readonly Bits[];
  readonly byStatus: readonly Bits[];
  readonly byCertainty: readonly Bits[];
}

const narrowed = ({ offsets, values }: Lists, limit: number): Lists => ({
  offsets,
  values: narrow(values as Uint32Array, limit),
});

/**
 * The officials of each event and what stands beside each of them. A function of its own: what it works with would
 * stay as long as the columns, were it in reach of what they look up later.
 */
const seatsOf = (raw: RawColumns, rows: Uint32Array | null) => {
  const { lists, beside } = rows ? permutedLists(raw.officials, rows) : { lists: raw.officials, beside: null };
  const moved = <T extends Values | Uint8Array>(column: T): T => beside?.(column) ?? column;
  const column = (values: Values, limit: number): Values => moved(narrow(values as Uint32Array, limit));
  const { officials, organizations } = raw.vocabulary;
  return {
    officials: narrowed(lists, officials.size),
    sides: moved(raw.sides),
    seatOrganizations: column(raw.seatOrganizations, organizations.size + 1),
    seatRoles: column(raw.seatRoles, raw.seatTexts.length),
    seatRanks: column(raw.seatRanks, raw.seatTexts.length),
  };
};

const bitsBy = (size: number, kinds: number, kindOf: (at: number) => number): Bits[] => {
  const sets = Array.from({ length: kinds }, () => new Uint32Array(wordsFor(size)));
  for (let at = 0; at < size; at++) {
    const bits = sets[kindOf(at)];
    if (bits) setBit(bits, at);
  }
  return sets;
};

const placeLists = (place: Values): Lists => {
  const offsets = new Offsets(place.length + 1);
  offsets.push(0);
  const values: Uint32Array = new Uint32Array(place.length);
  let count = 0;
  for (let at = 0; at < place.length; at++) {
    const value = place[at] as number;
    if (value > 0) values[count++] = value - 1;
    offsets.push(count);
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
  const { vocabulary } = raw;
  const lists = (from: Lists, limit: number): Lists =>
    narrowed(inOrder ? from : permutedLists(from, order.rows).lists, limit);
  const [start, end, flags, type, status, doubts] = [
    move(raw.start),
    move(raw.end),
    move(raw.flags),
    move(raw.type),
    move(raw.status),
    move(raw.doubts),
  ];
  const place = narrow(move(raw.place as Uint32Array), vocabulary.places.size + 1);
  const partners = lists(raw.partners, vocabulary.partners.size);
  const topics = lists(raw.topics, vocabulary.topics.size);
  const mechanisms = lists(raw.mechanisms, vocabulary.mechanisms.size);
  const organizations = lists(raw.organizations, vocabulary.organizations.size);
  const seats = seatsOf(raw, inOrder ? null : order.rows);
  const by = (of: Lists, limit: number): (() => Postings) => lazy(() => postingsOf(of, limit));
  const byPartner = by(partners, vocabulary.partners.size);
  const byTopic = by(topics, vocabulary.topics.size);
  const byMechanism = by(mechanisms, vocabulary.mechanisms.size);
  const byOfficial = by(seats.officials, vocabulary.officials.size);
  const byOrganization = by(organizations, vocabulary.organizations.size);
  const byPlace = lazy(() => postingsOf(placeLists(place), vocabulary.places.size));
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
    dateText: narrow(move(raw.dateText as Uint32Array), raw.dateTexts.length),
    partners,
    topics,
    mechanisms,
    ...seats,
    organizations,
    get byPartner() {
      return byPartner();
    },
    get byTopic() {
      return byTopic();
    },
    get byMechanism() {
      return byMechanism();
    },
    get byOfficial() {
      return byOfficial();
    },
    get byOrganization() {
      return byOrganization();
    },
    get byPlace() {
      return byPlace();
    },
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
