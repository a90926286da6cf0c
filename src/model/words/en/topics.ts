/** Words of the matrix of partners and topics. */
import { isolated } from "../isolate.ts";
import { count, list, number } from "./numbers.ts";

export const title = "Who talks about what";
export const hint = "meetings by partner and topic";
export const none = "No topic is named by what is shown.";
export const gridLabel = "Meetings by partner and topic. Arrow keys move between cells, Enter filters.";
export const gridLabelChoosing = "Meetings by partner and topic. Arrow keys move between cells, Enter chooses.";

/** "Republic of Korea, drug crime: 3 meetings". */
export const cell = (partner: string, topic: string, meetings: number): string =>
  `${isolated(partner)}, ${isolated(topic)}: ${meetings === 0 ? "no meeting" : count(meetings, "meeting")}`;
export const head = (label: string, meetings: number): string => `${isolated(label)}: ${count(meetings, "meeting")}`;

interface Pair {
  readonly partner: string;
  readonly topic: string;
  readonly count: number;
}

const of = (shown: number, all: number, one: string): string =>
  shown < all ? `${number(shown)} of ${count(all, one)}` : count(all, one);
/** "12 of 56 partners and 10 of 23 topics: those with the most meetings." */
export const part = (partners: number, allPartners: number, topics: number, allTopics: number): string =>
  `${of(partners, allPartners, "partner")} and ${of(topics, allTopics, "topic")}: those with the most meetings.`;
export const more = "Show more";

export const altShort = (partners: number, topics: number): string =>
  partners === 0 || topics === 0
    ? "Matrix without entries: no topic is named by what is shown."
    : `Matrix of meetings: ${count(partners, "partner")} by ${count(topics, "topic")}.`;
export const altForemost = (pairs: readonly Pair[]): string =>
  `Most meetings: ${list(pairs.map((pair) => `${pair.partner} on ${pair.topic} (${number(pair.count)})`))}.`;
export const altRow = (
  partner: string,
  topics: readonly { readonly label: string; readonly count: number }[],
): string =>
  topics.length
    ? `${partner}: ${list(topics.map((topic) => `${topic.label} ${number(topic.count)}`))}.`
    : `${partner}: no topic named.`;

export const caption = "Meetings by partner and topic";
export const partner = "Partner";
export const all = "Meetings";

export const howWeCount =
  "A cell counts the meetings with a partner in which a topic came up, as the releases tell it. A meeting has several topics and may have several partners, so rows and columns do not add up to the number of meetings. Only held meetings are counted; visits and conferences that contain meetings, announced and recalled events are not. A topic that no release names is no sign that it was not discussed.";
