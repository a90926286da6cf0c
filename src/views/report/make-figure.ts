/** Draws what is on the screen into files. Loaded when a reader first asks for one. */
import { renderToStaticMarkup } from "react-dom/server";
import { DARK, LIGHT, type Theme } from "#charts/kit/theme.ts";
import { loadShapes } from "#charts/map/load-shapes.ts";
import { seenOf } from "#export/asked.ts";
import { cleanFigure } from "#export/clean.ts";
import { fileName } from "#export/file-name.ts";
import { usedFonts } from "#export/lettering.ts";
import { pngNotes } from "#export/notes.ts";
import { annotatedPng } from "#export/png.ts";
import { officeSvg, webSvg } from "#export/svg.ts";
import { type Composed, type ComposeOptions, composeFigure } from "#figures/compose.tsx";
import type { Credit } from "#figures/credit.ts";
import type { Asked } from "#figures/one.ts";
import { onScreen, PRESETS, type PresetName } from "#figures/presets.ts";
import { askFigure } from "#figures/registry.ts";
import { ARIMO } from "#lib/arimo-widths.gen.ts";
import { calendarDay } from "#lib/dates.ts";
import { measuringWith } from "#lib/text-width.ts";
import type { DrawnFormat } from "./drawn-items.ts";
import type { MadeFile, Making, Shown } from "./make-data.ts";
import { fontBytes, inlineFonts } from "./page-fonts.ts";

export interface Drawing {
  readonly preset: PresetName;
  readonly theme: Theme;
  readonly plain: boolean;
  readonly transparent: boolean;
  /** Px of a PNG for each px of the figure. */
  readonly scale: number;
  /** Publishers of the record's sources. */
  readonly publishers: readonly string[];
}

interface Work {
  readonly asked: Asked;
  readonly shown: Shown;
  readonly making: Making;
  readonly drawing: Drawing;
  readonly composed: Composed;
  readonly credit: Credit;
  /** Composes anew: what is measured otherwise must be laid out otherwise. */
  readonly compose: (plain: boolean, more?: Partial<ComposeOptions>) => Composed;
}

const creditOf = (shown: Shown, { edition, addresses }: Making, publishers: readonly string[]): Credit => {
  const { frozen, live } = addresses(shown);
  const address = frozen ?? live;
  const { host, pathname } = new URL(document.baseURI);
  return {
    publishers,
    retrieved: edition.record.release,
    licence: edition.record.license,
    release: edition.release ?? "",
    address: address ?? "",
    shortAddress: address === null ? "" : `${host}${pathname.replace(/\/[^/]*$/, "")}`,
  };
};

const begin = async (shown: Shown, making: Making, drawing: Drawing): Promise<Work> => {
  const asked: Asked = await askFigure(making.store, shown.figure, shown.filter, shown.view);
  const shapes = shown.figure === "map" ? await loadShapes() : null;
  const credit = creditOf(shown, making, drawing.publishers);
  const { theme, transparent } = drawing;
  const { words } = making.edition;
  const usual = { size: PRESETS[drawing.preset], theme, words, shapes, credit, transparent };
  const compose: Work["compose"] = (plain, more = {}) => composeFigure(asked, { ...usual, plain, ...more });
  return { asked, shown, making, drawing, credit, compose, composed: compose(drawing.plain) };
};

const markup = ({ element }: Composed): string => renderToStaticMarkup(element);

const svgFile = async (composed: Composed): Promise<string> => {
  const drawn = markup(composed);
  return webSvg(drawn, await inlineFonts(cleanFigure(drawn)));
};

const officeFile = ({ compose, drawing }: Work, plain = drawing.plain): string =>
  measuringWith(ARIMO, () => officeSvg(markup(compose(plain))));

/** The figure as the browser paints it. Rejects where the browser cannot read it or the picture is too large for it. */
const pngFile = async (work: Work, composed: Composed, scale: number): Promise<Uint8Array<ArrayBuffer>> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgFile(composed))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = composed.width * scale;
  canvas.height = composed.height * scale;
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!context || !blob) throw new RangeError("the picture is too large for this browser");
  const perMetre = (canvas.width / PRESETS[work.drawing.preset].cm) * 100;
  const { words } = work.making.edition;
  const notes = pngNotes({ composed, credit: work.credit, perMetre, words });
  return Uint8Array.from(annotatedPng(new Uint8Array(await blob.arrayBuffer()), notes));
};

