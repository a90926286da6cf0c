/** The table they sat at: captions, flags and the description of one event. */
import type { EventStatus } from "#data/schema.ts";
import { count, list, number } from "./numbers.ts";

export const notNamed = "not named";
/** What stands in the place of a holder whom the source does not name: "delegation, not named". */
export const unnamedSeat = (office: string): string => `${office}, ${notNamed}`;

const OFFICES: Readonly<Record<string, string>> = {
  head: "head of delegation",
  member: "member",
  entourage: "entourage",
  delegation: "delegation",
};
/** A seat's code in words; the office of an unnamed holder is written as it is, without its hyphens. */
export const office = (seat: string): string =>
  Object.hasOwn(OFFICES, seat) ? (OFFICES[seat] ?? seat) : seat.replaceAll("-", " ");

export const homeSide = "Home side";
export const otherSide = "Other participants";
export const nobodyNamed = "no participant named";
export const seatsMore = (left: number): string => `and ${count(left, "more seat")}`;
export const printedAs = (forms: readonly string[]): string => `printed as ${list(forms.map((form) => `“${form}”`))}`;

export const placeFlag = (certainty: "inferred" | "disputed", city: boolean): string =>
  `${city ? "city" : "place"} ${certainty}`;
export const dateInferred = "date inferred";
export const dateDisputed = "date disputed";
export const noDate = "no date given";
export const noPlace = "no place given";
export const statusFlag: Readonly<Record<EventStatus, string>> = {
  held: "",
  announced: "announced, not yet held at the time of the source",
  recalled: "recalled as background",
};
export const when = (date: string, place: string): string => `${date} · ${place}`;
export const partOf = (title: string): string => `Part of: ${title}`;
export const partsHeading = (parts: number): string => `Contains ${count(parts, "event")}`;
export const partsMore = (left: number): string => `and ${number(left)} more`;
export const topicsOnTable = (topics: readonly string[]): string => topics.join(" · ");
export const paperSaid = (title: string, status: string): string => `“${title}”, ${status}`;
export const papersMore = (left: number): string => `and ${count(left, "more paper")}`;
export const footnote = (unnamed: boolean): string =>
  unnamed ? "Titles as of that day. Dashed: not named in the source." : "Titles as of that day.";

export const title = (event: string, date: string): string => `${event}, ${date}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const seated = (side: string, names: readonly string[], unnamed: number): string => {
  const who = [...names, ...(unnamed ? [count(unnamed, "seat not named", "seats not named")] : [])];
  return `${side}: ${who.length ? list(who) : nobodyNamed}`;
};
export const altShort = (event: string, date: string, seats: number): string =>
  `${event}, ${date}: a table with ${count(seats, "seat")}`;
export const altSentences = (
  event: string,
  when: string,
  sides: readonly { readonly label: string; readonly names: readonly string[]; readonly unnamed: number }[],
  papers: readonly string[],
): readonly string[] => [
  `${event}.`,
  `${capital(when)}.`,
  ...sides.map((side) => `${seated(side.label, side.names, side.unnamed)}.`),
  ...(papers.length ? [`On the table: ${list(papers)}.`] : []),
];
export const columns = {
  side: "Side",
  seat: "Seat",
  name: "Name",
  native: "Name in native script",
  printed: "Name as printed",
  title: "Rank and title on that day",
  titlePrinted: "Title as printed, where worded otherwise",
  organization: "Organisation",
} as const;
export const howWeCount =
  "One table is one event. Each seat is a participant whom the source names, or an office or delegation that it mentions without a name. Titles and ranks are those of that day. A paper lies on the table only if it was signed or adopted there.";
