/** Numbers and lists in words. */
import { once } from "#lib/once.ts";
import { isolated } from "../isolate.ts";

const numbers = once(() => new Intl.NumberFormat("en-GB"));
/** Not negative, and no more decimals than are told. */
const SHORT = /^\d+(?:\.\d{1,3})?$/;
const THOUSANDS = /\B(?=(?:\d{3})+(?!\d))/g;
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A number in figures with thousands marked and up to three decimals: "1,363,495", "1,584.36". */
export const number = (value: number): string => {
  const text = String(value);
  // What the browser has to read up on to format numbers takes as long as a tenth of a page.
  return SHORT.test(text) ? text.replace(THOUSANDS, ",") : numbers().format(value);
};

/** Up to twelve in words, then in figures. */
export const numberWord = (value: number): string => SMALL[value] ?? number(value);

/** "1 meeting", "14 meetings"; `plural` where it is not the singular and an s. */
export const count = (value: number, singular: string, plural = `${singular}s`): string =>
  `${number(value)} ${value === 1 ? singular : plural}`;

/** "a", "a and b", "a, b and c"; each stands by itself, whichever way it is written. */
export const list = (items: readonly string[], and = "and"): string => {
  const [last = "", ...before] = items.map(isolated).reverse();
  return before.length ? `${before.reverse().join(", ")} ${and} ${last}` : last;
};

const regions = once(() => new Intl.DisplayNames("en", { type: "region" }));

/** Where the United Nations' short name differs from the one that browsers carry. */
const UN_NAMES: ReadonlyMap<string, string> = new Map([["VN", "Viet Nam"]]);

/** Name of an ISO 3166-1 alpha-2 code, or the code itself where it has none. */
export const country = (code: string): string => {
  try {
    return UN_NAMES.get(code) ?? regions().of(code) ?? code;
  } catch {
    return code;
  }
};
