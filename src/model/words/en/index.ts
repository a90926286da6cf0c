/**
 * The English catalogue: every label, date and sentence of the product. Another language is a second folder whose
 * `index.ts` has the type `Words`. One file an area; a file holds functions from values to text and nothing else.
 */
import * as dates from "./dates.ts";
import * as labels from "./labels.ts";

const numbers = new Intl.NumberFormat("en-GB");
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A number in figures with thousands marked: "1,363,495". */
const number = (value: number): string => numbers.format(value);

/** Up to twelve in words, then in figures. */
const numberWord = (value: number): string => SMALL[value] ?? number(value);

/** "one meeting", "14 meetings", with `plural` where it is not the singular and an s. */
const count = (value: number, singular: string, plural = `${singular}s`): string =>
  `${number(value)} ${value === 1 ? singular : plural}`;

/** "a", "a and b", "a, b and c". */
const list = (items: readonly string[], and = "and"): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${and} ${items[items.length - 1]}`;

const regions = new Intl.DisplayNames("en", { type: "region" });

/** Name of an ISO 3166-1 alpha-2 code, or the code itself where it has none. */
const country = (code: string): string => {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
};

export const en = { lang: "en", number, numberWord, count, list, country, dates, labels } as const;

export type Words = typeof en;
