/** Cards of officials and of seats that no source gives a name. */
import { count, list, number } from "./numbers.ts";

export const unnamed = "not named";
export const printedAs = (forms: readonly string[]): string => `printed as ${list(forms.map((form) => `“${form}”`))}`;
/** "across from Jo Hyun-rae, Min Gap-ryong and others": who sat on the other side, the latest met first. */
export const across = (names: readonly string[], more: boolean): string =>
  names.length ? `across from ${more ? `${names.join(", ")} and others` : list(names)}` : "";
export const tally = (meetings: number, partners: number): string =>
  [count(meetings, "meeting"), partners ? count(partners, "partner") : ""].filter((part) => part !== "").join(" · ");
export const deeds = (signed: number, said: number): string =>
  [
    signed ? count(signed, "paper signed", "papers signed") : "",
    said ? count(said, "request or pledge", "requests and pledges") : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
export const heading = (people: number, seats: number): string =>
  [count(people, "person", "people"), seats ? count(seats, "unnamed seat") : ""]
    .filter((part) => part !== "")
    .join(", ");
export const shown = (rows: number, total: number): string => `The first ${number(rows)} of ${number(total)}.`;
export const strip = (months: string): string => `Each strip runs over ${months}; a mark is a meeting.`;
export const footnote = "Rank and title as of the latest meeting shown. Dashed: not named in the source.";
export const none = "No official takes part in what is shown.";

export const title = (head: string): string => `Officials: ${head}`;
export const altShort = (head: string, first: string | null): string =>
  first ? `${head}; most meetings: ${first}` : `Officials: ${head}`;
export const rowSaid = (name: string, title: string, tallied: string): string =>
  `${[name, title].filter((part) => part !== "").join(", ")}: ${tallied}.`;
export const columns = {
  name: "Name",
  native: "Name in native script",
  printed: "Printed as",
  rank: "Rank",
  role: "Title",
  organization: "Organisation",
  side: "Side",
  meetings: "Meetings",
  partners: "Partners",
  across: "Across the table, latest first",
  dates: "Dates",
} as const;
export const howWeCount =
  "An official’s number is that of meetings in which the record gives them a seat: held meetings that have no parts of their own. Visits and conferences that contain meetings are not counted again. A seat without a name is counted by body and office, and never joined to a named person.";
