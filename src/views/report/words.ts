import { type AllWords, en } from "#model/words/en/index.ts";

/** The catalogue with what only reports say: loaded with the menus that say it. */
export const useAllWords = (): AllWords => en;
