import { once } from "./once.ts";

const segmenter = once(() => new Intl.Segmenter("en", { granularity: "grapheme" }));

/** Latin letters, with their marks in one, figures and signs: each stands for itself. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*$/u;

/** A letter with its marks, and where it begins. */
export interface Grapheme {
  readonly segment: string;
  /** In UTF-16 code units. */
  readonly index: number;
}

/** The letters of a text, each with its marks, as a reader counts them (Unicode Standard Annex 29). */
export const graphemes = (text: string): Iterable<Grapheme> =>
  // What the browser has to read up on to part letters takes a twentieth of a page.
  PLAIN.test(text) ? Array.from(text, (segment, index) => ({ segment, index })) : segmenter().segment(text);
