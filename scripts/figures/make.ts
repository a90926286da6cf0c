/** From an answered figure and a format to a named file. */
import { fileURLToPath } from "node:url";
import type { FigureText } from "#charts/kit/figure-text.ts";
import { formatWindow } from "#charts/timeline/window-text.ts";
import {
  type Addresses,
  type Edition,
  htmlFigureOf,
  infoOf,
  latexFigureOf,
  seenOf,
  wordFigureOf,
} from "#export/asked.ts";
import { toWord } from "#export/docx.ts";
import { fileName } from "#export/file-name.ts";
import { toHtml } from "#export/html.ts";
import { toLatex } from "#export/latex.ts";
import { citedBehind, dataFile, formatsOf, gatherData, isDataFormat, metadataFile } from "#export/records/write.ts";
import type { Credit } from "#figures/credit.ts";
import type { Asked } from "#figures/one.ts";
import { onScreen, PRESETS } from "#figures/presets.ts";
import { describeFigure } from "#figures/registry.ts";
import { calendarDay } from "#lib/dates.ts";
import { writeAddress } from "#model/url.ts";
import { en } from "#model/words/en/index.ts";
import type { Opened } from "../embed/record.ts";
import { releasesIn } from "../embed/releases.ts";
import type { Asking, Format } from "./args.ts";
import {
  DRAWN_FORMATS,
  type DrawnFormat,
  drawnFile,
  drawnSize,
  type FileOptions,
  inlineFonts,
  sheetOf,
} from "./files.ts";

const isDrawn = (format: Format): format is DrawnFormat => (DRAWN_FORMATS as readonly string[]).includes(format);

const queryOf = ({ filter, view }: Asking): string => {
  const window = view.window === null ? null : formatWindow(view.window);
  return writeAddress(filter, { lanes: view.lanes, window, event: view.event });
};

const addressOf = (asking: Asking): string => (asking.site === null ? "" : asking.site + queryOf(asking));

const KEPT = fileURLToPath(new URL("../../public/r", import.meta.url));

/** Where the figure stays as it is; null where the site's address is not known or this state of the record is not kept. */
const frozenOf = ({ figure }: Asked, asking: Asking, { release }: Opened): string | null =>
  asking.site !== null && releasesIn(KEPT).includes(release)
    ? `${asking.site}r/${release}/embed/${figure}/${queryOf(asking)}`
    : null;

const creditOf = (asking: Asking, { record, release }: Opened): Credit => ({
  publishers: record.sources.map((source) => source.publisher),
  retrieved: record.meta.release,
  licence: record.meta.license,
  release,
  address: addressOf(asking),
  shortAddress: asking.site === null ? "" : asking.site.replace(/^https?:\/\//, "").replace(/\/$/, ""),
});

/** The record as the files of this machine are made of it. */
export const editionOf = ({ record, release }: Opened): Edition => ({
  ...{ words: en, record: record.meta, release },
  retrieved: record.meta.release,
});

/** The three alternative texts, shortest first. */
export const altFile = ({ alt }: FigureText): string => `${alt.short}\n\n${alt.medium}\n\n${alt.long}\n`;

interface Naming {
  readonly extension: string;
  readonly drawn: boolean;
  readonly scale?: number;
}

const nameOf = (asked: Asked, asking: Asking, release: string, { extension, drawn, scale = 1 }: Naming): string => {
  const span = asked.view.window ?? asked.summary.span;
  return fileName({
    figure: asked.figure,
    filter: asked.filter,
    event: seenOf(asked).event ?? null,
    years: span && [calendarDay(span.start).year, calendarDay(span.end).year],
    release,
    plain: drawn && asking.plain,
    dark: drawn && asking.dark,
    scale,
    extension,
  });
};

export interface MadeFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** Makes one file; null where the figure has no such format, as agreements have no map. Rejects where it cannot be drawn. */
export const makeFile = async (
  asked: Asked,
  format: Format,
  asking: Asking,
  opened: Opened,
): Promise<MadeFile | null> => {
  const preset = PRESETS[asking.preset];
  const { plain, dark, transparent } = asking;
  const options: FileOptions = {
    ...{ size: preset, cm: preset.cm, plain, dark, transparent },
    scale: format === "png" ? asking.scale : 1,
    credit: creditOf(asking, opened),
  };
  const named = (naming: Naming): string => nameOf(asked, asking, opened.release, naming);
  if (isDrawn(format))
    return {
      name: named({ extension: format, drawn: true, scale: options.scale }),
      content: await drawnFile(asked, format, options),
    };
  const text = describeFigure(asked, en);
  if (format === "alt.txt") return { name: named({ extension: format, drawn: false }), content: altFile(text) };
  const edition = editionOf(opened);
  const addresses: Addresses = { frozen: frozenOf(asked, asking, opened), live: options.credit.address || null };
  const seen = seenOf(asked);
  const about = infoOf(asked, text, edition, addresses);
  if (isDataFormat(format) || format === "metadata.json") {
    if (format !== "metadata.json" && !formatsOf(seen).includes(format)) return null;
    const data = await gatherData(opened.store, { seen, info: about });
    const content = format === "metadata.json" ? metadataFile(data) : dataFile(format, data);
    return { name: named({ extension: format, drawn: false }), content };
  }
  const info = { ...about, sources: await citedBehind(opened.store, seen) };
  if (format === "docx") {
    // A document brings its own caption and source line.
    const bare = { ...options, plain: true, scale: 2 };
    const svg = String(await drawnFile(asked, "office.svg", bare));
    const png = (await drawnFile(asked, "png", bare)) as Uint8Array;
    const content = await toWord(wordFigureOf(info, text, { svg, png, ...drawnSize(asked, bare) }));
    return { name: named({ extension: format, drawn: true }), content };
  }
  if (format === "html") {
    const bare = { ...options, size: onScreen(preset), plain: true, transparent: true };
    const light = sheetOf(asked, { ...bare, dark: false });
    const { root } = sheetOf(asked, { ...bare, dark: true });
    const drawn = { light: light.root, dark: root, width: light.composed.width };
    const content = await toHtml(htmlFigureOf(asked, info, text, drawn), inlineFonts);
    return { name: named({ extension: format, drawn: false }), content };
  }
  const pdf = (await drawnFile(asked, "pdf", { ...options, plain: true })) as Uint8Array;
  const name = named({ extension: "tex.zip", drawn: true });
  const stem = name.slice(0, -".tex.zip".length);
  return { name, content: toLatex(latexFigureOf(info, text, { stem, pdf, width: preset.cm })) };
};
