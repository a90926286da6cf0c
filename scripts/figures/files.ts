/** One figure as a file of any format, without a browser. Equal input gives equal bytes. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { renderToStaticMarkup } from "react-dom/server";
import subsetFont from "subset-font";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { decodeShapes } from "#charts/map/shapes.ts";
import { cleanFigure } from "#export/clean.ts";
import { type FontFile, fontFiles, uncovered, usedFonts } from "#export/lettering.ts";
import { pngNotes } from "#export/notes.ts";
import { pdfOf } from "#export/pdf/pdf.ts";
import { annotatedPng } from "#export/png.ts";
import { type InlineFont, officeSvg, pictureSvg, webSvg } from "#export/svg.ts";
import type { SvgNode } from "#export/svg-tree.ts";
import { type Composed, composeFigure } from "#figures/compose.tsx";
import type { Credit } from "#figures/credit.ts";
import type { Asked } from "#figures/one.ts";
import type { FigureSize } from "#figures/presets.ts";
import { ARIMO } from "#lib/arimo-widths.gen.ts";
import { measuringWith } from "#lib/text-width.ts";
import { en } from "#model/words/en/index.ts";

export interface FileOptions {
  readonly size: FigureSize;
  /** Width on paper, cm. */
  readonly cm: number;
  readonly dark: boolean;
  readonly plain: boolean;
  readonly transparent: boolean;
  /** Px of a picture for each px of the figure. */
  readonly scale: number;
  readonly credit: Credit;
}

export const DRAWN_FORMATS = ["svg", "office.svg", "png", "pdf"] as const;
export type DrawnFormat = (typeof DRAWN_FORMATS)[number];

const FONTS = fileURLToPath(new URL("../../src/export/fonts/", import.meta.url));
const SHAPES = decodeShapes();
const FAMILIES = { sans: "Inter", serif: "Source Serif 4", other: "Noto Liaison" } as const;

const fontBytes = ({ file }: FontFile): Uint8Array => readFileSync(FONTS + file);

/** The faces of a figure, each cut down to what it draws. */
const inlineFonts = (root: SvgNode): Promise<InlineFont[]> =>
  Promise.all(
    [...usedFonts(root)].map(async ([file, characters]) => {
      const cut = await subsetFont(fontBytes(file), characters, { targetFormat: "woff2", noHinting: true });
      const points = [...characters].map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16)}`);
      return {
        family: FAMILIES[file.family],
        weight: file.family === "other" ? "400 700" : String(file.weight),
        data: Buffer.from(cut).toString("base64"),
        ...(file.family === "other" ? { range: points.join(",") } : {}),
      };
    }),
  );

const compose = (asked: Asked, { size, dark, plain, transparent, credit }: FileOptions): Composed =>
  composeFigure(asked, { size, theme: dark ? DARK : LIGHT, words: en, shapes: SHAPES, credit, plain, transparent });

const png = (root: SvgNode, composed: Composed, options: FileOptions): Uint8Array => {
  const width = composed.width * options.scale;
  const picture = new Resvg(pictureSvg(root), {
    fitTo: { mode: "width", value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles().map(({ file }) => FONTS + file),
      defaultFontFamily: FAMILIES.sans,
    },
  });
  return annotatedPng(
    picture.render().asPng(),
    pngNotes({ composed, credit: options.credit, perMetre: (width / options.cm) * 100, words: en }),
  );
};

/**
 * Draws a figure into a file. Throws a RangeError that names each character no face of the figure has.
 */
export const drawnFile = async (
  asked: Asked,
  format: DrawnFormat,
  options: FileOptions,
): Promise<Uint8Array | string> => {
  if (format === "office.svg")
    return measuringWith(ARIMO, () => officeSvg(renderToStaticMarkup(compose(asked, options).element)));
  const composed = compose(asked, options);
  const markup = renderToStaticMarkup(composed.element);
  const root = cleanFigure(markup);
  const missing = uncovered(root);
  if (missing.length) throw new RangeError(`no face of the figure has ${missing.join(", ")}. Run: npm run fonts`);
  if (format === "svg") return webSvg(markup, await inlineFonts(root));
  if (format === "png") return png(root, composed, options);
  return pdfOf(root, {
    cm: options.cm,
    title: composed.text.title,
    author: en.export.publisher,
    alt: composed.text.alt.medium,
    lang: en.lang,
    day: options.credit.retrieved,
    fonts: new Map([...usedFonts(root).keys()].map((file) => [file.file, fontBytes(file)])),
  });
};

/** Size in px of the file that `drawnFile` makes of an SVG. */
export const drawnSize = (asked: Asked, options: FileOptions): { readonly width: number; readonly height: number } => {
  const { width, height } = compose(asked, options);
  return { width, height };
};
