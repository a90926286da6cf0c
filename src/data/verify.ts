/** Whether a record's pointers and printed forms hold against the source texts themselves. */
import { type Fault, shortValue } from "./faults.ts";
import { fragmentWords, openedBy, paragraphOf, placesOf, sha256Hex, withoutClutter } from "./passages.ts";
import type { CollectionName, Evidence, LiaisonRecord, Source } from "./schema.ts";

export type PointerRule =
  | "no-text"
  | "no-pointer"
  | "outside-text"
  | "cut-word"
  | "paragraph"
  | "digest"
  | "fragment"
  | "clutter"
  | "not-printed";
export type PointerFault = Fault<PointerRule>;

export interface Verified {
  /** Pointers looked at. */
  readonly pointers: number;
  /** Printed forms looked for. */
  readonly printed: number;
  readonly faults: readonly PointerFault[];
}

const fault = (
  collection: CollectionName,
  record: string,
  field: string,
  value: unknown,
  rule: PointerRule,
  detail: string,
): PointerFault => ({ collection, record, field, value: shortValue(value), rule, detail, severity: "noted" });

const INSIDE = /[\p{L}\p{N}]/u;
const cutsWord = (text: string, start: number, end: number): boolean =>
  [start, end].some((at) => INSIDE.test(text[at - 1] ?? "") && INSIDE.test(text[at] ?? ""));

const pointerFaults = async (row: Evidence, source: Source, text: string | undefined): Promise<PointerFault[]> => {
  const wrong = (field: string, value: unknown, rule: PointerRule, detail: string): PointerFault =>
    fault("evidence", row.id, field, value, rule, detail);
  if (text === undefined) return [wrong("source", row.source, "no-text", "no file holds the text of this source")];
  const { start, end, paragraph, sha256, fragment } = row;
  if (start === null || end === null || paragraph === null || sha256 === null || fragment === null)
    return [wrong("", null, "no-pointer", "a passage needs paragraph, start, end, sha256 and fragment")];
  if (start >= end || end > text.length)
    return [wrong("end", end, "outside-text", `start must be before end, and end at most ${text.length}`)];

  const faults: PointerFault[] = [];
  const passage = text.slice(start, end);
  if (passage !== passage.trim() || cutsWord(text, start, end))
    faults.push(wrong("start", start, "cut-word", "the passage begins or ends within a word or with a blank"));
  const stands = paragraphOf(text, { start, end });
  if (stands !== paragraph)
    faults.push(wrong("paragraph", paragraph, "paragraph", `it stands in ${stands ?? "more than one paragraph"}`));
  if ((await sha256Hex(passage)) !== sha256)
    faults.push(wrong("sha256", sha256, "digest", "the text between start and end is another one"));
  if ((source.clutter ?? []).some(([from, to]) => start < to && end > from))
    faults.push(wrong("start", start, "clutter", "the passage lies in page furniture"));
  const opened = openedBy(text, fragment);
  if (!fragmentWords(fragment)) faults.push(wrong("fragment", fragment, "fragment", "it cannot be read"));
  else if (!opened) faults.push(wrong("fragment", fragment, "fragment", "its words do not stand in the text"));
  else if (opened.start !== start || opened.end !== end)
    faults.push(wrong("fragment", fragment, "fragment", `it opens ${opened.start} to ${opened.end} instead`));
  return faults;
};

interface Printed {
  readonly collection: CollectionName;
  readonly record: string;
  readonly field: string;
  readonly text: string | null | undefined;
  readonly evidence: readonly string[];
  /** True where it must stand in the very passages cited: a release has many numbers. */
  readonly inPassage?: boolean;
}

/** Every form that the record says is printed, with the evidence of the row it stands in. */
const printedForms = (record: LiaisonRecord): readonly Printed[] => [
  ...record.events.flatMap((event) =>
    event.participants.flatMap((seat, at) =>
      (["namePrinted", "rolePrinted", "rankPrinted"] as const).map((field) => ({
        collection: "events" as const,
        record: event.id,
        field: `participants[${at}].${field}`,
        text: seat[field],
        evidence: seat.evidence ?? event.evidence,
      })),
    ),
  ),
  ...record.agreements.map(({ id, titlePrinted, evidence }) => ({
    collection: "agreements" as const,
    record: id,
    field: "titlePrinted",
    text: titlePrinted,
    evidence,
  })),
  ...record.commitments.map(({ id, verbPrinted, evidence }) => ({
    collection: "commitments" as const,
    record: id,
    field: "verbPrinted",
    text: verbPrinted,
    evidence,
  })),
  ...record.statistics.flatMap((row) =>
    (["valuePrinted", "drugPrinted"] as const).map((field) => ({
      collection: "statistics" as const,
      record: row.id,
      field,
      text: row[field],
      evidence: row.evidence,
      inPassage: true,
    })),
  ),
];

/**
 * Checks every pointer of a record, and that every printed form stands in a source its row cites, page furniture apart.
 * @param texts source id → the source's text
 */
export const verifyRecord = async (record: LiaisonRecord, texts: ReadonlyMap<string, string>): Promise<Verified> => {
  const sources = new Map(record.sources.map((source) => [source.id, source]));
  const evidence = new Map(record.evidence.map((row) => [row.id, row]));
  const faults: PointerFault[] = [];
  let pointers = 0;
  for (const row of record.evidence) {
    if (row.source === null) continue;
    const source = sources.get(row.source);
    if (!source) continue;
    pointers += 1;
    faults.push(...(await pointerFaults(row, source, texts.get(row.source))));
  }

  const clean = new Map([...texts].map(([id, text]) => [id, withoutClutter(text, sources.get(id)?.clutter)]));
  let printed = 0;
  for (const form of printedForms(record)) {
    const text = form.text;
    if (text === null || text === undefined) continue;
    printed += 1;
    const cited = new Set(form.evidence.map((id) => evidence.get(id)?.source ?? ""));
    const passages = form.evidence.map((id) => {
      const { source, start, end } = evidence.get(id) ?? {};
      return texts.get(source ?? "")?.slice(start ?? 0, end ?? 0) ?? "";
    });
    const within = form.inPassage ? passages : [...cited].map((id) => clean.get(id) ?? "");
    if (within.some((place) => placesOf(place, text).length > 0)) continue;
    const { collection, record: id, field } = form;
    const where = form.inPassage ? "no passage" : "no source";
    faults.push(fault(collection, id, field, text, "not-printed", `${where} this row cites prints it`));
  }
  return { pointers, printed, faults };
};
