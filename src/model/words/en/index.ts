/**
 * The English catalogue: every label, date and sentence of the product. Another language is a second folder whose
 * `index.ts` has the type `Words`. One file an area; a file holds functions from values to text and nothing else.
 */
import * as agreements from "./agreements.ts";
import * as commitments from "./commitments.ts";
import * as dates from "./dates.ts";
import * as doubts from "./doubts.ts";
import * as embed from "./embed.ts";
import * as event from "./event.ts";
import * as exported from "./export.ts";
import * as faults from "./faults.ts";
import * as figures from "./figures.ts";
import * as labels from "./labels.ts";
import * as map from "./map.ts";
import * as numbers from "./numbers.ts";
import * as officials from "./officials.ts";
import * as page from "./page.ts";
import * as partners from "./partners.ts";
import * as sentences from "./sentences.ts";
import * as snippets from "./snippets.ts";
import * as statistics from "./statistics.ts";
import * as timeline from "./timeline.ts";
import * as topics from "./topics.ts";

export const en = {
  lang: "en",
  ...numbers,
  agreements,
  commitments,
  dates,
  doubts,
  embed,
  event,
  export: exported,
  faults,
  figures,
  labels,
  map,
  officials,
  page,
  partners,
  sentences,
  snippets,
  statistics,
  topics,
  timeline,
} as const;

export type Words = typeof en;
