/** Evidence as events name it: ids as numbers from the first mention on, so that it may come before or after them. */
import type { Evidence } from "#data/schema.ts";
import { weakness } from "../rules.ts";
import { growingU8, growingU32 } from "./growing.ts";
import { StringTable } from "./strings.ts";

/** Codes of evidence that is only mentioned so far, and of such as took its id but may not be used. */
const MENTIONED = 0xff;
const UNUSABLE = 0xfe;

/** Certainty of a piece of evidence and which parts of an event it speaks of, in one byte. */
const packed = (row: Pick<Evidence, "certainty" | "about">): number =>
  weakness(row.certainty) | (row.about?.includes("date") ? 4 : 0) | (row.about?.includes("place") ? 8 : 0);

const weaker = (known: number, code: number): number => {
  const weak = code & 3;
  const all = Math.max(known & 3, weak);
  const date = code & 4 ? Math.max((known >> 2) & 3, weak) : (known >> 2) & 3;
  const where = code & 8 ? Math.max((known >> 4) & 3, weak) : (known >> 4) & 3;
  return all | (date << 2) | (where << 4);
};

export class EvidenceColumn {
  private readonly ids = new StringTable();
  private readonly codes = growingU8();
  private readonly rows = growingU32();
  private added = 0;
  /** Numbers each event names: those for itself up to `mains`, then those for its participants up to `ends`. */
  private mentions = growingU32();
  private mains = growingU32();
  private ends = growingU32();

  /** Number of a piece of evidence, whether it is known or only mentioned. */
  numberOf(id: string): number {
    const number = this.ids.intern(id);
    if (number === this.codes.length) {
      this.codes.push(MENTIONED);
      this.rows.push(0);
    }
    return number;
  }

  mention(ids: readonly string[]): void {
    for (const id of ids) this.mentions.push(this.numberOf(id));
  }

  /** As `mention`, by the number. */
  mentionNumber(number: number): void {
    this.mentions.push(number);
  }

  /** The mentions of so many rows that name evidence only for themselves. */
  mentionRows(ends: Int32Array, numbers: Int32Array, rows: number): void {
    const first = ends[0] as number;
    const base = this.mentions.length;
    this.mentions.pushAll(numbers.subarray(first, ends[rows]));
    const [mains, all] = [this.mains.reserve(rows), this.ends.reserve(rows)];
    for (let row = 0; row < rows; row++) {
      const to = base + (ends[row + 1] as number) - first;
      mains[row] = to;
      all[row] = to;
    }
  }

  /** What was mentioned since the last row speaks for the event; what follows, for its participants. */
  endMain(): void {
    this.mains.push(this.mentions.length);
  }

  endRow(): void {
    this.ends.push(this.mentions.length);
  }

  define(row: Pick<Evidence, "id" | "certainty" | "about">, usable: boolean): boolean {
    const number = this.numberOf(row.id);
    if (this.codes.at(number) !== MENTIONED) return false;
    this.codes.set(number, usable ? packed(row) : UNUSABLE);
    this.rows.set(number, this.added++);
    return true;
  }

  /** Place of a piece of evidence among those defined, from 0; -1 where there is none. */
  row(id: string): number {
    const number = this.ids.find(id);
    return number >= 0 && this.codes.at(number) < UNUSABLE ? this.rows.at(number) : -1;
  }

  has(id: string): boolean {
    return this.row(id) >= 0;
  }

  /** Brings the certainty of what each event names into its doubts. */
  weaken(doubts: Uint8Array): void {
    for (let row = 0, at = 0; row < doubts.length; row++) {
      for (const to = this.mains.at(row); at < to; at++) {
        const code = this.codes.at(this.mentions.at(at));
        if (code < UNUSABLE && code > 0) doubts[row] = weaker(doubts[row] as number, code);
      }
      at = this.ends.at(row);
    }
  }

  /** Rows that name evidence that is not there. */
  strays(): number[] {
    const found: number[] = [];
    let some = false;
    for (let number = 0; number < this.codes.length && !some; number++) some = this.codes.at(number) >= UNUSABLE;
    for (let row = 0, at = 0; row < this.ends.length && some; row++) {
      let missing = false;
      for (const to = this.ends.at(row); at < to; at++) missing ||= this.codes.at(this.mentions.at(at)) >= UNUSABLE;
      if (missing) found.push(row);
    }
    return found;
  }

  forgetMentions(): void {
    [this.mentions, this.mains, this.ends] = [growingU32(), growingU32(), growingU32()];
    this.ids.trim();
    this.rows.trim();
  }
}
