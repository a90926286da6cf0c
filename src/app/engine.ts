/** What turns a file into answers: loaded beside the record itself, so that the page's shell need not wait for it. */
import type { LoadFailure } from "#data/failures.ts";
import { type FetchOptions, fetchRecord, readFile } from "#data/fetch.ts";
import type { Loaded } from "#data/load.ts";
import { ok, type Result } from "#lib/result.ts";
import { createLocalStore } from "#store/local/store.ts";
import type { Dataset, Origin } from "#views/state/dataset.tsx";

const open = (loaded: Result<Loaded, LoadFailure>, key: string, origin: Origin): Result<Dataset, LoadFailure> => {
  if (!loaded.ok) return loaded;
  const { record, faults, leftOut, noted } = loaded.value;
  const { meta, sources } = record;
  return ok({ key, store: createLocalStore(record), meta, sources, faults, leftOut, noted, origin });
};

/** Opens the record at an address of this site. */
export const openAddress = async (
  address: string,
  key: string,
  origin: Origin,
  options: FetchOptions,
): Promise<Result<Dataset, LoadFailure>> => open(await fetchRecord(address, options), key, origin);

/** Opens a file of the reader's; it is sent nowhere. */
export const openFile = async (file: File, key: string, origin: Origin): Promise<Result<Dataset, LoadFailure>> =>
  open(await readFile(file), key, origin);
