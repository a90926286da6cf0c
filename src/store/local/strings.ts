/** Many short strings in one buffer, found by hash: a million ids without a million objects. */

const EMPTY = 0xffffffff;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};

export class StringTable {
  private bytes = new Uint8Array(1 << 12);
  private offsets = new Uint32Array(256);
  private slots = new Uint32Array(512).fill(EMPTY);
  private used = 0;
  length = 0;

  /** Adds a string and returns its position. Of equal strings the first is the one found. */
  add(text: string): number {
    if (this.bytes.length - this.used < text.length * 3) {
      const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.used + text.length * 3));
      wider.set(this.bytes.subarray(0, this.used));
      this.bytes = wider;
    }
    this.used += encoder.encodeInto(text, this.bytes.subarray(this.used)).written;
    if (this.length + 1 === this.offsets.length) {
      const wider = new Uint32Array(this.offsets.length * 2);
      wider.set(this.offsets);
      this.offsets = wider;
    }
    const position = this.length++;
    this.offsets[this.length] = this.used;
    if (this.length * 2 > this.slots.length) this.rehash();
    else this.place(text, position);
    return position;
  }

  get(position: number): string {
    const [from, to] = [this.offsets[position] as number, this.offsets[position + 1] as number];
    const bytes = this.bytes.subarray(from, to);
    for (let at = 0; at < bytes.length; at++)
      if ((bytes[at] as number) > 0x7f || bytes.length > 256) return decoder.decode(bytes);
    return String.fromCharCode.apply(null, bytes as unknown as number[]);
  }

  /** Position of a string, or -1. */
  find(text: string): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(text) & mask; ; slot = (slot + 1) & mask) {
      const position = this.slots[slot] as number;
      if (position === EMPTY) return -1;
      if (this.get(position) === text) return position;
    }
  }

  /** Gives back the room kept for growing. */
  trim(): void {
    this.bytes = this.bytes.slice(0, this.used);
    this.offsets = this.offsets.slice(0, this.length + 1);
  }

  private place(text: string, position: number): void {
    const mask = this.slots.length - 1;
    let slot = hashOf(text) & mask;
    while (this.slots[slot] !== EMPTY) {
      if (this.get(this.slots[slot] as number) === text) return;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = position;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2).fill(EMPTY);
    for (let position = 0; position < this.length; position++) this.place(this.get(position), position);
  }
}
