/** What turns a file into answers: loaded beside the record itself, so that the page's shell need not wait for it. */
import type { LoadFailure } from "#data/failures.ts";
import { type FetchOptions, fetchSmallRecord, type Progress, readFile } from "#data/fetch.ts";
import type { Loaded } from "#data/load.ts";
import { err, ok, type Result } from "#lib/result.ts";
import { createLocalStore } from "#store/local/store.ts";
import type { Dataset, Origin } from "#views/state/dataset.tsx";

/** Files of more bytes are read in a worker, row by row. */
const SMALL = 2_000_000;

export interface OpenOptions extends FetchOptions {
  /** Called with the record so far, more than once, while a large one is being read. */
  readonly onPart: (dataset: Dataset) => void;
}

const whole = ({ record, faults, leftOut, noted }: Loaded, key: string, origin: Origin): Dataset => {
  const { meta, sources } = record;
  return {
    key,
    page: key,
    store: createLocalStore(record),
    meta,
    sources,
    faults,
    leftOut,
    noted,
    origin,
    whole: true,
  };
};

const openLarge = async (
  from: string | Blob,
  key: string,
  origin: Origin,
  options: Pick<OpenOptions, "onPart" | "onProgress" | "onSlow" | "signal">,
): Promise<Result<Dataset, LoadFailure>> => {
  const { openInWorker } = await import("#store/worker/client.ts");
  let version = 0;
  return new Promise((resolve) => {
    const opening = openInWorker(from, {
      onProgress: (progress: Progress) => options.onProgress?.(progress),
      onSlow: () => options.onSlow?.(),
      onFailure: (failure) => resolve(err(failure)),
      onStore: async (about, _, isWhole) => {
        const { store, drop } = await opening;
        version += 1;
        const dataset = { ...about, key: `${key} ${version}`, page: key, store, drop, origin, whole: isWhole };
        if (isWhole) resolve(ok(dataset));
        else options.onPart(dataset);
      },
    });
    options.signal?.addEventListener("abort", () => {
      void opening.then(({ close }) => close());
      resolve(err({ kind: "aborted", detail: "" }));
    });
  });
};

/** Opens the record at an address of this site. */
export const openAddress = async (
  address: string,
  key: string,
  origin: Origin,
  options: OpenOptions,
): Promise<Result<Dataset, LoadFailure>> => {
  const small = await fetchSmallRecord(address, SMALL, options);
  if (!small.ok) return small;
  if (small.value) return ok(whole(small.value, key, origin));
  return openLarge(new URL(address, options.base).href, key, origin, options);
};

/** Opens a file of the reader's; it is sent nowhere. */
export const openFile = async (
  file: File,
  key: string,
  origin: Origin,
  options: OpenOptions,
): Promise<Result<Dataset, LoadFailure>> => {
  if (file.size > SMALL) return openLarge(file, key, origin, options);
  const read = await readFile(file);
  return read.ok ? ok(whole(read.value, key, origin)) : read;
};
