/** What a figure says of itself once it stands alone: the filter it was drawn under is part of every sentence. */
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "#charts/kit/figure-text.ts";
import type { AllWords } from "#model/words/en/index.ts";

const SENTENCE = /(?<=[.!?])\s+(?=[“]?\p{Lu})/u;

/** A beginning of `text` that ends with a sentence where one fits, at most `limit` characters. */
const sentencesOf = (text: string, limit: number): string =>
  text.length <= limit ? text : withinLimit(text.split(SENTENCE), limit);

/** `text` with a stop, where it has none. */
export const stopped = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** `text` with a sentence on its time after the first of each alternative, where there is room for it. */
export const withPeriod = (text: FigureText, period: string): FigureText => {
  const short = `${stopped(text.alt.short)} ${period}`;
  const [first = "", ...rest] = text.alt.medium.split(SENTENCE);
  return {
    ...text,
    alt: {
      short: short.length <= ALT_SHORT ? short : text.alt.short,
      medium: withinLimit([stopped(first), period, ...rest], ALT_MEDIUM),
      long: `${stopped(text.alt.long)} ${period}`,
    },
  };
};

/** `text` with the filter's phrase in its title, caption and alternatives; unchanged where nothing is filtered. */
export const underFilter = (text: FigureText, filter: string, words: AllWords): FigureText => {
  if (filter === "") return text;
  const { altOf, titled } = words.figures;
  const short = altOf(filter, text.alt.short);
  return {
    ...text,
    title: titled(text.title, filter),
    alt: {
      short: short.length <= ALT_SHORT ? short : text.alt.short,
      medium: sentencesOf(altOf(filter, text.alt.medium), ALT_MEDIUM),
      long: altOf(filter, text.alt.long),
    },
    table: { ...text.table, caption: titled(text.table.caption, filter) },
  };
};
