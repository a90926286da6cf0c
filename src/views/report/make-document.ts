/** Makes documents around a figure that has been drawn. Loaded when a reader first asks for one: `docx` is large. */
import { latexFigureOf, wordFigureOf } from "#export/asked.ts";
import { toWord } from "#export/docx.ts";
import { toLatex } from "#export/latex.ts";
import type { Asked } from "#figures/one.ts";
import { documentInfo } from "./document-info.ts";
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

/** A document of one figure. Rejects where the store does. */
export const makeDocument = async (
  kind: "docx" | "latex",
  asked: Asked,
  shown: Shown,
  making: Making,
  drawn: DocumentDrawings,
): Promise<MadeFile> => {
  const { info, text, stem } = await documentInfo(asked, shown, making);
  return kind === "docx"
    ? { name: `${stem}.docx`, type: WORD, bytes: await toWord(wordFigureOf(info, text, drawn)) }
    : {
        name: `${stem}.tex.zip`,
        type: "application/zip",
        bytes: toLatex(latexFigureOf(info, text, { stem, pdf: drawn.pdf, width: drawn.cm })),
      };
};
