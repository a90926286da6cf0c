/**
 * Pointers into a source text: where a passage stands, its digest, and the text fragment that opens a page at it.
 *
 * Offsets count UTF-16 units of the file read as UTF-8, from 0, end exclusive. A paragraph is a line that holds more
 * than white space, counted from 1. Terms: TextPositionSelector of the W3C Web Annotation model for the offsets, the
 * text directive of the URL Fragment Text Directives draft for the fragment.
 */
import { err, ok, type Result } from "#lib/result.ts";
import type { Evidence } from "./schema.ts";

export interface Passage {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** How many words a fragment shows at either end, at most. */
export const FRAGMENT_WORDS = 4;

/**
 * The text with every kind of blank, quotation mark and dash made plain, unit by unit, so that offsets stay the same.
 * Line feeds are kept.
 */
export const plainText = (text: string): string =>
  text
    .replace(/[^\S\n]/g, " ")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-");

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Matches the words in this order on one line, whatever blanks are between them, not from within a word. */
const phrase = (words: string): RegExp => {
  const inner = plainText(words).trim().split(/\s+/).map(escaped).join(" +");
  return new RegExp(`(?<![\\p{L}\\p{N}])${inner}(?![\\p{L}\\p{N}])`, "gu");
};

/** Every place where the words stand, blanks and quotation marks of any kind being alike. */
export const placesOf = (text: string, words: string): readonly Passage[] => {
  if (words.trim() === "") return [];
  return [...plainText(text).matchAll(phrase(words))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
};

/** The text with clutter blanked out, offsets unchanged. */
export const withoutClutter = (text: string, clutter: readonly (readonly [number, number])[] = []): string => {
  let rest = text;
  for (const [start, end] of clutter)
    rest = rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, " ") + rest.slice(end);
  return rest;
};

/** Number of the paragraph a passage stands in, or null where it has none or reaches over its end. */
export const paragraphOf = (text: string, { start, end }: Passage): number | null => {
  if (start < 0 || end > text.length || text.slice(start, end).includes("\n")) return null;
  const before = text.slice(0, start).split("\n");
  const own = text.slice(start - (before.at(-1)?.length ?? 0)).split("\n", 1)[0] ?? "";
  if (own.trim() === "") return null;
  return before.slice(0, -1).filter((line) => line.trim() !== "").length + 1;
};

/**
 * The one passage that begins with the first words and ends with the last: `"The two sides … at noon"`. Without `…`
 * (or `...`) the words are the passage.
 * @returns a sentence saying what is wrong where there is none, or more than one.
 */
export const findPassage = (text: string, query: string): Result<Passage> => {
  const [first = "", last, ...more] = query.split(/\s*(?:…|\.{3})\s*/);
  if (first.trim() === "" || last === "" || more.length > 0)
    return err('Write the first words, then " … ", then the last words of one passage.');
  const begins = placesOf(text, first);
  if (begins.length === 0) return err(`"${first}" does not stand in the text on one line.`);
  const lasts = last === undefined ? [] : placesOf(text, last);
  const found = begins.flatMap(({ start, end }) => {
    if (last === undefined) return [{ start, end }];
    const close = lasts.find((at) => at.start >= end);
    return close && !text.slice(start, close.end).includes("\n") ? [{ start, end: close.end }] : [];
  });
  const [only, second] = found;
  if (!only) return err(`"${last}" does not follow "${first}" within one paragraph.`);
  if (!second) return ok(only);
  const where = found.map((at) => paragraphOf(text, at)).join(", ");
  return err(`That stands in ${found.length} places (paragraphs ${where}): give more words at the ends.`);
};

const encoded = (words: readonly string[]): string =>
  encodeURIComponent(words.join(" ")).replace(/-/g, "%2D").replace(/'/g, "%27");

/** Value of a text directive for a passage: all its words where they are few, else some at either end. */
export const fragmentOf = (passage: string): string => {
  const words = passage.trim().split(/\s+/);
  if (words.length <= FRAGMENT_WORDS) return encoded(words);
  const first = Math.min(FRAGMENT_WORDS, Math.ceil(words.length / 2));
  const last = Math.min(FRAGMENT_WORDS, words.length - first);
  return `${encoded(words.slice(0, first))},${encoded(words.slice(-last))}`;
};

/** The words of a fragment: what it begins with and, where it is a range, what it ends with; null where unreadable. */
export const fragmentWords = (fragment: string): { readonly first: string; readonly last: string | null } | null => {
  const parts = fragment.split(",");
  try {
    const [first = "", last = null] = parts.map(decodeURIComponent);
    return first === "" || last === "" || parts.length > 2 ? null : { first, last };
  } catch {
    return null;
  }
};

/** The passage a browser would open: the first place of the first words, up to the next place of the last words. */
export const openedBy = (text: string, fragment: string): Passage | null => {
  const words = fragmentWords(fragment);
  const from = words && placesOf(text, words.first)[0];
  if (!from) return null;
  if (words.last === null) return from;
  const to = placesOf(text, words.last).find((at) => at.start >= from.end);
  return to ? { start: from.start, end: to.end } : null;
};

/** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
export const sha256Hex = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

export type Pointer = Pick<Evidence, "source" | "paragraph" | "start" | "end" | "sha256" | "fragment">;

/** The pointer of evidence for a passage of this text. */
export const pointerTo = async (source: string, text: string, at: Passage): Promise<Pointer> => {
  const passage = text.slice(at.start, at.end);
  return {
    source,
    paragraph: paragraphOf(text, at),
    start: at.start,
    end: at.end,
    sha256: await sha256Hex(passage),
    fragment: fragmentOf(passage),
  };
};

/** Which of these file names holds a source's text: `000.txt`, `000_anything.txt`; for an id `s-000` its digits count. */
export const fileOf = (source: string, names: readonly string[]): string | null => {
  const digits = /\d+/.exec(source)?.[0];
  for (const stem of digits === undefined ? [source] : [source, digits]) {
    const found = names.filter((name) => name.endsWith(".txt") && new RegExp(`^${escaped(stem)}[._-]`).test(name));
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
};
