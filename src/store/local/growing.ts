/** Columns whose length is not known while they are filled. */
import { Offsets } from "./offsets.ts";

type Typed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A typed array that doubles when it is full. */
export class Growing<T extends Typed> {
  length = 0;
  private room: T;
  private readonly make: (size: number) => T;

  constructor(make: (size: number) => T, size = 1024) {
    this.make = make;
    this.room = make(size);
  }

  push(value: number): void {
    if (this.length === this.room.length) {
      const wider = this.make(this.length * 2);
      wider.set(this.room);
      this.room = wider;
    }
    this.room[this.length++] = value;
  }

  /** Adds values of any kind, one after another. */
  pushAll(values: ArrayLike<number>): void {
    this.reserve(values.length).set(values);
  }

  /** Adds so many values, to be filled by the caller. */
  reserve(count: number): T {
    const length = this.length + count;
    if (length > this.room.length) {
      const wider = this.make(Math.max(this.room.length * 2, length));
      wider.set(this.room);
      this.room = wider;
    }
    const room = this.room.subarray(this.length, length) as T;
    this.length = length;
    return room;
  }

  /** Takes so many values off the end. */
  drop(count: number): void {
    this.length -= count;
  }

  at(index: number): number {
    return this.room[index] as number;
  }

  set(index: number, value: number): void {
    this.room[index] = value;
  }

  /** Gives back the room kept for growing. */
  trim(): void {
    this.room = this.done();
  }

  /** The values so far, in an array of exactly their length. */
  done(): T {
    return this.room.slice(0, this.length) as T;
  }
}

export const growingU8 = (): Growing<Uint8Array> => new Growing((size) => new Uint8Array(size));
export const growingU32 = (): Growing<Uint32Array> => new Growing((size) => new Uint32Array(size));
export const growingI32 = (): Growing<Int32Array> => new Growing((size) => new Int32Array(size));

/** Unsigned integers in 16 bits where all are below `limit`. No 8 bits: loops that meet three kinds of array are slow. */
export const narrow = (values: Uint32Array, limit: number): Values =>
  limit <= 0x10000 ? new Uint16Array(values) : values;

export type Values = Uint16Array | Uint32Array;

/** One list of small integers a row: those of row `i` are `values` from `offsets.at(i)` up to `offsets.at(i + 1)`. */
export interface Lists {
  readonly offsets: Offsets;
  readonly values: Values;
}

/** The other way round: for each value below `limit` the rows that list it, ascending. */
export const transposed = ({ offsets, values }: Lists, limit: number): Lists => {
  const next = new Uint32Array(limit + 1);
  for (let at = 0; at < values.length; at++) next[(values[at] as number) + 1]!++;
  for (let at = 0; at < limit; at++) next[at + 1]! += next[at] as number;
  const starts = new Offsets(limit + 1);
  for (let at = 0; at <= limit; at++) starts.push(next[at] as number);
  const rows = new Uint32Array(values.length);
  for (let row = 0, at = 0; row + 1 < offsets.length; row++)
    for (const to = offsets.at(row + 1); at < to; at++) rows[next[values[at] as number]!++] = row;
  return { offsets: starts, values: rows };
};

/** The rows of one value. */
export const slice = (lists: Lists, value: number): Values =>
  lists.values.subarray(lists.offsets.at(value), lists.offsets.at(value + 1));
