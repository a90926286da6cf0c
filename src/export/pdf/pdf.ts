/** Figures as PDF 1.7: vectors, embedded subsets of their faces, text that can be selected, links that work, alt text. */
import type { SvgNode } from "../svg-tree.ts";
import { drawFigure } from "./draw.ts";

export interface PdfOptions {
  /** Width on paper, cm; the height follows. */
  readonly cm: number;
  readonly title: string;
  readonly author: string;
  /** What the figure shows, for those who do not see it. */
  readonly alt: string;
  readonly lang: string;
  /** Day the file counts as made on, YYYY-MM-DD. */
  readonly day: string;
  /** Bytes of `fonts/<file>` for each file that `usedFonts` names. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

const POINTS_PER_CM = 72 / 2.54;

/**
 * One page as large as the figure. Equal input gives equal bytes: the file's date and id follow from it. Rejects where
 * the figure holds what figures do not, or a font file is missing or broken. The library is loaded when first asked for.
 */
export const pdfOf = async (root: SvgNode, options: PdfOptions): Promise<Uint8Array> => {
  const [{ default: PDFDocument }, { toBytes }] = await Promise.all([import("pdfkit"), import("pdfkit/output")]);
  const [, , width = 1, height = 1] = (root.attributes.viewBox ?? "").split(/\s+/).map(Number);
  const scale = (options.cm * POINTS_PER_CM) / width;
  const { title, author, alt, lang } = options;
  const made = new Date(`${options.day}T00:00:00Z`);
  const doc = new PDFDocument({
    ...{ size: [width * scale, height * scale], margin: 0, pdfVersion: "1.7", tagged: true, lang, displayTitle: true },
    // None of its own: every letter has one of the figure's.
    font: "",
    info: { Title: title, Author: author, Subject: alt, Creator: "Liaison", CreationDate: made, ModDate: made },
  });
  for (const [file, bytes] of options.fonts) doc.registerFont(file, bytes);
  const figure = doc.struct("Figure", { title, alt, bbox: [0, 0, width * scale, height * scale] }, () => {
    doc.scale(scale);
    drawFigure(doc, root, { fonts: new Set(options.fonts.keys()), links: figure });
  });
  doc.addStructure(doc.struct("Document", {}, figure));
  doc.end();
  return toBytes(doc);
};
