import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DARK, LIGHT, type Theme } from "#charts/kit/theme.ts";
import type { LiaisonRecord } from "#data/schema.ts";
import { htmlFigureOf, infoOf, seenOf } from "#export/asked.ts";
import { citeText } from "#export/cite.ts";
import { cleanFigure } from "#export/clean.ts";
import { type HtmlFigure, toHtml } from "#export/html.ts";
import { element, writeHtml } from "#export/html-tree.ts";
import { usedFonts } from "#export/lettering.ts";
import { citedBehind } from "#export/records/write.ts";
import type { InlineFont } from "#export/svg.ts";
import { readSvg, type SvgNode } from "#export/svg-tree.ts";
import { twoTones } from "#export/two-tones.ts";
import { composeFigure } from "#figures/compose.tsx";
import { FIGURES, type FigureName } from "#figures/names.ts";
import type { Asked } from "#figures/one.ts";
import { PRESETS } from "#figures/presets.ts";
import { askFigure, describeFigure } from "#figures/registry.ts";
import { NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { framed } from "../../fixtures/figures.ts";
import { record } from "../../fixtures/record.ts";

// jsdom has no types; a reader of HTML is all that is wanted of it.
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  readonly JSDOM: new (text: string) => { readonly window: Window };
};
const read = (html: string): Document => new JSDOM(html).window.document;

const FROZEN = "https://example.org/r/20220501-3f9a1c2e/embed/";
const drawn = (asked: Asked, theme: Theme): SvgNode =>
  cleanFigure(renderToStaticMarkup(composeFigure(asked, framed({ size: PRESETS.web, theme, plain: true })).element));

const figureOf = async (name: FigureName, of: LiaisonRecord = record()): Promise<HtmlFigure> => {
  const store = createLocalStore(of);
  const asked: Asked = await askFigure(store, name, NO_FILTER, { lanes: "partner", window: null, event: null });
  const edition = { words: en, record: of.meta, release: "20220501-3f9a1c2e", retrieved: "2022-06-02" };
  const text = describeFigure(asked, en);
  const addresses = { frozen: FROZEN, live: "https://example.org/embed/" };
  const info = { ...infoOf(asked, text, edition, addresses), sources: await citedBehind(store, seenOf(asked)) };
  return htmlFigureOf(asked, info, text, { light: drawn(asked, LIGHT), dark: drawn(asked, DARK), width: 680 });
};

const FACE: InlineFont = { family: "Inter", weight: "400", data: "d09GMg==" };
const faces = async (): Promise<readonly InlineFont[]> => [FACE];
const page = async (figure: HtmlFigure): Promise<string> => toHtml(figure, faces);

const all = (root: Document, what: string): readonly Element[] => [...root.querySelectorAll(what)];
const cells = (row: Element): readonly string[] => [...row.children].map((cell) => cell.textContent ?? "");

afterEach(() => vi.unstubAllGlobals());

