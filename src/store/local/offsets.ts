/** Numbers to a base at most: so many rows seldom come to more values than two bytes can count. */
const WIDEST = 8;

/** Where the lists, or the texts, of one buffer begin: ascending numbers in two bytes each, above a base that neighbours share. */
export class Offsets {
  length = 0;
  /** Each base is for `1 << shift` numbers: fewer where they lie further apart, in the end for one. */
  private shift = WIDEST;
  private bases = new Uint32Array(8);
  private steps: Uint16Array;

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
    return (this.bases[index >>> this.shift] as number) + (this.steps[index] as number);
  }

  /** Adds a number that is not below the last. */
  push(value: number): void {
    const block = this.length >>> this.shift;
    if (this.length === this.steps.length) this.steps = resized(this.steps, Math.max(16, this.length * 2));
    if (this.length === block << this.shift) {
      if (block === this.bases.length) this.bases = resized(this.bases, Math.max(8, block * 2));
      this.bases[block] = value;
    }
    const step = value - (this.bases[block] as number);
    if (step > 0xffff) {
      this.refine();
      this.push(value);
      return;
    }
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
    copy.shift = this.shift;
    copy.bases = this.bases.slice(0, (this.length + (1 << this.shift) - 1) >>> this.shift);
    copy.steps = this.steps.slice(0, this.length);
    return copy;
  }

  /** Gives half as many numbers a base each. */
  private refine(): void {
    const finer = new Offsets(this.steps.length);
    finer.shift = this.shift - 1;
    for (let index = 0; index < this.length; index++) finer.push(this.at(index));
    this.shift = finer.shift;
    this.bases = finer.bases;
    this.steps = finer.steps;
  }
}

/** A typed array with room for more, or with less. */
const resized = <T extends Uint16Array | Uint32Array>(values: T, size: number): T => {
  const wider = new (values.constructor as new (size: number) => T)(size);
  wider.set(values);
  return wider;
};
