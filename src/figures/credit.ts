/** Whose a figure is: the footer of every figure, in a file and in a frame. */
import type { AllWords } from "#model/words/en/index.ts";
import { type Asked, shownPhrase } from "./one.ts";

/** Where a figure comes from and may go: the footer of every figure. */
export interface Credit {
  /** Of the whole record: named where those behind the rows are not known apart. */
  readonly publishers: readonly string[];
  /** Day the sources were retrieved, EDTF. */
  readonly retrieved: string;
  readonly licence: string;
  /** Id of the release, `releaseId`; empty where there is none yet. */
  readonly release: string;
  /** The full view, and how it is printed; empty where the site's address is not known. */
  readonly address: string;
  readonly shortAddress: string;
}

const LICENCES: Readonly<Record<string, string>> = {
  "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
  "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
};

/** Page of a licence known by its usual short name, or null. */
export const licenceAddress = (name: string): string | null =>
  Object.hasOwn(LICENCES, name) ? (LICENCES[name] ?? null) : null;

/** Whose pages stand behind the rows, and when they were retrieved. */
export const sourceLine = ({ publishers }: Pick<Asked, "publishers">, credit: Credit, words: AllWords): string =>
  words.figures.source([...new Set(publishers ?? credit.publishers)], words.dates.date(credit.retrieved));

/** The first two lines of the footer: what is shown, in words, and whose it is. */
export const creditLines = (asked: Asked, credit: Credit, words: AllWords): readonly string[] => [
  ...(asked.figure === "event" ? [] : [words.figures.filtered(shownPhrase(asked, words), asked.summary.meetings)]),
  sourceLine(asked, credit, words),
];
