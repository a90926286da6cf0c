/**
 * Whether the rows of a batch are good by the schema, told from its columns: distinct values are looked at once, numbers
 * without making rows of them. It may say no where a row by row look finds nothing; it never says yes where one would.
 */
import type { Batch } from "@uwdata/flechette";
import { PATTERNS } from "../enums.ts";
import type { Texts } from "../nodes.ts";
import { DATES } from "../references.ts";
import { dateFault } from "../rows.ts";
import type { CollectionName } from "../schema.ts";
import { TYPE } from "./rows.ts";
import { companionsOf, daysOf, type FieldShape, type Shape } from "./shape.ts";
import { SHAPES } from "./shapes.gen.ts";
import type { ColumnBatch } from "./table.ts";

type AnyBatch = Batch<unknown>;
type Text = Extract<Shape, { kind: "text" }>;

const isSet = (bits: Uint8Array, at: number): boolean => (((bits[at >> 3] as number) >> (at & 7)) & 1) === 1;

/** Which values are there; null where all are. */
const validOf = (batch: AnyBatch): Uint8Array | null => (batch.nullCount ? (batch.validity ?? null) : null);

/** Bytes that an id may have: 1 anywhere, 2 but not at its beginning. */
const ID_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte);
  return PATTERNS.id.test(letter) ? 1 : PATTERNS.id.test(`a${letter}`) ? 2 : 0;
});

const isAscending = (offsets: ArrayLike<number | bigint>, entries: number, within: number): boolean => {
  if (!(offsets instanceof Int32Array) || offsets.length < entries + 1) return entries === 0;
  let before = offsets[0] as number;
  if (before < 0) return false;
  for (let at = 1; at <= entries; at++) {
    const next = offsets[at] as number;
    if (next < before) return false;
    before = next;
  }
  return before <= within;
};

/** Whether every text of a dictionary or a column keeps to a rule. */
const patterns = new Map<string, RegExp>();
const textRule = (shape: Text, isDate: boolean): ((text: unknown) => boolean) => {
  const { min = 0, max = Number.POSITIVE_INFINITY, pattern, values } = shape;
  const known = values && new Set<unknown>(values);
  const regex = pattern === undefined ? null : (patterns.get(pattern) ?? new RegExp(pattern));
  if (regex && pattern !== undefined) patterns.set(pattern, regex);
  return (text) =>
    typeof text === "string" &&
    text.length >= min &&
    text.length <= max &&
    (!known || known.has(text)) &&
    (!regex || regex.test(text)) &&
    (!isDate || dateFault(text) === null);
};

/** What is known of the codes of a dictionary by the rule of a shape: 0 nothing yet, 1 good, 2 bad. */
const judged = new WeakMap<Texts, Uint8Array>();

const soundCodes = (batch: AnyBatch, texts: Texts, rule: (text: unknown) => boolean): boolean => {
  const codes = batch.values;
  if (!codes || codes instanceof BigInt64Array || codes instanceof BigUint64Array) return false;
  const known = judged.get(texts) ?? new Uint8Array(texts.size);
  judged.set(texts, known);
  const valid = validOf(batch);
  for (let at = 0; at < batch.length; at++) {
    const code = codes[at] as number;
    if (known[code] === 1) continue;
    // What stands where there is nothing is no code.
    if (valid && !isSet(valid, at)) continue;
    if (code < 0 || code >= known.length || known[code] === 2) return false;
    known[code] = rule(texts.get(code)) ? 1 : 2;
    if (known[code] === 2) return false;
  }
  return true;
};

/** Whether a list that is not there has no entries either. */
const emptyWhereNull = (batch: AnyBatch): boolean => {
  if (!batch.nullCount) return true;
  const offsets = batch.offsets as Int32Array;
  for (let at = 0; at < batch.length; at++) if (!batch.isValid(at) && offsets[at] !== offsets[at + 1]) return false;
  return true;
};

