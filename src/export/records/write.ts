/** Data files in every format, for the page's menu and for the command alike. */
import type { EventStore } from "#model/questions.ts";
import { cite } from "../cite.ts";
import { sourcesBehind } from "../info.ts";
import { type File, zipped } from "../zip.ts";
import { toCalendar } from "./calendar.ts";
import { toCsv } from "./csv.ts";
import {
  evidenceBehind,
  type Gathered,
  gatherEverything,
  gatherSeen,
  type Seen,
  type Tell,
  TooManyRows,
  tablesOf,
} from "./gather.ts";
import { toGeoJson } from "./geojson.ts";
import { type DataInfo, metadataOf, readmeOf } from "./metadata.ts";
import type { Table } from "./table.ts";
import { tablesOfRows } from "./tables.ts";

export const DATA_FORMATS = ["csv", "json", "geojson", "ics", "zip"] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

export const isDataFormat = (name: string): name is DataFormat => (DATA_FORMATS as readonly string[]).includes(name);

export const MEDIA_TYPES: Readonly<Record<DataFormat, string>> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  geojson: "application/geo+json",
  ics: "text/calendar;charset=utf-8",
  zip: "application/zip",
};

/** Formats that a figure's rows can be written in: maps and calendars need events. */
export const formatsOf = (seen: Pick<Seen, "figure"> | null): readonly DataFormat[] => {
  const events = seen === null || tablesOf(seen.figure).includes("events");
  return DATA_FORMATS.filter((format) => events || (format !== "geojson" && format !== "ics"));
};

/** What a data file is made from: the rows asked for, and what it says of itself but for the pages behind the rows. */
export interface DataRequest {
  /** Null writes everything on record. */
  readonly seen: Seen | null;
  readonly info: Omit<DataInfo, "sources" | "seen">;
  /** Adds PLOVER codes to the event table. */
  readonly plover?: boolean;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const jsonOf = (tables: readonly Table[], info: DataInfo): string => {
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
  return json({ ...metadataOf(tables, info), data: rows });
};

const eventFiles = (gathered: Gathered, info: DataInfo): readonly File[] =>
  gathered.tables.includes("events")
    ? [
        { name: "events.geojson", content: json(toGeoJson(gathered.events, info)) },
        { name: "events.ics", content: toCalendar(gathered.events, info) },
      ]
    : [];

const archive = (gathered: Gathered, tables: readonly Table[], info: DataInfo): Uint8Array<ArrayBuffer> => {
  const { bibtex, ris, csl } = cite(info);
  const data: readonly File[] = [
    ...tables.map((table) => ({ name: `${table.name}.csv`, content: toCsv(table) })),
    { name: "data.json", content: json(Object.fromEntries(tables.map((table) => [table.name, table.rows]))) },
    ...eventFiles(gathered, info),
    { name: "metadata.json", content: metadataFile({ gathered, tables, info }) },
    { name: "citation.bib", content: bibtex },
    { name: "citation.ris", content: ris },
    { name: "citation.csl.json", content: csl },
  ];
  const names = data.map((file) => file.name);
  return zipped([{ name: "README.md", content: readmeOf(tables, names, info) }, ...data]);
};

const encoder = new TextEncoder();

/** Rows gathered once, for all the data files of one question. */
export interface Data {
  readonly gathered: Gathered;
  readonly tables: readonly Table[];
  readonly info: DataInfo;
}

/** @throws what the store throws */
export const gatherData = async (
  store: EventStore,
  { seen, info, plover = false }: DataRequest,
  tell?: Tell,
): Promise<Data> => {
  const gathered = seen === null ? await gatherEverything(store, tell) : await gatherSeen(store, seen, tell);
  const { words, retrieved } = info;
  return {
    gathered,
    tables: tablesOfRows(gathered, { words, retrieved, plover }),
    info: { ...info, seen, sources: sourcesBehind(evidenceBehind(gathered)) },
  };
};

/**
 * One data file. A CSV holds the figure's own table, or the events where everything is asked for; JSON and ZIP hold all
 * of its tables. The same rows and words give the same bytes.
 * @throws RangeError where the figure has no such format (`formatsOf`)
 */
export const dataFile = (format: DataFormat, { gathered, tables, info }: Data): Uint8Array<ArrayBuffer> => {
  if (!formatsOf(info.seen).includes(format)) throw new RangeError(`${info.seen?.figure} has no ${format}`);
  const [first] = tables;
  switch (format) {
    case "zip":
      return archive(gathered, tables, info);
    case "geojson":
      return encoder.encode(json(toGeoJson(gathered.events, info)));
    case "ics":
      return encoder.encode(toCalendar(gathered.events, info));
    case "json":
      return encoder.encode(jsonOf(tables, info));
    case "csv":
      return encoder.encode(first ? toCsv(first) : "");
  }
};

/** What a JSON says beside its rows, as a file. */
export const metadataFile = ({ tables, info }: Data): string => json(metadataOf(tables, info));

/** One data file of its own: `gatherData` and `dataFile` in one. Rejects as they throw. */
export const writeData = async (
  format: DataFormat,
  store: EventStore,
  request: DataRequest,
  tell?: Tell,
): Promise<Uint8Array<ArrayBuffer>> => dataFile(format, await gatherData(store, request, tell));

/** The pages behind what is seen, for a citation; none where a list of them would be endless: the record is cited then. */
export const citedBehind = async (store: EventStore, seen: Seen | null, tell?: Tell): Promise<DataInfo["sources"]> => {
  try {
    const gathered = seen === null ? await gatherEverything(store, tell) : await gatherSeen(store, seen, tell);
    return sourcesBehind(evidenceBehind(gathered));
  } catch (fault) {
    if (fault instanceof TooManyRows) return [];
    throw fault;
  }
};
