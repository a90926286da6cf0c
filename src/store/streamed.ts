/** A local store filled from the bytes of a file as they come. */
import type { BlockReader } from "#data/blocks.ts";
import type { LoadFailure } from "#data/failures.ts";
import type { Fault } from "#data/faults.ts";
import type { ColumnRows } from "#data/nodes.ts";
import type { EngagementEvent, Evidence, Meta, Source } from "#data/schema.ts";
import type { StoredFile } from "#data/stored-file.ts";
import {
  type CatalogLists,
  type LongList,
  type RecordReader,
  RecordStream,
  type RowSink,
  type ShortLists,
  type StreamedRows,
} from "#data/stream.ts";
import type { EventStore } from "#model/questions.ts";
import { createCatalog } from "./catalog.ts";
import { type ColumnsBuilder, createBuilder } from "./local/builder.ts";
import type { Columns } from "./local/columns.ts";
import type { Filling } from "./local/filling.ts";
import { createColumnStore } from "./local/store.ts";

/** What a page must know of a record besides its answers. */
export interface About {
  readonly meta: Meta;
  readonly sources: readonly Source[];
  readonly faults: readonly Fault[];
  readonly leftOut: number;
  readonly noted: number;
}

export interface OpenStore {
  readonly store: EventStore;
  readonly about: About;
}

/** Makes what adds batches of events, taken from columns of a file, to those of a store. */
export type MakeTaker = (to: Filling) => (rows: ColumnRows) => boolean;

/** Fills columns; once they are complete, what filled them is let go. */
class ColumnSink implements RowSink {
  private builder: ColumnsBuilder | null = null;
  private columns: Columns | null = null;
  private take: ((rows: ColumnRows) => boolean) | null = null;
  makeTaker: MakeTaker | null;

  constructor(makeTaker: MakeTaker | null) {
    this.makeTaker = makeTaker;
  }

  byColumns(key: LongList, rows: ColumnRows): boolean {
    if (key !== "events" || !this.makeTaker) return false;
    this.take ??= this.makeTaker(this.filling.filling);
    return this.take(rows);
  }

  begin(catalog: CatalogLists): void {
    this.builder = createBuilder(createCatalog(catalog), { titles: true });
  }

  private get filling(): ColumnsBuilder {
    if (!this.builder) throw new Error("rows come between begin and finish");
    return this.builder;
  }

  event(row: EngagementEvent): boolean {
    return this.filling.add(row);
  }

  evidence(row: Evidence, usable: boolean): boolean {
    return this.filling.addEvidence(row, usable);
  }

  hasEvent(id: string): boolean {
    return this.columns ? this.columns.ids.find(id) >= 0 : this.filling.hasEvent(id);
  }

  hasEvidence(id: string): boolean {
    return this.columns ? this.columns.evidence.has(id) : this.filling.hasEvidence(id);
  }

  strays(): Uint32Array {
    return this.filling.strays();
  }

  rings(): ReturnType<ColumnsBuilder["rings"]> {
    return this.filling.rings();
  }

  soFar(): Columns {
    return this.filling.soFar();
  }

  finish(): Columns {
    this.columns = this.filling.finish();
    this.builder = null;
    this.take = null;
    return this.columns;
  }
}

const storeOver = (columns: Columns, lists: ShortLists, rows: StreamedRows): EventStore =>
  createColumnStore({
    columns,
    catalog: createCatalog(lists),
    rows: {
      far: true,
      title: (at) => columns.titles?.get(columns.order.rows[at] as number) ?? "",
      event: (at) => rows.event(columns.order.rows[at] as number),
      evidence: (id) => {
        const row = columns.evidence.row(id);
        return row < 0 ? null : rows.evidence(row);
      },
    },
    agreements: lists.agreements,
    commitments: lists.commitments,
    statistics: lists.statistics,
  });

export type Streamed =
  | { readonly open: OpenStore; readonly failure: null }
  /** `not-scannable`: no record can be made from its parts; the file must be judged as a whole. */
  | { readonly open: null; readonly failure: LoadFailure | "not-scannable" };

export class StreamedStore {
  private readonly sink: ColumnSink;
  private readonly stream: RecordReader;

  /**
   * @param file where the bytes pushed can be read again, as long as the store is asked
   * @param reader what reads a file of this kind; JSON where nothing else is said
   * @param makeTaker for a reader that has columns to hand on
   */
  constructor(
    file: StoredFile,
    reader: new (sink: ColumnSink, file: StoredFile) => RecordReader = RecordStream,
    makeTaker: MakeTaker | null = null,
  ) {
    this.sink = new ColumnSink(makeTaker);
    this.stream = new reader(this.sink, file);
  }

  /** Events read so far. */
  get events(): number {
    return this.stream.events;
  }

  /** @throws NotScannable */
  push(bytes: Uint8Array): void {
    this.stream.push(bytes);
  }

  /** Whether events of this kind of file can be read beside it. */
  get canReadBeside(): boolean {
    return this.stream.readBeside !== undefined;
  }

  /** From here on has events read beside. */
  readBeside(reader: BlockReader, makeTaker: MakeTaker): void {
    this.sink.makeTaker ??= makeTaker;
    this.stream.readBeside?.(reader);
  }

  /** Waits while more is being read beside than should be. */
  room(): Promise<void> | null {
    return this.stream.room?.() ?? null;
  }

  /** A store over the events so far, without papers and faults; null before the first event. */
  soFar(): OpenStore | null {
    const lists = this.stream.soFar;
    if (!lists || this.events === 0) return null;
    const { meta, sources } = lists;
    return {
      store: storeOver(this.sink.soFar(), lists, this.stream.rowsSoFar()),
      about: { meta, sources, faults: [], leftOut: 0, noted: 0 },
    };
  }

  async end(): Promise<Streamed> {
    const read = await this.stream.end();
    if (read.failure !== null) return { open: null, failure: read.failure };
    const { lists, rows, faults, leftOut, noted } = read;
    const store = storeOver(this.sink.finish(), lists, rows);
    return {
      open: { store, about: { meta: lists.meta, sources: lists.sources, faults, leftOut, noted } },
      failure: null,
    };
  }
}
