/** What can be wrong with a record, as values. The catalogue says them in words (`words.faults`). */
import type { CollectionName } from "./schema.ts";

/** The rule a value breaks. `Fault.detail` completes it: the type wanted, the values allowed, the limit. */
export type FaultRule =
  | "missing"
  | "unknown-field"
  | "type"
  | "one-of"
  | "pattern"
  | "too-short"
  | "too-long"
  | "too-small"
  | "too-large"
  | "too-few"
  | "too-many"
  | "not-edtf"
  | "duplicate-id"
  | "unknown-reference"
  | "cycle"
  | "not-a-list"
  | "no-party";

/** `left-out`: the row is not shown. `noted`: the row is shown without the faulty part. */
export type Severity = "left-out" | "noted";

export interface Fault<Rule extends string = FaultRule> {
  readonly collection: CollectionName | "meta" | "record";
  /** Id of the row, or "row 12" (from 1) where it has none; empty for a whole collection. */
  readonly record: string;
  /** Path in words, `participants[2].side`; empty where the whole row is meant. */
  readonly field: string;
  /** The value as JSON, shortened, with invisible characters written out. */
  readonly value: string;
  readonly rule: Rule;
  readonly detail: string;
  readonly severity: Severity;
}

const SHOWN_AT_MOST = 60;
const FAULTS_KEPT = 2_000;

// Controls, soft hyphen, marks that turn the writing direction or have no width, surrogates without a partner.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escaped = (char: string): string =>
  `\\u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Text safe to print in a sentence: at most 60 characters, invisible ones written out as `\u202E`. */
export const shortText = (text: string): string => {
  const cut = text.length > SHOWN_AT_MOST ? `${text.slice(0, SHOWN_AT_MOST - 1)}…` : text;
  return cut.replace(INVISIBLE, escaped);
};

/** A value as one short line: `"2019-13-45"`, `12`, `null`, `a list of 3`, `an object`. */
export const shortValue = (value: unknown): string => {
  if (typeof value === "string") return `"${shortText(value)}"`;
  if (Array.isArray(value)) return `[${value.length ? "…" : ""}]`;
  if (typeof value === "object" && value !== null) return "{…}";
  return value === undefined ? "" : String(value);
};

/** `/participants/2/side` (RFC 6901) as `participants[2].side`. */
export const fieldPath = (pointer: string): string => {
  let path = "";
  for (const raw of pointer.split("/").slice(1)) {
    const part = shortText(raw.replaceAll("~1", "/").replaceAll("~0", "~"));
    path += /^\d+$/.test(part) ? `[${part}]` : `${path && "."}${part}`;
  }
  return path;
};

/** Collects faults; keeps the first two thousand and counts all, so that a ruined file cannot fill the memory. */
export class FaultLog {
  readonly faults: Fault[] = [];
  /** Rows left out. */
  leftOut = 0;
  /** Faults in rows that are shown. */
  noted = 0;

  add(fault: Fault): void {
    if (fault.severity === "noted") this.noted += 1;
    if (this.faults.length < FAULTS_KEPT) this.faults.push(fault);
  }

  /** Adds what another log has, as if it had been found now. */
  append(other: FaultLog): void {
    this.leftOut += other.leftOut;
    this.noted += other.noted;
    for (const fault of other.faults.slice(0, FAULTS_KEPT - this.faults.length)) this.faults.push(fault);
  }
}
