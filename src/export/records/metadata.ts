/** What a reader of the files needs to trust and repeat them: `metadata.json` and `README.md`. */
import type { FigureText } from "#charts/kit/figure-text.ts";
import { isoDay } from "#lib/dates.ts";
import { citeShort, citeText } from "../cite.ts";
import type { ExportInfo } from "../info.ts";
import type { Seen } from "./gather.ts";
import type { Table } from "./table.ts";

export interface DataInfo extends ExportInfo {
  /** What the figure says of itself; null for the whole record. */
  readonly text: FigureText | null;
  /** What was asked; null for the whole record. */
  readonly seen: Seen | null;
}

/** Order of keys in `metadata.json` is the order a reader meets them. */
export const metadataOf = (tables: readonly Table[], info: DataInfo): Readonly<Record<string, unknown>> => {
  const { words, record, text, seen } = info;
  const descriptions: Readonly<Record<string, string>> = words.export.columns;
  return {
    title: words.export.titled(record.title, info.figure ?? "", info.filter),
    figure: seen?.figure ?? null,
    scope: seen === null ? "everything" : "seen",
    filter: { words: info.filter === "" ? words.export.everything : info.filter, clauses: seen?.filter ?? null },
    window: seen?.window ? { from: isoDay(seen.window.start), to: isoDay(seen.window.end) } : null,
    release: info.release,
    released: record.release,
    retrieved: info.retrieved,
    license: record.license,
    address: { frozen: info.frozen, live: info.live },
    citation: { text: citeText(info), short: citeShort(info) },
    counting: record.counting,
    figureCounting: text?.howWeCount ?? null,
    coverage: record.coverage ?? null,
    alt: text?.alt ?? null,
    sources: info.sources,
    tables: tables.map((table) => ({
      name: table.name,
      what: words.export.tables[table.name],
      rows: table.rows.length,
      columns: table.columns.map((key) => ({ key, what: descriptions[key] ?? key })),
    })),
  };
};

/** Text that Markdown shows as it is: record text is data, never markup. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\\`*_{}[\]<>#|!~]/gu, "\\$&");

const heading = (text: string): string => `## ${text}\n`;

export const readmeOf = (tables: readonly Table[], files: readonly string[], info: DataInfo): string => {
  const { words, record, text, seen } = info;
  const said = words.export;
  const { readme } = said;
  const descriptions: Readonly<Record<string, string>> = said.columns;
  const window = seen?.window;
  const sections = [
    `# ${plain(said.titled(record.title, info.figure ?? ""))}\n`,
    [
      plain(readme.shown(info.filter)),
      ...(window ? [readme.window(said.isoDayWords(isoDay(window.start)), said.isoDayWords(isoDay(window.end)))] : []),
      ...(text ? [plain(text.alt.medium)] : []),
    ].join("\n\n"),
    heading(readme.cite),
    // Two blanks at the end keep the lines of the pages apart.
    citeText(info).split("\n").map(plain).join("  \n"),
    heading(readme.files),
    files.map((file) => `- \`${file}\``).join("\n"),
    heading(readme.reading),
    readme.notes.map((note) => `- ${plain(note)}`).join("\n"),
    heading(readme.counting),
    plain(record.counting),
    ...(text ? [heading(readme.figureCounting), plain(text.howWeCount)] : []),
    ...(record.coverage ? [heading(readme.coverage), plain(record.coverage)] : []),
    ...tables.flatMap((table) => [
      heading(readme.columns(table.name)),
      `${said.tables[table.name]}: ${readme.rows(table.rows.length)}.`,
      [
        `| ${readme.column} | ${readme.holds} |`,
        "|---|---|",
        ...table.columns.map((key) => `| \`${key}\` | ${plain(descriptions[key] ?? key)} |`),
      ].join("\n"),
    ]),
    heading(readme.licence),
    `${plain(record.license)}. ${plain(readme.places)}`,
  ];
  return `${sections.map((section) => section.trimEnd()).join("\n\n")}\n`;
};
