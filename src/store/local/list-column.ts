/** A list column while it is filled. */
import { type Growing, growingU32, type Lists } from "./growing.ts";
import { Offsets } from "./offsets.ts";

export class ListColumn {
  readonly offsets = new Offsets();
  readonly values: Growing<Uint32Array> = growingU32();
  private from = 0;

  constructor() {
    this.offsets.push(0);
  }

  /** Adds a value to the row being filled; false where it has it already or the number is no number of a value. */
  add(value: number): boolean {
    if (value < 0) return false;
    for (let at = this.from; at < this.values.length; at++) if (this.values.at(at) === value) return false;
    this.values.push(value);
    return true;
  }

  endRow(): void {
    this.from = this.values.length;
    this.offsets.push(this.from);
  }

  /**
   * Adds so many rows at once: those of row `i` are `numbers` from `ends[i]` to `ends[i + 1]`, negative ones left aside.
   * @param chains for each number those to add for it, in place of the number itself
   */
  addRows(ends: Int32Array, numbers: Int32Array, rows: number, chains?: readonly Uint32Array[]): void {
    let most = (ends[rows] as number) - (ends[0] as number);
    if (chains)
      for (let at = ends[0] as number; at < (ends[rows] as number); at++)
        most += (chains[numbers[at] as number] as Uint32Array).length;
    const base = this.values.length;
    const values = this.values.reserve(most);
    let count = 0;
    const put = (value: number, from: number): void => {
      for (let at = from; at < count; at++) if (values[at] === value) return;
      values[count++] = value;
    };
    for (let row = 0; row < rows; row++) {
      const from = count;
      for (let at = ends[row] as number; at < (ends[row + 1] as number); at++) {
        const number = numbers[at] as number;
        if (number < 0) continue;
        const chain = chains?.[number];
        if (!chain) put(number, from);
        else for (let step = 0; step < chain.length; step++) put(chain[step] as number, from);
      }
      this.offsets.push(base + count);
    }
    this.values.drop(most - count);
    this.from = base + count;
  }

  done(): Lists {
    return { offsets: this.offsets.trimmed(), values: this.values.done() };
  }
}
