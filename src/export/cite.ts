/**
 * How a figure is cited: the data set under its filter, at the address that stays as it was, and the pages behind its
 * rows. Dates that are not sure to the day are given as far as they are.
 */
import { type Cited, citedAddress, type ExportInfo, sureParts } from "./info.ts";

export interface Citation {
  readonly text: string;
  /** For a slide: publisher, year, release. */
  readonly short: string;
  /** biblatex, UTF-8. */
  readonly bibtex: string;
  readonly ris: string;
  /** CSL-JSON, ready to be written to a file. */
  readonly csl: string;
}

/** The year of the release, or of the day the file is made where the record does not say. */
const year = (info: ExportInfo): string =>
  String((sureParts(info.record.release) ?? sureParts(info.retrieved))?.[0] ?? info.retrieved.slice(0, 4)).padStart(
    4,
    "0",
  );

const releasedOn = (info: ExportInfo): readonly number[] | null => sureParts(info.record.release);

const titles = ({ record, figure, filter }: ExportInfo): readonly [string, string, string] => [
  record.title,
  figure ?? "",
  filter,
];
const wholeTitle = (info: ExportInfo): string => info.words.export.titled(...titles(info));

/** A page behind the rows in one line, its address last. */
export const sourceText = ({ publisher, title, published, url }: Cited, { words }: ExportInfo): string =>
  [
    publisher,
    words.export.quoted(title),
    published === null ? words.export.noDate : words.export.published(published),
    url,
  ].join(", ");

export const citeText = (info: ExportInfo): string => {
  const { words, release, retrieved } = info;
  const cited = { year: year(info), titles: titles(info), release, retrieved, address: citedAddress(info) };
  const own = words.figures.citation(cited);
  if (info.sources.length === 0) return own;
  return `${own}\n\n${words.export.behind}:\n${info.sources.map((source) => sourceText(source, info)).join("\n")}`;
};

