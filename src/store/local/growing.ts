/** Columns whose length is not known while they are filled. */
import type { Offsets } from "./offsets.ts";

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
