/** Holds a record on its side of a port: reads it, and answers questions about it while it is still being read. */
import { fetchBytes, readBlob } from "#data/fetch.ts";
import { GrowingFile, type StoredFile, storedBlob } from "#data/stored-file.ts";
import { readBytes } from "#data/whole.ts";
import type { EventStore } from "#model/questions.ts";
import { createLocalStore } from "../local/store.ts";
import { type OpenStore, StreamedStore } from "../streamed.ts";
import { Foresight } from "./foresight.ts";
import type { FromWorker, Port, ToWorker } from "./protocol.ts";

/** Events after which the page gets a store over what there is. Few: each time every view asks anew. */
const STEPS = [2_000, 200_000];
/** Longest stretch of work between two looks at what the page asks. */
const STRETCH_MS = 24;

/** How long nothing must have been asked before anything is worked out ahead. */
const QUIET_MS = 250;
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

type Ask = Extract<ToWorker, { kind: "ask" }>;

class Host {
  private store: EventStore | null = null;
  private readonly waiting = new Map<number, Ask>();
  private readonly foresight = new Foresight();
  private answering = false;
  private readonly tell: (message: FromWorker) => void;

  constructor(tell: (message: FromWorker) => void) {
    this.tell = tell;
  }

  hear(message: ToWorker): void {
    if (message.kind === "open") void this.open(message.from);
    else if (message.kind === "drop") this.waiting.delete(message.id);
    else {
      this.waiting.set(message.id, message);
      if (!this.answering) void this.answerAll();
    }
  }

  /** Answers in the order asked; before each, lets messages in that may take questions back. */
  private async answerAll(): Promise<void> {
    this.answering = true;
    await pause();
    for (let next = this.next(); next; next = this.next()) {
      this.waiting.delete(next.id);
      void this.answer(next);
      await pause();
    }
    this.answering = false;
  }

  private next(): Ask | undefined {
    return this.store ? this.waiting.values().next().value : undefined;
  }

  private async answer({ id, name, asked }: Ask): Promise<void> {
    try {
      this.foresight.note(name, asked);
      const ask = this.store?.[name] as (...asked: readonly unknown[]) => Promise<unknown>;
      this.tell({ kind: "answer", id, answer: await ask(...asked) });
    } catch (error) {
      this.tell({ kind: "error", id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  private use({ store, about }: OpenStore, events: number, whole: boolean): void {
    this.store = store;
    this.tell({ kind: "store", about, events, whole });
    if (!this.answering && this.waiting.size) void this.answerAll();
  }

  private async open(from: string | Blob): Promise<void> {
    const growing = typeof from === "string" ? new GrowingFile() : null;
    const file: StoredFile = growing ?? storedBlob(from as Blob);
    const streamed = new StreamedStore(file);
    let scannable = true;
    let step = 0;
    let since = performance.now();
    const onBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => {
      growing?.append(bytes);
      if (scannable) {
        try {
          streamed.push(bytes);
        } catch {
          scannable = false;
        }
      }
      if (scannable && streamed.events >= (STEPS[step] ?? Number.POSITIVE_INFINITY)) {
        while (streamed.events >= (STEPS[step] ?? Number.POSITIVE_INFINITY)) step += 1;
        const sofar = streamed.soFar();
        if (sofar) this.use(sofar, streamed.events, false);
      }
      if (performance.now() - since < STRETCH_MS) return true;
      await pause();
      since = performance.now();
      return true;
    };
    const onProgress = ({ loaded, total }: { loaded: number; total: number | null }): void =>
      this.tell({ kind: "progress", loaded, total });
    const read =
      typeof from === "string"
        ? await fetchBytes(from, { onProgress, onSlow: () => this.tell({ kind: "slow" }) }, onBytes)
        : await readBlob(from, onProgress, onBytes);
    if (!read.ok) return this.tell({ kind: "failed", failure: read.error });
    await this.finish(scannable ? streamed : null, growing ? growing.whole() : (from as Blob));
  }

  /** While nobody asks: works out what is likely to be asked next, then indexes texts for searching. */
  private async idle(store: EventStore): Promise<void> {
    const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    await rest(QUIET_MS);
    try {
      for (;;) {
        if (this.answering) await rest(QUIET_MS);
        else if (!(await this.foresight.step(store))) break;
        await pause();
      }
      await rest(INDEXED_AFTER_MS);
      await store.search("a", 0);
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

/** Answers on a port from now on. */
export const host = (port: Port<ToWorker, FromWorker>): void => {
  const one = new Host((message) => port.postMessage(message));
  port.addEventListener("message", ({ data }) => one.hear(data));
  port.postMessage({ kind: "here" });
};
