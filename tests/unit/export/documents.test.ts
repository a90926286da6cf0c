import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { toWord, type WordFigure } from "#export/docx.ts";
import { type LatexFigure, latexEnvironment, toLatex } from "#export/latex.ts";
import { info } from "./info.ts";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const HOSTILE = 'Tô Lâm & "문무일" <b>100%</b> ]]> {x}';
const word: WordFigure = {
  lang: "en",
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400" viewBox="0 0 800 400"><rect width="9" height="9"/></svg>',
  png: new Uint8Array(PIXEL),
  width: 800,
  height: 400,
  title: "Meetings with Norway",
  alt: HOSTILE,
  caption: "Meetings with Norway.",
  figureWord: "Figure",
  source: [
    { text: "Source: ", href: null },
    { text: "Harbour Office", href: "https://example.org/harbour/1#:~:text=the%20two,at%20sea" },
    { text: " and a page that is none", href: "javascript:alert(1)" },
  ],
  creator: "Liaison",
  day: "2022-06-02",
};

const parts = async (figure = word) =>
  Object.fromEntries(Object.entries(unzipSync(await toWord(figure))).map(([name, bytes]) => [name, strFromU8(bytes)]));
// jsdom has no types; an XML reader is all that is wanted of it.
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  readonly JSDOM: new (text: string, options: { readonly contentType: string }) => { readonly window: Window };
};
const xml = (text: string): Document => new JSDOM(text, { contentType: "text/xml" }).window.document;
const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("Word", () => {
  it("holds well-formed parts with SVG, PNG and the alt text", async () => {
    const files = await parts();
    for (const [name, text] of Object.entries(files)) if (/\.(xml|rels)$/u.test(name)) xml(text);
    expect(Object.keys(files).filter((name) => name.endsWith(".svg"))).toHaveLength(1);
    expect(Object.keys(files).filter((name) => name.endsWith(".png"))).toHaveLength(1);
    const body = xml(files["word/document.xml"] ?? "");
    expect(body.getElementsByTagName("wp:docPr")[0]?.getAttribute("descr")).toBe(HOSTILE);
    expect(body.getElementsByTagName("asvg:svgBlip")).toHaveLength(1);
  });

  it("numbers its caption among the report's figures", async () => {
    const body = xml((await parts())["word/document.xml"] ?? "");
    expect(body.getElementsByTagName("w:fldSimple")[0]?.getAttribute("w:instr")).toBe("SEQ Figure \\* ARABIC");
    expect(body.documentElement.textContent).toContain("Figure 1. Meetings with Norway.");
    expect(body.querySelector("pStyle")?.getAttribute("w:val")).toBe("Caption");
  });

  it("links sources that are web pages and no others", async () => {
    const files = await parts();
    const links = [...xml(files["word/_rels/document.xml.rels"] ?? "").getElementsByTagName("Relationship")].filter(
      (one) => one.getAttribute("TargetMode") === "External",
    );
    expect(links.map((link) => link.getAttribute("Target"))).toEqual(["https://example.org/harbour/1"]);
    const ids = [...xml(files["word/document.xml"] ?? "").getElementsByTagName("w:hyperlink")];
    expect(ids.map((link) => link.getAttribute("w:anchor"))).toEqual([":~:text=the%20two,at%20sea"]);
    expect(ids.map((link) => link.getAttribute("r:id"))).toEqual(links.map((link) => link.getAttribute("Id")));
  });

  it("fits the text of an A4 page and keeps the shape", async () => {
    const extent = xml((await parts())["word/document.xml"] ?? "").getElementsByTagName("wp:extent")[0];
    const [cx, cy] = ["cx", "cy"].map((name) => Number(extent?.getAttribute(name)) / 360_000);
    expect(cx).toBeCloseTo(16, 1);
    expect(cy).toBeCloseTo(8, 1);
  });

  it("gives the same bytes on another day", async () => {
    const one = digest(await toWord(word));
    vi.useFakeTimers({ now: new Date("2031-01-01T12:00:00Z"), toFake: ["Date"] });
    const two = digest(await toWord(word));
    vi.useRealTimers();
    expect(two).toBe(one);
  });
});

describe("LaTeX", () => {
  const figure: LatexFigure = {
    info: info(),
    stem: "liaison_timeline_no_20220501-3f9a1c2e",
    pdf: new Uint8Array([37, 80, 68, 70]),
    width: 16,
    caption: HOSTILE,
    short: "Meetings with Norway",
    alt: HOSTILE,
    source: "Source: Harbour Office.",
  };

  it("escapes the alt text and the caption", () => {
    const text = latexEnvironment(figure);
    expect(text).toContain('alt={Tô Lâm \\& "문무일" <b>100\\%</b> ]]> \\{x\\}}');
    expect(text).toContain("\\label{fig:liaison_timeline_no_20220501-3f9a1c2e}");
  });

  it("cites the entry it brings along", () => {
    const files = unzipSync(toLatex(figure));
    expect(Object.keys(files)).toEqual(["tex", "bib", "pdf"].map((ending) => `${figure.stem}.${ending}`));
    const [, key = "none"] =
      /\\cite\\fi\{([^}]+)\}/u.exec(strFromU8(files[`${figure.stem}.tex`] ?? new Uint8Array())) ?? [];
    expect(strFromU8(files[`${figure.stem}.bib`] ?? new Uint8Array())).toContain(`@dataset{${key},`);
  });
});
