/** The floor's record: typed arrays in order of time, and for each partner the events that have it. */
import type { LiaisonRecord } from "../../src/data/schema.ts";
import { daysOf } from "./days.ts";

/** Lists one after another: those of event `i` are `values[offsets[i]]` up to `values[offsets[i + 1]]`. */
export interface Lists {
  readonly offsets: Uint32Array;
  readonly values: Uint16Array;
}

export interface FloorColumns {
  readonly size: number;
  /** Days since 1970; events without a date stand last, at `UNDATED`. */
  readonly start: Int32Array;
  readonly days: Uint16Array;
  readonly type: Uint8Array;
  /** `NOWHERE` for none. */
  readonly place: Uint16Array;
  readonly partners: Lists;
  readonly people: Lists;
  /** By partner, ascending. */
  readonly postings: ReadonlyMap<string, Uint32Array>;
  readonly partnerNames: readonly string[];
  readonly personNames: readonly string[];
  readonly lat: Float32Array;
  readonly lon: Float32Array;
}

export const UNDATED = 2 ** 30;
export const NOWHERE = 65_535;
export const TYPES = ["meeting", "talks", "courtesy-call", "embassy-visit", "conference", "visit"] as const;

export const numbers = (rows: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(rows.map(({ id }, at) => [id, at]));

export const postingsOf = (
  { offsets, values }: Lists,
  size: number,
  ids: readonly string[],
): Map<string, Uint32Array> => {
  const sizes = new Uint32Array(ids.length);
  for (const value of values) sizes[value] = (sizes[value] as number) + 1;
  const lists = Array.from(sizes, (length) => new Uint32Array(length));
  const filled = new Uint32Array(ids.length);
  for (let at = 0; at < size; at++)
    for (let k = offsets[at] as number; k < (offsets[at + 1] as number); k++) {
      const value = values[k] as number;
      const next = filled[value] as number;
      (lists[value] as Uint32Array)[next] = at;
      filled[value] = next + 1;
    }
  return new Map(ids.map((id, at) => [id, lists[at] as Uint32Array]));
};

/** Positions in order of time; ties as they stand. */
export const inOrder = (first: Int32Array): Uint32Array => {
  const { length } = first;
  const keys = Float64Array.from(first, (day, at) => day * length + at).sort();
  return Uint32Array.from(keys, (key) => key - Math.floor(key / length) * length);
};

/** A record's columns, its events in order of time, those without a date last. */
export const columnsOf = (record: LiaisonRecord): FloorColumns => {
  const { events, partners, places, people } = record;
  const size = events.length;
  const [ofPartner, ofPlace, ofPerson] = [numbers(partners), numbers(places), numbers(people)];
  const ofType = new Map<string, number>(TYPES.map((type, at) => [type, at]));
  const spans = events.map(({ date }) => daysOf(date) ?? [UNDATED, UNDATED]);
  const order = inOrder(Int32Array.from(spans, ([first]) => first));
  const start = new Int32Array(size);
  const days = new Uint16Array(size);
  const type = new Uint8Array(size);
  const place = new Uint16Array(size);
  const partnerOffsets = new Uint32Array(size + 1);
  const personOffsets = new Uint32Array(size + 1);
  const partnerValues: number[] = [];
  const personValues: number[] = [];
  for (let at = 0; at < size; at++) {
    const event = events[order[at] as number] as LiaisonRecord["events"][number];
    const [first, last] = spans[order[at] as number] as readonly [number, number];
    start[at] = first;
    days[at] = last - first + 1;
    type[at] = ofType.get(event.type) ?? 0;
    place[at] = event.place === null ? NOWHERE : (ofPlace.get(event.place) ?? NOWHERE);
    for (const id of event.partners) partnerValues.push(ofPartner.get(id) ?? 0);
    for (const { person } of event.participants) if (person !== null) personValues.push(ofPerson.get(person) ?? 0);
    partnerOffsets[at + 1] = partnerValues.length;
    personOffsets[at + 1] = personValues.length;
  }
  const partnerLists = { offsets: partnerOffsets, values: Uint16Array.from(partnerValues) };
  return {
    size,
    start,
    days,
    type,
    place,
    partners: partnerLists,
    people: { offsets: personOffsets, values: Uint16Array.from(personValues) },
    postings: postingsOf(
      partnerLists,
      size,
      partners.map(({ id }) => id),
    ),
    partnerNames: partners.map(({ name }) => name),
    personNames: people.map(({ name }) => name),
    lat: Float32Array.from(places, (row) => row.lat),
    lon: Float32Array.from(places, (row) => row.lon),
  };
};
