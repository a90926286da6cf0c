import type { DayWindow } from "#model/questions.ts";
import { boundedDays } from "../rules.ts";
import { type Bits, countBits, countBoth, countDiffering, positions } from "./bits.ts";
import { BLOCK, COUNTED, type Columns } from "./columns.ts";

/** How many selections keep the list of their positions, four bytes an event. */
const LISTS_KEPT = 3;
/** A selection is near another where fewer than one in so many of its events differ. */
const NEAR_SHARE = 3;

interface Near {
  readonly base: Selection;
  readonly added: Uint32Array;
  readonly removed: Uint32Array;
}

/** Events let through by a filter. What is worked out from them is kept beside them. */
export class Selection {
  readonly bits: Bits;
  readonly columns: Columns;
  private readonly kept = new Map<string, unknown>();

  private readonly latest: Selection[];
  private near: Near | null = null;
  private listed: Uint32Array | null = null;

  /** `latest` holds the selections that have their positions at hand, and is shared by all of a store. */
  constructor(columns: Columns, bits: Bits, latest: Selection[]) {
    this.columns = columns;
    this.bits = bits;
    this.latest = latest;
  }

  keep<T>(key: string, make: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as T;
  }

  get size(): number {
    return this.keep("size", () => countBits(this.bits));
  }

  get meetings(): number {
    return this.keep("meetings", () => countBoth(this.bits, this.columns.counted));
  }

  /** Positions of the events, ascending. Only the latest few selections keep theirs. */
  get list(): Uint32Array {
    if (this.listed === null) {
      this.listed = positions(this.bits);
      this.latest.unshift(this);
      for (const other of this.latest.splice(LISTS_KEPT)) other.listed = null;
    }
    return this.listed;
  }

  /** First and last bounded day of all events, or of the meetings. */
  span(of: "events" | "meetings"): DayWindow | null {
    return this.keep(`span:${of}`, () => spanOf(this.columns, this.list, of === "meetings"));
  }

  /**
   * Arrays of counts over the events, kept. Where a near selection has them, its own are copied and only the events
   * that differ are walked: with step 1 those that came in, with step -1 those that went.
   */
  counts<T extends readonly (Uint32Array | Int32Array)[]>(
    key: string,
    make: () => T,
    walk: (list: Uint32Array, counts: T, step: number) => void,
  ): T {
    return this.keep(key, () => {
      const known = this.near?.base.kept.get(key) as T | undefined;
      if (this.near && known) {
        const counts = known.map((array) => array.slice()) as unknown as T;
        walk(this.near.added, counts, 1);
        walk(this.near.removed, counts, -1);
        return counts;
      }
      const counts = make();
      walk(this.list, counts, 1);
      return counts;
    });
  }

  /** Looks among earlier selections for one that differs in few events. */
  learnFrom(earlier: readonly Selection[]): void {
    let fewest = this.size / NEAR_SHARE;
    let base: Selection | null = null;
    for (const other of earlier) {
      const differing = countDiffering(this.bits, other.bits);
      if (differing >= fewest) continue;
      fewest = differing;
      base = other;
    }
    if (base === null) return;
    const [ours, theirs] = [this.bits, base.bits];
    const added = ours.map((word, at) => word & ~(theirs[at] as number));
    const removed = ours.map((word, at) => ~word & (theirs[at] as number));
    this.near = { base, added: positions(added), removed: positions(removed) };
  }

  /** Lets go of the selection it learned from. */
  forget(): void {
    this.near = null;
  }

  has(at: number): boolean {
    return (((this.bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
  }
}

/** Only the head and the tail of the list are read: it is in order of start, and blocks tell when they end. */
const spanOf = (columns: Columns, list: Uint32Array, meetingsOnly: boolean): DayWindow | null => {
  const { start, end, flags, dated, lastEnds } = columns;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const asked = (at: number): DayWindow | null =>
    meetingsOnly && !((flags[at] as number) & COUNTED)
      ? null
      : boundedDays({ start: start[at] as number, end: end[at] as number });
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    if (at >= dated || (start[at] as number) > first) break;
    first = Math.min(first, asked(at)?.start ?? first);
  }
  for (let k = list.length - 1; k >= 0; k--) {
    const at = list[k] as number;
    if (at >= dated || (lastEnds[Math.floor(at / BLOCK)] as number) <= last) continue;
    last = Math.max(last, asked(at)?.end ?? last);
  }
  return first <= last ? { start: first, end: last } : null;
};
