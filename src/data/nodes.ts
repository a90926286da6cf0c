/** Columns of rows, for those who take numbers out of them: whatever kind of file the rows came from. */
import { textOf } from "#lib/utf8.ts";

/** The texts of a dictionary by their codes. */
export interface Texts {
  readonly size: number;
  /** The text of a code; null where the dictionary has null, undefined where it has no such code. */
  get(code: number): unknown;
}

/** The values of a column, laid out as Arrow lays them out. */
export interface ColumnValues {
  readonly length: number;
  readonly nullCount: number;
  /** A bit for each value, 1 where there is one; not looked at where none is null. */
  readonly validity?: Uint8Array | null;
  /** Codes, or bytes of texts. */
  readonly values?: unknown;
  /** Where the entries of each list, or the bytes of each text, begin. */
  readonly offsets?: unknown;
  at(row: number): unknown;
}

/** A column and its parts. */
export interface ColumnNode {
  readonly batch: ColumnValues;
  /** The texts of its dictionary, where it has one. */
  readonly texts: Texts | null;
  /** The entries of a list, or the fields of a group by name. */
  readonly parts: ReadonlyMap<string, ColumnNode>;
}

/** Name of the only part of a list. */
export const ENTRIES = "entries";

/** Some rows by their columns. */
export interface ColumnRows {
  readonly length: number;
  readonly nodes: ReadonlyMap<string, ColumnNode>;
}

/** The text at a place of a column of texts without a dictionary. */
export const textAt = ({ offsets, values }: ColumnValues, at: number): string => {
  const ends = offsets as ArrayLike<number | bigint> | undefined;
  return textOf((values as Uint8Array).subarray(Number(ends?.[at]), Number(ends?.[at + 1])));
};