const soundIds = ({ length, values, offsets, nullCount }: AnyBatch): boolean => {
  const [bytes, ends] = [values as Uint8Array, offsets as Int32Array];
  if (nullCount) return false;
  for (let row = 0; row < length; row++) {
    const [from, to] = [ends[row] as number, ends[row + 1] as number];
    if (to - from < 1 || to - from > 120 || ID_BYTES[bytes[from] as number] !== 1) return false;
    for (let at = from + 1; at < to; at++) if (ID_BYTES[bytes[at] as number] === 0) return false;
  }
  return true;
};

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const soundTexts = (batch: AnyBatch, shape: Text, isDate: boolean): boolean => {
  const [bytes, ends] = [batch.values as Uint8Array, batch.offsets as Int32Array];
  if (!isAscending(ends, batch.length, bytes.length)) return false;
  const { min = 0, max = Number.POSITIVE_INFINITY, pattern, values } = shape;
  if (pattern === PATTERNS.id.source && min <= 1 && max === 120) return soundIds(batch);
  const rule = textRule(shape, isDate);
  // One byte at least for a sign, three at most.
  const plain = pattern === undefined && !values && !isDate;
  for (let row = 0; row < batch.length; row++) {
    const [from, to] = [ends[row] as number, ends[row + 1] as number];
    if (plain && to - from >= min * 3 - 2 && to - from <= max) continue;
    if (batch.nullCount && !batch.isValid(row)) continue;
    if (!rule(decoder.decode(bytes.subarray(from, to)))) return false;
  }
  return true;
};

const soundNumbers = (batch: AnyBatch, shape: Extract<Shape, { kind: "integer" | "number" }>): boolean => {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = shape;
  const whole = shape.kind === "integer";
  const values = batch.values as ArrayLike<number | bigint>;
  const valid = validOf(batch);
  for (let at = 0; at < batch.length; at++) {
    if (valid && !isSet(valid, at)) continue;
    const value = Number(values[at]);
    if (!(value >= min && value <= max) || (whole && !Number.isSafeInteger(value))) return false;
  }
  return true;
};

const soundValues = (batch: AnyBatch, shape: Shape, texts: Iterator<Texts>, isDate: boolean): boolean => {
  const { typeId } = batch.type;
  // Whether nothing may be there was asked before; only a column that may hold dictionaries has to be gone through.
  if (batch.nullCount === batch.length && (typeId === TYPE.utf8 || typeId === TYPE.int || typeId === TYPE.bool))
    return true;
  if (typeId === TYPE.dictionary) {
    const words = texts.next().value as Texts | undefined;
    return shape.kind === "text" && words !== undefined && soundCodes(batch, words, textRule(shape, isDate));
  }
  if (typeId === TYPE.utf8) return shape.kind === "text" && soundTexts(batch, shape, isDate);
  if (typeId === TYPE.int || typeId === TYPE.float)
    return (shape.kind === "integer" && typeId === TYPE.int) || shape.kind === "number"
      ? soundNumbers(batch, shape)
      : false;
  if (typeId === TYPE.bool) return shape.kind === "flag";
  if (typeId === TYPE.list) {
    const [child] = batch.children;
    if (shape.kind !== "list" || !child || child.nullCount) return false;
    if (!isAscending(batch.offsets as Int32Array, batch.length, child.length)) return false;
    if (!emptyWhereNull(batch)) return false;
    return soundValues(child, shape.of, texts, false);
  }
  if (typeId === TYPE.struct && "children" in batch.type && shape.kind === "group") {
    const names = batch.type.children.map(({ name }) => name);
    return soundGroup(names, batch.children, shape.fields, [], [], texts, batch.length);
  }
  return false;
};

const soundGroup = (
  names: readonly string[],
  batches: readonly AnyBatch[],
  fields: readonly FieldShape[],
  dates: readonly string[],
  aside: readonly string[],
  texts: Iterator<Texts>,
  length: number,
): boolean => {
  const companions = new Set([...fields.flatMap(companionsOf), ...aside]);
  const seen = new Set<string>();
  for (let at = 0; at < names.length; at++) {
    const [name, batch] = [names[at] as string, batches[at]];
    if (!batch || batch.length < length || seen.has(name)) return false;
    seen.add(name);
    if (companions.has(name)) {
      // Any other kind may hold dictionaries of its own.
      if (![TYPE.bool, TYPE.date].some((kind) => kind === batch.type.typeId)) return false;
      continue;
    }
    const field = fields.find((one) => one.name === name);
    if (!field) return false;
    if (batch.nullCount && !field.optional && !field.nullable) return false;
    if (!soundValues(batch, field.shape, texts, dates.includes(name))) return false;
  }
  return fields.every(({ name, optional }) => optional || seen.has(name));
};

/** Whether every row of the batch is good by the schema and by the rule for dates. */
export const isSound = (collection: CollectionName, { names, batches, texts }: ColumnBatch): boolean => {
  const dates = (DATES[collection] ?? []).map(({ field }) => field);
  const fields = SHAPES[collection] ?? [];
  const length = batches[0]?.length ?? 0;
  return soundGroup(names, batches, fields, dates, daysOf(collection), texts.values(), length);
};
