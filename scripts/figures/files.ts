/** One figure as a file of any format, without a browser. Equal input gives equal bytes. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { renderToStaticMarkup } from "react-dom/server";
import subsetFont from "subset-font";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { decodeShapes } from "#charts/map/shapes.ts";
import { cleanFigure } from "#export/clean.ts";
import { type FontFile, uncovered, usedFonts } from "#export/lettering.ts";
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
import { packedPng } from "./pack-png.ts";

export interface SheetOptions {
  readonly size: FigureSize;
  /** Width on paper, cm. */
  readonly cm: number;
  readonly dark: boolean;
  readonly plain: boolean;
  readonly transparent: boolean;
  readonly credit: Credit;
}

export interface FileOptions extends SheetOptions {
  /** Px of a picture for each px of the figure. */
  readonly scale: number;
}

export const DRAWN_FORMATS = ["svg", "office.svg", "png", "pdf"] as const;
export type DrawnFormat = (typeof DRAWN_FORMATS)[number];

const FONTS = fileURLToPath(new URL("../../src/export/fonts/", import.meta.url));
const SHAPES = decodeShapes();
const FAMILIES = { sans: "Inter", serif: "Source Serif 4", other: "Noto Liaison" } as const;

/** Keeps what a function made for a key. */
const kept = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
};

const fontBytes = kept((file): Uint8Array => readFileSync(FONTS + file));

/** A face cut down to some characters, in base64; by `<file> <characters>`. */
const cutFont = kept(async (asked): Promise<string> => {
  const [file = ""] = asked.split(" ", 1);
  const options = { targetFormat: "woff2", noHinting: true } as const;
  const cut = await subsetFont(fontBytes(file), asked.slice(file.length + 1), options);
  return Buffer.from(cut).toString("base64");
});

const inlineFont = async (file: FontFile, characters: string): Promise<InlineFont> => {
  const points = [...characters].map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16)}`);
  return {
    family: FAMILIES[file.family],
    weight: file.family === "other" ? "400 700" : String(file.weight),
    data: await cutFont(`${file.file} ${characters}`),
    ...(file.family === "other" ? { range: points.join(",") } : {}),
  };
};

/** A figure composed once, for its files of one size and look. */
export interface Sheet {
  readonly composed: Composed;
  readonly markup: string;
  readonly root: SvgNode;
  readonly options: SheetOptions;
}

const compose = (asked: Asked, { size, dark, plain, transparent, credit }: SheetOptions): Composed =>
  composeFigure(asked, { size, theme: dark ? DARK : LIGHT, words: en, shapes: SHAPES, credit, plain, transparent });

/** Composes a figure. Throws a RangeError that names each character no face of the figure has. */
export const sheetOf = (asked: Asked, options: SheetOptions): Sheet => {
  const composed = compose(asked, options);
  const markup = renderToStaticMarkup(composed.element);
  const root = cleanFigure(markup);
  const missing = uncovered(root);
  if (missing.length) throw new RangeError(`no face of the figure has ${missing.join(", ")}. Run: npm run fonts`);
  return { composed, markup, root, options };
};

/** The faces of a text, each cut down to what it draws. */
export const inlineFonts = (root: SvgNode): Promise<readonly InlineFont[]> =>
  Promise.all([...usedFonts(root)].map(([file, characters]) => inlineFont(file, characters)));

export const svgFile = async ({ markup, root }: Sheet): Promise<string> => webSvg(markup, await inlineFonts(root));

/** `scale` is px of the picture for each px of the figure. */
export const pngFile = ({ composed, root, options }: Sheet, scale: number): Uint8Array => {
  const width = composed.width * scale;
  const picture = new Resvg(pictureSvg(root), {
    fitTo: { mode: "width", value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: [...usedFonts(root).keys()].map(({ file }) => FONTS + file),
      defaultFontFamily: FAMILIES.sans,
    },
  });
  return annotatedPng(
    packedPng(picture.render(), !options.transparent),
    pngNotes({ composed, credit: options.credit, perMetre: (width / options.cm) * 100, words: en }),
  );
};

export const pdfFile = ({ composed, root, options }: Sheet): Promise<Uint8Array> =>
  pdfOf(root, {
    cm: options.cm,
    title: composed.text.title,
    author: en.export.publisher,
    alt: composed.text.alt.medium,
    lang: en.lang,
    day: options.credit.retrieved,
    fonts: new Map([...usedFonts(root).keys()].map(({ file }) => [file, fontBytes(file)])),
  });

/** Laid out anew, since it is measured in another face. */
export const officeFile = (asked: Asked, options: SheetOptions): string =>
  measuringWith(ARIMO, () => officeSvg(renderToStaticMarkup(compose(asked, options).element)));

/** Draws a figure into a file. Rejects as `sheetOf` throws. */
export const drawnFile = async (
  asked: Asked,
  format: DrawnFormat,
  options: FileOptions,
): Promise<Uint8Array | string> => {
  if (format === "office.svg") return officeFile(asked, options);
  const sheet = sheetOf(asked, options);
  if (format === "svg") return svgFile(sheet);
  return format === "png" ? pngFile(sheet, options.scale) : pdfFile(sheet);
};

/** Size in px of the file that `drawnFile` makes of an SVG. */
export const drawnSize = (asked: Asked, options: FileOptions): { readonly width: number; readonly height: number } => {
  const { width, height } = compose(asked, options);
  return { width, height };
};
