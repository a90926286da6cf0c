/** What every data file is made of: tables of flat rows with named columns. */
import { isoDay } from "#lib/dates.ts";
import { parseDate } from "#lib/edtf-dates.ts";

/** One value of a row; a list stands in one cell of a CSV and as an array in JSON. */
export type Value = string | number | boolean | null | readonly string[];

export const TABLE_NAMES = [
  "events",
  "participants",
  "places",
  "agreements",
  "commitments",
  "statistics",
  "partners",
  "topics",
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export type DataRow = Readonly<Record<string, Value>>;

/** `columns` are keys of every row, in the order they are written; their descriptions are in the catalogue. */
export interface Table {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

/** Columns in the order of a row made from them, so that an empty table still has its head. */
export interface Shape<T> {
  readonly name: TableName;
  readonly cells: Readonly<Record<string, (from: T) => Value>>;
}

export const tableOf = <T>(shape: Shape<T>, from: readonly T[]): Table => {
  const cells = Object.entries(shape.cells);
  return {
    name: shape.name,
    columns: cells.map(([key]) => key),
    rows: from.map((one) => Object.fromEntries(cells.map(([key, cell]) => [key, cell(one)]))),
  };
};

const bound = (day: number): string | null => (Number.isFinite(day) ? isoDay(day) : null);

/** First and last day of an EDTF date as ISO 8601 days, null where that end is open or the text is no date. */
export const isoBounds = (edtf: string | null): { readonly from: string | null; readonly to: string | null } => {
  const span = edtf === null ? null : parseDate(edtf);
  return span?.ok ? { from: bound(span.value.start), to: bound(span.value.end) } : { from: null, to: null };
};

/** Three columns for a date: its first day, its last, and the date as the record has it. */
export const dateCells = <T>(prefix: string, edtf: (from: T) => string | null): Shape<T>["cells"] => ({
  [`${prefix}_from`]: (from) => isoBounds(edtf(from)).from,
  [`${prefix}_to`]: (from) => isoBounds(edtf(from)).to,
  [`${prefix}_edtf`]: edtf,
});
