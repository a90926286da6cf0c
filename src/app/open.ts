/** Opens files in a worker, which reads them and answers what the page asks. */
import type { LoadFailure } from "#data/failures.ts";
import type { Progress } from "#data/fetch.ts";
import { err, ok, type Result } from "#lib/result.ts";
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
}

/** Opens the record at an address of this site, or a file of the reader's, which is sent nowhere. Never rejects. */
export const openRecord = (from: string | File, options: OpenOptions): Promise<Result<Dataset, LoadFailure>> => {
  const { key, origin, base, signal, onProgress, onSlow, onPart } = options;
  let version = 0;
  return new Promise((resolve) => {
    const opening = openInWorker(from, base, {
      onProgress,
      onSlow,
      onFailure: (failure) => {
        void opening.then(({ close }) => close());
        resolve(err(failure));
      },
      onStore: async (about, _, whole) => {
        const { store, drop } = await opening;
        version += 1;
        const dataset = { ...about, key: `${key} ${version}`, page: key, store, drop, origin, whole };
        if (whole) resolve(ok(dataset));
        else onPart(dataset);
      },
    });
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
