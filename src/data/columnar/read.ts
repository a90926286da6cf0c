/**
 * Reads the columnar file while it arrives: a ZIP archive with `record.json`, which holds all of a record but its lists,
 * and an Arrow file for each list. Rows are checked as those of a JSON file are, with the same faults (`stream.ts`).
 */
import type { LoadFailure } from "../failures.ts";
import { COLLECTION_NAMES } from "../load.ts";
import type { CollectionName } from "../schema.ts";
import { type StoredFile, storedBlob } from "../stored-file.ts";
import {
  type LongList,
  type NotStreamed,
  type RecordReader,
  RecordStream,
  type RowSink,
  type ShortLists,
  type StreamedRecord,
  type StreamedRows,
} from "../stream.ts";
import { EntryStream } from "./entries.ts";
import { isArrow } from "./kind.ts";
import { MAGIC_LENGTH, messageIn } from "./messages.ts";
import { columnRows } from "./rows.ts";
import { isSound } from "./sound.ts";
import { ArrowTable } from "./table.ts";
import { crc32, type Entry, NotZip, readDirectory, readEntry } from "./zip.ts";

/** Name of the file with all of a record but its lists. */
export const RECORD_FILE = "record.json";
export const ARROW_ENDING = ".arrow";

/** Files up to this many bytes are held to their checksum before they are read. */
const CHECKED = 1 << 22;
/** Batches of rows kept once they were read again: a batch is some megabytes. */
const BATCHES_KEPT = 2;

class NotColumnar extends Error {
  readonly failure: LoadFailure;

  constructor(detail: string, cause?: unknown) {
    super(`not a columnar file: ${detail}`, { cause });
    this.failure = { kind: "not-columnar", detail };
  }
}

const collectionOf = (file: string): CollectionName | null =>
  COLLECTION_NAMES.find((name) => file === `${name}${ARROW_ENDING}`) ?? null;

const isLong = (name: CollectionName): name is LongList => name === "events" || name === "evidence";

/** The name of a file without its folder; empty for those that systems put beside others. */
const bareName = (path: string): string => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.startsWith("._") ? "" : name;
};

/** A buffer that grows at its end and is used up at its beginning. */
class Bytes {
  private room = new Uint8Array(1 << 16);
  private used = 0;

  get all(): Uint8Array {
    return this.room.subarray(0, this.used);
  }

  add(bytes: Uint8Array): void {
    if (this.used + bytes.length > this.room.length) {
      const wider = new Uint8Array(Math.max(this.room.length * 2, this.used + bytes.length));
      wider.set(this.all);
      this.room = wider;
    }
    this.room.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** What lies before `to` is let go; what follows begins at a place that holds any kind of number. */
  drop(to: number): void {
    this.room.copyWithin(0, to, this.used);
    this.used -= to;
  }
}

/** What reads one file of the archive. */
interface FileReader {
  bytes(bytes: Uint8Array): void;
  end(): void;
}

const nothing: FileReader = { bytes: () => undefined, end: () => undefined };

/** Where the head of a long list's table lies, to read it again. */
interface Again {
  file: StoredFile;
  from: number;
  to: number;
  table: WeakRef<ArrowTable> | null;
}

export class ColumnarRecord implements RecordReader {
  private readonly record: RecordStream;
  private readonly entries: EntryStream;
  private readonly sink: RowSink;
  private file: StoredFile;
  private readonly again = new Map<LongList, Again>();
  private readonly seen = new Set<string>();
  private reader: FileReader = nothing;
  private failure: LoadFailure | null = null;
  private empty = true;

  /** @param file where the bytes pushed can be read again */
  constructor(sink: RowSink, file: StoredFile) {
    this.sink = sink;
    this.file = file;
    this.record = new RecordStream(sink, file, {
      kept: BATCHES_KEPT,
      at: async (key, from, to) => {
        const again = this.again.get(key) as Again;
        let table = again.table?.deref();
        if (!table) {
          table = new ArrowTable(key, await again.file.read(again.from, again.to));
          again.table = new WeakRef(table);
        }
        return table.rows(table.columns(await again.file.read(from, to)));
      },
    });
    this.entries = new EntryStream({
      begin: (entry) => {
        this.reader = this.readerOf(entry, this.file, entry.from);
      },
      bytes: (bytes) => this.reader.bytes(bytes),
      end: () => {
        this.reader.end();
        // Lets go of what it held.
        this.reader = nothing;
      },
    });
  }

  /** Events read so far. */
  get events(): number {
    return this.record.events;
  }

  get soFar(): ShortLists | null {
    return this.record.soFar;
  }

  get rowsSoFar(): () => StreamedRows {
    return this.record.rowsSoFar;
  }

