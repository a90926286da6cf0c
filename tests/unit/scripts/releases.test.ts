import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FIGURES } from "#figures/names.ts";
import type { Bundles } from "../../../scripts/embed/bundle.ts";
import { keptAnswers } from "../../../scripts/embed/kept.ts";
import { type MakeAll, makeAll, planAll } from "../../../scripts/embed/make.ts";
import { withPages } from "../../../scripts/embed/parallel.ts";
import { hasPlainDates, type Opened, openRecord } from "../../../scripts/embed/record.ts";
import { addRelease, brokenIn, latestIn, type Manifest, releasesIn } from "../../../scripts/embed/releases.ts";
import type { Files } from "../../../scripts/embed/write.ts";

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
  since: "since()",
};
const make = (opened: Opened, more: Partial<MakeAll> = {}): Promise<Files> =>
  makeAll({
    ...{ opened, bundles, lettering: "", site: "https://example.org/", frozen: true },
    figures: ["timeline", "map", "partners"],
    ...more,
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
  it("says where nothing is: without a site's address it names none", async () => {
    const opened = openRecord(RECORD);
    const files = await make(opened, { site: null, figures: ["timeline"] });
    const said = [...files].filter(([path]) => !/\.(?:js|png|pdf)$/.test(path)).map(([, content]) => String(content));
    for (const text of said) expect(text).not.toMatch(/localhost|example\.org/);
    const at = `r/${opened.release}/embed/timeline/`;
    const page = String(files.get(`${at}index.html`));
    expect(page).toContain('<link rel="canonical" href="./">');
    expect(page).toContain('content="card.png"');
    for (const [, src] of page.matchAll(/ src="([^"]+)"/g)) expect(files.has(join(at, src ?? ""))).toBe(true);
  }, 60_000);

  it("has its oEmbed answers from the build, which knows the site's address", async () => {
    const into = join(folder, "r");
    const opened = openRecord(RECORD);
    const { release, without } = addRelease(into, opened, await make(opened, { site: null, figures: ["map"] }));
    expect(without).toContain("@2x.png");
    const path = `r/${release}/embed/map/map.oembed.json`;
    const answer = JSON.parse(keptAnswers(into, "https://example.org/").get(path) ?? "");
    expect(answer).toMatchObject({ type: "rich", cache_age: 31_536_000, thumbnail_width: 600, thumbnail_height: 315 });
    expect(answer.html).toContain(`src="https://example.org/r/${release}/embed/map/"`);
    const bare = JSON.parse(keptAnswers(into, null).get(path) ?? "");
    expect(bare).toMatchObject({ type: "link", title: answer.title });
    expect([bare.html, bare.thumbnail_url]).toEqual([undefined, undefined]);
  }, 60_000);

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
  it("changes the files of the figures that show it, the rows that name it, and no script but the record's", async () => {
    const opened = openRecord(RECORD);
    const changed = edited(({ events }) => {
      const event = events.find((one) => (one as { id?: string }).id === "2019-10-sochi-kokov");
      if (event) event.title = "Deputy Secretary Kokov";
    });
    // The name of a release is in every file: here it is to be the same one.
    const other = { ...changed, release: opened.release };
    const partners = ["KR", "RU"];
    const [before, after] = [
      await make(opened, { frozen: false, partners }),
      await make(other, { frozen: false, partners }),
    ];
    const scripts = (files: Files) => [...files.keys()].filter((path) => path.endsWith(".js"));
    const record = scripts(after).filter((path) => !before.has(path));
    expect(record.map((path) => path.replace(/-[0-9a-f]+\.js$/, ""))).toEqual(["embed/assets/record"]);

    const [old = ""] = scripts(before).filter((path) => !after.has(path));
    const plain = (content: string | Uint8Array = ""): Buffer =>
      typeof content === "string"
        ? Buffer.from(content.replaceAll(basename(old), basename(record[0] ?? "")))
        : Buffer.from(content);
    const differ = [...after.keys()].filter((path) => !plain(before.get(path)).equals(plain(after.get(path))));
    const rows = (at: string) => [`${at}.csv`, `${at}.json`];
    const whole = (figure: string, folder: string) =>
      ["svg", "office.svg", "png", "pdf", "csv", "json", "metadata.json", "alt.txt"]
        .map((ending) => `${folder}${figure}.${ending}`)
        .concat(`${folder}${figure}@2x.png`, `${folder}index.html`, `${folder}card.png`);
    expect(differ.filter((path) => !record.includes(path)).sort()).toEqual(
      [
        ...whole("timeline", "embed/timeline/"),
        ...whole("timeline", "embed/timeline/RU/"),
        ...rows("embed/map/map"),
        ...rows("embed/map/RU/map"),
      ].sort(),
    );
  }, 120_000);
});

describe("processes of their own", () => {
  it("write the same bytes as one that makes all", async () => {
    const opened = openRecord(RECORD);
    const all = { opened, bundles, lettering: "", site: null, frozen: false, partners: [] } as const;
    const [plan, files] = [
      await planAll({ ...all, figures: ["partners", "event"] }),
      await makeAll({ ...all, figures: ["partners", "event"] }),
    ];
    const out = join(folder, "out");
    const done: number[] = [];
    const written = await withPages(({ make }) =>
      make({ record: RECORD, out, job: plan.job }, plan.places, (count) => done.push(count)),
    );
    expect(done).toEqual([1, 2]);
    expect(written).toBe(files.size - plan.shared.size);
    for (const [path, content] of files)
      if (!plan.shared.has(path))
        expect(readFileSync(join(out, path)).equals(Buffer.from(content as Uint8Array)), path).toBe(true);
  }, 60_000);

  it("end with the sentence that one of them ended with", async () => {
    edited(({ events }) => {
      for (const event of events) event.title = "𓀀";
    });
    const record = join(folder, "edited.json");
    const plan = await planAll({
      opened: openRecord(record),
      bundles,
      lettering: "",
      site: null,
      frozen: false,
      partners: [],
    });
    const places = plan.places.filter(({ figure }) => figure === "timeline");
    const made = withPages(({ make }) => make({ record, out: join(folder, "out"), job: plan.job }, places, () => {}));
    await expect(made).rejects.toThrow("embed/timeline/: no face of the figure has 𓀀 U+13000. Run: npm run fonts");
  }, 60_000);
});

describe("dates", () => {
  it("of the record are all read by the embeds' own small reader", () =>
    expect(hasPlainDates(openRecord(RECORD).record)).toBe(true));
});
