/** A list column while it is filled. */
import { type Growing, growingU32, type Lists } from "./growing.ts";

export class ListColumn {
  readonly offsets: Growing<Uint32Array> = growingU32();
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

  done(): Lists {
    return { offsets: this.offsets.done(), values: this.values.done() };
  }
}
