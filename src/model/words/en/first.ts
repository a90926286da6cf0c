/** What the page says; what only reports and embeds say is in `index.ts`, and comes to the page with their menus. */
import * as agreements from "./agreements.ts";
import * as commitments from "./commitments.ts";
import * as dates from "./dates.ts";
import * as doubts from "./doubts.ts";
import * as event from "./event.ts";
import * as faults from "./faults.ts";
import * as labels from "./labels.ts";
import * as map from "./map.ts";
import * as numbers from "./numbers.ts";
import * as officials from "./officials.ts";
import * as page from "./page.ts";
import * as partners from "./partners.ts";
import * as sentences from "./sentences.ts";
import * as statistics from "./statistics.ts";
import * as timeline from "./timeline.ts";
import * as topics from "./topics.ts";

export const first = {
  lang: "en",
  ...numbers,
  agreements,
  commitments,
  dates,
  doubts,
  event,
  faults,
  labels,
  map,
  officials,
  page,
  partners,
  sentences,
  statistics,
  topics,
  timeline,
} as const;
