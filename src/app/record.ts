import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { useState } from "react";
import { OWN_RECORD } from "#data/address.ts";
import type { LoadFailure } from "#data/failures.ts";
import type { Progress } from "#data/fetch.ts";
import { ok } from "#lib/result.ts";
import { addressParsers } from "#model/url.ts";
import type { Dataset, Origin } from "#views/state/dataset.tsx";
import { askFirst } from "#views/state/first.ts";
import { openRecord } from "./open.ts";
import { useForgetParts } from "./parts.ts";

/** A window in the address may have ends that are not plain dates; only then the page needs to read such itself. */
const UNPLAIN_WINDOW = /[?&]window=[^&]*[^\d.&=-]/;

/** Where the opening of a record stands. */
export type Opened =
  | { readonly state: "loading"; readonly progress: Progress | null; readonly slow: boolean }
  | { readonly state: "failed"; readonly failure: LoadFailure; readonly origin: Origin; readonly retry: () => void }
  | { readonly state: "open"; readonly dataset: Dataset; readonly progress: Progress | null };

/** Numbers opened files, so that two of the same name are told apart in the cache. */
const fileNumbers = new WeakMap<File, number>();
let filesOpened = 0;
const fileNumber = (file: File): number => {
  const number = fileNumbers.get(file) ?? ++filesOpened;
  fileNumbers.set(file, number);
  return number;
};

const originOf = (file: File | null, address: string | null): Origin => {
  if (file) return { kind: "file", name: file.name };
  return address === null ? { kind: "site" } : { kind: "address", address };
};

/**
 * Opens the record that the address names (`?data=`), the site's own where it names none, or a file of the reader's.
 * A failure is a value, never an exception.
 */
export const useRecord = (file: File | null): Opened => {
  const [data] = useQueryState("data", addressParsers.data);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [slow, setSlow] = useState(false);
  const origin = originOf(file, data);
  const key = file ? `file ${fileNumber(file)}` : `address ${data ?? OWN_RECORD}`;
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ["record", key],
    gcTime: Number.POSITIVE_INFINITY,
    // A whole record is another than its parts before; compared with them, it would be copied and kept twice.
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      setSlow(false);
      setProgress(null);
      if (UNPLAIN_WINDOW.test(location.search)) await import("#lib/edtf-dates.ts");
      return openRecord(file ?? data ?? OWN_RECORD, {
        key,
        origin,
        signal,
        base: document.baseURI,
        onProgress: setProgress,
        onSlow: () => setSlow(true),
        askFirst: (key, store) =>
          askFirst({ client, key, store, search: location.search, viewport: window.innerWidth }),
        onPart: (dataset: Dataset) => client.setQueryData(["record", key], ok(dataset)),
      });
    },
  });
  useForgetParts(query.data?.ok ? query.data.value : null);
  if (query.data?.ok) return { state: "open", dataset: query.data.value, progress };
  if (query.isFetching || !query.data) return { state: "loading", progress, slow };
  return { state: "failed", failure: query.data.error, origin, retry: () => void query.refetch() };
};
