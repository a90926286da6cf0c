import { OVERVIEW_HEIGHT } from "#charts/timeline/overview.layout.ts";
import type { FigureName } from "./names.ts";

/** By how much a figure in a frame is higher once it runs, px: a timeline has all of its time below it then. */
export const growth = (figure: FigureName): number => (figure === "timeline" ? OVERVIEW_HEIGHT : 0);
