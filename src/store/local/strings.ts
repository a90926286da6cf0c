/** Many short strings in one buffer, none of them twice, found by hash: a million ids without a million objects. */
import { textOf } from "#lib/utf8.ts";
import { Offsets } from "./offsets.ts";

const EMPTY = 0xffffffff;
const encoder = new TextEncoder();

/** FNV-1a. */
const HASH_START = 0x811c9dc5;
const HASH_STEP = 0x01000193;

const hashOf = (text: string, from: number, to: number): number => {
  let hash = HASH_START;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_STEP);
  return (hash ^ (hash >>> 15)) >>> 0;
};

export class StringTable {
  private bytes = new Uint8Array(1 << 12);
  private offsets = new Offsets(256);
  private slots = new Uint32Array(512).fill(EMPTY);
  private used = 0;
  length = 0;

  constructor() {
    this.offsets.push(0);
  }

  /** Adds a string that is not there yet and returns its position; -1, and nothing is added, where it is. */
  add(text: string): number {
    const slot = this.slotOf(text, 0, text.length);
    return this.slots[slot] === EMPTY ? this.append(text, slot) : -1;
  }

  /**
   * Adds ASCII strings that lie in one buffer, those of `at` from `ends[at]` to `ends[at + 1]`, where none of them is
   * there yet nor twice among them; false, and nothing is added, where one is.
   */
  addAll(bytes: Uint8Array, ends: Int32Array, count: number): boolean {
    const { length, used } = this;
    const [from, to] = [ends[0] as number, ends[count] as number];
    if (this.bytes.length - used < to - from) {
      const wider = new Uint8Array(Math.max(this.bytes.length * 2, used + to - from));
      wider.set(this.bytes.subarray(0, used));
      this.bytes = wider;
    }
    this.bytes.set(bytes.subarray(from, to), used);
    for (let at = 0; at < count; at++) this.offsets.push(used - from + (ends[at + 1] as number));
    this.used = used + to - from;
    this.length = length + count;
    let slots = this.slots.length;
    while (this.length * 2 > slots) slots *= 2;
    if (slots > this.slots.length) this.rehash(slots, length);
    const mask = this.slots.length - 1;
    for (let position = length; position < this.length; position++) {
      let slot = this.hashAt(position) & mask;
      for (; this.slots[slot] !== EMPTY; slot = (slot + 1) & mask)
        if (this.same(this.slots[slot] as number, position)) {
          [this.length, this.used] = [length, used];
          this.offsets.drop(count);
          this.rehash(this.slots.length, length);
          return false;
        }
      this.slots[slot] = position;
    }
    return true;
  }

  /** Position of a string, or of a part of it, which is added where it is not there yet. */
  intern(text: string, from = 0, to = text.length): number {
    const slot = this.slotOf(text, from, to);
    const known = this.slots[slot] as number;
    return known === EMPTY ? this.append(text.slice(from, to), slot) : known;
  }

  get(position: number): string {
    const [from, to] = [this.offsets.at(position), this.offsets.at(position + 1)];
    return textOf(this.bytes.subarray(from, to));
  }

  /** Position of a string, or -1. */
  find(text: string): number {
    const known = this.slots[this.slotOf(text, 0, text.length)] as number;
    return known === EMPTY ? -1 : known;
  }

  /** Gives back the room kept for growing. */
  trim(): void {
    this.bytes = this.bytes.slice(0, this.used);
    this.offsets = this.offsets.trimmed();
  }

  /** Where the position of a part of a text stands, or would stand. */
  private slotOf(text: string, from: number, to: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(text, from, to) & mask;
    for (let known = slots[slot] as number; known !== EMPTY; known = slots[slot] as number) {
      if (this.is(known, text, from, to)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private append(text: string, slot: number): number {
    if (this.bytes.length - this.used < text.length * 3) {
      const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.used + text.length * 3));
      wider.set(this.bytes.subarray(0, this.used));
      this.bytes = wider;
    }
    this.write(text);
    const position = this.length++;
    this.offsets.push(this.used);
    if (this.length * 2 > this.slots.length) this.rehash(this.slots.length * 2, this.length);
    else this.slots[slot] = position;
    return position;
  }

  private write(text: string): void {
    const { bytes, used } = this;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) {
        this.used += encoder.encodeInto(text, bytes.subarray(used)).written;
        return;
      }
      bytes[used + at] = code;
    }
    this.used += text.length;
  }

  private is(position: number, text: string, from: number, to: number): boolean {
    const begins = this.offsets.at(position);
    const length = this.offsets.at(position + 1) - begins;
    const letters = to - from;
    // Letters beyond ASCII take more bytes than one.
    if (length < letters) return false;
    // From the end: ids that stand in one slot often begin alike.
    for (let back = 1; back <= length; back++) {
      const byte = this.bytes[begins + length - back] as number;
      if (byte > 0x7f) return this.get(position) === text.slice(from, to);
      if (back > letters || byte !== text.charCodeAt(to - back)) return false;
    }
    return true;
  }

  private hashAt(position: number): number {
    const [from, to] = [this.offsets.at(position), this.offsets.at(position + 1)];
    let hash = HASH_START;
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at] as number;
      if (byte > 0x7f) {
        const text = this.get(position);
        return hashOf(text, 0, text.length);
      }
      hash = Math.imul(hash ^ byte, HASH_STEP);
    }
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  private same(a: number, b: number): boolean {
    const [from, start] = [this.offsets.at(a), this.offsets.at(b)];
    const length = this.offsets.at(a + 1) - from;
    if (this.offsets.at(b + 1) - start !== length) return false;
    for (let at = length - 1; at >= 0; at--) if (this.bytes[from + at] !== this.bytes[start + at]) return false;
    return true;
  }

  /** Makes so many slots and puts the first `count` strings in them. */
  private rehash(slots: number, count: number): void {
    this.slots = new Uint32Array(slots).fill(EMPTY);
    const mask = this.slots.length - 1;
    for (let position = 0; position < count; position++) {
      let slot = this.hashAt(position) & mask;
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.slots[slot] = position;
    }
  }
}
