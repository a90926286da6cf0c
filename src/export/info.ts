/** What a file says of itself: which record, which state of it, which filter, where to find it again. */
import { parseDate } from "#lib/edtf-dates.ts";
import type { EvidenceDetail } from "#model/questions.ts";
import type { AllWords } from "#model/words/en/index.ts";

export interface RecordInfo {
  readonly title: string;
  readonly license: string;
  readonly counting: string;
  readonly coverage?: string | undefined;
  /** ISO day on which this state of the record was released. */
  readonly release: string;
  /** Id of the organisation whose engagements these are: part of calendar ids, so that two records never share one. */
  readonly focus: string;
}

export interface ExportInfo {
  readonly words: AllWords;
  readonly record: RecordInfo;
  /** `20261121-3f9a1c2e`, or null where the record has no release, such as a file opened from the device. */
  readonly release: string | null;
  /** ISO day on which the file is made. */
  readonly retrieved: string;
  /** Title of what is exported, without the filter; null for the whole record. */
  readonly figure: string | null;
  /** The filter in words; empty where nothing is filtered. */
  readonly filter: string;
  /** Address that always shows this state; null where there is none. */
  readonly frozen: string | null;
  /** Address that shows the record as it is now; null where there is none. */
  readonly live: string | null;
  /** Pages behind the rows. */
  readonly sources: readonly Cited[];
}

/** A page that rows rest on. */
export interface Cited {
  readonly title: string;
  readonly publisher: string;
  readonly byline: string | null;
  /** EDTF */
  readonly published: string | null;
  readonly url: string;
}

/** The address a citation gives: frozen before live. */
export const citedAddress = (info: Pick<ExportInfo, "frozen" | "live">): string | null => info.frozen ?? info.live;

/** Whether an address may become a link: a record can hold any text in its place. */
export const isWeb = (address: string): boolean => /^https?:\/\//u.test(address);

/** The release's pages behind these rows, each once, in the order they are met; pages from elsewhere are left out. */
export const sourcesBehind = (evidence: readonly EvidenceDetail[]): readonly Cited[] => {
  const found = new Map<string, Cited>();
  for (const { source } of evidence) {
    if (source === null || found.has(source.id)) continue;
    const { title, publisher, byline, published, url } = source;
    found.set(source.id, { title, publisher, byline, published, url });
  }
  return [...found.values()];
};

/** A date's year, month and day as far as they are known and sure; null where it is an interval or open. */
export const sureParts = (edtf: string | null): readonly number[] | null => {
  const parsed = edtf === null ? null : parseDate(edtf);
  if (!parsed?.ok || parsed.value.interval || parsed.value.from === null) return null;
  const { year, month, day } = parsed.value.from;
  return [year, month, day].filter((part) => part !== null);
};
