/** Words of the bars of meetings by partner. */
import { isolated } from "../isolate.ts";
import { count, list, number, numberWord } from "./numbers.ts";

export const title = "Partners";
/** A ranking says how little it rests on. */
export const hint = (sources: number): string =>
  `meetings with each partner, as told by ${sources === 1 ? "one source" : `${numberWord(sources)} sources`}`;
export const none = "No meeting with a partner is shown.";
export const state = "state";
export const igo = "international organisation";
export const kinds = { state, igo } as const;
export const kindShort = { state: "state", igo: "organisation" } as const;

export const barsLabel = "Meetings by partner. Arrow keys move between partners, Enter filters.";

/** "INTERPOL, international organisation: 3 meetings". */
export const said = (label: string, kind: "state" | "igo", meetings: number): string =>
  `${isolated(label)}, ${kinds[kind]}: ${count(meetings, "meeting")}`;

export const altShort = (partners: number): string =>
  partners === 0
    ? "Bar chart without bars: no meeting with a partner."
    : `Bar chart: meetings with ${count(partners, "partner")}.`;
export const altForemost = (rows: readonly { readonly label: string; readonly count: number }[]): string =>
  `${rows.length > 1 ? "Most: " : ""}${list(rows.map((row) => `${row.label} ${number(row.count)}`))}.`;

export const caption = "Meetings by partner";
export const columns = ["Partner", "Kind", "Meetings"] as const;

export const howWeCount =
  "A partner is who was met, never where: a state or an international organisation. A meeting with several partners is counted for each, so the bars do not add up to the number of meetings. Only held meetings are counted; visits and conferences that contain meetings, announced and recalled events are not. The record rests on what one side published.";