const pdfFile = async (work: Work, composed: Composed): Promise<Uint8Array<ArrayBuffer>> => {
  const { pdfOf } = await import("#export/pdf/pdf.ts");
  const root = cleanFigure(markup(composed));
  const used = [...usedFonts(root).keys()].map(({ file }) => file);
  const fonts = await Promise.all(used.map(async (file) => [file, await fontBytes(file)] as const));
  const { edition } = work.making;
  return Uint8Array.from(
    await pdfOf(root, {
      cm: PRESETS[work.drawing.preset].cm,
      title: composed.text.title,
      author: edition.words.export.publisher,
      alt: composed.text.alt.medium,
      lang: edition.words.lang,
      day: edition.retrieved,
      fonts: new Map(fonts),
    }),
  );
};

const named = ({ asked, making, drawing }: Work, extension: string, scale = 1): string => {
  const span = asked.view.window ?? asked.summary.span;
  return fileName({
    figure: asked.figure,
    filter: asked.filter,
    event: seenOf(asked).event ?? null,
    years: span && [calendarDay(span.start).year, calendarDay(span.end).year],
    release: making.edition.release ?? "",
    plain: drawing.plain,
    dark: drawing.theme.name === "dark",
    scale,
    extension,
  });
};

const NONE = new Uint8Array();

/** A document brings its own caption and source line: the figure in it has none. */
const documentFile = async (work: Work, format: "docx" | "tex"): Promise<MadeFile> => {
  const { makeDocument } = await import("./make-document.ts");
  const { asked, shown, making, drawing } = work;
  const bare = work.compose(true);
  const word = format === "docx";
  return makeDocument(word ? "docx" : "latex", asked, shown, making, {
    svg: word ? officeFile(work, true) : "",
    png: word ? await pngFile(work, bare, 2) : NONE,
    pdf: word ? NONE : await pdfFile(work, bare),
    ...{ width: bare.width, height: bare.height, cm: PRESETS[drawing.preset].cm },
  });
};

/** Goes by its reader's choice of light or dark, whatever ground was chosen here. */
const htmlFile = async ({ asked, shown, making, drawing, compose }: Work): Promise<MadeFile> => {
  const { makeHtml } = await import("./make-html.ts");
  const look = { size: onScreen(PRESETS[drawing.preset]), transparent: true };
  const light = compose(true, { ...look, theme: LIGHT });
  const dark = compose(true, { ...look, theme: DARK });
  const roots = { light: cleanFigure(markup(light)), dark: cleanFigure(markup(dark)) };
  return makeHtml(asked, shown, making, { ...roots, width: light.width });
};

const encoded = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));

/** Makes one file. Rejects where the store does, a font cannot be fetched or the browser cannot paint the picture. */
export const makeFigure = async (
  format: DrawnFormat,
  shown: Shown,
  making: Making,
  drawing: Drawing,
): Promise<MadeFile> => {
  const work = await begin(shown, making, drawing);
  const { composed } = work;
  switch (format) {
    case "svg":
      return { name: named(work, format), type: "image/svg+xml", bytes: encoded(await svgFile(composed)) };
    case "office.svg":
      return { name: named(work, format), type: "image/svg+xml", bytes: encoded(officeFile(work)) };
    case "png":
      return {
        name: named(work, format, drawing.scale),
        type: "image/png",
        bytes: await pngFile(work, composed, drawing.scale),
      };
    case "pdf":
      return { name: named(work, format), type: "application/pdf", bytes: await pdfFile(work, composed) };
    case "html":
      return htmlFile(work);
    default:
      return documentFile(work, format);
  }
};

/** The figure as it will be, for looking at before it is saved. */
export const previewFigure = async (
  shown: Shown,
  making: Making,
  drawing: Drawing,
): Promise<{ readonly address: string; readonly alt: string; readonly width: number; readonly height: number }> => {
  const { composed } = await begin(shown, making, drawing);
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgFile(composed))}`;
  return { address, alt: composed.text.alt.medium, width: composed.width, height: composed.height };
};
