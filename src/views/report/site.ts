/** What the site knows of the record on the page: its release, and the addresses a report can cite. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { formatWindow } from "#charts/timeline/window-text.ts";
import type { Addresses } from "#export/asked.ts";
import { isoDay } from "#lib/dates.ts";
import { writeAddress } from "#model/url.ts";
import type { AllWords } from "#model/words/en/index.ts";
import { type Dataset, useDataset } from "../state/dataset.tsx";
import type { Making, Shown } from "./make-data.ts";
import { useAllWords } from "./words.ts";

/** `embed/releases.json`, written by the build: the state of the record on this site, and the states that are kept. */
export interface Releases {
  readonly current: string | null;
  readonly kept: readonly string[];
}

const NONE: Releases = { current: null, kept: [] };
const ID = /^\d{8}-[0-9a-f]{8}$/;

/** Reads that file's JSON; anything else counts as no release. */
export const readReleases = (json: unknown): Releases => {
  if (typeof json !== "object" || json === null) return NONE;
  const { current, kept } = json as Record<string, unknown>;
  const isId = (id: unknown): id is string => typeof id === "string" && ID.test(id);
  return { current: isId(current) ? current : null, kept: Array.isArray(kept) ? kept.filter(isId) : [] };
};

const fetchReleases = async (): Promise<Releases> => {
  try {
    const answer = await fetch(new URL("embed/releases.json", document.baseURI), { credentials: "omit" });
    return answer.ok ? readReleases(await answer.json()) : NONE;
  } catch {
    return NONE;
  }
};

const queryOf = ({ filter, view }: Shown, data: string | null = null): string =>
  writeAddress(filter, {
    event: view.event,
    window: view.window && formatWindow(view.window),
    lanes: view.lanes,
    ...(data === null ? {} : { data }),
  });

/**
 * Where a figure, or the whole record for null, is found again. Frozen only where the release is kept on the site; a
 * record from another address has its page, one from the device has none.
 */
export const addressesOf = (
  origin: Dataset["origin"],
  { current, kept }: Releases,
  base: string,
  shown: Shown | null,
): Addresses => {
  const at = (path: string): string => new URL(path, base).href;
  if (origin.kind === "file") return { frozen: null, live: null };
  if (origin.kind === "address") {
    const page = shown ? queryOf(shown, origin.address) : `?data=${encodeURIComponent(origin.address)}`;
    return { frozen: null, live: at(page) };
  }
  const folder = current !== null && kept.includes(current) ? `r/${current}/` : null;
  if (shown === null) return { frozen: folder && at(`${folder}data/engagements.json`), live: at("./") };
  const page = `embed/${shown.figure}/${queryOf(shown)}`;
  return { frozen: folder && at(`${folder}${page}`), live: at(page) };
};

const DAY_MS = 86_400_000;

const RELEASES = { queryKey: ["releases"], queryFn: fetchReleases, staleTime: Number.POSITIVE_INFINITY };

const makingOf = ({ store, meta, origin }: Dataset, words: AllWords, releases: Releases): Making => {
  const retrieved = isoDay(Math.floor(Date.now() / DAY_MS));
  const release = origin.kind === "site" ? releases.current : null;
  const edition = { words, record: meta, release, retrieved };
  return { store, edition, addresses: (shown) => addressesOf(origin, releases, document.baseURI, shown) };
};

/** What files and citations of the open record are made with; asks the site at once, so for what is opened to make one. */
export const useMaking = (): Making => {
  const dataset = useDataset();
  const words = useAllWords();
  const { data = NONE } = useQuery({ ...RELEASES, enabled: dataset.origin.kind === "site" });
  return useMemo(() => makingOf(dataset, words, data), [dataset, words, data]);
};

/** The same for when a file is asked for: a page that is only read asks the site for nothing. */
export const useMaker = (): (() => Promise<Making>) => {
  const dataset = useDataset();
  const words = useAllWords();
  const client = useQueryClient();
  return useCallback(
    async () => makingOf(dataset, words, dataset.origin.kind === "site" ? await client.fetchQuery(RELEASES) : NONE),
    [dataset, words, client],
  );
};
