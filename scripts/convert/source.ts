/** Reads a record's file of either kind, a piece at a time: what is in memory is ids, not rows. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { isColumnar } from "../../src/data/columnar/kind.ts";
import { ColumnarRecord } from "../../src/data/columnar/read.ts";
import type { LoadFailure } from "../../src/data/failures.ts";
import type { Fault } from "../../src/data/faults.ts";
import { decoderFor, parseJson } from "../../src/data/json.ts";
import { COLLECTION_NAMES, parseRecord } from "../../src/data/load.ts";
import { NotScannable } from "../../src/data/scan.ts";
import type { CollectionName, LiaisonRecord, Meta } from "../../src/data/schema.ts";
import type { StoredFile } from "../../src/data/stored-file.ts";
import { type RecordReader, RecordStream, type RowSink, type StreamedRecord } from "../../src/data/stream.ts";
import { createCatalog } from "../../src/store/catalog.ts";
import { type ColumnsBuilder, createBuilder } from "../../src/store/local/builder.ts";

/** Pieces of a file that are read at once. */
const PIECE = 1 << 20;
/** More than this is no text that can be judged as a whole. */
const WHOLE = 400_000_000;

export interface Source {
  readonly meta: Meta;
  readonly schema: string | null;
  readonly faults: readonly Fault[];
  readonly leftOut: number;
  readonly noted: number;
  readonly size: Readonly<Record<CollectionName, number>>;
  /** The rows of a list that have nothing wrong with them, in the order of the file. */
  rows(name: CollectionName): AsyncIterable<object> | Iterable<object>;
  close(): void;
}

/** Knows ids, references and rings as the page's own store does, and which evidence may be used. */
class IdSink implements RowSink {
  private builder: ColumnsBuilder | null = null;
  readonly usable: boolean[] = [];
  events = 0;

  private get known(): ColumnsBuilder {
    if (!this.builder) throw new Error("rows come after the beginning");
    return this.builder;
  }

  begin(catalog: Parameters<RowSink["begin"]>[0]): void {
    this.builder = createBuilder(createCatalog(catalog));
  }

  event(row: Parameters<RowSink["event"]>[0]): boolean {
    const added = this.known.add(row);
    if (added) this.events += 1;
    return added;
  }

  evidence(row: Parameters<RowSink["evidence"]>[0], usable: boolean): boolean {
    const added = this.known.addEvidence(row, usable);
    if (added) this.usable.push(usable);
    return added;
  }

  hasEvent = (id: string): boolean => this.known.hasEvent(id);
  hasEvidence = (id: string): boolean => this.known.hasEvidence(id);
  strays = (): Uint32Array => this.known.strays();
  rings = (): ReturnType<ColumnsBuilder["rings"]> => this.known.rings();
}

const readAt = (file: number, from: number, to: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Math.max(0, to - from));
  let filled = 0;
  while (filled < bytes.length) {
    const read = readSync(file, bytes, filled, bytes.length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
};

const sizes = (of: (name: CollectionName) => number): Source["size"] =>
  Object.fromEntries(COLLECTION_NAMES.map((name) => [name, of(name)])) as Source["size"];

const streamedSource = (read: StreamedRecord, sink: IdSink, close: () => void): Source => {
  const { lists, rows } = read;
  const usable = sink.usable.reduce((count, one) => count + (one ? 1 : 0), 0);
  async function* events(): AsyncGenerator<object> {
    for (let row = 0; row < sink.events; row++) yield await rows.event(row);
  }
  async function* evidence(): AsyncGenerator<object> {
    for (let row = 0; row < sink.usable.length; row++) if (sink.usable[row]) yield await rows.evidence(row);
  }
  return {
    ...read,
    meta: lists.meta,
    size: sizes((name) => (name === "events" ? sink.events : name === "evidence" ? usable : lists[name].length)),
    rows: (name) => (name === "events" ? events() : name === "evidence" ? evidence() : lists[name]),
    close,
  };
};

const wholeSource = (file: number, size: number): Source | LoadFailure => {
  const bytes = readAt(file, 0, size);
  const json = parseJson(decoderFor(bytes).decode(bytes));
  if (!json.ok) return json.error;
  const read = parseRecord(json.value);
  if (read.failure) return read.failure;
  const record: LiaisonRecord = read.record;
  const schema = (json.value as { $schema?: unknown }).$schema;
  return {
    ...read,
    meta: record.meta,
    schema: typeof schema === "string" ? schema : null,
    size: sizes((name) => record[name].length),
    rows: (name) => record[name],
    close: () => undefined,
  };
};

/**
 * Reads a file to its end, so that all that is wrong with it is known; its rows can then be read again.
 * @param onProgress told of the bytes read, of all, and of the events so far
 * @throws Error where the file cannot be read
 */
export const openSource = async (
  path: string,
  onProgress: (bytes: number, of: number, events: number) => void,
): Promise<Source | LoadFailure> => {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const close = (): void => closeSync(file);
  const stored: StoredFile = { size, read: async (from, to) => readAt(file, from, to) };
  const sink = new IdSink();
  const reader: RecordReader = isColumnar(readAt(file, 0, 8))
    ? new ColumnarRecord(sink, stored)
    : new RecordStream(sink, stored);
  try {
    for (let at = 0; at < size; at += PIECE) {
      reader.push(readAt(file, at, Math.min(size, at + PIECE)));
      onProgress(Math.min(size, at + PIECE), size, reader.events);
    }
    const read = await reader.end();
    if (read.failure === null) return streamedSource(read, sink, close);
    if (read.failure !== "not-scannable") return read.failure;
  } catch (error) {
    if (!(error instanceof NotScannable)) throw error;
  }
  if (size > WHOLE) return { kind: "too-big", detail: "" };
  const whole = wholeSource(file, size);
  close();
  return whole;
};
