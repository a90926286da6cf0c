/** Many texts made of recurring words, in a few bytes a word: the titles of an archive without a string for each. */
import { type Growing, growingU8, growingU32, narrow, type Values } from "./growing.ts";
import { Offsets } from "./offsets.ts";
import { StringTable } from "./strings.ts";

/** Texts as the numbers of their words, seven bits to a byte, the words that came first in one byte. */
export class Phrases {
  private readonly words = new StringTable();
  private readonly bytes = growingU8();
  private offsets = new Offsets();

  constructor() {
    this.offsets.push(0);
  }

  get length(): number {
    return this.offsets.length - 1;
  }

  /** Adds a text after those there are. */
  add(text: string): void {
    for (let from = 0; from <= text.length; ) {
      const space = text.indexOf(" ", from);
      const to = space < 0 ? text.length : space;
      let number = this.words.intern(text, from, to);
      while (number > 0x7f) {
        this.bytes.push((number & 0x7f) | 0x80);
        number >>>= 7;
      }
      this.bytes.push(number);
      from = to + 1;
    }
    this.offsets.push(this.bytes.length);
  }

  get(position: number): string {
    const to = this.offsets.at(position + 1);
    let text = "";
    let number = 0;
    let shift = 0;
    const first = this.offsets.at(position);
    for (let at = first; at < to; at++) {
      const byte = this.bytes.at(at);
      number |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte > 0x7f) continue;
      text = text === "" && at - shift / 7 < first ? this.words.get(number) : `${text} ${this.words.get(number)}`;
      number = 0;
      shift = 0;
    }
    return text;
  }

  trim(): void {
    this.words.trim();
    this.bytes.trim();
    this.offsets = this.offsets.trimmed();
  }
}

/** Titles by row, each kept once where it is known to recur. */
export class Titles {
  private readonly phrases = new Phrases();
  /** Number of each row's title; null while they are counted alike. */
  private numbers: Growing<Uint32Array> | null = null;
  /** The same once there are no more to come. */
  private settled: Values | null = null;

  add(text: string): void {
    this.numbers?.push(this.phrases.length);
    this.phrases.add(text);
  }

  /** Keeps a title for rows to come, and gives its number. */
  numberOf(text: string): number {
    this.counted();
    this.phrases.add(text);
    return this.phrases.length - 1;
  }

  /** Adds rows by the numbers of their titles. */
  addNumbers(numbers: ArrayLike<number>): void {
    this.counted().pushAll(numbers);
  }

  get(row: number): string {
    return this.phrases.get(this.settled?.[row] ?? this.numbers?.at(row) ?? row);
  }

  trim(): void {
    this.phrases.trim();
    if (this.numbers) this.settled = narrow(this.numbers.done(), this.phrases.length);
    this.numbers = null;
  }

  private counted(): Growing<Uint32Array> {
    if (this.numbers === null) {
      this.numbers = growingU32();
      for (let at = 0; at < this.phrases.length; at++) this.numbers.push(at);
    }
    return this.numbers;
  }
}
