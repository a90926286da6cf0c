/** Makes documents around a figure that has been drawn. Loaded when a reader first asks for one: `docx` is large. */
import { infoOf, latexFigureOf, seenOf, wordFigureOf } from "#export/asked.ts";
import { toWord } from "#export/docx.ts";
import { fileName } from "#export/file-name.ts";
import type { ExportInfo } from "#export/info.ts";
import { toLatex } from "#export/latex.ts";
import { citedBehind } from "#export/records/write.ts";
import type { Asked } from "#figures/one.ts";
import { describeFigure } from "#figures/registry.ts";
import { calendarDay } from "#lib/dates.ts";
import type { MadeFile, Making, Shown } from "./make-data.ts";

/** The drawings that a document holds; sizes in px of the file, `cm` its width on paper. */
export interface DocumentDrawings {
  /** For office programs, best without title and footer: caption and source line stand below it. */
  readonly svg: string;
  readonly png: Uint8Array;
  readonly pdf: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly cm: number;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const nameOf = ({ figure, filter, view, summary }: Asked, release: string | null, event: string | null): string => {
  const span = view.window ?? summary.span;
  const years = span && ([calendarDay(span.start).year, calendarDay(span.end).year] as const);
  return fileName({ figure, filter, event, years, release: release ?? "", extension: "zip" });
};

const stemOf = (name: string): string => name.slice(0, -".zip".length);

/** A document of one figure. Rejects where the store does. */
export const makeDocument = async (
  kind: "docx" | "latex",
  asked: Asked,
  shown: Shown,
  making: Making,
  drawn: DocumentDrawings,
): Promise<MadeFile> => {
  const { store, edition, addresses } = making;
  const text = describeFigure(asked, edition.words);
  const seen = seenOf(asked, shown.officials ? { officials: shown.officials } : {});
  const sources = await citedBehind(store, seen);
  const info: ExportInfo = { ...infoOf(asked, text, edition, addresses(shown)), sources };
  const name = nameOf(asked, edition.release, seen.event ?? null);
  const stem = stemOf(name);
  return kind === "docx"
    ? { name: `${stem}.docx`, type: WORD, bytes: await toWord(wordFigureOf(info, text, drawn)) }
    : {
        name: `${stem}.tex.zip`,
        type: "application/zip",
        bytes: toLatex(latexFigureOf(info, text, { stem, pdf: drawn.pdf, width: drawn.cm })),
      };
};
