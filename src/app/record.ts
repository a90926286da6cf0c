import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { useState } from "react";
import type { LoadFailure } from "#data/failures.ts";
import { fetchRecord, type Progress, readFile } from "#data/fetch.ts";
import { createLocalStore } from "#store/local/store.ts";
import type { Dataset, Origin } from "#views/state/dataset.tsx";

const OWN_RECORD = "data/engagements.json";

/** Where the opening of a record stands. */
export type Opened =
  | { readonly state: "loading"; readonly progress: Progress | null; readonly slow: boolean }
  | { readonly state: "failed"; readonly failure: LoadFailure; readonly origin: Origin; readonly retry: () => void }
  | { readonly state: "open"; readonly dataset: Dataset };

/** Numbers opened files, so that two of the same name are told apart in the cache. */
const fileNumbers = new WeakMap<File, number>();
let filesOpened = 0;
const fileNumber = (file: File): number => {
  const number = fileNumbers.get(file) ?? ++filesOpened;
  fileNumbers.set(file, number);
  return number;
};

/**
 * Opens the record that the address names (`?data=`), the site's own where it names none, or a file of the reader's.
 * A failure is a value, never an exception.
 */
export const useRecord = (file: File | null): Opened => {
  const [data] = useQueryState("data");
  const [progress, setProgress] = useState<Progress | null>(null);
  const [slow, setSlow] = useState(false);
  const origin: Origin = file
    ? { kind: "file", name: file.name }
    : data === null
      ? { kind: "site" }
      : { kind: "address", address: data };
  const key = file ? `file ${fileNumber(file)}` : `address ${data ?? OWN_RECORD}`;
  const query = useQuery({
    queryKey: ["record", key],
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      setSlow(false);
      setProgress(null);
      const loaded = file
        ? await readFile(file)
        : await fetchRecord(data ?? OWN_RECORD, {
            signal,
            base: document.baseURI,
            onProgress: setProgress,
            onSlow: () => setSlow(true),
          });
      if (!loaded.ok) return { ok: false as const, failure: loaded.error };
      const { record, faults, leftOut, noted } = loaded.value;
      const dataset: Dataset = {
        key,
        store: createLocalStore(record),
        meta: record.meta,
        sources: record.sources,
        faults,
        leftOut,
        noted,
        origin,
      };
      return { ok: true as const, dataset };
    },
  });
  if (query.isFetching || !query.data) {
    if (query.data?.ok) return { state: "open", dataset: query.data.dataset };
    return { state: "loading", progress, slow };
  }
  if (!query.data.ok) {
    return { state: "failed", failure: query.data.failure, origin, retry: () => void query.refetch() };
  }
  return { state: "open", dataset: query.data.dataset };
};
