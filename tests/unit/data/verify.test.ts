import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fileOf, fragmentOf, sha256Hex } from "#data/passages.ts";
import { type LiaisonRecord, recordSchema } from "#data/schema.ts";
import { verifyRecord } from "#data/verify.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = `${root}tests/fixtures/texts/`;
const example = (): LiaisonRecord =>
  recordSchema.parse(JSON.parse(readFileSync(`${root}public/data/example.json`, "utf8")));
const texts = (): Map<string, string> => {
  const names = readdirSync(folder);
  return new Map(["101", "102"].map((id) => [id, readFileSync(`${folder}${fileOf(id, names)}`, "utf8")]));
};

/** What is wrong after one change to the example. */
const faultsAfter = async (change: (record: LiaisonRecord, texts: Map<string, string>) => void | Promise<void>) => {
  const record = example();
  const all = texts();
  await change(record, all);
  return (await verifyRecord(record, all)).faults;
};
type Row = LiaisonRecord["evidence"][number];
const first = (record: LiaisonRecord): Row => {
  const row = record.evidence.find((other) => (other.end ?? 0) - (other.start ?? 0) > 60);
  if (!row) throw new Error("no long passage");
  return row;
};
const pointAt = async (row: Row, text: string, start: number, end: number): Promise<void> => {
  const passage = text.slice(start, end);
  Object.assign(row, { start, end, sha256: await sha256Hex(passage), fragment: fragmentOf(passage) });
};

describe("verifyRecord", () => {
  it("finds the example sound, and looks at all of it", async () => {
    const record = example();
    const { pointers, printed, faults } = await verifyRecord(record, texts());
    expect(faults).toEqual([]);
    expect(pointers).toBe(record.evidence.filter((row) => row.source !== null).length);
    expect(printed).toBeGreaterThan(20);
  });

  it.each<[string, string, (row: Row) => void]>([
    ["a moved start", "digest", (row) => Object.assign(row, { start: (row.start ?? 0) + 8 })],
    ["an end beyond the text", "outside-text", (row) => Object.assign(row, { end: 99_999 })],
    ["a cut word", "cut-word", (row) => Object.assign(row, { end: (row.end ?? 0) - 1 })],
    ["another paragraph", "paragraph", (row) => Object.assign(row, { paragraph: 9 })],
    ["another digest", "digest", (row) => Object.assign(row, { sha256: "0".repeat(64) })],
    ["words that are not there", "fragment", (row) => Object.assign(row, { fragment: "the%20mayor" })],
    ["words of another passage", "fragment", (row) => Object.assign(row, { fragment: "By%20A.%20Writer" })],
    ["a fragment that cannot be read", "fragment", (row) => Object.assign(row, { fragment: "%E0%A4%A" })],
    ["a pointer without offsets", "no-pointer", (row) => Object.assign(row, { start: null })],
  ])("names %s", async (_what, rule, change) => {
    const id = first(example()).id;
    const faults = await faultsAfter((record) => change(first(record)));
    expect(faults.map((fault) => fault.rule)).toContain(rule);
    expect(faults.every((fault) => fault.collection === "evidence" && fault.record === id)).toBe(true);
  });

  it("names a passage in page furniture", async () => {
    const faults = await faultsAfter(async (record, all) => {
      const text = all.get("102") ?? "";
      const row = first(record);
      const start = text.indexOf("Harbour Guard of Sicily buys");
      Object.assign(row, { source: "102", paragraph: 5 });
      await pointAt(row, text, start, start + "Harbour Guard of Sicily buys 40 boats".length);
    });
    expect(faults.map((fault) => fault.rule)).toContain("clutter");
  });

  it("names a passage over two paragraphs", async () => {
    const faults = await faultsAfter(async (record, all) => {
      const text = all.get("101") ?? "";
      await pointAt(first(record), text, text.indexOf("May, 14"), text.indexOf("Captain Maria") + 7);
    });
    expect(faults.map((fault) => fault.rule)).toContain("paragraph");
  });

  it("names each pointer into a text that changed or is missing", async () => {
    const changed = await faultsAfter((_record, all) => {
      all.set("102", (all.get("102") ?? "").replace("Third", "Fifth"));
    });
    expect(changed.map((fault) => fault.rule)).toEqual(["digest"]);
    const missing = await faultsAfter((_record, all) => void all.delete("102"));
    expect(new Set(missing.map((fault) => fault.rule))).toEqual(new Set(["no-text", "not-printed"]));
  });

  it.each<[string, (record: LiaisonRecord) => void]>([
    [
      "participants[0].namePrinted",
      (record) => Object.assign(record.events[1]?.participants[0] ?? {}, { namePrinted: "M. Borg" }),
    ],
    ["titlePrinted", (record) => Object.assign(record.agreements[0] ?? {}, { titlePrinted: "Treaty on patrols" })],
    ["verbPrinted", (record) => Object.assign(record.commitments[0] ?? {}, { verbPrinted: "begged" })],
    ["valuePrinted", (record) => Object.assign(record.statistics[0] ?? {}, { valuePrinted: "1250.5" })],
  ])("names a %s that no source prints", async (field, change) => {
    const faults = await faultsAfter(change);
    expect(faults.map((fault) => [fault.field, fault.rule])).toEqual([[field, "not-printed"]]);
  });

  it("looks for a number in the passage cited: a release has many", async () => {
    const faults = await faultsAfter((record) => {
      Object.assign(record.statistics[0] ?? {}, { valuePrinted: "300" });
      Object.assign(record.statistics[0] ?? {}, { evidence: [record.commitments[0]?.evidence[0]] });
    });
    expect(faults.map(({ field, rule, detail }) => [field, rule, detail])).toContainEqual([
      "valuePrinted",
      "not-printed",
      "no passage this row cites prints it",
    ]);
  });

  it("does not take page furniture or another source for print", async () => {
    const faults = await faultsAfter((record) => {
      Object.assign(record.commitments[2] ?? {}, { verbPrinted: "buys" });
      Object.assign(record.commitments[0] ?? {}, { verbPrinted: "urged" });
    });
    expect(faults.map((fault) => fault.rule)).toEqual(["not-printed", "not-printed"]);
  });
});

