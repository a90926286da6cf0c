import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chunksOf } from "#export/png.ts";
import { readArguments } from "../../../scripts/figures/args.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "liaison-figures-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const figures = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/figures.ts", ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};
const PATIENCE = 60_000;

describe("npm run figures", () => {
  it(
    "writes every format under the names of the pattern, the same bytes each time",
    () => {
      const formats = "svg,office.svg,png,pdf,csv,json,metadata.json,geojson,ics,zip,docx,tex,html,alt.txt";
      const call = [
        "timeline",
        "agreements",
        "--partner",
        "KR",
        "--from",
        "2019",
        "--format",
        formats,
        "--site",
        "https://example.org/liaison",
      ];
      const runs = ["one", "two"].map((name) => {
        const out = join(folder, name);
        expect(figures(...call, "--out", out)).toMatchObject({ status: 0, stderr: "" });
        return new Map(
          readdirSync(out)
            .sort()
            .map((file) => [file, readFileSync(join(out, file))]),
        );
      });
      const [first = new Map<string, Buffer>(), second = new Map<string, Buffer>()] = runs;
      // A ledger is on no map and in no calendar.
      expect(first.size).toBe(14 + 12);
      for (const file of first.keys())
        expect(file).toMatch(/^liaison_(?:timeline|agreements)_kr_2019-\d{4}_\d{8}-[0-9a-f]{8}(?:@2x)?\.[a-z.]+$/);
      expect([...second.keys()]).toEqual([...first.keys()]);
      expect([...first].filter(([file, bytes]) => !second.get(file)?.equals(bytes)).map(([file]) => file)).toEqual([]);
      const file = (ending: string): Buffer =>
        [...first].find(([name]) => name.includes("timeline") && name.endsWith(ending))?.[1] ?? Buffer.alloc(0);
      expect(file(".office.svg").toString()).not.toContain("font-face");
      expect(file(".pdf").subarray(0, 5).toString()).toBe("%PDF-");
      expect(file(".docx").subarray(0, 2).toString()).toBe("PK");
      expect(JSON.parse(file(".metadata.json").toString())).toMatchObject({ figure: "timeline", scope: "seen" });
      const density = chunksOf(file("@2x.png")).find(({ type }) => type === "pHYs")?.bytes ?? new Uint8Array(12);
      // 1210 px on 16 cm.
      expect(Buffer.from(density).readUInt32BE(8)).toBe(7563);
      const said = file(".alt.txt").toString().split("\n\n");
      expect(said[0]?.length).toBeLessThanOrEqual(125);
      const page = file(".html").toString();
      expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
      expect(page).toContain(`<meta name="description" content="${said[1]}">`);
      expect(page).toContain('href="https://example.org/liaison/?partner=KR');
      const [, web = Buffer.alloc(0)] = [...first].find(([name]) => /timeline.*[0-9a-f]{8}\.svg$/.test(name)) ?? [];
      expect(web.toString()).toContain(`<desc>${said[1]}</desc>`);
    },
    PATIENCE,
  );

  it(
    "says what is wrong, with exit code 2",
    () => {
      expect(figures("map", "--partner", "XX")).toMatchObject({
        status: 2,
        stdout: "",
        stderr: expect.stringContaining("“XX”"),
      });
      expect(figures("event", "--event", "no-such")).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("“no-such”"),
      });
      expect(figures("map", "--data", join(folder, "none.json"))).toMatchObject({ status: 2, stdout: "" });
    },
    PATIENCE,
  );
});

describe("readArguments", () => {
  it("takes the keys of the address", () => {
    const asked = readArguments([
      "all",
      "--partner",
      "KR,RU",
      "--partner",
      "UN",
      "--window",
      "2018..2019",
      "--lanes",
      "topic",
      "--theme",
      "dark",
    ]);
    expect(asked).toMatchObject({
      filter: { partner: ["KR", "RU", "UN"], from: null },
      view: { lanes: "topic", event: null, window: { start: 17532, end: 18261 } },
      dark: true,
      scale: 2,
      formats: ["svg"],
      preset: "a4-full",
    });
    expect(asked?.figures).toHaveLength(9);
    expect(readArguments(["--help"])).toBeNull();
  });
  it.each([
    [[], "at least one figure"],
    [["chart"], "“chart”"],
    [["map", "--theme", "red"], "--theme"],
    [["map", "--lanes", "red"], "--lanes"],
    [["map", "--certainty", "red"], "--certainty"],
    [["map", "--format", "bmp"], "--format"],
    [["map", "--preset", "a5"], "--preset"],
    [["map", "--scale", "3"], "--scale"],
    [["map", "--lang", "xx"], "--lang"],
    [["map", "--window", "yesterday"], "--window"],
    [["map", "--site", "example.org"], "--site"],
    [["map", "--colour", "red"], "--colour"],
  ])("refuses %j", (args, part) => {
    expect(() => readArguments(args)).toThrow(part);
  });
});
