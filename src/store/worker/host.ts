/** Holds a record on its side of a port: reads it, and answers questions about it while it is still being read. */
import { isColumnar } from "#data/columnar/kind.ts";
import { fetchBytes, readBlob } from "#data/fetch.ts";
import { GrowingFile, type StoredFile, storedBlob } from "#data/stored-file.ts";
import { readBytes } from "#data/whole.ts";
import type { EventStore } from "#model/questions.ts";
import { createLocalStore } from "../local/store.ts";
import { type OpenStore, StreamedStore } from "../streamed.ts";
import type { Beside } from "./beside.ts";
import type { Answered, Ask, FromWorker, Port, ToWorker } from "./protocol.ts";
import { Spans } from "./spans.ts";
import { stepsAfter } from "./steps.ts";

/** Longest stretch of work between two looks at what the page asks. */
const STRETCH_MS = 24;
/** Answers are kept together for so long at most: the page draws all views once, and never waits long for the first. */
const TOGETHER_MS = 40;
/** Between two words on how far it is: each has the page draw a frame, which the reading of the file waits for. */
const PROGRESS_MS = 200;
/** Files of at most so many bytes are read as a whole. */
const SMALL = 2_000_000;

/** Time for the first look at the page before its texts are indexed for searching. */
const INDEXED_AFTER_MS = 10_000;

/** Lets messages come in. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Workers that may read beside the one that keeps the record. */
export interface Others {
  readonly start: () => Worker;
  /** Bytes of a file over which they are worth their start. */
  readonly over: number;
}

class Host {
  private store: EventStore | null = null;
  private readonly waiting = new Map<number, Ask>();
  private readonly spans = new Spans();
  private readonly closed = new AbortController();
  private answering = false;
  private readonly tell: (message: FromWorker) => void;
  private readonly others: Others | null;

  constructor(tell: (message: FromWorker) => void, others: Others | null) {
    this.tell = tell;
    this.others = others;
  }

  hear(message: ToWorker): void {
    if (message.kind === "open") void this.open(message.from, message.base);
    else if (message.kind === "drop") this.waiting.delete(message.id);
    else if (message.kind === "close") this.close();
    else {
      for (const ask of message.asks) this.waiting.set(ask.id, ask);
      if (!this.answering) void this.answerAll();
    }
  }

  private close(): void {
    this.closed.abort();
    this.waiting.clear();
    this.store = null;
  }

  /**
   * Begins answers in the order asked, the next one while another waits for its rows to be read from the file. Before
   * each, lets messages in that may take questions back.
   */
  private async answerAll(): Promise<void> {
    this.answering = true;
    const begun = new Set<Promise<void>>();
    let answers: Answered[] = [];
    let asked: Ask[] = [];
    let since = performance.now();
    const send = (): void => {
      if (answers.length) this.tell({ kind: "answers", answers, spans: this.spans.in(asked, answers) });
      answers = [];
      asked = [];
    };
    const begin = async (ask: Ask): Promise<void> => {
      const answer = await this.answer(ask);
      if (answers.length === 0) since = performance.now();
      answers.push(answer);
      asked.push(ask);
    };
    await pause();
    for (let next = this.next(); next || begun.size; next = this.next()) {
      if (next) {
        this.waiting.delete(next.id);
        const answer = begin(next).finally(() => begun.delete(answer));
        begun.add(answer);
        await pause();
      } else await Promise.race(begun);
      if (performance.now() - since > TOGETHER_MS) send();
    }
    send();
    this.answering = false;
  }

  private next(): Ask | undefined {
    return this.store ? this.waiting.values().next().value : undefined;
  }

  private async answer({ id, name, asked }: Ask): Promise<Answered> {
    try {
      const ask = this.store?.[name] as (...asked: readonly unknown[]) => Promise<unknown>;
      return { id, answer: await ask(...asked) };
    } catch (error) {
      return { id, message: error instanceof Error ? error.message : String(error) };
    }
  }

  private use({ store, about }: OpenStore, events: number, whole: boolean): void {
    if (this.closed.signal.aborted) return;
    this.store = store;
    this.tell({ kind: "store", about, events, whole, spans: this.spans.in(about) });
    if (!this.answering && this.waiting.size) void this.answerAll();
  }

