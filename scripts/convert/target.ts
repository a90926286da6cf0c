/** Writes a record in either kind, row by row. */
import { writeSync } from "node:fs";
import { ARROW_ENDING, RECORD_FILE } from "../../src/data/columnar/read.ts";
import { TableWriter } from "../../src/data/columnar/write.ts";
import { ZipWriter } from "../../src/data/columnar/zip-write.ts";
import { COLLECTION_NAMES } from "../../src/data/load.ts";
import type { Source } from "./source.ts";

export type OnRow = (written: number) => void;
/** A text that the file cannot hold as it is. */
export type OnHalf = (collection: string, row: string, field: string) => void;

const PIECE = 1 << 20;

/** Writes all bytes to a file that is open. */
const put = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
};

const recordOf = ({ schema, meta }: Source): object => ({ ...(schema === null ? {} : { $schema: schema }), meta });

/** JSON, a row to a line. */
export const writeJson = async (source: Source, file: number, onRow: OnRow): Promise<void> => {
  const encoder = new TextEncoder();
  let text = "";
  let written = 0;
  const write = (more: string): void => {
    text += more;
    if (text.length < PIECE) return;
    put(file, encoder.encode(text));
    text = "";
  };
  write(JSON.stringify(recordOf(source)).slice(0, -1));
  for (const name of COLLECTION_NAMES) {
    write(`,\n${JSON.stringify(name)}:[`);
    let first = true;
    for await (const row of source.rows(name)) {
      write(`${first ? "\n" : ",\n"}${JSON.stringify(row)}`);
      first = false;
      onRow(++written);
    }
    write(first ? "]" : "\n]");
  }
  write("\n}\n");
  put(file, encoder.encode(text));
};

/** A ZIP archive with an Arrow file for each list. One list's columns are in memory at a time. */
export const writeColumnar = async (source: Source, file: number, onRow: OnRow, onHalf: OnHalf): Promise<void> => {
  const zip = new ZipWriter((bytes) => put(file, bytes));
  const head = new TextEncoder().encode(`${JSON.stringify(recordOf(source), null, 2)}\n`);
  zip.file(RECORD_FILE, (write) => write(head));
  let written = 0;
  for (const name of COLLECTION_NAMES) {
    const table = new TableWriter(name, (row, field) => onHalf(name, row, field));
    for await (const row of source.rows(name)) {
      table.add(row);
      onRow(++written);
    }
    zip.file(`${name}${ARROW_ENDING}`, table.finish());
  }
  zip.end();
};