export const citeShort = (info: ExportInfo): string => {
  const said = info.words.export;
  return [said.publisher, year(info), ...(info.release === null ? [] : [said.release(info.release)])].join(", ");
};

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text for LaTeX: what it would run is escaped, letters stay as they are (UTF-8), breaks become blanks. */
export const latexText = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(/[\\{}&%$#_~^]/gu, (sign) => LATEX[sign] ?? sign);

/** An address in a verbatim field or `\url`: signs that would end or break it are percent-encoded. */
export const latexAddress = (address: string): string =>
  address.replace(/[\\{}^`\s]/gu, (sign) => encodeURIComponent(sign));

const isoParts = (parts: readonly number[]): string => {
  const [y = 0, ...rest] = parts;
  return [String(y).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
};

/** A short mark of a text, the same every time, so that two filters have two keys (FNV-1a, 32 bits). */
const mark = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0").slice(0, 6);
};

const asKey = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[^A-Za-z0-9-]+/gu, "-")
    .toLowerCase();

/** Key of the data set's entry: `liaison-20261121-3f9a1c2e-5c9b01`. */
export const citeKey = (info: ExportInfo): string =>
  asKey([info.words.export.publisher, info.release ?? info.record.release, mark(wholeTitle(info))].join("-"));

const sourceKey = ({ url, title }: Cited): string => `page-${mark(`${url} ${title}`)}`;

const bibEntry = (kind: string, key: string, fields: readonly (readonly [string, string | null])[]): string => {
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return `@${kind}{${key},\n${lines.join("\n")}\n}\n`;
};

/** Doubled braces keep a title's capitals and a body's name whole. */
const whole = (text: string): string => `{${latexText(text)}}`;

export const citeBibtex = (info: ExportInfo): string => {
  const said = info.words.export;
  const address = citedAddress(info);
  const own = bibEntry("dataset", citeKey(info), [
    ["author", whole(said.publisher)],
    ["title", whole(wholeTitle(info))],
    ["date", isoParts(releasedOn(info) ?? [Number(year(info))])],
    ["version", info.release],
    ["publisher", whole(said.publisher)],
    ["url", address === null ? null : latexAddress(address)],
    ["urldate", info.retrieved],
    ["note", latexText(said.licensedAs(info.record.license))],
  ]);
  const pages = info.sources.map((source) => {
    const parts = sureParts(source.published);
    return bibEntry("online", sourceKey(source), [
      ["author", whole(source.byline ?? source.publisher)],
      ["title", whole(source.title)],
      ["organization", source.byline === null ? null : whole(source.publisher)],
      ["date", parts && isoParts(parts)],
      ["url", latexAddress(source.url)],
      ["urldate", info.retrieved],
    ]);
  });
  return [own, ...pages].join("\n");
};

const risEntry = (fields: readonly (readonly [string, string | null])[]): string =>
  [...fields, ["ER", ""] as const]
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value.replace(/\s+/gu, " ").trim()}\r\n`]))
    .join("");

const risDate = (parts: readonly number[]): string => {
  const [y = 0, month, day] = parts;
  const two = (part: number | undefined): string => (part === undefined ? "" : String(part).padStart(2, "0"));
  return `${String(y).padStart(4, "0")}/${two(month)}/${two(day)}/`;
};

export const citeRis = (info: ExportInfo): string => {
  const said = info.words.export;
  const accessed = sureParts(info.retrieved);
  const released = releasedOn(info);
  const own = risEntry([
    ["TY", "DATA"],
    ["AU", said.publisher],
    ["TI", wholeTitle(info)],
    ["PY", year(info)],
    ["DA", released && risDate(released)],
    ["ET", info.release],
    ["PB", said.publisher],
    ["UR", citedAddress(info)],
    ["Y2", accessed && risDate(accessed)],
    ["N1", said.licensedAs(info.record.license)],
  ]);
  const pages = info.sources.map((source) => {
    const parts = sureParts(source.published);
    return risEntry([
      ["TY", "ELEC"],
      ["AU", source.byline ?? source.publisher],
      ["TI", source.title],
      ["PY", parts && String(parts[0]).padStart(4, "0")],
      ["DA", parts && risDate(parts)],
      ["PB", source.publisher],
      ["UR", source.url],
      ["Y2", accessed && risDate(accessed)],
    ]);
  });
  return [own, ...pages].join("");
};

const dateParts = (
  parts: readonly number[] | null,
): { readonly "date-parts": readonly (readonly number[])[] } | undefined =>
  parts === null ? undefined : { "date-parts": [parts] };

/** Entries of CSL-JSON (citation-style-language/schema); undefined fields are left out when it is written. */
export const cslEntries = (info: ExportInfo): readonly Readonly<Record<string, unknown>>[] => {
  const said = info.words.export;
  const accessed = dateParts(sureParts(info.retrieved));
  return [
    {
      id: citeKey(info),
      type: "dataset",
      title: wholeTitle(info),
      author: [{ literal: said.publisher }],
      publisher: said.publisher,
      issued: dateParts(releasedOn(info)),
      version: info.release ?? undefined,
      URL: citedAddress(info) ?? undefined,
      accessed,
      note: said.licensedAs(info.record.license),
    },
    ...info.sources.map((source) => ({
      id: sourceKey(source),
      type: "webpage",
      title: source.title,
      author: [{ literal: source.byline ?? source.publisher }],
      "container-title": source.byline === null ? undefined : source.publisher,
      publisher: source.publisher,
      issued: dateParts(sureParts(source.published)),
      URL: source.url,
      accessed,
    })),
  ];
};

export const cite = (info: ExportInfo): Citation => ({
  text: citeText(info),
  short: citeShort(info),
  bibtex: citeBibtex(info),
  ris: citeRis(info),
  csl: `${JSON.stringify(cslEntries(info), null, 2)}\n`,
});