  private async open(from: string | Blob, base: string): Promise<void> {
    // Asked for beside the file: what reads it would only be known to be needed by its first bytes.
    if (typeof from === "string" && from.endsWith(".zip")) import("../columnar.ts").catch(() => undefined);
    const growing = typeof from === "string" ? new GrowingFile() : null;
    const file: StoredFile = growing ?? storedBlob(from as Blob);
    let streamed = new StreamedStore(file);
    /** What came so far, while the file may be small. */
    let small: Uint8Array<ArrayBuffer>[] | null = [];
    let loaded = 0;
    let total = typeof from === "string" ? null : from.size;
    let scannable = true;
    let steps = 0;
    let since = performance.now();
    const began = since;
    const scan = (bytes: Uint8Array<ArrayBuffer>): void => {
      if (!scannable) return;
      try {
        streamed.push(bytes);
      } catch {
        scannable = false;
        return;
      }
      const { events } = streamed;
      const next = stepsAfter(steps, {
        events,
        share: total === null ? 0 : loaded / total,
        ms: performance.now() - began,
      });
      if (next === steps) return;
      steps = next;
      const sofar = streamed.soFar();
      if (sofar) this.use(sofar, streamed.events, false);
    };
    const { signal } = this.closed;
    let beside = null as Promise<Beside | null> | null;
    const readBeside = async (start: () => Worker, of: StreamedStore): Promise<Beside | null> => {
      const { startBeside } = await import("./beside.ts");
      const started = await startBeside(start);
      if (started) of.readBeside(started.reader, started.makeTaker);
      return started;
    };
    const onBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => {
      if (signal.aborted) return false;
      growing?.append(bytes);
      if (loaded === 0 && isColumnar(bytes)) {
        const { columnarStore } = await import("../columnar.ts");
        streamed = columnarStore(file);
        small = null;
      }
      loaded += bytes.length;
      if (this.others && !beside && streamed.canReadBeside && (total ?? loaded) > this.others.over)
        beside = readBeside(this.others.start, streamed).catch(() => null);
      small?.push(bytes);
      if (small && loaded <= SMALL) return true;
      for (const piece of small ?? [bytes]) scan(piece);
      small = null;
      await streamed.room();
      if (performance.now() - since < STRETCH_MS) return true;
      await pause();
      since = performance.now();
      return true;
    };
    let told = Number.NEGATIVE_INFINITY;
    const onProgress = (progress: { loaded: number; total: number | null }): void => {
      total = progress.total;
      if (performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      this.tell({ kind: "progress", ...progress });
    };
    const read =
      typeof from === "string"
        ? await fetchBytes(from, { base, signal, onProgress, onSlow: () => this.tell({ kind: "slow" }) }, onBytes)
        : await readBlob(from, onProgress, onBytes);
    if (!read.ok) this.tell({ kind: "failed", failure: read.error });
    else if (!signal.aborted)
      await this.finish(scannable && !small ? streamed : null, growing ? growing.whole() : (from as Blob));
    (await beside)?.end();
  }

  /** Indexes texts for searching once the page has been looked at. */
  private async idle(store: EventStore): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, INDEXED_AFTER_MS));
    try {
      if (!this.closed.signal.aborted) await store.search("a", 0);
    } catch {
      // Whoever asks for it will be told.
    }
  }

  private async finish(streamed: StreamedStore | null, blob: Blob): Promise<void> {
    try {
      const read = streamed ? await streamed.end() : { open: null, failure: "not-scannable" as const };
      if (read.open) {
        this.use(read.open, streamed?.events ?? 0, true);
        return void this.idle(read.open.store);
      }
      if (read.failure !== "not-scannable") return this.tell({ kind: "failed", failure: read.failure });
      const whole = await readBytes(blob);
      if (!whole.ok) return this.tell({ kind: "failed", failure: whole.error });
      const { record, faults, leftOut, noted } = whole.value;
      const { meta, sources, events } = record;
      this.use(
        { store: createLocalStore(record), about: { meta, sources, faults, leftOut, noted } },
        events.length,
        true,
      );
    } catch {
      this.tell({ kind: "failed", failure: { kind: "unreadable", detail: "" } });
    }
  }
}

/**
 * Answers on a port from now on.
 * @param others to read large files with, where there can be any
 */
export const host = (port: Port<ToWorker, FromWorker>, others: Others | null = null): void => {
  const one = new Host((message) => port.postMessage(message), others);
  port.addEventListener("message", ({ data }) => one.hear(data));
};
