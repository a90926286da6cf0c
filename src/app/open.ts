/** Opens files in a worker, which reads them and answers what the page asks. */
import type { LoadFailure } from "#data/failures.ts";
import type { Progress } from "#data/fetch.ts";
import { err, ok, type Result } from "#lib/result.ts";
import type { EventStore } from "#model/questions.ts";
import { openInWorker } from "#store/worker/client.ts";
import type { Dataset, Origin } from "#views/state/dataset.tsx";

export interface OpenOptions {
  /** Tells answers about this record from those about another. */
  readonly key: string;
  readonly origin: Origin;
  /** Address of the page; data from another site is refused. */
  readonly base: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Nothing has come for a while. */
  readonly onSlow: () => void;
  /** Called with the record so far, more than once, while a large one is being read. */
  readonly onPart: (dataset: Dataset) => void;
  /** Asks what the page will ask first, so that it can be drawn with its answers; resolves when they are there. */
  readonly askFirst: (key: string, store: EventStore) => Promise<void>;
}

/** First answers are waited for so long; then the page is drawn, and they follow. */
const PATIENCE_MS = 500;

/** Opens the record at an address of this site, or a file of the reader's, which is sent nowhere. Never rejects. */
export const openRecord = (from: string | File, options: OpenOptions): Promise<Result<Dataset, LoadFailure>> => {
  const { key, origin, base, signal, onProgress, onSlow, onPart, askFirst } = options;
  let version = 0;
  const keyOf = (number: number): string => `${key} ${number}`;
  return new Promise((resolve) => {
    const opening = openInWorker(from, base, {
      onProgress,
      onSlow,
      onFailure: (failure) => {
        void opening.then(({ close }) => close());
        resolve(err(failure));
      },
      onStore: async (about, _, whole) => {
        version += 1;
        const number = version;
        const { store, drop } = await opening;
        const asked = number === 1 ? early : askFirst(keyOf(number), store);
        const answered = await Promise.race([
          asked.then(() => true),
          new Promise<false>((late) => setTimeout(() => late(false), PATIENCE_MS)),
        ]);
        const dataset = { ...about, key: keyOf(number), page: key, store, answered, drop, origin, whole };
        if (whole) resolve(ok(dataset));
        else if (number === version) onPart(dataset);
      },
    });
    // Before there are any rows: the questions wait for them where they will be answered.
    const early = opening.then(({ store }) => askFirst(keyOf(1), store));
    early.catch(() => undefined);
    // Neither the worker's script nor what would take its place came: there is no network.
    opening.catch(() => resolve(err({ kind: "offline", detail: "" })));
    signal.addEventListener("abort", () => {
      opening.then(
        ({ close }) => close(),
        () => undefined,
      );
      resolve(err({ kind: "aborted", detail: "" }));
    });
  });
};
