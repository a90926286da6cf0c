/** The page's side: a store whose answers come from a worker, or from the page itself where there can be none. */
import type { LoadFailure } from "#data/failures.ts";
import type { Progress } from "#data/fetch.ts";
import { rememberSpans } from "#lib/dates.ts";
import type { EventStore } from "#model/questions.ts";
import type { About } from "../streamed.ts";
import type { Ask, FromWorker, Port, QuestionName, ToWorker } from "./protocol.ts";
import { portTo } from "./start.ts";

const QUESTIONS = [
  "summary",
  "timeline",
  "places",
  "partners",
  "facets",
  "officials",
  "events",
  "event",
  "agreements",
  "commitments",
  "statistics",
  "matrix",
  "search",
  "names",
  "unknown",
] as const satisfies readonly QuestionName[];

export interface WorkerStore {
  /** Answers over the rows read so far; before the first, questions wait. */
  readonly store: EventStore;
  /** Takes a question back, by the promise of its answer; the promise is then never settled. */
  readonly drop: (answer: Promise<unknown>) => void;
  readonly close: () => void;
}

export interface WorkerListener {
  readonly onProgress: (progress: Progress) => void;
  readonly onSlow: () => void;
  /** Answers are over more rows than before; `whole` with the last. */
  readonly onStore: (about: About, events: number, whole: boolean) => void;
  readonly onFailure: (failure: LoadFailure) => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The record that is being opened behind a port. */
export const createWorkerStore = (
  port: Port<FromWorker, ToWorker>,
  listener: WorkerListener,
  close: () => void,
): WorkerStore => {
  const waiting = new Map<number, Waiting>();
  const ids = new WeakMap<Promise<unknown>, number>();
  let asked = 0;
  port.addEventListener("message", ({ data }) => {
    if (data.kind === "progress") listener.onProgress(data);
    else if (data.kind === "slow") listener.onSlow();
    else if (data.kind === "store") {
      rememberSpans(data.spans);
      listener.onStore(data.about, data.events, data.whole);
    } else if (data.kind === "failed") listener.onFailure(data.failure);
    else if (data.kind === "answers") {
      rememberSpans(data.spans);
      for (const one of data.answers) {
        const asker = waiting.get(one.id);
        waiting.delete(one.id);
        if ("answer" in one) asker?.resolve(one.answer);
        else asker?.reject(new Error(one.message));
      }
    }
  });
  let asks: Ask[] = [];
  const send = (): void => {
    const still = asks.filter(({ id }) => waiting.has(id));
    asks = [];
    if (still.length) port.postMessage({ kind: "ask", asks: still });
  };
  const ask = (name: QuestionName, args: readonly unknown[]): Promise<unknown> => {
    asked += 1;
    const id = asked;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    ids.set(answer, id);
    if (asks.length === 0) queueMicrotask(send);
    asks.push({ id, name, asked: args });
    return answer;
  };
  const store = Object.fromEntries(
    QUESTIONS.map((name) => [name, (...args: readonly unknown[]) => ask(name, args)]),
  ) as unknown as EventStore;
  return {
    store,
    close: () => {
      // Whoever asked may ask another record the same.
      for (const asker of waiting.values()) asker.reject(new Error("closed"));
      waiting.clear();
      port.postMessage({ kind: "close" });
      close();
    },
    drop: (answer) => {
      const id = ids.get(answer);
      if (id === undefined || !waiting.delete(id)) return;
      if (!asks.some((one) => one.id === id)) port.postMessage({ kind: "drop", id });
    },
  };
};

/** Opens a record in the worker, or on the page where there can be none. */
export const openInWorker = async (
  from: string | Blob,
  base: string,
  listener: WorkerListener,
): Promise<WorkerStore> => {
  const port = await portTo(from, base);
  port.start();
  return createWorkerStore(port, listener, () => port.close());
};
