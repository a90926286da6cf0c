/** Evidence on every fact, and pointers that can point. */
import type { Evidence, LiaisonRecord } from "../schema.ts";
import type { Index, Report } from "./context.ts";

const POINTER = ["paragraph", "start", "end", "sha256", "fragment"] as const;
const MOST_WORDS = 4;

/** What is wrong with the value of a text directive, `[prefix-,]start[,end][,-suffix]`; null where nothing is. */
export const fragmentFault = (fragment: string): "fragment-words" | "fragment-code" | null => {
  for (const part of fragment.split(",")) {
    let words: string;
    try {
      words = decodeURIComponent(part);
    } catch {
      return "fragment-code";
    }
    if (/[\s&]/.test(part) || words.trim() === "") return "fragment-code";
    // A hyphen at either end marks a prefix or suffix; a printed one is percent-encoded.
    if (words.trim().split(/\s+/).length > MOST_WORDS) return "fragment-words";
  }
  return null;
};

const checkPointer = (row: Evidence, index: Index, report: Report): void => {
  const { id, source, start, end, fragment } = row;
  const source_ = source === null ? undefined : index.sources.get(source);
  for (const field of POINTER)
    if (row[field] === null) report("evidence", id, field, null, "pointer-missing", source ?? "");
  if (start !== null && end !== null) {
    if (end <= start) report("evidence", id, "end", end, "end-before-start", String(start));
    for (const [from, to] of source_?.clutter ?? [])
      if (start < to && end > from) report("evidence", id, "start", start, "in-clutter", `${from}–${to}`);
  }
  const wrong = fragment === null ? null : fragmentFault(fragment);
  if (wrong) report("evidence", id, "fragment", fragment, wrong);
};

const checkRow = (row: Evidence, index: Index, report: Report): void => {
  const { id, source, basis, url, certainty, note } = row;
  if (certainty !== "stated" && note === null) report("evidence", id, "note", note, "no-note", certainty);
  if (source === null) {
    if (basis !== "outside") report("evidence", id, "basis", basis, "basis-outside");
    if (!url) report("evidence", id, "url", url ?? null, "outside-without-address");
    for (const field of POINTER)
      if (row[field] !== null) report("evidence", id, field, row[field], "outside-with-pointer");
    return;
  }
  if (basis === "outside") report("evidence", id, "source", source, "outside-with-pointer");
  checkPointer(row, index, report);
};

/** Collections whose rows are facts of a source. */
const FACTS = [
  "mechanisms",
  "events",
  "agreements",
  "commitments",
  "statistics",
] as const satisfies readonly (keyof LiaisonRecord)[];

export const checkEvidence = (index: Index, report: Report): void => {
  const { record } = index;
  for (const collection of FACTS)
    for (const { id, evidence } of record[collection]) {
      if (evidence.length === 0) report(collection, id, "evidence", evidence, "no-evidence");
      else if (evidence.every((one) => index.evidence.get(one)?.source === null))
        report(collection, id, "evidence", evidence.join(", "), "outside-alone");
    }
  for (const { id, mentions } of record.agreements)
    for (const [at, { evidence }] of mentions.entries())
      if (evidence.length === 0) report("agreements", id, `mentions[${at}].evidence`, evidence, "no-evidence");
  for (const row of record.evidence) checkRow(row, index, report);
  for (const { id, clutter } of record.sources)
    for (const [at, [from, to]] of (clutter ?? []).entries())
      if (to <= from) report("sources", id, `clutter[${at}]`, to, "end-before-start", String(from));
};
