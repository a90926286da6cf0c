/** From a figure that was asked to what its files say and hold. */
import type { FigureText } from "#charts/kit/figure-text.ts";
import { licenceAddress } from "#figures/credit.ts";
import { type Asked, figureTitle, shownPhrase } from "#figures/one.ts";
import { stopped } from "#figures/text.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { LinkedText, WordFigure } from "./docx.ts";
import type { HtmlFigure } from "./html.ts";
import { type Cited, citedAddress, type ExportInfo, type RecordInfo } from "./info.ts";
import type { LatexFigure } from "./latex.ts";
import type { Seen } from "./records/gather.ts";
import type { DataInfo } from "./records/metadata.ts";

/** What a record and its site know apart from any figure. */
export interface Edition {
  readonly words: AllWords;
  readonly record: RecordInfo;
  /** Null where the record has no release, such as a file opened from the device. */
  readonly release: string | null;
  /** ISO day. */
  readonly retrieved: string;
}

/** The figure's own addresses, `null` where it has none. */
export interface Addresses {
  readonly frozen: string | null;
  readonly live: string | null;
}

/** Of the figure, the rows that a data file holds: the event is the one that was answered. */
export const seenOf = ({ figure, filter, view, answer }: Asked, more: Pick<Seen, "officials"> = {}): Seen => ({
  figure,
  filter,
  window: figure === "timeline" ? view.window : null,
  event: figure === "event" && answer !== null && "event" in answer ? answer.event.id : null,
  ...more,
});

export const infoOf = (
  asked: Asked,
  text: FigureText,
  edition: Edition,
  addresses: Addresses,
): Omit<DataInfo, "sources" | "seen"> => ({
  ...edition,
  ...addresses,
  figure: figureTitle(asked, edition.words),
  filter: shownPhrase(asked, edition.words),
  text,
});

/** What the whole record says of itself, for "everything". */
export const recordInfoOf = (edition: Edition, addresses: Addresses): Omit<DataInfo, "sources" | "seen"> => ({
  ...edition,
  ...addresses,
  figure: null,
  filter: "",
  text: null,
});

/** "Source: Customs News; Ministry …. Release …. Licence: …": each publisher leads to its page. */
const sourceLine = (info: ExportInfo): readonly LinkedText[] => {
  const said = info.words.export;
  const address = citedAddress(info);
  const first = new Map<string, Cited>();
  for (const cited of info.sources) if (!first.has(cited.publisher)) first.set(cited.publisher, cited);
  const publishers = [...first.values()].flatMap((cited, at): LinkedText[] => [
    ...(at ? [{ text: "; ", href: null }] : []),
    { text: cited.publisher, href: cited.url },
  ]);
  return [
    { text: `${said.source}: `, href: null },
    ...(publishers.length ? [...publishers, { text: "; ", href: null }] : []),
    { text: citeLine(info), href: null },
    ...(address === null
      ? []
      : [
          { text: " ", href: null },
          { text: address, href: address },
        ]),
    { text: ` ${stopped(said.licensedAs(info.record.license))}`, href: null },
  ];
};

const citeLine = (info: ExportInfo): string => {
  const said = info.words.export;
  const release = info.release === null ? "" : `, ${said.release(info.release)}`;
  return `${said.publisher}${release}. ${said.retrieved(info.retrieved)}.`;
};

/** Drawings of one figure in the formats that documents hold; sizes in px of the file. */
export interface Drawings {
  readonly svg: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export const wordFigureOf = (info: ExportInfo, text: FigureText, drawn: Drawings): WordFigure => ({
  ...drawn,
  lang: info.words.lang,
  title: text.title,
  alt: text.alt.medium,
  caption: stopped(text.title),
  figureWord: info.words.export.figureWord,
  source: sourceLine(info),
  creator: info.words.export.publisher,
  day: info.retrieved,
});

export const latexFigureOf = (
  info: ExportInfo,
  text: FigureText,
  files: Pick<LatexFigure, "stem" | "pdf" | "width">,
): LatexFigure => ({
  ...files,
  info,
  caption: stopped(text.title),
  short: text.title,
  alt: text.alt.medium,
  source: sourceLine({ ...info, frozen: null, live: null })
    .map((part) => part.text)
    .join(""),
});

export const htmlFigureOf = (
  asked: Asked,
  info: ExportInfo,
  text: FigureText,
  drawn: Pick<HtmlFigure, "light" | "dark" | "width">,
): HtmlFigure => ({
  ...drawn,
  info,
  text,
  shown: asked.figure === "event" ? "" : info.words.figures.filtered(info.filter, asked.summary.meetings),
  source: sourceLine(info),
  licence: licenceAddress(info.record.license),
});