describe.each(FIGURES)("%s as one HTML file", (name) => {
  it("is well-formed, and the same bytes each time", async () => {
    const [one, two] = [await page(await figureOf(name)), await page(await figureOf(name))];
    expect(two).toBe(one);
    const xml = one.replace("<!doctype html>", "").replace(/<meta([^>]*)>/g, "<meta$1/>");
    expect(readSvg(xml).children.map((child) => (typeof child === "string" ? "" : child.name))).toEqual([
      "head",
      "body",
    ]);
  });

  it("asks for nothing: no script, no file, a policy that allows its own style and face", async () => {
    const html = await page(await figureOf(name));
    const root = read(html);
    expect(all(root, "script, link, img, image, use, iframe, object, embed, base, form, [src], [style]")).toEqual([]);
    const [style] = all(root, "style");
    const sheet = style?.textContent ?? "";
    expect([...sheet.matchAll(/url\(([^)]{0,22})/g)].map(([, to]) => to)).toEqual(["data:font/woff2;base64"]);
    expect(sheet).not.toContain("@import");
    const hash = createHash("sha256").update(sheet).digest("base64");
    expect(root.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`,
    );
    for (const link of all(root, "[href]")) {
      expect(link.localName).toBe("a");
      expect(link.getAttribute("href")).toMatch(/^https?:\/\//);
    }
  });

  it("says what the figure says elsewhere: title, alternatives, rows, count, citation, licence", async () => {
    const figure = await figureOf(name);
    const { text, info } = figure;
    const root = read(await page(figure));
    expect(root.title).toBe(text.title);
    expect(root.querySelector("h1")?.textContent).toBe(text.title);
    const picture = root.querySelector("svg");
    expect(picture?.querySelector("desc")?.textContent).toBe(text.alt.medium);
    for (const key of ["aria-labelledby", "aria-describedby"])
      expect(root.getElementById(picture?.getAttribute(key) ?? "")?.textContent).not.toBe("");
    expect(root.querySelector("details p")?.textContent).toBe(text.alt.long);
    expect(cells(all(root, "thead tr")[0] as Element)).toEqual(text.table.columns);
    expect(all(root, "tbody tr").map(cells)).toEqual(text.table.rows.map((row) => row.cells));
    const said = root.body.textContent ?? "";
    expect(said).toContain(text.howWeCount);
    expect(said).toContain("Licence: CC0-1.0");
    expect(said).toContain("Release 20220501-3f9a1c2e");
    const [own = "", ...pages] = all(root, "p.cite, .cite li").map((line) => line.textContent ?? "");
    expect([own, ...(pages.length ? ["", "Pages behind the rows:", ...pages] : [])].join("\n")).toBe(citeText(info));
    expect(all(root, "footer a").map((link) => link.getAttribute("href"))).toEqual([
      "https://example.org/embed/",
      FROZEN,
    ]);
  });

  it("has the marks of the drawing, and becomes the dark one by its style sheet alone", async () => {
    const { light, dark } = await figureOf(name);
    const tones = twoTones(light, dark);
    expect(tones).not.toBeNull();
    const rules = new Map(
      [...(tones?.dark ?? "").matchAll(/\.([\w-]+)\{([^}]*)\}/g)].map(([, of, rule]) => [of, rule]),
    );
    const painted = ({ name, attributes: { class: tone, ...attributes }, children }: SvgNode): SvgNode => {
      const set = tone === undefined ? [] : (rules.get(tone) ?? "").split(";").map((part) => part.split(":"));
      return {
        name,
        attributes: { ...attributes, ...Object.fromEntries(set) },
        children: children.map((child) => (typeof child === "string" ? child : painted(child))),
      };
    };
    expect(painted(tones?.root as SvgNode)).toEqual(dark);
  });
});

describe("a figure as one HTML file", () => {
  const SCRIPT = `"></title></style></svg><script>window.broken = 1</script><img src=x onerror="window.broken = 2">\u0000`;
  const hostile = (): LiaisonRecord => {
    const { events, partners, places, people, sources, topics, ...rest } = record();
    const named = <T>(rows: readonly T[], more: object): T[] => rows.map((row) => ({ ...row, ...more }));
    return {
      ...rest,
      meta: { ...rest.meta, title: SCRIPT, license: SCRIPT, counting: SCRIPT },
      events: named(events, { title: SCRIPT }),
      partners: named(partners, { name: SCRIPT }),
      places: named(places, { name: SCRIPT }),
      people: named(people, { name: SCRIPT }),
      topics: named(topics, { label: SCRIPT }),
      sources: sources.map((source) => ({ ...source, title: SCRIPT, publisher: SCRIPT, url: "javascript:broken=3" })),
    };
  };

  it.each(FIGURES)("shows a hostile record's %s as text", async (name) => {
    const figure = await figureOf(name, hostile());
    const root = read(await page(figure));
    expect(all(root, "script, img, [onerror]")).toEqual([]);
    expect(all(root, "style, title, main, svg")).toHaveLength(4 + all(root, "svg title").length);
    expect(root.body.textContent).toContain("<script>window.broken = 1</script>");
    for (const link of all(root, "a")) expect(link.getAttribute("href")).toMatch(/^https:\/\//);
    expect(all(root, "tbody tr")).toHaveLength(figure.text.table.rows.length);
  });

  it("names faces for all of its text, bold and serif too, and none for its BibTeX", async () => {
    let files: readonly string[] = [];
    const figure = await figureOf("partners");
    await toHtml(figure, async (root) => {
      files = [...usedFonts(root)].map(([{ file }]) => file);
      return [];
    });
    expect(files).toEqual(expect.arrayContaining(["sans.ttf", "sans-bold.ttf", "serif-bold.ttf"]));
  });

  it("allows inline style where no digest can be had", async () => {
    vi.stubGlobal("crypto", {});
    expect(await page(await figureOf("partners"))).toContain("style-src 'unsafe-inline';");
  });

  it("names no address where there is none", async () => {
    const figure = await figureOf("map");
    const info = { ...figure.info, frozen: null, live: null };
    const html = await page({ ...figure, info });
    expect(html).not.toContain("Open the");
  });

  it("keeps a light drawing whole where the dark one is another", async () => {
    const figure = await figureOf("partners");
    const root = read(await page({ ...figure, dark: { ...figure.dark, children: [] } }));
    expect(all(root, ".drawing.light svg [fill]").length).toBeGreaterThan(5);
    expect(all(root, '[class^="tone-"]')).toEqual([]);
  });

  it("lets nothing end its style sheet", () => {
    expect(() => writeHtml(element("style", {}, "a{}</style><script>"))).toThrow(RangeError);
  });
});
