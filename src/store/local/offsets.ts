/** Numbers that share a base: so many rows seldom have more values than two bytes can count. */
const SHIFT = 8;
const SHARING = 1 << SHIFT;

/** A typed array with room for more. */
const wider = <T extends Uint16Array | Uint32Array>(values: T): T => {
  const more = new (values.constructor as new (size: number) => T)(values.length * 2 + SHARING);
  more.set(values);
  return more;
};

/**
 * Where the lists, or the texts, of one buffer begin: ascending numbers as steps of two bytes above a base that
 * neighbours share; of four where they lie too far apart.
 */
export class Offsets {
  length = 0;
  private bases = new Uint32Array(8);
  private steps: Uint16Array | Uint32Array;

  /** @param room for so many; it grows as it must */
  constructor(room = 1024) {
    this.steps = new Uint16Array(room);
  }

  /** So many numbers from 0 on: where lists begin that have one value each. */
  static counting(count: number): Offsets {
    const offsets = new Offsets(count);
    for (let value = 0; value < count; value++) offsets.push(value);
    return offsets;
  }

  at(index: number): number {
    return (this.bases[index >>> SHIFT] as number) + (this.steps[index] as number);
  }

  /** Adds a number that is not below the last. */
  push(value: number): void {
    const block = this.length >>> SHIFT;
    if (this.length === this.steps.length) this.steps = wider(this.steps);
    if (this.length === block << SHIFT) {
      if (block === this.bases.length) this.bases = wider(this.bases);
      this.bases[block] = value;
    }
    const step = value - (this.bases[block] as number);
    if (step > 0xffff && this.steps instanceof Uint16Array) this.steps = Uint32Array.from(this.steps);
    this.steps[this.length++] = step;
  }

  /** Takes so many numbers off the end. */
  drop(count: number): void {
    this.length -= count;
  }

  /** The same numbers in as little room as they need. */
  trimmed(): Offsets {
    const copy = new Offsets(0);
    copy.length = this.length;
    copy.bases = this.bases.slice(0, (this.length + SHARING - 1) >>> SHIFT);
    copy.steps = this.steps.slice(0, this.length);
    return copy;
  }
}
