/** Words of a figure in another page: its frame, what it tells the reader, and how it is put there. */

export const table = "Table";
export const howWeCount = "How we count";
export const open = "Open in Liaison";
export const opensNew = "opens in a new tab";
export const openChosen = "Open it in Liaison";
export const chosen = "Chosen";
export const noScript = "This is the figure as it was drawn without a filter of the address: choices need JavaScript.";
export const failed = "The figure could not be drawn anew. It is shown as it was made.";
export const leftAside = "Left aside, because it is not known here:";
export const value = (key: string, text: string): string => `${key} = “${text.slice(0, 60)}”`;
export const coloursRefused = "The colours asked for were not taken, because they could not be read here:";
const COLOURS = {
  ink: "text (ink)",
  quiet: "quieter text (quiet)",
  accent: "links and what is chosen (accent)",
} as const;
const GROUNDS = { ground: "its ground", chosen: "a row that is chosen" } as const;
/** "quieter text (quiet) on its ground has a contrast of 2.9 : 1; 4.5 : 1 is needed". */
export const clash = (text: keyof typeof COLOURS, on: keyof typeof GROUNDS, ratio: number): string =>
  `${COLOURS[text]} on ${GROUNDS[on]} has a contrast of ${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1; 4.5 : 1 is needed`;
export const dataOf = (date: string): string => `Record as of ${date}`;
export const frozen = (date: string): string => `Kept as it was on ${date}`;
/** Links to the files beside a figure, by what stands after its name. */
export const files = { csv: "Data (CSV)", png: "Picture (PNG)", pdf: "PDF" } as const;
export const newer = "A newer version of this figure is there";
export const noEventOf = (id: string): string => `event = “${id.slice(0, 60)}”`;
export const otherData = "This figure shows its own record; another one is opened on the page of Liaison.";

const ONE: Readonly<Record<string, string>> = {
  commitment: "words said at an event",
  statistic: "a reported figure",
  official: "an official",
};
/** What a record is called that has no name of its own. */
export const one = (kind: string): string => ONE[kind] ?? kind;
