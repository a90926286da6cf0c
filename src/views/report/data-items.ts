/** The data files that a figure's menu offers: what is seen, and everything on record. */
import type { FigureName } from "#figures/names.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { MadeFile, Making, Shown } from "./make-data.ts";

/** Written anew from `DATA_FORMATS`, whose module is loaded only when a file is asked for. */
type Format = "csv" | "json" | "geojson" | "ics" | "zip";

export interface DataItem {
  readonly id: string;
  /** Of the file wherever it is spoken of: its format and how much is in it. */
  readonly label: string;
  /** Under a heading that says how much is in it. */
  readonly short: string;
  readonly scope: "seen" | "all";
  readonly detail: string;
  /**
   * Makes the file; its code is loaded with the first one. `tell` hears how far a long one is, from 0 to 1. Rejects
   * where the store does or the code cannot be had.
   */
  readonly make: (shown: Shown, making: Making, tell?: (share: number) => void) => Promise<MadeFile>;
}

const OF_EVENTS: ReadonlySet<FigureName> = new Set(["timeline", "map", "event"]);
const SEEN: readonly Format[] = ["csv", "json", "geojson", "ics", "zip"];
const ALL: readonly Format[] = ["csv", "json", "zip"];

/** Menu entries for one figure, in the order they stand. */
export const dataItems = (figure: FigureName, words: AllWords): readonly DataItem[] => {
  const { formats, formatHints, offer, scopes } = words.export;
  const events = OF_EVENTS.has(figure);
  const seen = SEEN.filter((format) => events || (format !== "geojson" && format !== "ics"));
  return [
    ...seen.map(
      (format): DataItem => ({
        id: `seen-${format}`,
        label: offer(formats[format], scopes.seen),
        short: formats[format],
        scope: "seen",
        detail: formatHints[format],
        make: async (shown, making, tell) => (await import("./make-data.ts")).makeSeen(format, shown, making, tell),
      }),
    ),
    ...ALL.map(
      (format): DataItem => ({
        id: `all-${format}`,
        label: offer(formats[format], scopes.all),
        short: formats[format],
        scope: "all",
        detail: formatHints[format],
        make: async (_, making, tell) => (await import("./make-data.ts")).makeEverything(format, making, tell),
      }),
    ),
  ];
};
