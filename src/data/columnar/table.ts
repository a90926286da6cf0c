/** One table of the columnar file: its head, which says what the columns are, and batches of rows one by one. */
import { type Batch, columnFromArray, type Schema, Table, tableFromIPC, tableToIPC } from "@uwdata/flechette";
import type { CollectionName } from "../schema.ts";
import type { RowBatch } from "../stream.ts";
import { messageIn } from "./messages.ts";
import { dictionariesIn, groupReader, type Texts, textsOf } from "./rows.ts";
import { daysOf } from "./shape.ts";
import { SHAPES } from "./shapes.gen.ts";

/** The columns of some rows as the library has them, with the texts of their dictionaries in the order of the columns. */
export interface ColumnBatch {
  readonly names: readonly string[];
  readonly batches: readonly Batch<unknown>[];
  readonly texts: readonly Texts[];
}

/**
 * A head with the same columns and nothing in its dictionaries: the library makes strings of all there is in one each
 * time it reads a batch.
 */
const emptied = (schema: Schema, head: Uint8Array): Uint8Array => {
  try {
    const columns = schema.fields.map(({ type }) => columnFromArray([null], type));
    const bytes = tableToIPC(new Table(schema, columns), { format: "stream" });
    if (!bytes) return head;
    for (let at = 0; ; ) {
      const message = messageIn(bytes.subarray(at), bytes.length - at);
      if (message === null || message === "end" || message.kind === "batch") return bytes.slice(0, at);
      at += message.length;
    }
  } catch {
    // A kind of column that the library reads but does not write.
    return head;
  }
};

export class ArrowTable {
  private readonly collection: CollectionName;
  private head: Uint8Array;
  private texts: readonly Texts[] | null = null;

  /** @param head the messages before the first batch, in bytes of their own */
  constructor(collection: CollectionName, head: Uint8Array) {
    this.collection = collection;
    this.head = head;
  }

  /** The columns of a batch. @param bytes its message, eight to a place @throws Error where it cannot be read */
  columns(bytes: Uint8Array): ColumnBatch {
    const table = tableFromIPC([this.head, bytes]);
    const batches = table.children.map(({ data }) => data[0] as Batch<unknown>);
    if (this.texts === null) {
      this.texts = Array.from(dictionariesIn(batches), textsOf);
      this.head = emptied(table.schema, this.head);
    }
    return { names: table.names.map(String), batches, texts: this.texts };
  }

  rows({ names, batches, texts }: ColumnBatch): RowBatch {
    const fields = SHAPES[this.collection] ?? [];
    const row = groupReader(names, batches, fields, daysOf(this.collection), texts.values());
    return { length: batches[0]?.length ?? 0, row };
  }
}
