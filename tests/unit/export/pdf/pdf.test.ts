import { readFileSync } from "node:fs";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, it } from "vitest";
import { LIGHT } from "#charts/kit/theme.ts";
import { usedFonts } from "#export/lettering.ts";
import { pdfOf } from "#export/pdf/pdf.ts";
import { readSvg, type SvgNode } from "#export/svg-tree.ts";

const NAMES = ["Nguyễn Văn Thành", "문무일", "孟宏伟", "Горовой", "Şerban ğ", "Viet Nam → ASEAN"];
const LINK = "https://example.org/?partner=KR,RU&q=%E2%86%92";
const POINTS = 72 / 2.54;
/** Points in a px of the figure below. */
const SCALE = (16 * POINTS) / 400;

const svg = (inside: string): SvgNode =>
  readSvg(`<svg viewBox="0 0 400 200" font-family="${LIGHT.sans}">${inside}</svg>`);
const figure = svg(
  '<title>Not drawn</title><rect width="400" height="200" fill="#ffffff"/>' +
    '<g transform="translate(10 20) scale(0.5)" opacity="0.5"><circle cx="5" cy="5" r="4" fill="#0072B2"/></g>' +
    '<path d="M0 0h9A5 5 0 1 1 9 9z" fill="none" stroke="#000000" stroke-dasharray="3 2" stroke-dashoffset="1.5"/>' +
    NAMES.map((name, at) => `<text x="20" y="${40 + 20 * at}" font-size="12">${name}</text>`).join("") +
    `<a href="${LINK.replaceAll("&", "&amp;")}"><text x="390" y="180" text-anchor="end" font-size="10" fill="#0B5C6B">example.org</text></a>`,
);
const make = (root: SvgNode, leftOut = ""): Promise<Uint8Array> =>
  pdfOf(root, {
    cm: 16,
    title: "Họp 회의",
    author: "Liaison",
    alt: "Five names.",
    lang: "en",
    day: "2026-11-21",
    fonts: new Map(
      [...usedFonts(root).keys()]
        .filter(({ file }) => file !== leftOut)
        .map(({ file }) => [file, readFileSync(`src/export/fonts/${file}`)]),
    ),
  });
// The reader takes what it is given.
const opened = async (pdf: Uint8Array) => getDocumentProxy(pdf.slice());

interface Letters {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}
const lettersOf = async (pdf: Uint8Array): Promise<readonly Letters[]> => {
  const page = await (await opened(pdf)).getPage(1);
  const { items } = await page.getTextContent();
  return items.filter((item): item is (typeof items)[number] & Letters => "str" in item && item.str.trim() !== "");
};

describe("pdfOf", () => {
  it("is one page as wide as asked", async () => {
    const pdf = await opened(await make(figure));
    expect(pdf.numPages).toBe(1);
    const [left, foot, right = 0, top = 0] = (await pdf.getPage(1)).view;
    expect([left, foot]).toEqual([0, 0]);
    expect(right).toBeCloseTo(16 * POINTS, 2);
    expect(top).toBeCloseTo(8 * POINTS, 2);
  });
  it("says every name in characters, each letter in a face that has it", async () => {
    const { text } = await extractText(await opened(await make(figure)), { mergePages: true });
    for (const name of NAMES) expect(text).toContain(name);
    expect(text).not.toContain("Not drawn");
  });
  it("ends at its point what is anchored there", async () => {
    const address = (await lettersOf(await make(figure))).find(({ str }) => str === "example.org");
    const [, , , , x = 0, y = 0] = address?.transform ?? [];
    expect(x + (address?.width ?? 0)).toBeCloseTo(390 * SCALE, 1);
    expect(y).toBeCloseTo(20 * SCALE, 1);
  });
  it("embeds of its faces what it draws and nothing else", async () => {
    const pdf = await make(figure);
    const names = Buffer.from(pdf)
      .toString("latin1")
      .match(/\/FontName \/[A-Z]{6}\+[\w-]+/g);
    expect(names?.some((name) => name.endsWith("+Inter-Regular"))).toBe(true);
    expect(pdf.length).toBeLessThan(60_000);
  });
  it("says what it is, of when and in which language", async () => {
    const { info } = await getMeta(await opened(await make(figure)));
    expect(info).toMatchObject({ Title: "Họp 회의", Author: "Liaison", Subject: "Five names.", Language: "en" });
    expect(info).toMatchObject({ CreationDate: "D:20261121000000Z", ModDate: "D:20261121000000Z" });
  });
  it("is a figure with alternative text and live links for those who do not see it", async () => {
    const page = await (await opened(await make(figure))).getPage(1);
    const tree = JSON.stringify(await page.getStructTree());
    expect(tree).toContain('"role":"Figure"');
    expect(tree).toContain('"alt":"Five names."');
    const [link, ...more] = await page.getAnnotations();
    expect(more).toEqual([]);
    expect(link.unsafeUrl).toBe(LINK);
    const [left, foot, right, top] = link.rect;
    expect(right).toBeCloseTo(390 * SCALE, 1);
    expect(left).toBeLessThan(right - 20);
    expect([foot < 20 * SCALE, top > 20 * SCALE]).toEqual([true, true]);
  });
  it("gives equal bytes for equal figures and others for others", async () => {
    const pdf = Buffer.from(await make(figure));
    expect(pdf.equals(await make(figure))).toBe(true);
    expect(pdf.equals(await make(svg("<text>a</text>")))).toBe(false);
  });
  it.each([
    '<image href="a.png"/>',
    '<rect width="1" height="1" fill="red"/>',
    '<g transform="skewX(3)"/>',
  ])("refuses %s, which figures do not hold", async (inside) => {
    await expect(make(svg(inside))).rejects.toThrow(RangeError);
  });
  it("refuses letters of a face it was not given", async () => {
    await expect(make(figure, "sans.ttf")).rejects.toThrow("no bytes were given for sans.ttf");
  });
});
