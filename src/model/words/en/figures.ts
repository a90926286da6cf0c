/** Words around a figure that goes into a report: its title, what it is limited to, where it comes from. */
import { months } from "./dates.ts";
import { count, list, number } from "./numbers.ts";

export { citation } from "./citing.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const names = {
  timeline: "Timeline",
  map: "Map",
  officials: "Officials",
  partners: "Partners",
  topics: "Topics",
  agreements: "Agreements",
  commitments: "Asked and promised",
  statistics: "Reported figures",
  event: "Event",
} as const;

export const noEvent = "No event is shown: the record has none that fits.";

/** "Meetings by partner, 2018–2019: Russia, from 2019 on"; the title alone where nothing is filtered. */
export const titled = (title: string, filter: string): string => (filter === "" ? title : `${title}: ${filter}`);

/** What an alternative begins with: "Russia, from 2019 on: map of 3 places." */
export const altOf = (filter: string, alt: string): string => (filter === "" ? alt : `${capital(filter)}: ${alt}`);

/** What an alternative says of time: the first and last month of the meetings behind what is shown. */
export const altPeriod = (start: number, end: number): string => `Meetings of ${months(start, end)}.`;

/** "Russia, from 2019 on, 6 meetings"; everything where nothing is filtered. */
export const filtered = (filter: string, meetings: number): string =>
  `${filter === "" ? "Everything on record" : capital(filter)}, ${count(meetings, "meeting")}`;

const NAMED = 3;

/** "Source: Ministry of Public Security of Viet Nam and 2 more, retrieved 21 November 2026"; no line ends in the day. */
export const source = (publishers: readonly string[], day: string): string => {
  const retrieved = `retrieved ${day}`.replaceAll(" ", "\u00a0");
  const more = publishers.length - NAMED;
  const named = more > 0 ? [...publishers.slice(0, NAMED), `${number(more)} more`] : publishers;
  return named.length ? `Source: ${list(named)}, ${retrieved}` : capital(retrieved);
};

export const licence = (name: string): string => `Licence: ${name}`;
export const release = (id: string): string => `Release ${id}`;
export const rest = (shown: number, all: number): string => `The first ${number(shown)} of ${number(all)} are shown.`;

/** What a reader typed to find officials by. */
export const found = (text: string): string => `found by “${text.slice(0, 60)}”`;
