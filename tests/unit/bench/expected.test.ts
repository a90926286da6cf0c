import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { expectedOf } from "../../../bench/expected.ts";
import { columnsOfTables } from "../../../bench/floor/columnar.ts";
import { columnsOf } from "../../../bench/floor/columns.ts";
import { daysOf } from "../../../bench/floor/days.ts";
import { generate } from "../../../bench/generate.ts";
import type { LiaisonRecord } from "../../../src/data/schema.ts";
import { parseDate } from "../../../src/lib/edtf-dates.ts";
import { columnarOf } from "../data/columnar/files.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "events.json");
generate(700, 3, path);
const record: LiaisonRecord = JSON.parse(readFileSync(path, "utf8"));

describe("what a page must show", () => {
  it("is counted as the record has it", () => {
    const { all, korea } = expectedOf(700, 3);
    const parents = new Set(record.events.map((event) => event.partOf));
    const meetings = record.events.filter(
      ({ id, status, type }) => status === "held" && type !== "visit" && !parents.has(id),
    );
    expect(all).toEqual({
      events: 700,
      dated: record.events.filter(({ date }) => date !== null).length,
      meetings: meetings.length,
    });
    expect(korea.events).toBe(record.events.filter(({ partners }) => partners.includes("KR")).length);
  });
});

describe("the floor", () => {
  it("has every event in order of time, and each partner's", () => {
    const columns = columnsOf(record);
    expect(columns.size).toBe(700);
    expect(Array.from(columns.start)).toEqual(Array.from(columns.start).sort((a, b) => a - b));
    expect(columns.postings.get("KR")?.length).toBe(expectedOf(700, 3).korea.events);
  });

  it("has the same columns from the columnar file", () => {
    const columns = columnsOfTables(unzipSync(columnarOf(record)));
    expect(columns).toEqual(columnsOf(record));
  });

  it("reads the days of every date as the dashboard does", () => {
    for (const { date } of record.events) {
      if (date === null) continue;
      const read = parseDate(date);
      expect(read.ok && [read.value.start, read.value.end]).toEqual(daysOf(date));
    }
    expect(daysOf(null)).toBeNull();
  });
});
