import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { parseRecord } from "#data/load.ts";
import { cleanFigure } from "#export/clean.ts";
import { uncovered } from "#export/lettering.ts";
import { lintOfficeSvg } from "#export/office-lint.ts";
import { officeSvg, webSvg } from "#export/svg.ts";
import { readSvg } from "#export/svg-tree.ts";
import { composeFigure } from "#figures/compose.tsx";
import { FIGURES } from "#figures/names.ts";
import type { Asked } from "#figures/one.ts";
import { PRESET_NAMES, PRESETS } from "#figures/presets.ts";
import { ARIMO } from "#lib/arimo-widths.gen.ts";
import { measuringWith, textWidth } from "#lib/text-width.ts";
import { NO_FILTER } from "#model/filter.ts";
import { createLocalStore } from "#store/local/store.ts";
import { askAll, framed } from "../../fixtures/figures.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

/** The record as it is published: what its names are written with is what must be drawn. */
const { record } = parseRecord(JSON.parse(readFileSync("public/data/engagements.json", "utf8")));
const store = record && createLocalStore(record);
const bare = (svg: string): string => svg.replace(/^<\?xml[^>]*\?>\s*/, "");

let everything: readonly Asked[] = [];
let nothing: readonly Asked[] = [];
beforeAll(async () => {
  if (!store) throw new Error("the record cannot be opened");
  everything = await askAll(store);
  nothing = await askAll(store, { ...NO_FILTER, q: "no such words anywhere" });
});

describe.each(FIGURES)("%s", (figure) => {
  const asked = (all: readonly Asked[]): Asked => all[FIGURES.indexOf(figure)] as Asked;
  describe.each(PRESET_NAMES)("at %s", (preset) => {
    const size = PRESETS[preset];
    const office = (all: readonly Asked[], theme = LIGHT): string =>
      measuringWith(ARIMO, () =>
        officeSvg(renderToStaticMarkup(composeFigure(asked(all), framed({ size, theme })).element)),
      );

    it("is fit for office programs, light, dark and without a row", () => {
      for (const svg of [office(everything), office(everything, DARK), office(nothing)])
        expect(lintOfficeSvg(svg)).toEqual([]);
    });
    it("lets no two lines of text run into one another, nor out of the frame", () => {
      const root = readSvg(bare(office(everything)));
      const [, , width = 0, height = 0] = (root.attributes.viewBox ?? "").split(" ").map(Number);
      const boxes = measuringWith(ARIMO, () =>
        textBoxes(root, (text, px, bold) => textWidth(text, px, bold ? "sans-bold" : "sans")),
      );
      expect(boxes.length).toBeGreaterThan(5);
      expect(overlaps(boxes)).toEqual([]);
      expect(boxes.filter(({ x0, x1, y0, y1 }) => x0 < -0.5 || y0 < -0.5 || x1 > width + 0.5 || y1 > height)).toEqual(
        [],
      );
    });
    it("draws no character without a face, says what it shows and has the size of its preset", () => {
      const { element, width, height, text } = composeFigure(asked(everything), framed({ size, theme: LIGHT }));
      const root = cleanFigure(renderToStaticMarkup(element));
      expect(uncovered(root)).toEqual([]);
      const said = root.children.flatMap((child) =>
        typeof child === "object" ? [[child.name, child.children.join("")]] : [],
      );
      expect(said.slice(0, 2)).toEqual([
        ["title", text.title],
        ["desc", text.alt.medium],
      ]);
      expect(root.attributes).toMatchObject({ role: "img", width: String(width), height: String(height) });
      expect(width).toBe(Math.round(size.width * size.scale));
      const most = size.height ?? size.tallest;
      if (most !== null) expect(height).toBeLessThanOrEqual(Math.round(most * size.scale) + 1);
    });
  });

  it("has links, footer and nothing of a page in the file for the web", () => {
    const composed = composeFigure(asked(everything), framed({ size: PRESETS.web, theme: LIGHT }));
    const svg = webSvg(renderToStaticMarkup(composed.element), []);
    expect(svg).toContain('<a href="https://example.org/liaison/?partner=NO" target="_blank" rel="noopener">');
    expect(svg).not.toMatch(/aria-|tabindex|class="|<g[^>]*\/>|\srole="(?!img)/);
    expect(svg.match(/role="img"/g)).toHaveLength(1);
    expect(composed.footer).toContain(composed.source);
    expect(composed.source).toMatch(
      /^Source: Ministry of Public Security of Viet Nam, portal.*, retrieved\u00a01\u00a0May\u00a02020$/,
    );
    expect(composed.footer.at(-1)).toBe("example.org/liaison | Licence: CC BY 4.0 | Release 20200501-3f9a1c2e");
  });
  it("keeps title and description without its lines", () => {
    const plain = composeFigure(asked(everything), framed({ size: PRESETS.web, theme: LIGHT, plain: true }));
    const root = cleanFigure(renderToStaticMarkup(plain.element));
    expect(plain.footer).toEqual([]);
    expect(root.children.slice(0, 2)).toMatchObject([{ name: "title" }, { name: "desc" }]);
    expect(renderToStaticMarkup(plain.element)).not.toContain("CC BY");
  });
});

describe("lintOfficeSvg", () => {
  const good = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"><title>a</title><desc>b</desc>%</svg>`;
  const text = (inside: string, more = ""): string =>
    good.replace("%", `<text font-family="Arimo, 'Liberation Sans', Arial, sans-serif"${more}>${inside}</text>`);
  it("passes what is plain", () => {
    expect(lintOfficeSvg(text("Nguyễn"))).toEqual([]);
  });
  it.each([
    ["foreignObject", good.replace("%", "<foreignObject></foreignObject>")],
    ["style sheet", good.replace("%", "<style>text{fill:#000000}</style>")],
    ["@font-face", good.replace("%", "<style>@font-face{}</style>")],
    ["var()", text("a", ' fill="var(--ink)"')],
    ["currentColor", text("a", ' fill="currentColor"')],
    ["class", text("a", ' class="b"')],
    ["style", text("a", ' style="fill:#000000"')],
    ["filter", text("a", ' filter="url(#f)"')],
    ["no xmlns", good.replace(' xmlns="http://www.w3.org/2000/svg"', "")],
    ["no width in px", good.replace('width="10"', 'width="100%"')],
    ["no viewBox", good.replace(' viewBox="0 0 10 10"', "")],
    ["no title", good.replace("<title>a</title>", "")],
    ["no desc", good.replace("<desc>b</desc>", "<desc></desc>")],
    ["element marker", good.replace("%", "<marker></marker>")],
    ["rect refers to another file", good.replace("%", '<rect href="a.svg"/>')],
    ["“ក” U+1780 is not in Arimo", text("ក")],
    ["text in “Inter”: a", good.replace("%", '<text font-family="Inter">a</text>')],
  ])("finds %s", (problem, svg) => {
    expect(lintOfficeSvg(svg)).toContain(problem);
  });
});
