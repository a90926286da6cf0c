/** Rows of an Arrow table as the objects a JSON file would have, whatever program wrote the table. */
import type { Batch, Column, DataType } from "@uwdata/flechette";
import { type ColumnNode, type ColumnRows, ENTRIES, type Texts, textAt } from "../nodes.ts";
import { companionsOf, type FieldShape, givenName, type Shape } from "./shape.ts";

/** Kinds of columns, by the numbers Arrow gives them. */
export const TYPE = {
  dictionary: -1,
  int: 2,
  float: 3,
  utf8: 5,
  bool: 6,
  date: 8,
  list: 12,
  struct: 13,
  fixedList: 16,
  largeList: 21,
} as const;

type Reader = (at: number) => unknown;

const known = (types: readonly number[], type: DataType): boolean => types.includes(type.typeId);

/** Texts of a dictionary, each read when it is first asked for: the library's own reading drops byte order marks. */
export const textsOf = (column: Column<unknown>): Texts => {
  const kept: unknown[] = [];
  const read = (code: number): unknown => {
    let at = code;
    for (const batch of column.data) {
      if (at >= batch.length) at -= batch.length;
      else if (batch.type.typeId !== TYPE.utf8) return batch.at(at);
      else return batch.nullCount && !batch.isValid(at) ? null : textAt(batch, at);
    }
    return undefined;
  };
  return {
    size: column.length,
    get(code) {
      if (!(code in kept) && code < column.length) kept[code] = read(code);
      return kept[code];
    },
  };
};

/** Numbers, texts, lists and objects of whatever the library makes of a value. */
const plain = (value: unknown): unknown => {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : value.toISOString();
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return Array.from(value as unknown as unknown[], plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
};

/** A value the library cannot say, such as a number beyond what JavaScript has. */
const said = (batch: Batch<unknown>, at: number): unknown => {
  try {
    return plain(batch.at(at));
  } catch {
    return `? ${String(batch.values?.[at])}`;
  }
};

const put = (row: Record<string, unknown>, name: string, value: unknown): void => {
  // Not an assignment: that would lose a field called __proto__.
  if (name === "__proto__")
    Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
  else row[name] = value;
};

/** The dictionaries of a table in the order its columns have them, those of parts after their whole. */
export type Dictionaries = Iterator<Texts, undefined>;

export const dictionariesIn = function* (batches: readonly Batch<unknown>[]): Generator<Column<unknown>, undefined> {
  for (const batch of batches) {
    if (batch.type.typeId === TYPE.dictionary)
      yield (batch as Batch<unknown> & { dictionary: Column<unknown> }).dictionary;
    if (batch.children) yield* dictionariesIn(batch.children);
  }
};

const valueReader = (batch: Batch<unknown>, shape: Shape | null, texts: Dictionaries): Reader => {
  const { type } = batch;
  const nothing = (read: Reader): Reader => (batch.nullCount ? (at) => (batch.isValid(at) ? read(at) : null) : read);
  if (type.typeId === TYPE.dictionary) {
    const words = texts.next().value;
    return nothing((at) => plain(words?.get(Number(batch.values?.[at])) ?? null));
  }
  if (type.typeId === TYPE.utf8) return nothing((at) => textAt(batch, at));
  if (known([TYPE.list, TYPE.largeList, TYPE.fixedList], type)) {
    const [child] = batch.children as Batch<unknown>[];
    const read = valueReader(child as Batch<unknown>, shape?.kind === "list" ? shape.of : null, texts);
    const stride = (type as { stride?: number }).stride ?? 0;
    const from = (at: number): number => (stride ? at * stride : Number(batch.offsets?.[at]));
    return nothing((at) => {
      const entries: unknown[] = [];
      const to = Math.min(from(at + 1), (child as Batch<unknown>).length);
      for (let entry = Math.max(0, from(at)); entry < to; entry++) entries.push(read(entry));
      return entries;
    });
  }
  if (type.typeId === TYPE.struct) {
    const names = type.children.map(({ name }) => name);
    const fields = shape?.kind === "group" ? shape.fields : [];
    return nothing(groupReader(names, batch.children as Batch<unknown>[], fields, [], texts));
  }
  // Its parts are read by the library: their dictionaries are passed by.
  for (const _ of dictionariesIn(batch.children ?? [])) texts.next();
  return (at) => said(batch, at);
};

/**
 * Reads rows of a batch.
 * @param names of the columns, and `batches` of their values
 * @param aside names of columns that are no fields
 */
export const groupReader = (
  names: readonly string[],
  batches: readonly Batch<unknown>[],
  fields: readonly FieldShape[],
  aside: readonly string[],
  texts: Dictionaries,
): ((at: number) => Record<string, unknown>) => {
  const readers = new Map<string, Reader>();
  names.forEach((name, at) => {
    const shape = fields.find((field) => field.name === name)?.shape ?? null;
    const read = valueReader(batches[at] as Batch<unknown>, shape, texts);
    if (!readers.has(name)) readers.set(name, read);
  });
  const parts = fields.flatMap(({ name, optional, nullable }) => {
    const read = readers.get(name);
    const given = optional && nullable ? readers.get(givenName(name)) : undefined;
    return read ? [{ name, optional: optional === true, given, read }] : [];
  });
  const apart = new Set([...fields.map(({ name }) => name), ...fields.flatMap(companionsOf), ...aside]);
  const unknown = [...readers].filter(([name]) => !apart.has(name));
  return (at) => {
    const row: Record<string, unknown> = {};
    for (const { name, optional, given, read } of parts) {
      const value = read(at);
      if (value !== null || !optional || given?.(at) === true) put(row, name, value);
    }
    for (const [name, read] of unknown) {
      const value = read(at);
      if (value !== null) put(row, name, value);
    }
    return row;
  };
};

const nodeOf = (batch: Batch<unknown>, texts: Dictionaries): ColumnNode => {
  const { type, children } = batch;
  const own = type.typeId === TYPE.dictionary ? (texts.next().value ?? null) : null;
  const names = type.typeId === TYPE.struct ? type.children.map(({ name }) => name) : [ENTRIES];
  const parts = new Map((children ?? []).map((child, at) => [names[at] ?? "", nodeOf(child, texts)] as const));
  return { batch, texts: own, parts };
};

/** The columns of a batch by name. */
export const columnRows = (
  names: readonly string[],
  batches: readonly Batch<unknown>[],
  texts: Dictionaries,
): ColumnRows => ({
  length: batches[0]?.length ?? 0,
  nodes: new Map(names.map((name, at) => [name, nodeOf(batches[at] as Batch<unknown>, texts)])),
});
