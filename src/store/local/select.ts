/** From a filter to the set of events it lets through: one set a clause, kept, and joined by "and". */
import { foldedWords } from "#lib/fold.ts";
import { type Filter, without } from "#model/filter.ts";
import type { DayWindow } from "#model/questions.ts";
import { boundedDays, filterDays } from "../rules.ts";
import { andInto, type Bits, countBits, countBoth, orInto, positions, setBit, setRange, wordsFor } from "./bits.ts";
import { BLOCK, COUNTED, type Columns } from "./columns.ts";
import { type Lists, slice } from "./growing.ts";
import { Recent } from "./recent.ts";
import type { Codes } from "./vocabulary.ts";

/** Events let through by a filter. What is worked out from them is kept beside them. */
export class Selection {
  readonly bits: Bits;
  readonly columns: Columns;
  private readonly kept = new Map<string, unknown>();

  private readonly latest: Selection[];
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

/** Sets of events for the words of a text, from a text index that is made when it is first needed. */
export type WordSets = (word: string) => Bits | Promise<Bits>;

const CLAUSES_KEPT = 64;
const LISTS_KEPT = 3;
const SELECTIONS_KEPT = 24;

const listed = (values: readonly string[]): string => JSON.stringify([...new Set(values)].sort());

/** The clauses of a filter that say something, each with a key that is the same for the same set. */
const clausesOf = (filter: Filter): { key: keyof Filter; name: string }[] => {
  const clauses: { key: keyof Filter; name: string }[] = [];
  for (const key of ["partner", "topic", "type", "official", "place", "certainty"] as const)
    if (filter[key].length > 0) clauses.push({ key, name: `${key}:${listed(filter[key])}` });
  const days = filterDays(filter);
  if (days) clauses.push({ key: "from", name: `days:${days.start}..${days.end}` });
  const words = foldedWords(filter.q);
  if (words.length > 0) clauses.push({ key: "q", name: `q:${listed(words)}` });
  return clauses;
};

export interface Selector {
  /** The events a filter lets through, `skipped` clauses left aside. */
  select(filter: Filter, ...skipped: (keyof Filter)[]): Promise<Selection>;
  readonly everything: Selection;
}

export const createSelector = (columns: Columns, wordSet: WordSets): Selector => {
  const { vocabulary } = columns;
  const clauses = new Recent<Bits>(CLAUSES_KEPT);
  const selections = new Recent<Selection>(SELECTIONS_KEPT);
  const latest: Selection[] = [];
  const everything = new Selection(columns, columns.all, latest);
  const empty = (): Bits => new Uint32Array(wordsFor(columns.size));

  const fromLists = (lists: Lists, codes: Codes, values: readonly string[]): Bits => {
    const bits = empty();
    for (const value of values) {
      const code = codes.of(value);
      if (code < 0) continue;
      const rows = slice(lists, code);
      for (let k = 0; k < rows.length; k++) setBit(bits, rows[k] as number);
    }
    return bits;
  };

  const fromBits = (sets: readonly Bits[], codes: Codes, values: readonly string[]): Bits => {
    const bits = empty();
    for (const value of values) {
      const set = sets[codes.of(value)];
      if (set) orInto(bits, set);
    }
    return bits;
  };

  const fromDays = (days: DayWindow): Bits => {
    const { start, end, dated } = columns;
    const bits = empty();
    let [low, high] = [0, dated];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((start[middle] as number) <= days.end) low = middle + 1;
      else high = middle;
    }
    setRange(bits, 0, low);
    // Those that begin before the first day may have ended before it too.
    for (let at = 0; at < low; at++) {
      if ((start[at] as number) >= days.start) break;
      if ((end[at] as number) < days.start) bits[at >>> 5] = (bits[at >>> 5] as number) & ~(1 << (at & 31));
    }
    return bits;
  };

  const fromWords = async (text: string): Promise<Bits> => {
    const bits = columns.all.slice();
    for (const word of new Set(foldedWords(text))) andInto(bits, await wordSet(word));
    return bits;
  };

  const make = (key: keyof Filter, filter: Filter): Bits | Promise<Bits> => {
    switch (key) {
      case "partner":
        return fromLists(columns.byPartner, vocabulary.partners, filter.partner);
      case "topic":
        return fromLists(columns.byTopic, vocabulary.topics, filter.topic);
      case "official":
        return fromLists(columns.byOfficial, vocabulary.officials, filter.official);
      case "place":
        return fromLists(columns.byPlace, vocabulary.places, filter.place);
      case "type":
        return fromBits(columns.byType, vocabulary.types, filter.type);
      case "certainty":
        return fromBits(columns.byCertainty, vocabulary.certainties, filter.certainty);
      case "q":
        return fromWords(filter.q);
      default:
        return fromDays(filterDays(filter) ?? { start: -Infinity, end: Infinity });
    }
  };

  return {
    everything,
    async select(filter, ...skipped) {
      const asked = without(filter, ...skipped);
      const parts = clausesOf(asked);
      if (parts.length === 0) return everything;
      const name = parts.map((part) => part.name).join("&");
      const known = selections.get(name);
      if (known) return known;
      let bits: Bits | null = null;
      for (const part of parts) {
        const set = clauses.get(part.name) ?? clauses.set(part.name, await make(part.key, asked));
        if (bits === null) bits = parts.length === 1 ? set : set.slice();
        else andInto(bits, set);
      }
      return selections.set(name, new Selection(columns, bits ?? columns.all, latest));
    },
  };
};
