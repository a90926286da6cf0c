/** An index of folded words: which documents have a word that begins as asked. */
import { isRunOn } from "#lib/fold.ts";
import { type Growing, growingU8, growingU32 } from "./growing.ts";
import { Offsets } from "./offsets.ts";
import { eachPosition, type Postings, postingsOf } from "./postings.ts";

export interface WordIndex {
  readonly words: readonly string[];
  /** Calls back with each document that has a matching word; one document may come more than once. */
  find(query: string, found: (document: number) => void): void;
}

const lowerBound = (words: readonly string[], query: string): number => {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as string) < query) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Ascending lists as steps, seven bits to a byte: those of `i` begin at `starts[i]`. */
interface Packed {
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
}

const packed = (postings: Postings, limit: number): Packed => {
  const bytes = growingU8();
  const starts = new Uint32Array(limit + 1);
  for (let value = 0; value < limit; value++) {
    let last = 0;
    eachPosition(postings, value, (at) => {
      let step = at - last;
      last = at;
      for (; step > 0x7f; step >>>= 7) bytes.push((step & 0x7f) | 0x80);
      bytes.push(step);
    });
    starts[value + 1] = bytes.length;
  }
  return { starts, bytes: bytes.done() };
};

const unpack = ({ starts, bytes }: Packed, list: number, found: (value: number) => void): void => {
  let [value, step, shift] = [0, 0, 0];
  for (let at = starts[list] as number; at < (starts[list + 1] as number); at++) {
    const byte = bytes[at] as number;
    step |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    value += step;
    found(value);
    step = 0;
    shift = 0;
  }
};

/** Collects words document by document, in ascending order of documents. */
export class WordIndexBuilder {
  private readonly numbers = new Map<string, number>();
  private readonly values: Growing<Uint32Array> = growingU32();
  private readonly offsets = new Offsets();

  constructor() {
    this.offsets.push(0);
  }

  /** Adds the words of the next document. */
  add(words: Iterable<string>): void {
    for (const word of words) {
      const known = this.numbers.get(word);
      if (known === undefined) this.numbers.set(word, this.numbers.size);
      this.values.push(known ?? this.numbers.size - 1);
    }
    this.offsets.push(this.values.length);
  }

  finish(): WordIndex {
    const inFound = [...this.numbers.keys()];
    const order = inFound.map((_, at) => at).sort((a, b) => ((inFound[a] as string) < (inFound[b] as string) ? -1 : 1));
    const words = order.map((at) => inFound[at] as string);
    const rank = new Uint32Array(words.length);
    for (let at = 0; at < order.length; at++) rank[order[at] as number] = at;
    const values = this.values.done();
    for (let at = 0; at < values.length; at++) values[at] = rank[values[at] as number] as number;
    const documents = packed(postingsOf({ offsets: this.offsets, values }, words.length), words.length);
    const runOn = words.flatMap((word, at) => (isRunOn(word) ? [at] : []));
    return {
      words,
      find(query, found) {
        const tell = (word: number): void => unpack(documents, word, found);
        if (isRunOn(query)) {
          for (const word of runOn) if ((words[word] as string).includes(query)) tell(word);
          return;
        }
        for (let word = lowerBound(words, query); word < words.length; word++) {
          if (!(words[word] as string).startsWith(query)) break;
          tell(word);
        }
      },
    };
  }
}
