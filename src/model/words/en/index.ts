/**
 * The English catalogue: every label, date and sentence of the product. Another language is a second folder whose
 * `index.ts` has the type `AllWords`. One file an area; a file holds functions from values to text and nothing else.
 */
import * as embed from "./embed.ts";
import * as exported from "./export.ts";
import * as figures from "./figures.ts";
import { first } from "./first.ts";
import * as snippets from "./snippets.ts";

export const en = { ...first, embed, export: exported, figures, snippets } as const;

/** What the page and its figures say. */
export type Words = typeof first;
/** With what reports and embeds say besides. */
export type AllWords = typeof en;
