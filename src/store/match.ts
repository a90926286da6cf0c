/** How well the names of a thing answer words typed into the search. */
import { foldedWords, wordMatches } from "#lib/fold.ts";
import type { Hit, HitKind } from "#model/questions.ts";
import { byCodeUnit } from "./rules.ts";

/** Groups in the order they are shown. */
export const HIT_KINDS = [
  "person",
  "seat",
  "organization",
  "partner",
  "place",
  "mechanism",
  "topic",
  "agreement",
  "event",
] as const satisfies readonly HitKind[];

/** A thing that can be found. */
export interface Findable {
  readonly kind: HitKind;
  readonly id: string;
  readonly label: string;
  /** Aliases, native script, forms in print. */
  readonly forms: readonly string[];
  /** Running text, looked at last. */
  readonly prose: string;
}

export interface Match {
  /** 0 the label itself, 1 its beginning, 2 words of it, 3 another form itself, 4 words of one, 5 prose. */
  readonly rank: number;
  readonly matched: string | null;
}

const all = (words: readonly string[], asked: readonly string[]): boolean =>
  asked.every((query) => words.some((word) => wordMatches(word, query)));

/** The words around the first one found, with the text as it is written. */
const snippet = (prose: string, asked: readonly string[]): string => {
  const words = prose.split(/\s+/).filter((word) => word !== "");
  const hit = words.findIndex((word) =>
    foldedWords(word).some((own) => asked.some((query) => wordMatches(own, query))),
  );
  const from = Math.max(0, hit - 3);
  const to = Math.min(words.length, from + 9);
  return `${from > 0 ? "… " : ""}${words.slice(from, to).join(" ")}${to < words.length ? " …" : ""}`;
};

/** Null where not every word asked for is found somewhere in the thing's names and prose. */
export const matchOf = (thing: Findable, asked: readonly string[]): Match | null => {
  const label = foldedWords(thing.label);
  const query = asked.join(" ");
  const whole = label.join(" ");
  if (whole === query) return { rank: 0, matched: null };
  if (all(label, asked)) return { rank: whole.startsWith(query) ? 1 : 2, matched: null };
  const forms = thing.forms.map((form) => ({ form, words: foldedWords(form) }));
  const exact = forms.find(({ words }) => words.join(" ") === query);
  if (exact) return { rank: 3, matched: exact.form };
  const part = forms.find(({ words }) => all(words, asked));
  if (part) return { rank: 4, matched: part.form };
  const named = [label, ...forms.map(({ words }) => words)].flat();
  if (all(named, asked)) {
    const outside = forms.find(({ words }) => asked.some((one) => !all(label, [one]) && all(words, [one])));
    return { rank: 4, matched: outside?.form ?? null };
  }
  if (thing.prose === "" || !all([...named, ...foldedWords(thing.prose)], asked)) return null;
  const inProse = asked.filter((one) => !all(named, [one]));
  return { rank: 5, matched: snippet(thing.prose, inProse) };
};

export interface RankedHit extends Hit {
  readonly rank: number;
}

/** Best match first, then what leads to most meetings, then by label. */
export const byRank = (a: RankedHit, b: RankedHit): number =>
  a.rank - b.rank || b.count - a.count || byCodeUnit(a.label, b.label) || byCodeUnit(a.id, b.id);
