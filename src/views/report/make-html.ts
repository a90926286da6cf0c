/** Makes a figure into a web page in one file. Loaded when a reader first asks for one. */
import { htmlFigureOf } from "#export/asked.ts";
import { type HtmlFigure, toHtml } from "#export/html.ts";
import type { Asked } from "#figures/one.ts";
import { documentInfo } from "./document-info.ts";
import type { MadeFile, Making, Shown } from "./make-data.ts";
import { inlineFonts } from "./page-fonts.ts";

/** Rejects where the store does or a font cannot be fetched. */
export const makeHtml = async (
  asked: Asked,
  shown: Shown,
  making: Making,
  drawn: Pick<HtmlFigure, "light" | "dark" | "width">,
): Promise<MadeFile> => {
  const { info, text, stem } = await documentInfo(asked, shown, making);
  const page = await toHtml(htmlFigureOf(asked, info, text, drawn), inlineFonts);
  return { name: `${stem}.html`, type: "text/html", bytes: Uint8Array.from(new TextEncoder().encode(page)) };
};
