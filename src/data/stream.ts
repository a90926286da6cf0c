/**
 * Reads a record while its file arrives. Events and evidence, the long lists, go to a sink row by row and are let go;
 * everything else is collected and checked as a file read whole is (`load.ts`), with the same faults in the same order.
 */
import { BlockQueue, type SliceRange } from "./block-queue.ts";
import type { BlockRead, BlockReader } from "./blocks.ts";
import type { LoadFailure } from "./failures.ts";
import { type Fault, FaultLog, shortValue } from "./faults.ts";
import {
  COLLECTION_NAMES,
  checkFocus,
  isKnownField,
  missingLists,
  noteField,
  noteTwice,
  otherVersion,
  readMeta,
  readRows,
} from "./load.ts";
import type { ColumnRows } from "./nodes.ts";
import { type Known, type RowsById, resolveReferences, ring, withoutUnresolved } from "./resolve.ts";
import { RowPlaces, RowReader } from "./row-places.ts";
import { checkRow } from "./rows.ts";
import { type Block, NotScannable, type RowSlice, rowsIn, type ScanListener, Scanner } from "./scan.ts";
import type { CollectionName, EngagementEvent, Evidence, LiaisonRecord } from "./schema.ts";
import type { StoredFile } from "./stored-file.ts";

type Loose = Record<string, unknown>;
export type LongList = "events" | "evidence";
export type ShortLists = Omit<LiaisonRecord, LongList>;

/** What events refer to: read before the first of them is handed on. */
const CATALOG = [
  "sources",
  "partners",
  "places",
  "organizations",
  "people",
  "topics",
  "mechanisms",
] as const satisfies readonly CollectionName[];
const PAPERS = ["agreements", "commitments", "statistics"] as const satisfies readonly CollectionName[];
export type CatalogLists = Pick<LiaisonRecord, "meta" | (typeof CATALOG)[number]>;

/** Where the rows of the long lists go. Rows are counted from 0 in the order they are taken. */
export interface RowSink {
  /** Before any row: all that events refer to but each other and evidence. */
  begin(catalog: CatalogLists): void;
  /** Takes an event; false where its id is taken. References that lead nowhere are left aside. */
  event(row: EngagementEvent): boolean;
  /** Takes a piece of evidence; false where its id is taken. One that is not `usable` only takes the id. */
  evidence(row: Evidence, usable: boolean): boolean;
  /** Takes rows that are good by the schema; false where it has taken none, for they must be looked at one by one. */
  byColumns?(key: LongList, rows: ColumnRows): boolean;
  hasEvent(id: string): boolean;
  hasEvidence(id: string): boolean;
  /** After all rows: events with a reference that leads nowhere, ascending. */
  strays(): Iterable<number>;
  /** After all rows: events that lie in themselves, at the step that leads back: the event and what it lies in. */
  rings(): readonly { readonly event: number; readonly id: string; readonly partOf: string }[];
}

export interface StreamedRecord {
  readonly lists: ShortLists;
  /** Address of the schema for editors, where the file names one. */
  readonly schema: string | null;
  readonly failure: null;
  readonly faults: readonly Fault[];
  readonly leftOut: number;
  readonly noted: number;
  readonly rows: StreamedRows;
}

/** Rows of the long lists, read again from the file, as a record read whole would have them. */
export interface StreamedRows {
  event(row: number): Promise<EngagementEvent>;
  evidence(row: number): Promise<Evidence>;
}

/** Rows of a long list, in whatever form they came. */
export interface RowBatch {
  readonly length: number;
  row(at: number): unknown;
  /** Hands all rows on without making objects of them; false where they must be looked at one by one. */
  take?(): boolean;
}

/** Reads rows of a long list again, by the place in the file that they were told with. */
export interface RowsAgain {
  at(key: LongList, from: number, to: number): Promise<RowBatch>;
  /** How many of what `at` gives are kept. */
  readonly kept?: number;
}

export type NotStreamed = { readonly failure: LoadFailure } | { readonly failure: "not-scannable" };

/** Ids that only the sink knows; iterated, it has none. */
class Elsewhere extends Map<string, Loose> {
  private readonly known: (id: string) => boolean;

