/** What the figure command says. */
import { count, list } from "./numbers.ts";

export const unknown = (key: string, value: string, known: readonly string[]): string =>
  `--${key}: “${value}” is none of ${list(known, "or")}.`;
export const notInRecord = (key: string, value: string): string => `--${key}: the record does not know “${value}”.`;
export const noEvent = (id: string): string => `--event: the record has no event “${id}”.`;
export const noWindow = (text: string): string => `--window: “${text}” is no window. Write 2018-04..2019-12.`;
export const noFigure = "Name at least one figure.";
export const noSuchFormat = (figure: string, format: string): string => `${figure} has no ${format}; it was left out.`;
export const failed = (file: string, why: string): string => `${file}: ${why}`;
export const done = (files: number, folder: string): string => `${count(files, "file")} in ${folder}`;
/** In an oEmbed answer that can name no address. */
export const noSite =
  "Without a frame: the address of the site was not known when this was made. A build with LIAISON_SITE gives one.";
export const pagesMade = (done: number, all: number): string => `${done} of ${count(all, "page")} with their files`;
