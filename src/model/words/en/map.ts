/** Words of the map: labels beside marks, what a mark says, buttons, text alternatives, table. */
import { isolated } from "../isolate.ts";
import { count, list, number } from "./numbers.ts";

export const title = "Where they met";
export const hint = "rings show partners; size, number of meetings";
export const inferred = "inferred";
export const announced = "announced";
export const recalled = "recalled";
export const noPartner = "no foreign partner";
/** Label of several places drawn as one mark. */
export const cluster = (places: number): string => count(places, "place");
export const noPlaces = "No place is named by what is shown.";
export const shapesMissing = "The land could not be drawn; the places stand where they are.";
export const unplaced = (meetings: number): string =>
  meetings === 1 ? "1 meeting names no place." : `${number(meetings)} meetings name no place.`;

export const zoomIn = "Zoom in";
export const zoomOut = "Zoom out";
export const reset = "Show all places";
export const mapLabel = "Map of places. Arrow keys move between places, plus and minus zoom, 0 shows all.";
export const openCluster = "Opens into its places";

interface Said {
  readonly name: string;
  readonly country: string;
  readonly count: number;
  readonly inferred: number;
  readonly announced: number;
  readonly recalled: number;
  readonly partners: readonly { readonly label: string; readonly count: number }[];
}

const meetings = (value: number): string => count(value, "meeting");

/** "announced" where all are, else how many: "2 meetings inferred here". */
const inferredNote = (place: Said): string => {
  if (place.inferred === 0) return "";
  if (place.inferred === place.count) return "place inferred";
  return `place inferred for ${number(place.inferred)}`;
};

const uncounted = (place: Said): readonly string[] => [
  ...(place.announced ? [`${number(place.announced)} announced`] : []),
  ...(place.recalled ? [`${number(place.recalled)} recalled`] : []),
];

/** A place in one sentence without its end: "Hanoi, Vietnam: 1 meeting, place inferred, with Republic of Korea". */
export const place = (said: Said): string => {
  const parts = [
    ...(said.count ? [meetings(said.count)] : []),
    inferredNote(said),
    said.partners.length
      ? `with ${list(said.partners.map((one) => (said.partners.length > 1 ? `${one.label} (${number(one.count)})` : one.label)))}`
      : "",
    uncounted(said).length ? `${list(uncounted(said))}, not counted` : "",
  ].filter((part) => part !== "");
  return `${isolated(said.name)}, ${said.country}: ${parts.join(", ")}`;
};

export const clusterSaid = (names: readonly string[], total: number): string =>
  `${count(names.length, "place")}, ${meetings(total)}: ${list(names)}`;

export const tip = (said: Said): readonly string[] =>
  [
    said.count ? meetings(said.count) : "",
    inferredNote(said),
    uncounted(said).length ? `${list(uncounted(said))}, not counted` : "",
  ].filter((part) => part !== "");

export const altShort = (places: number, total: number): string =>
  places === 0
    ? "Map without marks: no meeting shown names a place."
    : `Map: ${meetings(total)} in ${count(places, "place")}.`;
export const altForemost = (rows: readonly { readonly name: string; readonly count: number }[]): string =>
  `${rows.length === 1 ? "Place" : "Most meetings"}: ${list(rows.map((row) => `${row.name} (${number(row.count)})`))}.`;
export const altInferred = (names: readonly string[]): string => `Place inferred: ${list(names)}.`;
export const altUncounted = (names: readonly string[]): string => `Announced or recalled only: ${list(names)}.`;

/** At the end of a list that was cut: "and 4 more". */
export const more = (rest: number): string => `and ${number(rest)} more`;

export const caption = "Meetings by place";
export const columns = ["Place", "Country", "Meetings", "Place inferred", "Partners", "Announced", "Recalled"] as const;
export const partnerCell = (label: string, value: number): string => `${label} ${number(value)}`;

export const howWeCount =
  "A mark is a place, never a partner: a meeting with INTERPOL in Lyon is counted in Lyon and is not a meeting with France. The area of a ring follows the number of meetings there; its parts are the partners met, and a meeting with two partners is in both parts. A dashed outline says that the record names no place and one was inferred. Announced and recalled events are drawn hollow and never counted. Meetings that name no place are counted beside the map. Coastlines and borders are Natural Earth’s and take no position on any territory.";
