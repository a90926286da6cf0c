/** From a filter to the set of events it lets through: one set a clause, kept, and joined by "and". */
import { foldedWords } from "#lib/fold.ts";
import { type Filter, without } from "#model/filter.ts";
import type { DayWindow } from "#model/questions.ts";
import { filterDays } from "../rules.ts";
import { andInto, type Bits, orInto, setBit, setRange, wordsFor } from "./bits.ts";
import type { Columns } from "./columns.ts";
import { eachPosition, type Postings } from "./postings.ts";
import { Recent } from "./recent.ts";
import { Selection } from "./selection.ts";
import type { Codes } from "./vocabulary.ts";

/** Sets of events for the words of a text, from a text index that is made when it is first needed. */
export type WordSets = (word: string) => Bits | Promise<Bits>;

const CLAUSES_KEPT = 64;
const SELECTIONS_KEPT = 12;
/** How many earlier selections a new one is compared with. */
const NEAR_KEPT = 3;

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
  const selections = new Recent<Promise<Selection>>(SELECTIONS_KEPT);
  const before: Selection[] = [];
  const latest: Selection[] = [];
  const everything = new Selection(columns, columns.all, latest);
  const empty = (): Bits => new Uint32Array(wordsFor(columns.size));

  const fromPostings = (postings: Postings, codes: Codes, values: readonly string[]): Bits => {
    const bits = empty();
    for (const value of values) {
      const code = codes.of(value);
      if (code < 0) continue;
      eachPosition(postings, code, (at) => setBit(bits, at));
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
        return fromPostings(columns.byPartner, vocabulary.partners, filter.partner);
      case "topic":
        return fromPostings(columns.byTopic, vocabulary.topics, filter.topic);
      case "official":
        return fromPostings(columns.byOfficial, vocabulary.officials, filter.official);
      case "place":
        return fromPostings(columns.byPlace, vocabulary.places, filter.place);
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

  const join = async (parts: ReturnType<typeof clausesOf>, filter: Filter): Promise<Selection> => {
    const sets: Bits[] = [];
    for (const part of parts) {
      const known = clauses.get(part.name);
      const made = known ?? make(part.key, filter);
      const set = made instanceof Promise ? await made : made;
      if (!known) clauses.set(part.name, set);
      sets.push(set);
    }
    const bits = sets.length === 1 ? (sets[0] as Bits) : (sets[0] as Bits).slice();
    for (const set of sets.slice(1)) andInto(bits, set);
    const selection = new Selection(columns, bits, latest);
    selection.learnFrom([everything, ...before]);
    before.unshift(selection);
    for (const old of before.splice(NEAR_KEPT)) old.forget();
    return selection;
  };

  return {
    everything,
    select(filter, ...skipped) {
      const asked = without(filter, ...skipped);
      const parts = clausesOf(asked);
      if (parts.length === 0) return Promise.resolve(everything);
      const name = parts.map((part) => part.name).join("&");
      // Kept while it is still being made, so that questions asked together share one selection.
      return selections.get(name) ?? selections.set(name, join(parts, asked));
    },
  };
};
