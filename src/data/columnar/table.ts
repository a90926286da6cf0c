/** One table of the columnar file: its head, which says what the columns are, and batches of rows one by one. */
import {
  type Batch,
  Column,
  columnFromArray,
  type DataType,
  type Field,
  field,
  type Schema,
  Table,
  tableFromIPC,
  tableToIPC,
} from "@uwdata/flechette";
import type { Texts } from "../nodes.ts";
import type { CollectionName } from "../schema.ts";
import type { RowBatch } from "../stream.ts";
import { dictionaryIn, type MessageKind, messageIn } from "./messages.ts";
import { dictionariesIn, groupReader, textsOf } from "./rows.ts";
import { daysOf } from "./shape.ts";
import { SHAPES } from "./shapes.gen.ts";

/** The columns of some rows as the library has them, with the texts of their dictionaries in the order of the columns. */
export interface ColumnBatch {
  readonly names: readonly string[];
  readonly batches: readonly Batch<unknown>[];
  readonly texts: readonly Texts[];
}

/** The messages in some bytes that hold nothing else, up to the end they may have. */
const messagesIn = function* (bytes: Uint8Array): Generator<readonly [MessageKind, Uint8Array]> {
  for (let at = 0; at < bytes.length; ) {
    const message = messageIn(bytes.subarray(at), bytes.length - at);
    if (message === null || message === "end") return;
    yield [message.kind, bytes.subarray(at, at + message.length)];
    at += message.length;
  }
};

/** A head with these columns and next to nothing in their dictionaries. @throws Error where the library writes no such */
const emptied = (schema: Schema): Uint8Array => {
  const columns = schema.fields.map(({ type }) => columnFromArray([null], type));
  const bytes = tableToIPC(new Table(schema, columns), { format: "stream" });
  if (!bytes) throw new Error("a table that cannot be written");
  let end = 0;
  for (const [kind, message] of messagesIn(bytes)) {
    if (kind === "batch") break;
    end += message.length;
  }
  return bytes.slice(0, end);
};

type DictionaryType = Extract<DataType, { dictionary: DataType }>;

const childrenOf = (type: DataType): readonly Field[] => ("children" in type ? type.children : []);

/** The dictionaries of a table in the order its columns have them, those of parts after their whole. */
const dictionaryTypes = function* (fields: readonly Field[]): Generator<DictionaryType> {
  for (const { type } of fields) {
    if ("dictionary" in type) yield type;
    yield* dictionaryTypes(childrenOf(type));
  }
};

interface Head {
  readonly texts: readonly Texts[];
  /** What a batch is to be read with. */
  readonly bytes: Uint8Array;
}

/**
 * Takes the dictionaries out of a head: the library makes strings of all there is in one each time it reads a batch, and
 * most of a long one are never asked for. @throws Error where this is a head that the library would not write
 */
const withoutDictionaries = (head: Uint8Array): Head => {
  const [[, first]] = messagesIn(head) as unknown as [readonly [MessageKind, Uint8Array]];
  const { schema } = tableFromIPC(first);
  const types = [...dictionaryTypes(schema.fields)];
  const heads = new Map(
    types.map(({ id, dictionary }) => [id, emptied({ ...schema, fields: [field("text", dictionary)] })]),
  );
  const bytes = emptied(schema);
  const columns = new Map<number, Column<unknown>>();
  for (const [kind, message] of messagesIn(head)) {
    if (kind !== "dictionary") continue;
    const { id, follows, batch } = dictionaryIn(message);
    const alone = heads.get(id);
    if (!alone) continue;
    const column = tableFromIPC([alone, batch]).getChildAt(0);
    const before = follows ? columns.get(id)?.data : [];
    columns.set(id, new Column([...(before ?? []), ...column.data], column.type));
  }
  const texts = types.map(({ id }) => {
    const column = columns.get(id);
    if (!column) throw new Error("a dictionary that is not there");
    return textsOf(column);
  });
  return { texts, bytes };
};

export class ArrowTable {
  private readonly collection: CollectionName;
  private readonly bytes: Uint8Array;
  private head: Head | null = null;

  /** @param head the messages before the first batch, in bytes of their own */
  constructor(collection: CollectionName, head: Uint8Array) {
    this.collection = collection;
    this.bytes = head;
  }

  private columnsOf(head: Uint8Array, batch: Uint8Array): Omit<ColumnBatch, "texts"> {
    const table = tableFromIPC([head, batch]);
    return { names: table.names.map(String), batches: table.children.map(({ data }) => data[0] as Batch<unknown>) };
  }

  /** The columns of a batch. @param bytes its message, eight to a place @throws Error where it cannot be read */
  columns(bytes: Uint8Array): ColumnBatch {
    try {
      this.head ??= withoutDictionaries(this.bytes);
    } catch {
      // Read by the library as it stands, or refused with its own words.
      const columns = this.columnsOf(this.bytes, bytes);
      this.head = { texts: Array.from(dictionariesIn(columns.batches), textsOf), bytes: this.bytes };
    }
    const { texts, bytes: head } = this.head;
    return { ...this.columnsOf(head, bytes), texts };
  }

  rows({ names, batches, texts }: ColumnBatch): RowBatch {
    const fields = SHAPES[this.collection] ?? [];
    const row = groupReader(names, batches, fields, daysOf(this.collection), texts.values());
    return { length: batches[0]?.length ?? 0, row };
  }
}
