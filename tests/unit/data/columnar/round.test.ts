import { readFileSync } from "node:fs";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAGIC_LENGTH, messageIn } from "#data/columnar/messages.ts";
import type { FieldShape, Shape } from "#data/columnar/shape.ts";
import { SHAPES } from "#data/columnar/shapes.gen.ts";
import { ArrowTable } from "#data/columnar/table.ts";
import { TableWriter } from "#data/columnar/write.ts";
import { COLLECTION_NAMES } from "#data/load.ts";
import type { CollectionName, LiaisonRecord } from "#data/schema.ts";
import { validators } from "#data/validators.gen.js";
import { record as fixture } from "../../../fixtures/record.ts";
import { columnarOf, joined, readBack } from "./files.ts";

const file = (path: string): LiaisonRecord => {
  const { $schema: _, ...record } = JSON.parse(readFileSync(path, "utf8"));
  return record;
};

describe("a columnar file", () => {
  it.each([
    ["the record", file("public/data/engagements.json")],
    ["the second example", file("public/data/example.json")],
    ["the fixture", fixture()],
  ])("gives back %s", async (_, record) => {
    const { record: read, read: how } = await readBack(columnarOf(record));
    expect(how?.faults).toEqual([]);
    expect(read).toEqual(record);
  });

  it.each([1, 7, 64, 1_000])("gives it back from pieces of %i bytes", async (piece) => {
    const { record } = await readBack(columnarOf(fixture(), undefined, 2), piece);
    expect(record).toEqual(fixture());
  });

  it("gives it back where another program packed it, in a folder of its own", async () => {
    const files = unzipSync(columnarOf(fixture()));
    const packed = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`my record/${name}`, bytes])),
      { level: 6 },
    );
    const { record, failure } = await readBack(packed as Uint8Array<ArrayBuffer>);
    expect(failure).toBeNull();
    expect(record).toEqual(fixture());
  });

  it("keeps where the schema lies, for editors", async () => {
    const { read } = await readBack(columnarOf({ $schema: "./schema.json", ...fixture() }));
    expect(read?.schema).toBe("./schema.json");
    expect(read?.faults).toEqual([]);
  });
});

const text = (shape: Extract<Shape, { kind: "text" }>): fc.Arbitrary<string> => {
  if (shape.values) return fc.constantFrom(...shape.values);
  if (shape.pattern) return fc.stringMatching(new RegExp(shape.pattern)).filter(({ length }) => length <= 120);
  const said = fc.constantFrom(
    "Seoul",
    "Tô Lâm",
    "문재인",
    "\ufeffmark",
    "\u0000",
    "__proto__",
    "2019-01",
    "👩‍👧",
    " ",
  );
  return fc
    .oneof(said, fc.string({ unit: "grapheme", maxLength: 12 }))
    .map((value) => value.padEnd(shape.min ?? 0, "x").slice(0, shape.max ?? 999))
    .filter((value) => !/\p{Surrogate}/u.test(value));
};

const value = (shape: Shape): fc.Arbitrary<unknown> => {
  if (shape.kind === "text") return text(shape);
  if (shape.kind === "flag") return fc.boolean();
  if (shape.kind === "integer")
    return fc.integer({
      min: Math.max(shape.min ?? -9, Number.MIN_SAFE_INTEGER),
      max: Math.min(shape.max ?? 9e15, Number.MAX_SAFE_INTEGER),
    });
  if (shape.kind === "number")
    return fc
      .double({ min: shape.min ?? -1e300, max: shape.max ?? 1e300, noNaN: true })
      .map((number) => (Object.is(number, -0) ? 0 : number));
  if (shape.kind === "group") return group(shape.fields);
  // A range of characters has two ends.
  return shape.of.kind === "list"
    ? fc.array(fc.array(value(shape.of.of), { minLength: 2, maxLength: 2 }), { maxLength: 3 })
    : fc.array(value(shape.of), { maxLength: 3 });
};

/** Rows with every field in each of the ways it can be: with a value, null, or not there. */
const group = (fields: readonly FieldShape[]): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      ...fields.map(({ shape, nullable, optional }) =>
        fc.oneof(
          { weight: 4, arbitrary: value(shape) as fc.Arbitrary<unknown> },
          { weight: nullable ? 2 : 0, arbitrary: fc.constant(null) },
          { weight: optional ? 2 : 0, arbitrary: fc.constant(undefined) },
        ),
      ),
    )
    .map((values) =>
      Object.fromEntries(
        fields.flatMap(({ name }, at) => (values[at] === undefined ? [] : [[name, values[at]] as const])),
      ),
    );

const tableOf = (name: CollectionName, rows: readonly object[], batchRows: number): Uint8Array => {
  const table = new TableWriter(name, undefined, batchRows);
  for (const row of rows) table.add(row);
  const parts: Uint8Array[] = [];
  table.finish()((bytes) => parts.push(bytes.slice()));
  return joined(parts);
};

const rowsOf = (name: CollectionName, bytes: Uint8Array): unknown[] => {
  const rows: unknown[] = [];
  const head: Uint8Array[] = [];
  let table: ArrowTable | null = null;
  for (let at = MAGIC_LENGTH; ; ) {
    const message = messageIn(bytes.subarray(at), bytes.length - at);
    if (message === null || message === "end") return rows;
    const one = bytes.slice(at, at + message.length);
    at += message.length;
    if (message.kind !== "batch") {
      head.push(one);
      continue;
    }
    table ??= new ArrowTable(name, joined(head));
    const batch = table.rows(table.columns(one));
    for (let row = 0; row < batch.length; row++) rows.push(batch.row(row));
  }
};

describe("a table", () => {
  it.each(COLLECTION_NAMES)("of %s gives back every row the schema allows, field by field", (name) => {
    let good = 0;
    fc.assert(
      fc.property(
        fc.array(group(SHAPES[name] ?? []), { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (rows, batch) => {
          good += rows.filter((row) => validators[name](row)).length;
          // As text: the order of fields counts.
          expect(JSON.stringify(rowsOf(name, tableOf(name, rows, batch)))).toBe(JSON.stringify(rows));
        },
      ),
      { numRuns: 60 },
    );
    expect(good).toBeGreaterThan(30);
  });
});