  constructor(known: (id: string) => boolean) {
    super();
    this.known = known;
  }

  override has(id: string): boolean {
    return this.known(id);
  }
}

const batchOf = (rows: readonly unknown[]): RowBatch => ({ length: rows.length, row: (at) => rows[at] });

const NO_LOG = (): FaultLog => new FaultLog();

/** Reads a record from the bytes of a file as they come, of whatever kind the file is. */
export interface RecordReader {
  /** Events handed on so far. */
  readonly events: number;
  readonly soFar: ShortLists | null;
  readonly rowsSoFar: () => StreamedRows;
  push(bytes: Uint8Array): void;
  /** From here on has rows read beside it, where it can. */
  readBeside?(reader: BlockReader): void;
  /** Waits while more is being read beside it than should be. */
  room?(): Promise<void> | null;
  end(): Promise<StreamedRecord | NotStreamed>;
}

/** Takes the bytes of a record's file one piece after another; then `end` gives all but the long lists. */
export class RecordStream implements ScanListener, RecordReader {
  private readonly scanner = new Scanner(this);
  private readonly lists = new Map<string, unknown[]>();
  private readonly fields = new Map<string, unknown>();
  private readonly logs = new Map<CollectionName | "meta", FaultLog>();
  private readonly shapes: Record<LongList, number> = { events: 0, evidence: 0 };
  private readonly places = { events: new RowPlaces(), evidence: new RowPlaces() };
  /** Slices of long lists that came before what they refer to. */
  private readonly waiting: (readonly [LongList, number, number])[] = [];
  private readonly groundless = new FaultLog();
  private readonly sink: RowSink;
  private readonly again: RowsAgain;
  private checked: Map<CollectionName, Map<string, Loose>> | null = null;
  private meta: LiaisonRecord["meta"] | null = null;
  private readonly blocks: BlockQueue;
  /** Names in the outermost object so far, in the order of the file. */
  private readonly names = new Set<string>();
  /** Events handed on so far. */
  get events(): number {
    return this.places.events.length;
  }

  /**
   * @param file where the bytes pushed can be read again
   * @param again how rows are read from it again, where it is not JSON
   */
  constructor(
    sink: RowSink,
    file: StoredFile,
    again: RowsAgain = { at: async (_, from, to) => batchOf(rowsIn(await file.read(from, to))) },
  ) {
    this.sink = sink;
    this.again = again;
    this.blocks = new BlockQueue(this.scanner, file, {
      columns: (read, slices) => this.takeColumns(read, slices),
      rows: (slice) => this.takeSlice(slice),
    });
  }

  /** The next bytes. @throws NotScannable where the file has to be judged as a whole */
  push(bytes: Uint8Array): void {
    this.blocks.push(bytes);
  }

  readBeside(reader: BlockReader): void {
    this.blocks.reader = reader;
  }

  room(): Promise<void> | null {
    return this.blocks.room();
  }

  /** The parts read so far: what stands in for the papers that have not come yet is empty. Null before any event. */
  get soFar(): ShortLists | null {
    if (!this.checked || !this.meta) return null;
    return { ...this.catalogLists(this.resolvedCatalog()), agreements: [], commitments: [], statistics: [] };
  }

  /** Rows read so far, read again; their references may still lead nowhere. */
  readonly rowsSoFar = (): StreamedRows => this.readers(null, new Set());

  /** @internal */
  value(key: string, value: unknown): void {
    this.names.add(key);
    if (key === "events") throw new NotScannable("events are no list");
    this.fields.set(key, value);
  }

  /** @internal */
  list(key: string): void {
    this.names.add(key);
    this.lists.set(key, []);
  }

  /** @internal */
  rows(slice: RowSlice): void {
    const { key, rows, from, to } = slice;
    if (key !== "events" && key !== "evidence") {
      const list = this.lists.get(key) as unknown[];
      if (isKnownField(key)) for (const row of rows) list.push(row);
      else if (!list.length) list.push(rows[0]);
    } else if (this.ready()) this.take(key, batchOf(rows), from, to);
    else this.waiting.push([key, from, to]);
  }

