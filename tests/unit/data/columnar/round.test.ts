import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LiaisonRecord } from "#data/schema.ts";
import { record as fixture } from "../../../fixtures/record.ts";
import { columnarOf, readBack } from "./files.ts";

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
});
