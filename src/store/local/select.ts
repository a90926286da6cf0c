/** From a filter to the set of events it lets through: one set a clause, kept, and joined by "and". */
import { foldedWords } from "#lib/fold.ts";
import { type Filter, without } from "#model/filter.ts";
import type { DayWindow } from "#model/questions.ts";
import { FAR } from "../dates.ts";
import { boundedDays, filterDays } from "../rules.ts";
import { andInto, type Bits, countBits, countBoth, orInto, positions, setBit, setRange, wordsFor } from "./bits.ts";
import type { Columns } from "./columns.ts";
import { type Lists, slice } from "./growing.ts";
import { Recent } from "./recent.ts";
import type { Codes } from "./vocabulary.ts";

/** Events let through by a filter. What is worked out from them is kept beside them. */
export class Selection {
  readonly bits: Bits;
  readonly columns: Columns;
  private readonly kept = new Map<string, unknown>();

  constructor(columns: Columns, bits: Bits) {
    this.columns = columns;
    this.bits = bits;
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

  /** Positions of the events, ascending. */
  get list(): Uint32Array {
    return this.keep("list", () => positions(this.bits));
  }

  /** Positions of the meetings, ascending. */
  get meetingList(): Uint32Array {
    return this.keep("meetingList", () => {
      const bits = this.bits.slice();
      andInto(bits, this.columns.counted);
      return positions(bits);
    });
  }

  /** First and last bounded day of all events, or of the meetings. */
  span(of: "events" | "meetings"): DayWindow | null {
    return this.keep(`span:${of}`, () => spanOf(this.columns, of === "events" ? this.list : this.meetingList));
  }

  has(at: number): boolean {
    return (((this.bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
  }
}

const spanOf = ({ start, end, dated }: Columns, list: Uint32Array): DayWindow | null => {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    if (at >= dated) break;
    let [from, to] = [start[at] as number, end[at] as number];
    if (from <= -FAR || to >= FAR) {
      const days = boundedDays({ start: from, end: to });
      if (days === null) continue;
      from = days.start;
      to = days.end;
    }
    if (from < first) first = from;
    if (to > last) last = to;
  }
  return first <= last ? { start: first, end: last } : null;
};

/** Sets of events for the words of a text, from a text index that is made when it is first needed. */
export type WordSets = (word: string) => Bits | Promise<Bits>;

const CLAUSES_KEPT = 96;
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
  const everything = new Selection(columns, columns.all);
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
      return selections.set(name, new Selection(columns, bits ?? columns.all));
    },
  };
};
