/** The pictures and documents that a figure's menu offers. */
import type { AllWords } from "#model/words/en/index.ts";

export type DrawnFormat = "svg" | "office.svg" | "png" | "pdf" | "docx" | "tex" | "html";

export interface DrawnItem {
  readonly id: string;
  readonly format: DrawnFormat;
  readonly scale: number;
  readonly label: string;
  readonly detail: string;
  readonly kind: "picture" | "document";
}

const SCALES = [1, 2, 4] as const;
const DOCUMENTS: ReadonlySet<DrawnFormat> = new Set(["docx", "tex", "html"]);

export const drawnItems = (words: AllWords): readonly DrawnItem[] => {
  const { drawn, drawnHints, pngAt } = words.export;
  const one = (format: Exclude<DrawnFormat, "png">): DrawnItem => ({
    id: format,
    format,
    scale: 1,
    label: drawn[format],
    detail: drawnHints[format],
    kind: DOCUMENTS.has(format) ? "document" : "picture",
  });
  return [
    one("svg"),
    one("office.svg"),
    ...SCALES.map(
      (scale): DrawnItem => ({
        id: `png@${scale}x`,
        format: "png",
        scale,
        label: pngAt(scale),
        detail: drawnHints.png[scale],
        kind: "picture",
      }),
    ),
    one("pdf"),
    one("docx"),
    one("tex"),
    one("html"),
  ];
};