describe("the commands", { timeout: 60_000 }, () => {
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], { cwd: root, encoding: "utf8" });
  const data = ["--data", "public/data/example.json"];

  it("data:verify ends with 0, 1 or 2", () => {
    const good = run("data-verify", "tests/fixtures/texts", ...data);
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining("all hold")]);
    const bad = run("data-verify", "tests/fixtures", ...data);
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining("no file holds the text of this source")]);
    expect(run("data-verify", ...data).status).toBe(2);
  });

  it("data:cite prints the pointer that the record holds, and refuses page furniture", () => {
    const wanted = first(example());
    const text = texts().get(wanted.source ?? "") ?? "";
    const words = text.slice(wanted.start ?? 0, wanted.end ?? 0).split(" ");
    const query = `${words.slice(0, 4).join(" ")} … ${words.slice(-4).join(" ")}`;
    const found = run("data-cite", "tests/fixtures/texts", wanted.source ?? "", query, ...data);
    expect(found.status, found.stderr).toBe(0);
    const { source, paragraph, start, end, sha256, fragment } = wanted;
    expect(JSON.parse(found.stdout)).toMatchObject({ source, paragraph, start, end, sha256, fragment });
    const furniture = run("data-cite", "tests/fixtures/texts", "102", "buys 40 boats", ...data);
    expect([furniture.status, furniture.stderr]).toEqual([1, expect.stringContaining("page furniture")]);
    expect(run("data-cite", "tests/fixtures/texts", "102", ...data).status).toBe(2);
  });
});
