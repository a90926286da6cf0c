/** From parsed JSON to a record that can be trusted, with a readable fault for everything that could not be. */
import { RECORD_VERSION } from "./enums.ts";
import type { LoadFailure } from "./failures.ts";
import { type Fault, FaultLog, shortValue } from "./faults.ts";
import { type RowsById, resolveReferences } from "./resolve.ts";
import { checkRow, rowLabel, schemaFault } from "./rows.ts";
import type { CollectionName, LiaisonRecord, Meta } from "./schema.ts";
import { validators } from "./validators.gen.js";

/** The collections in the order of the file. */
export const COLLECTION_NAMES = [
  "sources",
  "partners",
  "places",
  "organizations",
  "people",
  "topics",
  "mechanisms",
  "events",
  "agreements",
  "commitments",
  "statistics",
  "evidence",
] as const satisfies readonly CollectionName[];

export interface Loaded {
  readonly record: LiaisonRecord;
  readonly failure: null;
  /** At most two thousand, in the order they were found. */
  readonly faults: readonly Fault[];
  /** How many rows are not shown. */
  readonly leftOut: number;
  /** How many faults there are in what is shown. */
  readonly noted: number;
}

export interface NotLoaded {
  readonly record: null;
  readonly failure: LoadFailure;
  readonly faults: readonly Fault[];
  readonly leftOut: 0;
  readonly noted: 0;
}

export const notLoaded = (kind: LoadFailure["kind"], detail: string): NotLoaded => ({
  record: null,
  failure: { kind, detail },
  faults: [],
  leftOut: 0,
  noted: 0,
});

const DASH = "–";
/** What stands where a record says nothing of itself; the same in every language. */
const BARE_META: Meta = { title: DASH, focus: DASH, release: DASH, license: DASH, counting: DASH };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `meta` as far as it can be read; a record without it still shows. */
export const readMeta = (value: unknown, log: FaultLog): Meta => {
  if (validators.meta(value)) return value as Meta;
  const errors = validators.meta.errors ?? [];
  if (!isObject(value)) {
    log.add({
      collection: "meta",
      record: "",
      field: "",
      value: shortValue(value),
      rule: value === undefined ? "missing" : "type",
      detail: "object",
      severity: "noted",
    });
    return BARE_META;
  }
  const faulty = new Set(errors.map((error) => String(error.params.additionalProperty ?? error.instancePath.slice(1))));
  for (const error of errors) log.add(schemaFault(error, value, "meta", ""));
  const good = Object.entries(value).filter(([field]) => !faulty.has(field));
  return { ...BARE_META, ...Object.fromEntries(good) };
};

/** Leaves out a row whose id another one has. */
export const noteTwice = (
  collection: CollectionName,
  row: { readonly id: string },
  index: number,
  log: FaultLog,
): void => {
  log.leftOut += 1;
  log.add({
    collection,
    record: rowLabel(row, index),
    field: "id",
    value: shortValue(row.id),
    rule: "duplicate-id",
    detail: `#${index + 1}`,
    severity: "left-out",
  });
};

/** The rows of one collection that stand on their own, by id in the order of the file. */
export const readRows = (
  collection: CollectionName,
  list: unknown,
  log: FaultLog,
): Map<string, Record<string, unknown>> => {
  const rows = new Map<string, Record<string, unknown>>();
  if (!Array.isArray(list)) {
    log.add({
      collection,
      record: "",
      field: "",
      value: shortValue(list),
      rule: list === undefined ? "missing" : "not-a-list",
      detail: "",
      severity: "noted",
    });
    return rows;
  }
  for (let index = 0; index < list.length; index += 1) {
    const row = checkRow(collection, list[index], index, log);
    if (row === null) continue;
    if (rows.has(row.id)) noteTwice(collection, row, index, log);
    else rows.set(row.id, row);
  }
  return rows;
};

/** The first collection that shows this to be another kind of file, by the lists it has; or null. */
export const missingLists = (has: (name: CollectionName) => boolean): CollectionName | null => {
  if (!has("events")) return "events";
  const absent = COLLECTION_NAMES.filter((name) => !has(name));
  return absent.length > COLLECTION_NAMES.length / 2 ? (absent[0] ?? null) : null;
};

const foreign = (json: unknown): string | null =>
  isObject(json) ? missingLists((name) => Array.isArray(json[name])) : "object";

/** The version of a record where it is another than this one. */
export const otherVersion = (meta: unknown): string | null => {
  const version = isObject(meta) && Object.hasOwn(meta, "version") ? meta.version : RECORD_VERSION;
  return version === RECORD_VERSION ? null : shortValue(version);
};

/** Notes a focus body that is not in the record. */
export const checkFocus = (meta: Meta, organizations: { has(id: string): boolean }, log: FaultLog): void => {
  if (meta.focus === BARE_META.focus || organizations.has(meta.focus)) return;
  log.add({
    collection: "meta",
    record: "",
    field: "focus",
    value: shortValue(meta.focus),
    rule: "unknown-reference",
    detail: "organizations",
    severity: "noted",
  });
};

export const isKnownField = (field: string): boolean =>
  field === "meta" || field === "$schema" || (COLLECTION_NAMES as readonly string[]).includes(field);

/** Notes a field of the whole file that the schema does not have. */
export const noteField = (field: string, value: unknown, log: FaultLog): void =>
  log.add({
    collection: "record",
    record: "",
    field: shortValue(field),
    value: shortValue(value),
    rule: "unknown-field",
    detail: "",
    severity: "noted",
  });

/**
 * Reads a record out of parsed JSON. Good rows are kept in the order of the file; a bad row is left out, a reference
 * that leads nowhere is taken out of its row, and each is told as a fault. The input is not changed. Never throws.
 */
export const parseRecord = (json: unknown): Loaded | NotLoaded => {
  const missing = foreign(json);
  if (missing !== null) return notLoaded("wrong-shape", missing);
  const file = json as Record<string, unknown>;
  const version = otherVersion(file.meta);
  if (version !== null) return notLoaded("wrong-version", version);
  const log = new FaultLog();
  const meta = readMeta(file.meta, log);
  const rows = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, readRows(name, file[name], log)])) as RowsById;
  resolveReferences(rows, log);
  checkFocus(meta, rows.organizations, log);
  for (const field of Object.keys(file)) if (!isKnownField(field)) noteField(field, file[field], log);
  const lists = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, [...rows[name].values()]]));
  // The casts end here: every row passed the validator of its collection.
  const record = { meta, ...lists } as unknown as LiaisonRecord;
  return { record, failure: null, faults: log.faults, leftOut: log.leftOut, noted: log.noted };
};
