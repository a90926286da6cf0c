import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FIGURES } from "#figures/names.ts";
import type { Bundles } from "../../../scripts/embed/bundle.ts";
import { type Files, makeAll } from "../../../scripts/embed/make.ts";
import { hasPlainDates, type Opened, openRecord } from "../../../scripts/embed/record.ts";
import { addRelease, brokenIn, latestIn, type Manifest, releasesIn } from "../../../scripts/embed/releases.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liaison-releases-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RECORD = "public/data/engagements.json";
const bundle = { script: "run()", style: "main{}" };
const bundles: Bundles = {
  figures: Object.fromEntries(FIGURES.map((name) => [name, bundle])) as unknown as Bundles["figures"],
  before: "before()",
  host: "host()",
};
const make = (opened: Opened, frozen = true): Promise<Files> =>
  makeAll({
    opened,
    bundles,
    lettering: "",
    site: "https://example.org/",
    sited: true,
    frozen,
    figures: ["timeline", "map", "partners"],
  });

/** The record with one thing changed, as a file of its own. */
const edited = (edit: (record: { events: { title: string }[] }) => void): Opened => {
  const record = JSON.parse(readFileSync(RECORD, "utf8"));
  edit(record);
  const file = join(folder, "edited.json");
  writeFileSync(file, JSON.stringify(record));
  return openRecord(file);
};

describe("what is kept in the repository", () => {
  it("is as it was made", () => expect(brokenIn("public/r")).toEqual([]));
});

describe("a release", () => {
  it("is the same bytes whenever it is made", async () => {
    const opened = openRecord(RECORD);
    const [first, second] = [await make(opened), await make(openRecord(RECORD))];
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [path, content] of first)
      expect(Buffer.from(second.get(path) ?? "").equals(Buffer.from(content as Uint8Array)), path).toBe(true);
  }, 60_000);

  it("lists its files, is never made again, and is noticed when it is changed", async () => {
    const into = join(folder, "r");
    const opened = openRecord(RECORD);
    const files = await make(opened);
    const { release } = addRelease(into, opened, files);
    expect([releasesIn(into), latestIn(into), brokenIn(into)]).toEqual([[release], release, []]);
    const manifest = JSON.parse(readFileSync(join(into, release, "manifest.json"), "utf8")) as Manifest;
    expect(manifest.rows.events).toBe(opened.record.events.length);
    expect(Object.keys(manifest.files)).toHaveLength(files.size);
    expect(() => addRelease(into, opened, files)).toThrow(/there already/);

    appendFileSync(join(into, release, "embed/map/index.html"), " ");
    rmSync(join(into, release, "embed/map/map.svg"));
    writeFileSync(join(into, "stray.txt"), "");
    expect(brokenIn(into)).toEqual([
      `${release}/embed/map/index.html of ${release} is not what it was`,
      `${release}/embed/map/map.svg of ${release} is gone`,
      "stray.txt belongs to no release",
    ]);
  }, 60_000);

  it("of a changed record stands beside the older one and leaves its files alone", async () => {
    const into = join(folder, "r");
    const opened = openRecord(RECORD);
    addRelease(into, opened, await make(opened));
    const other = edited(({ events }) => {
      const [event] = events;
      if (event) event.title = `${event.title} again`;
    });
    expect(other.release).not.toBe(opened.release);
    addRelease(into, other, await make(other));
    expect(releasesIn(into)).toHaveLength(2);
    expect(latestIn(into)).toBe(other.release);
    expect(brokenIn(into)).toEqual([]);
  }, 60_000);
});

describe("a changed event", () => {
  it("changes the pages and pictures that show it, and no script but the record's", async () => {
    const opened = openRecord(RECORD);
    const other = edited(({ events }) => {
      const event = events.find((one) => (one as { id?: string }).id === "2019-10-sochi-kokov");
      if (event) event.title = "Deputy Secretary Kokov";
    });
    const [before, after] = [await make(opened, false), await make(other, false)];
    const pictures = (files: Files) => new Map([...files].filter(([path]) => path.endsWith(".svg")));
    const [old, now] = [pictures(before), pictures(after)];
    const without = (content: string | Uint8Array | undefined): string =>
      String(content).replaceAll(opened.release, "").replaceAll(other.release, "");
    const changed = [...old.keys()].filter((path) => without(old.get(path)) !== without(now.get(path)));
    expect(changed).toContain("embed/timeline/timeline.svg");
    expect(changed.filter((path) => /\/(?:map|partners)\//.test(path))).toEqual([]);
    expect(changed.filter((path) => /\/(?:KR|INTERPOL|ASEAN|LA|KH|UN)\//.test(path))).toEqual([]);
    const scripts = (files: Files) => [...files.keys()].filter((path) => path.endsWith(".js"));
    const fresh = scripts(after).filter((path) => !before.has(path));
    expect(fresh.map((path) => path.replace(/-[0-9a-f]+\.js$/, ""))).toEqual(["embed/assets/record"]);
  }, 90_000);
});

describe("dates", () => {
  it("of the record are all read by the embeds' own small reader", () =>
    expect(hasPlainDates(openRecord(RECORD).record)).toBe(true));
});
