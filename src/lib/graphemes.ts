import { once } from "./once.ts";

const segmenter = once(() => new Intl.Segmenter("en", { granularity: "grapheme" }));

/** The letters of a text, each with its marks, as a reader counts them. */
export const graphemes = (text: string): Intl.Segments => segmenter().segment(text);
