import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fault } from "#data/faults.ts";
import { COLLECTION_NAMES, parseRecord } from "#data/load.ts";
import { validators } from "#data/validators.gen.js";
import { en } from "#model/words/en/index.ts";
import { mutation } from "../../fixtures/mutate.ts";
import { record as usualRecord } from "../../fixtures/record.ts";

const usual = JSON.parse(JSON.stringify(usualRecord())) as unknown;

const expectReadable = (fault: Fault): void => {
  const said = en.faults.fault(fault);
  expect(said.length).toBeLessThan(700);
  expect(said).not.toMatch(/undefined|NaN|\[object/);
  // No character that hides or turns text, and always a rule.
  expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(en.faults.rule(fault)).toMatch(/^\w.*\w/);
  expect(said.startsWith(fault.collection)).toBe(true);
};

/** Reads `json` and holds the result to what every result must be. */
const hold = (json: unknown): ReturnType<typeof parseRecord> => {
  const before = JSON.stringify(json);
  const parsed = parseRecord(json);
  expect(JSON.stringify(json)).toBe(before);
  for (const fault of parsed.faults) expectReadable(fault);
  if (!parsed.record) {
    expect(en.faults.failure(parsed.failure).text).toMatch(/\.$/);
    return parsed;
  }
  const bad: string[] = [];
  for (const name of COLLECTION_NAMES) {
    const rows = parsed.record[name];
    if (new Set(rows.map(({ id }) => id)).size !== rows.length) bad.push(`${name}: an id twice`);
    for (const row of rows) if (!validators[name](row)) bad.push(`${name} ${row.id}`);
  }
  expect(bad).toEqual([]);
  const again = parseRecord(parsed.record);
  // What was kept has no fault left but those of meta, whose defaults say that nothing is known.
  expect(again.faults.filter(({ collection }) => collection !== "meta")).toEqual([]);
  return parsed;
};

describe("1 000 ruined records", () => {
  it("never throw; what is kept is good, what is not is told", () => {
    const seen = { faultless: 0, faulty: 0, failed: 0 };
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (changes) => {
        const ruined = changes.reduce<unknown>((json, change) => change(json), usual);
        const parsed = hold(ruined);
        seen[parsed.failure ? "failed" : parsed.faults.length ? "faulty" : "faultless"] += 1;
        const { record } = parsed;
        if (!record) return;
        const given = ruined as Record<string, unknown>;
        const rows = COLLECTION_NAMES.flatMap((name) => (Array.isArray(given[name]) ? given[name] : []));
        const kept = COLLECTION_NAMES.reduce((sum, name) => sum + record[name].length, 0);
        expect(kept + parsed.leftOut).toBe(rows.length);
      }),
      { numRuns: 1_000, seed: 2019 },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    // Each kind of outcome must have been put to the test.
    expect(seen.faulty).toBeGreaterThan(500);
    expect(seen.faultless).toBeGreaterThan(5);
    expect(seen.failed).toBeGreaterThan(0);
  }, 30_000);

  it("any JSON at all is read or refused", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(hold(json).failure?.kind).toBe("wrong-shape");
      }),
      { numRuns: 300, seed: 2019 },
    );
  });

  it("lists nested ten thousand deep are told, not followed", () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const json = JSON.stringify(usual).replace('"label":"Training"', `"label":${deep},"extra":${deep}`);
    const parsed = parseRecord(JSON.parse(json));
    parsed.faults.forEach(expectReadable);
    expect(parsed.faults.map(({ record: row, field }) => `${row} ${field}`)).toContain("t-training label");
  });
});
