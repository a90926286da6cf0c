/** How what is shown is cited, in one line. */

import { plainDay } from "#lib/dates.ts";
import { day as dayWords } from "./dates.ts";

export const publisher = "Liaison";
export const dataSet = "data set";

/** An ISO day in words: "22 November 2026". */
export const isoDayWords = (iso: string): string => {
  const day = plainDay(iso);
  return day === null ? iso : dayWords(day);
};

export const release = (id: string): string => `release ${id}`;
export const retrieved = (iso: string): string => `Retrieved ${isoDayWords(iso)}`;
export const titled = (title: string, ...parts: readonly string[]): string =>
  [title, parts.filter((part) => part !== "").join(", ")].filter((part) => part !== "").join(": ");

export interface CitedData {
  readonly year: string;
  /** Title of the record, of the figure, and the filter in words; the last two may be empty. */
  readonly titles: readonly [record: string, figure: string, filter: string];
  /** Id of the release; null where there is none. */
  readonly release: string | null;
  /** ISO day. */
  readonly retrieved: string;
  /** Null where the figure has none. */
  readonly address: string | null;
}

/** "Liaison (2026). Engagements: timeline, Russia [data set], release 20261121-3f9a1c2e. Retrieved 22 November 2026, …" */
export const citation = (cited: CitedData): string => {
  const of = cited.release === null ? "" : `, ${release(cited.release)}`;
  const where = cited.address === null ? "" : `, ${cited.address}`;
  const title = titled(...cited.titles).replace(/\.$/u, "");
  return `${publisher} (${cited.year}). ${title} [${dataSet}]${of}. ${retrieved(cited.retrieved)}${where}`;
};
