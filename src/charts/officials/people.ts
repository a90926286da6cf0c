/** Helpers that the cards of a page and of a report share. */
import { fold } from "#lib/fold.ts";
import { graphemes } from "#lib/graphemes.ts";
import type { DayWindow } from "#model/questions.ts";

const LETTER = /[\p{L}\p{N}]/u;

const initial = (word: string): string => {
  for (const { segment } of graphemes(word.slice(0, 40))) if (LETTER.test(segment)) return segment.toUpperCase();
  return "";
};

/**
 * One or two letters for a name: of its first and its last word, in the order they are written. No family name is
 * guessed. A name without a letter gives "·".
 */
export const monogram = (name: string): string => {
  const words = name
    .slice(0, 400)
    .split(/\s+/u)
    .map(initial)
    .filter((letter) => letter !== "");
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.join("") || "·";
};

export interface StripMark {
  /** px from the strip's left end; a mark's round ends stay inside the strip. */
  readonly x: number;
  readonly width: number;
  /** Meetings that fall on this mark. */
  readonly count: number;
}

/** Diameter of the mark of one day, px. */
export const STRIP_DOT = 6;

/**
 * Meeting dates on a strip of `width` px that runs over `span`: a dot a day, a bar where the day is only known to lie
 * in a span. Marks that would look the same are one mark with a count, so their number follows the width.
 */
export const stripOf = (days: readonly DayWindow[], span: DayWindow | null, width: number): readonly StripMark[] => {
  if (span === null || width < STRIP_DOT) return [];
  const length = Math.max(1, span.end - span.start);
  const at = (day: number): number =>
    ((Math.min(Math.max(day, span.start), span.end) - span.start) / length) * (width - STRIP_DOT);
  const marks = new Map<string, StripMark>();
  for (const { start, end } of days) {
    if (end < span.start || start > span.end) continue;
    const x = Math.round(at(start) * 2) / 2;
    const wide = Math.round((at(end) - at(start)) * 2) / 2 + STRIP_DOT;
    const key = `${x} ${wide}`;
    marks.set(key, { x, width: wide, count: (marks.get(key)?.count ?? 0) + 1 });
  }
  return [...marks.values()].toSorted((a, b) => a.x - b.x || b.width - a.width);
};

/** Printed forms that differ from the name in more than case and diacritics: worth a line on a card. */
export const misprints = (name: string, printedAs: readonly string[]): readonly string[] =>
  printedAs.filter((form) => fold(form) !== fold(name));