  /** The next bytes. Never throws: what is wrong with the file is told at its end. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.empty && isArrow(bytes)) this.failure = { kind: "not-columnar", detail: "table" };
    this.empty = false;
    if (!this.failure) this.tried(() => this.entries.push(bytes));
  }

  private tried(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failure ??= this.failureOf(error);
    }
  }

  private failureOf(error: unknown): LoadFailure {
    if (error instanceof NotColumnar) return error.failure;
    return { kind: "not-columnar", detail: error instanceof NotZip ? "archive" : "" };
  }

  private readerOf(entry: Entry, file: StoredFile, from: number): FileReader {
    const name = bareName(entry.name);
    if (this.seen.has(name)) return nothing;
    this.seen.add(name);
    const collection = collectionOf(name);
    const reader =
      name === RECORD_FILE
        ? this.jsonReader()
        : collection
          ? this.tableReader(collection, entry.size, file, from)
          : this.strangerReader(name);
    return entry.size <= CHECKED ? this.checkedReader(reader, entry) : reader;
  }

  /** Holds back all bytes until their checksum is seen to be right. */
  private checkedReader(reader: FileReader, { crc }: Entry): FileReader {
    const held = new Bytes();
    return {
      bytes: (bytes) => held.add(bytes),
      end: () => {
        if (crc32(held.all) !== crc) throw new NotZip("damaged");
        reader.bytes(held.all);
        reader.end();
      },
    };
  }

  /** A table that no collection is called after is told as a field that is not known. */
  private strangerReader(name: string): FileReader {
    if (name.endsWith(ARROW_ENDING)) this.record.list(name.slice(0, -ARROW_ENDING.length));
    return nothing;
  }

  private jsonReader(): FileReader {
    const held = new Bytes();
    return {
      bytes: (bytes) => held.add(bytes),
      end: () => {
        let parts: unknown;
        try {
          parts = JSON.parse(new TextDecoder().decode(held.all));
        } catch (error) {
          throw new NotColumnar("record", error);
        }
        if (typeof parts !== "object" || parts === null) throw new NotColumnar("record");
        for (const [key, value] of Object.entries(parts))
          if (!(COLLECTION_NAMES as readonly string[]).includes(key)) this.record.value(key, value);
      },
    };
  }

  private tableReader(name: CollectionName, size: number, file: StoredFile, from: number): FileReader {
    const held = new Bytes();
    /** Bytes of the file that were used up. */
    let at = 0;
    let headEnd = 0;
    const head = new Bytes();
    let table: ArrowTable | null = null;
    let ended = false;
    this.record.list(name);
    const drop = (length: number): void => {
      held.drop(length);
      at += length;
    };
    const take = (bytes: Uint8Array): void => {
      if (!table) {
        table = new ArrowTable(name, head.all.slice());
        if (isLong(name)) this.again.set(name, { file, from: from + MAGIC_LENGTH, to: from + headEnd, table: null });
      }
      this.take(name, table, bytes, from + at);
    };
    const messages = (): void => {
      if (at === 0) {
        if (held.all.length < MAGIC_LENGTH) return;
        if (!isArrow(held.all)) throw new NotColumnar(name);
        drop(MAGIC_LENGTH);
      }
      while (!ended) {
        const message = messageIn(held.all, size - at);
        if (message === "end") ended = true;
        if (message === null || message === "end" || held.all.length < message.length) return;
        const bytes = held.all.subarray(0, message.length);
        if (message.kind === "batch") take(bytes);
        else if (table) throw new NotColumnar(name);
        else {
          head.add(bytes);
          headEnd = at + message.length;
        }
        drop(message.length);
      }
    };
    return {
      bytes: (bytes) => {
        if (ended) return;
        held.add(bytes);
        try {
          messages();
        } catch (error) {
          const packed = error instanceof Error && /codec/.test(error.message);
          throw error instanceof NotColumnar ? error : new NotColumnar(packed ? "packed" : name, error);
        }
      },
      end: () => {
        if (!ended) throw new NotColumnar(name);
      },
    };
  }

  private take(name: CollectionName, table: ArrowTable, bytes: Uint8Array, from: number): void {
    const columns = table.columns(bytes);
    const rows = table.rows(columns);
    const to = from + bytes.length;
    if (isLong(name)) {
      const take = (): boolean =>
        isSound(name, columns) &&
        this.sink.byColumns?.(name, columnRows(columns.names, columns.batches, columns.texts.values())) === true;
      this.record.batch(name, { ...rows, take }, from, to);
      return;
    }
    const list = Array.from({ length: rows.length }, (_, at) => rows.row(at));
    this.record.rows({ key: name, rows: list, from, to });
  }

  /** Ends the file. Rejects only where it can no longer be read. */
  async end(): Promise<StreamedRecord | NotStreamed> {
    if (this.empty) return { failure: { kind: "empty", detail: "" } };
    if (!this.failure && !this.entries.direct) await this.byDirectory();
    else if (!this.failure && !this.entries.complete) this.failure = { kind: "truncated", detail: "" };
    if (!this.failure && !this.seen.has(RECORD_FILE)) this.failure = { kind: "not-columnar", detail: "no-record" };
    if (this.failure) return { failure: this.failure };
    const read = await this.record.finish();
    if (read.failure !== null && typeof read.failure === "object" && read.failure.kind === "wrong-shape")
      return { failure: { kind: "not-columnar", detail: `no-${read.failure.detail}` } };
    return read;
  }

  /** Reads an archive whose files are compressed: each as a whole. */
  private async byDirectory(): Promise<void> {
    try {
      for (const entry of await readDirectory(this.file)) {
        if (this.seen.has(bareName(entry.name))) continue;
        const bytes = await readEntry(this.file, entry);
        const reader = this.readerOf({ ...entry, size: bytes.length }, storedBlob(new Blob([bytes])), 0);
        reader.bytes(bytes);
        reader.end();
      }
    } catch (error) {
      this.failure ??= this.failureOf(error);
    }
  }
}
