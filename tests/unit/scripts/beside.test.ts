import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintOfficeSvg } from "#export/office-lint.ts";
import { chunksOf } from "#export/png.ts";
import { readSvg } from "#export/svg-tree.ts";
import { FIGURES, type FigureName } from "#figures/names.ts";
import type { Bundles } from "../../../scripts/embed/bundle.ts";
import { BESIDE, type Beside, besideName } from "../../../scripts/embed/endings.ts";
import { makeAll } from "../../../scripts/embed/make.ts";
import { openRecord } from "../../../scripts/embed/record.ts";
import type { Files } from "../../../scripts/embed/write.ts";

const SITE = "https://example.org/liaison/";
const bundle = { script: "run()", style: "main{}" };
const bundles: Bundles = {
  figures: Object.fromEntries(FIGURES.map((name) => [name, bundle])) as unknown as Bundles["figures"],
  before: "before()",
  host: "host()",
  since: "since()",
};

let files: Files = new Map();
beforeAll(async () => {
  const opened = openRecord("public/data/engagements.json");
  files = await makeAll({ opened, bundles, lettering: "", site: SITE, frozen: false, partners: ["UN"] });
}, 120_000);
afterAll(() => {
  files = new Map();
});

const PLACES = FIGURES.flatMap((figure) => [
  { figure, folder: `embed/${figure}/` },
  { figure, folder: `embed/${figure}/UN/` },
]);

describe.each(PLACES)("beside $folder", ({ figure, folder }: { figure: FigureName; folder: string }) => {
  const bytes = (ending: Beside): Buffer => {
    const content = files.get(`${folder}${besideName(figure, ending)}`);
    if (content === undefined) throw new Error(`there is no ${folder}${besideName(figure, ending)}`);
    return Buffer.from(content as Uint8Array);
  };
  const text = (ending: Beside): string => bytes(ending).toString("utf8");
  const said = (): readonly string[] => text("alt.txt").trimEnd().split("\n\n");

  it("every file of the list is there, and nothing else", () => {
    const there = [...files.keys()].filter(
      (path) => path.startsWith(folder) && !path.slice(folder.length).includes("/"),
    );
    const page = ["index.html", "card.png", "figure.json", "oembed.json"];
    expect(there.sort()).toEqual(
      [...page, ...BESIDE.map((ending) => besideName(figure, ending))].map((name) => folder + name).sort(),
    );
  });

  it("pictures are what they say, at one and two times", () => {
    const svg = readSvg(text("svg").replace(/^<\?xml[^>]*\?>\s*/, ""));
    expect(lintOfficeSvg(text("office.svg"))).toEqual([]);
    const size = (ending: Beside) => {
      const head = Buffer.from(chunksOf(bytes(ending))[0]?.bytes ?? []);
      return [head.readUInt32BE(8), head.readUInt32BE(12)] as const;
    };
    const [width, height] = size("png");
    expect([width, Math.abs(height - Number(svg.attributes.height)) <= 1]).toEqual([
      Number(svg.attributes.width),
      true,
    ]);
    expect(size("@2x.png")[0]).toBe(2 * width);
    // An office program places both 16 cm wide.
    for (const ending of ["png", "@2x.png"] as const) {
      const density = chunksOf(bytes(ending)).find(({ type }) => type === "pHYs")?.bytes ?? new Uint8Array(12);
      expect((100 * size(ending)[0]) / Buffer.from(density).readUInt32BE(8)).toBeCloseTo(16, 1);
    }
    expect(bytes("pdf").subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes("pdf").subarray(-6).toString()).toContain("%%EOF");
  });

  it("rows are in both tables of data, and the metadata counts them", () => {
    expect([...bytes("csv").subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: readonly object[] = parse(text("csv"), { bom: true, columns: true });
    const [metadata, data] = [JSON.parse(text("metadata.json")), JSON.parse(text("json"))];
    const [own] = metadata.tables;
    expect(data.data[own.name]).toHaveLength(rows.length);
    expect(own.rows).toBe(rows.length);
    expect(metadata.figure).toBe(figure);
    expect(metadata.address.live).toBe(`${SITE}embed/${figure}/${folder.includes("/UN/") ? "?partner=UN" : ""}`);
  });

  it("the same words stand in the text file, the pictures, the page, its data and its oEmbed answer", () => {
    const [short = "", medium = "", long] = said();
    const escaped = (plain: string) => plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    for (const ending of ["svg", "office.svg"] as const)
      expect(text(ending)).toContain(`<desc>${escaped(medium)}</desc>`);
    for (const ending of ["png", "@2x.png"] as const) {
      const notes = chunksOf(bytes(ending)).filter(({ type }) => type === "iTXt");
      expect(notes.map((note) => Buffer.from(note.bytes).toString("utf8")).join()).toContain(medium);
    }
    expect(JSON.parse(text("metadata.json")).alt).toEqual({ short, medium, long });
    const page = String(files.get(`${folder}index.html`));
    expect(page).toContain(`<meta name="description" content="${escaped(medium).replaceAll('"', "&quot;")}">`);
    const answer = JSON.parse(text("oembed.json"));
    expect(answer.html).toContain(`title="${escaped(short).replaceAll('"', "&quot;")}"`);
    expect(page).toContain(`href="${SITE}${folder}${figure}.oembed.json"`);
    expect(answer).toMatchObject({ type: "rich", thumbnail_url: `${SITE}${folder}card.png`, thumbnail_width: 1200 });
  });
});
