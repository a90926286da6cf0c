/** A figure as a Word document of one page, ready to be pasted into a report. Asked for lazily: `docx` is large. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  ImageRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TextRun,
} from "docx";
import { strFromU8, unzipSync } from "fflate";
import { isWeb } from "./info.ts";
import { type File, zipped } from "./zip.ts";

/** A part of the source line; `href` makes it a link. */
export interface LinkedText {
  readonly text: string;
  readonly href: string | null;
}

export interface WordFigure {
  readonly lang: string;
  /** SVG for office programs: plain attributes, an Arial-metric family. */
  readonly svg: string;
  /** Shown where a program cannot draw SVG. */
  readonly png: Uint8Array;
  /** Of the drawing, px; it is made as wide as the text of an A4 page, or less where it is smaller. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly alt: string;
  /** Stands after "Figure 1". */
  readonly caption: string;
  readonly figureWord: string;
  /** One line under the caption: publishers, address, licence, release. */
  readonly source: readonly LinkedText[];
  readonly creator: string;
  /** ISO day that the file gives as the one it was made on. */
  readonly day: string;
}

/** Width between the margins of A4, and a height that leaves room for the caption, px at 96 to the inch. */
const TEXT_WIDTH = (16 / 2.54) * 96;
const TEXT_HEIGHT = (21.5 / 2.54) * 96;
const MARGIN = "2.5cm";
const FONT = "Arial";

const fitted = ({ width, height }: WordFigure): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, TEXT_WIDTH / width, TEXT_HEIGHT / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

const run = ({ text, href }: LinkedText): ParagraphChild =>
  href !== null && isWeb(href)
    ? new ExternalHyperlink({ link: href, children: [new TextRun({ text, style: "Hyperlink" })] })
    : new TextRun(text);

const documentOf = (figure: WordFigure): Document =>
  new Document({
    title: figure.title,
    description: figure.alt,
    creator: figure.creator,
    lastModifiedBy: figure.creator,
    styles: {
      default: {
        document: { run: { font: FONT, size: "10pt", language: { value: figure.lang } } },
        hyperlink: { run: { color: "0B5C6B", underline: { type: "single" } } },
      },
      paragraphStyles: [
        {
          id: "Caption",
          name: "caption",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          run: { size: "9pt", color: "1C2024" },
          paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
        },
        {
          id: "FigureSource",
          name: "Figure source",
          basedOn: "Normal",
          quickFormat: true,
          run: { size: "8pt", color: "60646C" },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: "21cm", height: "29.7cm" },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children: [
          new Paragraph({
            keepNext: true,
            alignment: AlignmentType.LEFT,
            children: [
              new ImageRun({
                type: "svg",
                data: new TextEncoder().encode(figure.svg),
                fallback: { type: "png", data: figure.png },
                transformation: fitted(figure),
                altText: { name: figure.title, title: figure.title, description: figure.alt },
              }),
            ],
          }),
          new Paragraph({
            style: "Caption",
            children: [
              new TextRun({ text: `${figure.figureWord} `, bold: true }),
              new SimpleField("SEQ Figure \\* ARABIC", "1"),
              new TextRun({ text: ". ", bold: true }),
              new TextRun(figure.caption),
            ],
          }),
          new Paragraph({ style: "FigureSource", children: figure.source.map(run) }),
        ],
      },
    ],
  });

/** Ids that the library draws at random, of a link or a part, become a row of numbers. */
const numbered = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  const seen = (id: string): string => {
    const found = known.get(id) ?? `rIdN${known.size + 1}`;
    known.set(id, found);
    return found;
  };
  return (text) => text.replace(/(?<=")rId[a-z0-9_-]{21}(?=")/gu, seen);
};

/** A counter of the library that runs on from document to document; there is one drawing here. */
const DRAWING = /(?<=<wp:docPr id=")\d+/gu;
const TIMES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;

/** The same document without clock and chance: the same figure gives the same bytes. */
const settled = (bytes: Uint8Array, day: string): Uint8Array<ArrayBuffer> => {
  const renamed = numbered();
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): File => {
    if (!/\.(?:xml|rels)$/u.test(name)) return { name, content };
    const text = renamed(strFromU8(content)).replace(DRAWING, "1");
    return { name, content: name === "docProps/core.xml" ? text.replace(TIMES, `$1${day}T00:00:00Z`) : text };
  });
  return zipped(files);
};

/**
 * A .docx with the figure as SVG and a PNG beside it, its alt text, a caption that Word numbers among the others of a
 * report (field `SEQ Figure`), and the source line with its links. The same input gives the same bytes.
 */
export const toWord = async (figure: WordFigure): Promise<Uint8Array<ArrayBuffer>> =>
  settled(new Uint8Array(await Packer.toArrayBuffer(documentOf(figure))), figure.day);
