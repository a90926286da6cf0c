/** Where a row is printed: the columns that every table of records ends with. */
import type { EvidenceDetail } from "#model/questions.ts";
import type { Shape } from "./table.ts";

type Certainty = EvidenceDetail["evidence"]["certainty"];

const WEAKEST: readonly Certainty[] = ["disputed", "inferred", "stated"];

const once = (values: readonly (string | null | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== null && value !== undefined && value !== ""))] as string[];

/** Printed passages first: an outside address only helps to date or place a row. */
const inOrder = (evidence: readonly EvidenceDetail[]): readonly EvidenceDetail[] => [
  ...evidence.filter((one) => one.source !== null),
  ...evidence.filter((one) => one.source === null),
];

/** Addresses of the passages, each once, the release's own first. */
export const addressesOf = (evidence: readonly EvidenceDetail[]): readonly string[] =>
  once(inOrder(evidence).map((one) => one.href));

/** The first passage that has an address, or the first of all. */
const foremost = (evidence: readonly EvidenceDetail[]): EvidenceDetail | null => {
  const ordered = inOrder(evidence);
  return ordered.find((one) => one.href !== null) ?? ordered[0] ?? null;
};

/** Cells for a row's evidence; `retrieved` is the ISO day the file was made. */
export const proofCells = <T>(
  evidenceOf: (from: T) => readonly EvidenceDetail[],
  retrieved: string,
): Shape<T>["cells"] => ({
  certainty: (from) => {
    const evidence = evidenceOf(from);
    return WEAKEST.find((one) => evidence.some(({ evidence: { certainty } }) => certainty === one)) ?? null;
  },
  basis: (from) => once(evidenceOf(from).map(({ evidence }) => evidence.basis)),
  evidence_note: (from) => once(evidenceOf(from).map(({ evidence }) => evidence.note)),
  evidence_ids: (from) => once(evidenceOf(from).map(({ evidence }) => evidence.id)),
  source_url: (from) => foremost(evidenceOf(from))?.href ?? null,
  source_title: (from) => foremost(evidenceOf(from))?.source?.title ?? null,
  source_publisher: (from) => foremost(evidenceOf(from))?.source?.publisher ?? null,
  source_published: (from) => foremost(evidenceOf(from))?.source?.published ?? null,
  source_urls: (from) => addressesOf(evidenceOf(from)),
  retrieved: () => retrieved,
});
