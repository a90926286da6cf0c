/** What the site says to a figure that is kept as it was. */
import { count } from "./numbers.ts";

export const added = (meetings: number): string => `${count(meetings, "meeting")} added since.`;
export const changed = "The record has changed since.";
/** Leads to the figure with updates. */
export const asItIs = (date: string): string => `See the figure as of ${date}`;
