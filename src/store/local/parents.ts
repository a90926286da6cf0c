/** Which event each lies in, as ids from the first mention on, since an event may come before what it lies in. */
import { growingU32 } from "./growing.ts";
import { StringTable } from "./strings.ts";

/** Rows that lie in another one, beside the row each of them lies in, in ascending order of that. */
export interface Parts {
  readonly rows: Uint32Array;
  readonly containers: Uint32Array;
}

/** @param partOf for each row the one it lies in, or -1 */
export const partsOf = (partOf: Int32Array): Parts => {
  const size = partOf.length;
  let inside = 0;
  for (let row = 0; row < size; row++) if ((partOf[row] as number) >= 0) inside++;
  const pairs = new Float64Array(inside);
  for (let row = 0, count = 0; row < size; row++) {
    const container = partOf[row] as number;
    if (container >= 0) pairs[count++] = container * size + row;
  }
  pairs.sort();
  return {
    rows: Uint32Array.from(pairs, (pair) => pair % size),
    containers: Uint32Array.from(pairs, (pair) => Math.floor(pair / size)),
  };
};

/** The rows that lie in one, ascending. */
export const partsIn = ({ rows, containers }: Parts, container: number): Uint32Array => {
  let [low, high] = [0, containers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((containers[middle] as number) < container) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (containers[end] === container) end++;
  return rows.subarray(low, end);
};

export class ParentColumn {
  private readonly mentioned = new StringTable();
  /** Number of the id mentioned plus one; 0 for none. */
  private readonly numbers = growingU32();
  private rings: { readonly event: number; readonly id: string; readonly partOf: string }[] | null = null;

  push(id: string | null): void {
    this.numbers.push(id === null ? 0 : this.numberOf(id));
  }

  /** Number of the id of an event that others lie in; none is 0. */
  numberOf(id: string): number {
    return this.mentioned.intern(id) + 1;
  }

  /** As `push`, by numbers. */
  pushNumbers(numbers: ArrayLike<number>): void {
    this.numbers.pushAll(numbers);
  }

  /** Row of the event each row lies in; -1 for none, or for one that is not there. */
  done(ids: StringTable): Int32Array {
    const rows = new Int32Array(this.mentioned.length + 1);
    rows[0] = -1;
    for (let at = 0; at < this.mentioned.length; at++) rows[at + 1] = ids.find(this.mentioned.get(at));
    const partOf = new Int32Array(this.numbers.length);
    for (let row = 0; row < partOf.length; row++) partOf[row] = rows[this.numbers.at(row)] as number;
    return partOf;
  }

  /** Rows that lie in an event that is not there. */
  strays(ids: StringTable): number[] {
    const found: number[] = [];
    const missing = Array.from({ length: this.mentioned.length }, (_, at) => ids.find(this.mentioned.get(at)) < 0);
    if (!missing.includes(true)) return found;
    for (let row = 0; row < this.numbers.length; row++) if (missing[this.numbers.at(row) - 1]) found.push(row);
    return found;
  }

  /** Follows each row to its outermost one; where the way comes back to itself, the last step is cut. */
  cutRings(ids: StringTable): readonly { readonly event: number; readonly id: string; readonly partOf: string }[] {
    if (this.rings) return this.rings;
    const partOf = this.done(ids);
    const rings: { event: number; id: string; partOf: string }[] = [];
    // 0: not seen yet; else the number of the walk that came by.
    const seen = new Uint32Array(partOf.length);
    for (let first = 0; first < partOf.length; first++) {
      if (partOf[first] === -1) continue;
      let row = first;
      while (row >= 0 && seen[row] === 0) {
        seen[row] = first + 1;
        const next = partOf[row] as number;
        if (next >= 0 && seen[next] === first + 1) {
          rings.push({ event: row, id: ids.get(row), partOf: ids.get(next) });
          this.numbers.set(row, 0);
          break;
        }
        row = next;
      }
    }
    this.rings = rings;
    return rings;
  }
}
