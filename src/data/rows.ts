/** One row against the schema: the part of loading that a file read in pieces shares with a file read whole. */
import { commonDate } from "#lib/common-dates.ts";
import { dayNumber, plainDay } from "#lib/dates.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import { PATTERNS } from "./enums.ts";
import { type Fault, type FaultLog, type FaultRule, fieldPath, shortText, shortValue } from "./faults.ts";
import { DATES } from "./references.ts";
import type { CollectionName, LiaisonRecord } from "./schema.ts";
import type { ValidatorError } from "./validators.gen.js";
import { validators } from "./validators.gen.js";

export type Rows = Pick<LiaisonRecord, CollectionName>;
export type Row<C extends CollectionName> = Rows[C][number];

const FAULTS_OF_A_ROW = 20;
const FIRST_DAY = dayNumber(1, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);

const RULES: Readonly<Record<string, FaultRule>> = {
  required: "missing",
  additionalProperties: "unknown-field",
  type: "type",
  enum: "one-of",
  const: "one-of",
  pattern: "pattern",
  minLength: "too-short",
  maxLength: "too-long",
  minimum: "too-small",
  exclusiveMinimum: "too-small",
  maximum: "too-large",
  minItems: "too-few",
  maxItems: "too-many",
  additionalItems: "too-many",
};

const patternName = (source: unknown): string =>
  Object.entries(PATTERNS).find(([, pattern]) => pattern.source === source)?.[0] ?? String(source);

const detailOf = ({ keyword, params }: ValidatorError): string => {
  if (keyword === "type") return [params.type].flat().join(" | ");
  if (keyword === "enum") return [params.allowedValues].flat().map(String).join(", ");
  if (keyword === "const") return String(params.allowedValue);
  if (keyword === "pattern") return patternName(params.pattern);
  return String(params.limit ?? "");
};

const has = (value: unknown, key: string): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key);

const valueAt = (row: unknown, pointer: string): unknown => {
  let value = row;
  for (const part of pointer.split("/").slice(1)) {
    if (!has(value, part)) return undefined;
    value = value[part];
  }
  return value;
};

/** Path to the faulty field: a field that lacks or is not known is named by the error, not by its path. */
const pointerOf = (error: ValidatorError): string => {
  const key = error.params.missingProperty ?? error.params.additionalProperty;
  if (key === undefined) return error.instancePath;
  return `${error.instancePath}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
};

/** The id of a row for a fault: its id, or "#12" counted from 1 where it has none. */
export const rowLabel = (row: unknown, index: number): string =>
  has(row, "id") && typeof row.id === "string" && row.id ? shortText(row.id) : `#${index + 1}`;

/** A fault of the schema as one a reader can follow. */
export const schemaFault = (
  error: ValidatorError,
  row: unknown,
  collection: Fault["collection"],
  record: string,
): Fault => {
  const unknown = error.keyword === "additionalProperties";
  const value = unknown
    ? (valueAt(row, error.instancePath) as Record<string, unknown>)[String(error.params.additionalProperty)]
    : valueAt(row, error.instancePath);
  return {
    collection,
    record,
    field: fieldPath(pointerOf(error)),
    value: error.keyword === "required" ? "" : shortValue(value),
    rule: RULES[error.keyword] ?? "type",
    detail: detailOf(error),
    severity: unknown || collection === "meta" ? "noted" : "left-out",
  };
};

/** A copy of `value` without the field `key` of the object at `path`; the original is left as it is. */
const without = (value: unknown, path: readonly string[], key: string): unknown => {
  const [step, ...rest] = path;
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === step ? without(each, rest, key) : each));
  const entries = Object.entries(value as object);
  if (step === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, each]) => [name, name === step ? without(each, rest, key) : each]));
};

/** Reports what the validator found. @returns the row without its unknown fields, or null where more is wrong. */
const mended = (
  collection: CollectionName,
  row: unknown,
  index: number,
  errors: readonly ValidatorError[],
  log: FaultLog,
): unknown => {
  const label = rowLabel(row, index);
  const strays = errors.filter((error) => error.keyword === "additionalProperties");
  const grave = errors.filter((error) => error.keyword !== "additionalProperties");
  const told = new Set<string>();
  for (const error of grave.slice(0, FAULTS_OF_A_ROW)) {
    // A value of the wrong type breaks every other rule too: one fault a field is enough.
    const where = pointerOf(error);
    if (told.has(where)) continue;
    told.add(where);
    log.add(schemaFault(error, row, collection, label));
  }
  if (grave.length) return null;
  let kept = row;
  for (const error of strays) {
    log.add(schemaFault(error, row, collection, label));
    kept = without(kept, error.instancePath.split("/").slice(1), String(error.params.additionalProperty));
  }
  return kept;
};

/** Dates found good before: a large record has few different ones. */
const goodDates = new Set<string>();
const GOOD_DATES_AT_MOST = 50_000;

/** What is wrong with a date, completing `date "…"`; null where nothing is. */
export const dateFault = (text: string): string | null => {
  const day = plainDay(text);
  if (day !== null && day >= FIRST_DAY) return null;
  const common = commonDate(text);
  if (common !== null && common.start >= FIRST_DAY && common.end <= LAST_DAY) return null;
  if (goodDates.has(text)) return null;
  const parsed = parseDate(text);
  if (!parsed.ok) return parsed.error.slice(parsed.error.indexOf('" ') + 2);
  const { start, end } = parsed.value;
  const near = (day: number) => !Number.isFinite(day) || (day >= FIRST_DAY && day <= LAST_DAY);
  if (!near(start) || !near(end)) return "lies outside the years 1 to 9999";
  if (goodDates.size >= GOOD_DATES_AT_MOST) goodDates.clear();
  goodDates.add(text);
  return null;
};

const checkDates = (collection: CollectionName, row: object, index: number, log: FaultLog): object | null => {
  let kept = row as Record<string, unknown>;
  for (const { field, loss } of DATES[collection] ?? []) {
    const text = kept[field];
    if (typeof text !== "string") continue;
    const detail = dateFault(text);
    if (detail === null) continue;
    const severity = loss === "row" ? "left-out" : "noted";
    const record = rowLabel(row, index);
    log.add({ collection, record, field, value: shortValue(text), rule: "not-edtf", detail, severity });
    if (loss === "row") return null;
    kept = { ...kept, [field]: null };
  }
  return kept;
};

/**
 * Checks one row on its own: its shape and its dates. References and duplicate ids need the other rows (`load.ts`).
 * @param index place of the row in its collection, from 0, for the fault of a row without id
 * @param log takes the faults, and counts the row if it is left out
 * @returns the row itself where nothing is wrong, a copy without the faulty parts, or null. Never throws.
 */
export const checkRow = <C extends CollectionName>(
  collection: C,
  row: unknown,
  index: number,
  log: FaultLog,
): Row<C> | null => {
  const validate = validators[collection];
  const found = validate(row) ? row : mended(collection, row, index, validate.errors ?? [], log);
  const kept = found === null || !DATES[collection] ? found : checkDates(collection, found as object, index, log);
  if (kept === null) log.leftOut += 1;
  return kept as Row<C> | null;
};