  /** @internal */
  inBlocks(key: string): number {
    const { reader } = this.blocks;
    return reader !== null && key === "events" && this.ready() ? reader.bytes : 0;
  }

  /** @internal */
  block(block: Block): void {
    this.blocks.add(block);
  }

  private takeColumns(read: Extract<BlockRead, { kind: "columns" }>, slices: readonly SliceRange[]): boolean {
    if (this.sink.byColumns?.("events", read.columns) !== true) return false;
    for (const [at, slice] of slices.entries()) {
      const count = read.counts[at] as number;
      this.shapes.events += count;
      this.places.events.add(...slice, count);
    }
    return true;
  }

  private async takeSlice(slice: SliceRange): Promise<void> {
    const rows = await this.again.at("events", ...slice);
    if (rows.length === 0) throw new NotScannable("a comma too many");
    this.take("events", rows, ...slice);
  }

  /** Takes rows of a long list that are not objects yet. */
  batch(key: LongList, rows: RowBatch, from: number, to: number): void {
    if (this.ready()) this.take(key, rows, from, to);
    else this.waiting.push([key, from, to]);
  }

  private ready(): boolean {
    if (this.checked) return true;
    if (!this.fields.has("meta") || !CATALOG.every((name) => this.lists.has(name))) return false;
    this.begin();
    return true;
  }

  private log(name: CollectionName | "meta"): FaultLog {
    const known = this.logs.get(name) ?? new FaultLog();
    this.logs.set(name, known);
    return known;
  }

  private field(name: string): unknown {
    return this.lists.get(name) ?? this.fields.get(name);
  }

  private begin(): void {
    this.meta = readMeta(this.fields.get("meta"), this.log("meta"));
    this.checked = new Map(CATALOG.map((name) => [name, readRows(name, this.field(name), this.log(name))]));
    for (const name of CATALOG) this.lists.set(name, []);
    this.sink.begin(this.catalogLists(this.resolvedCatalog()));
  }

  private rowsById(papers: ReadonlyMap<CollectionName, Map<string, Loose>>): RowsById {
    const rows = new Map<CollectionName, Map<string, Loose>>([
      // Copies: references are resolved once for the sink, and once more when all ids are known.
      ...[...(this.checked ?? [])].map(([name, map]) => [name, new Map(map)] as const),
      ...papers,
      ["events", new Elsewhere((id) => this.sink.hasEvent(id))],
      ["evidence", new Elsewhere((id) => this.sink.hasEvidence(id))],
    ]);
    return Object.fromEntries(COLLECTION_NAMES.map((name) => [name, rows.get(name) ?? new Map()])) as RowsById;
  }

  /** The catalogue with references resolved among its rows, evidence left aside; nothing is reported. */
  private resolvedCatalog(): RowsById {
    const rows = { ...this.rowsById(new Map()), evidence: new Elsewhere(() => true) };
    resolveReferences(rows, NO_LOG());
    return rows;
  }

  private catalogLists(rows: RowsById): CatalogLists {
    const lists = Object.fromEntries(CATALOG.map((name) => [name, [...rows[name].values()]]));
    // Every row passed the validator of its collection.
    return { meta: this.meta, ...lists } as unknown as CatalogLists;
  }

  private take(key: LongList, rows: RowBatch, from: number, to: number): void {
    const log = this.log(key);
    const first = this.shapes[key];
    let gaps: number[] | null = null;
    const all = rows.take?.() === true;
    for (let at = 0; at < rows.length && !all; at += 1) {
      const row = checkRow(key, rows.row(at), first + at, log);
      const taken = row !== null && this.hand(key, row as EngagementEvent | Evidence);
      if (row !== null && !taken) noteTwice(key, row, first + at, log);
      if (taken) gaps?.push(at);
      else gaps ??= Array.from({ length: at }, (_, before) => before);
    }
    this.shapes[key] += rows.length;
    this.places[key].add(from, to, gaps ?? rows.length);
  }

