import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLLECTION_NAMES } from "#data/load.ts";
import { COLLECTIONS, metaSchema } from "#data/schema.ts";
import { validators } from "#data/validators.gen.js";
import { generate } from "../../../scripts/schema-output.ts";
import { mutation } from "../../fixtures/mutate.ts";
import { record } from "../../fixtures/record.ts";

describe("generated files", () => {
  const files = generate();
  it.each(Object.keys(files))("%s is what the schema gives now", (path) => {
    expect(readFileSync(path, "utf8")).toBe(files[path]);
  });

  it("need no eval and no module", () => {
    expect(files["src/data/validators.gen.js"]).not.toMatch(/require\(|\bimport\b|eval\(|new Function/);
  });

  it("the schema for editors is the draft it says and forbids unknown fields", () => {
    const schema = JSON.parse(files["public/data/schema.json"] ?? "");
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      additionalProperties: false,
    });
    expect(Object.keys(schema.properties)).toEqual(["$schema", "meta", ...COLLECTION_NAMES]);
  });
});

it("the schema for editors takes the usual record and refuses a spoilt one", () => {
  const schema = JSON.parse(readFileSync("public/data/schema.json", "utf8")) as object;
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  expect(validate({ $schema: "./schema.json", ...record() })).toBe(true);
  expect(validate({ ...record(), events: [{ ...record().events[0], type: "party" }] })).toBe(false);
});

describe("the generated validators and the schema", () => {
  const usual = record();
  const rows = COLLECTION_NAMES.flatMap((name) => usual[name].map((row) => ({ name, row: row as unknown })));

  it("agree on good rows", () => {
    for (const { name, row } of rows) expect([name, validators[name](row)]).toEqual([name, true]);
    expect(validators.meta(usual.meta)).toBe(true);
  });

  it("agree on 1 500 changed rows", () => {
    const seen = { good: 0, bad: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...rows), mutation, ({ name, row }, change) => {
        const changed = change(row);
        const good = COLLECTIONS[name].safeParse(changed).success;
        seen[good ? "good" : "bad"] += 1;
        expect(validators[name](changed)).toBe(good);
      }),
      { numRuns: 1_500, seed: 2019 },
    );
    // Both answers must have been put to the test.
    expect(seen.good).toBeGreaterThan(50);
    expect(seen.bad).toBeGreaterThan(500);
  });

  it("agree on changed meta", () => {
    fc.assert(
      fc.property(mutation, (change) => {
        const changed = change(usual.meta);
        expect(validators.meta(changed)).toBe(metaSchema.safeParse(changed).success);
      }),
      { numRuns: 300, seed: 2019 },
    );
  });
});
