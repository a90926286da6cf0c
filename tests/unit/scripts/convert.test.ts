import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "convert-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const convert = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/data-convert.ts", ...args],
    {
      encoding: "utf8",
    },
  );
  return { code: status, said: stdout, warned: stderr };
};

const RECORD = "public/data/engagements.json";

describe("npm run data:convert", { timeout: 60_000 }, () => {
  it("turns the record into a columnar file and back, without loss", () => {
    const there = convert(RECORD, at("record.arrow.zip"));
    expect(there).toMatchObject({ code: 0, said: expect.stringContaining("nothing wrong") });
    expect(convert(at("record.arrow.zip"), at("back.json")).code).toBe(0);
    expect(JSON.parse(readFileSync(at("back.json"), "utf8"))).toEqual(JSON.parse(readFileSync(RECORD, "utf8")));
  });

  it("tells what is wrong as the check does, and writes the rest", () => {
    const record = JSON.parse(readFileSync(RECORD, "utf8"));
    record.events[0].date = "29/01/2019";
    record.events[1].summary = "half \ud83d of a pair";
    writeFileSync(at("faulty.json"), JSON.stringify(record));
    const { code, said } = convert(at("faulty.json"), at("faulty.zip"));
    expect(code).toBe(1);
    expect(said).toContain(`${record.events[0].id}: date "29/01/2019"`);
    expect(said).toContain("1 row left out");
    expect(said).toContain(`${record.events[1].id}: summary has half a character`);
    expect(existsSync(at("faulty.zip"))).toBe(true);
  });

  it("touches nothing where there is no record to read or the call is wrong", () => {
    writeFileSync(at("short.json"), '{"meta": {');
    const broken = convert(at("short.json"), at("short.zip"));
    expect(broken).toMatchObject({ code: 2, said: expect.stringContaining("The file stops in the middle") });
    expect(convert(at("none.json"), at("short.zip"))).toMatchObject({
      code: 2,
      warned: expect.stringContaining("no such file"),
    });
    expect(convert(RECORD, at("record.xlsx"))).toMatchObject({
      code: 2,
      warned: expect.stringContaining(".json or .zip"),
    });
    expect(convert(RECORD).code).toBe(2);
    expect(existsSync(at("short.zip"))).toBe(false);
    expect(convert("--help")).toMatchObject({ code: 0, said: expect.stringContaining("Usage: npm run data:convert") });
  });
});