  private hand(key: LongList, row: EngagementEvent | Evidence): boolean {
    if (key === "events") return this.sink.event(row as EngagementEvent);
    const evidence = row as Evidence;
    const usable = evidence.source === null || this.checked?.get("sources")?.has(evidence.source) === true;
    const taken = this.sink.evidence(evidence, usable);
    if (taken && !usable) {
      this.groundless.leftOut += 1;
      this.groundless.add({
        collection: "evidence",
        record: evidence.id,
        field: "source",
        value: shortValue(evidence.source),
        rule: "unknown-reference",
        detail: "sources",
        severity: "left-out",
      });
    }
    return taken;
  }

  private readers(known: RowsById | null, cut: ReadonlySet<number>): StreamedRows {
    const events = this.reader("events");
    const evidence = this.reader("evidence");
    return {
      event: async (number) => {
        const row = checkRow("events", await events.row(number), number, NO_LOG()) as EngagementEvent;
        const whole = known ? withoutUnresolved("events", row.id, row, known, NO_LOG()) : row;
        return cut.has(number) ? { ...whole, partOf: null } : whole;
      },
      evidence: async (number) => checkRow("evidence", await evidence.row(number), number, NO_LOG()) as Evidence,
    };
  }

  private reader(key: LongList): RowReader {
    return new RowReader((from, to) => this.again.at(key, from, to), this.places[key], this.again.kept);
  }

  /** Ends the file. Never rejects, but where the file can no longer be read. */
  async end(): Promise<StreamedRecord | NotStreamed> {
    return (await this.blocks.end()) ? this.finish() : { failure: "not-scannable" };
  }

  /** Ends a file whose parts were told one by one instead of pushed as bytes. Rejects as `end` does. */
  async finish(): Promise<StreamedRecord | NotStreamed> {
    const missing = missingLists((name) => this.lists.has(name));
    if (missing !== null) return { failure: { kind: "wrong-shape", detail: missing } };
    const version = otherVersion(this.fields.get("meta"));
    if (version !== null) return { failure: { kind: "wrong-version", detail: version } };
    if (!this.checked) this.begin();
    for (const [key, from, to] of this.waiting) this.take(key, await this.again.at(key, from, to), from, to);
    return this.resolved();
  }

  private async resolved(): Promise<StreamedRecord> {
    const papers = new Map(PAPERS.map((name) => [name, readRows(name, this.field(name), this.log(name))] as const));
    for (const key of ["events", "evidence"] as const)
      if (!this.lists.has(key)) readRows(key, this.field(key), this.log(key));
    const rows = this.rowsById(papers);
    const strays = await this.strayFaults(rows);
    const rings = this.sink.rings();
    const log = new FaultLog();
    for (const name of ["meta", ...COLLECTION_NAMES] as const) log.append(this.log(name));
    log.append(this.groundless);
    resolveReferences(rows, log, {
      unresolved: () => log.append(strays),
      rings: () => {
        for (const { id, partOf } of rings) log.add(ring("events", id, "partOf", partOf));
      },
    });
    checkFocus(this.meta as LiaisonRecord["meta"], rows.organizations, log);
    this.noteFields(log);
    const lists = Object.fromEntries(PAPERS.map((name) => [name, [...rows[name].values()]]));
    const schema = this.fields.get("$schema");
    return {
      lists: { ...this.catalogLists(rows), ...lists } as ShortLists,
      schema: typeof schema === "string" ? schema : null,
      failure: null,
      faults: log.faults,
      leftOut: log.leftOut,
      noted: log.noted,
      rows: this.readers(rows, new Set(rings.map((one) => one.event))),
    };
  }

  private async strayFaults(known: Readonly<Record<CollectionName, Known>>): Promise<FaultLog> {
    const log = new FaultLog();
    const reader = this.reader("events");
    for (const number of this.sink.strays()) {
      const row = checkRow("events", await reader.row(number), number, NO_LOG()) as EngagementEvent;
      withoutUnresolved("events", row.id, row, known, log);
    }
    return log;
  }

  /** Fields the schema does not have, in the order an object has them. */
  private noteFields(log: FaultLog): void {
    const names = Object.keys(Object.fromEntries([...this.names].map((name) => [name, null])));
    for (const key of names) if (!isKnownField(key)) noteField(key, this.field(key), log);
  }
}
