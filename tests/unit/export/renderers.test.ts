import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { LIGHT } from "#charts/kit/theme.ts";
import { parseRecord } from "#data/load.ts";
import { easternStack, OFFICE_STACK, officeSvg } from "#export/svg.ts";
import { readSvg } from "#export/svg-tree.ts";
import { composeFigure } from "#figures/compose.tsx";
import type { Asked } from "#figures/one.ts";
import { PRESETS } from "#figures/presets.ts";
import { ARIMO } from "#lib/arimo-widths.gen.ts";
import { measuringWith, textWidth } from "#lib/text-width.ts";
import { createLocalStore } from "#store/local/store.ts";
import { askAll, framed } from "../../fixtures/figures.ts";
import { type Pixels, renderers } from "./renderers.ts";
import { textBoxes } from "./text-boxes.ts";

interface Label {
  readonly text: string;
  readonly bold: boolean;
}

const SIZE = 24;
const ROW = 36;
const LEFT = 10;
const WIDEST = 900;
/** What the closest of kerned pairs, such as Te, may take from a label, em: it is drawn narrower, never wider. */
const KERNED = 0.13;
const kerning = (text: string): number => KERNED * Math.max(1, text.match(/[AFLPTVWY]/gu)?.length ?? 0);
const PATIENCE = 120_000;
const measure = (text: string, px: number, bold: boolean): number =>
  measuringWith(ARIMO, () => textWidth(text, px, bold ? "sans-bold" : "sans"));

/** Each label in black with a red stroke set right behind it: where the stroke stands is how wide the label came out. */
const ruler = (labels: readonly Label[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDEST + 60}" height="${labels.length * ROW}" font-family="${OFFICE_STACK}" font-size="${SIZE}">` +
  `<rect width="100%" height="100%" fill="#ffffff"/>${labels
    .map(
      ({ text, bold }, at) =>
        `<text x="${LEFT}" y="${at * ROW + 27}"${bold ? ' font-weight="bold"' : ""}>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}<tspan font-weight="normal" fill="#ff0000">|</tspan></text>`,
    )
    .join("")}</svg>`;

const redIn = ({ width, rgba }: Pixels, row: number): number => {
  for (let x = 0; x < width; x++)
    for (let y = row * ROW; y < (row + 1) * ROW; y++) {
      const at = 4 * (y * width + x);
      if ((rgba[at] ?? 0) > 150 && (rgba[at + 1] ?? 0) < 120 && (rgba[at + 2] ?? 0) < 120) return x;
    }
  return Number.NaN;
};

let svgs: readonly string[] = [];
let labels: readonly Label[] = [];
beforeAll(async () => {
  const { record } = parseRecord(JSON.parse(readFileSync("public/data/engagements.json", "utf8")));
  if (!record) throw new Error("the record cannot be opened");
  const asked: readonly Asked[] = await askAll(createLocalStore(record));
  svgs = asked.map((one) =>
    measuringWith(ARIMO, () =>
      officeSvg(renderToStaticMarkup(composeFigure(one, framed({ size: PRESETS["a4-full"], theme: LIGHT })).element)),
    ),
  );
  const found = new Map<string, Label>();
  for (const svg of svgs)
    textBoxes(readSvg(svg.replace(/^<\?xml[^>]*\?>\s*/, "")), (text, px, bold) => {
      found.set(`${bold} ${text}`, { text, bold });
      return measure(text, px, bold);
    });
  labels = [...found.values()].filter(
    ({ text, bold }) => ![...text].some(easternStack) && measure(text, SIZE, bold) < WIDEST,
  );
});

describe.each(renderers().map((renderer) => [renderer.name, renderer] as const))("%s, given Arimo alone", (_, {
  draw,
}) => {
  it(
    "draws every label as wide as it was measured, within 1 %",
    async () => {
      expect(labels.length).toBeGreaterThan(150);
      const bearing = redIn(await draw(ruler([{ text: "x", bold: false }])), 0) - LEFT - measure("x", SIZE, false);
      const off: string[] = [];
      for (let from = 0; from < labels.length; from += 80) {
        const some = labels.slice(from, from + 80);
        const pixels = await draw(ruler(some));
        some.forEach(({ text, bold }, row) => {
          const wanted = measure(text, SIZE, bold);
          const drawn = redIn(pixels, row) - LEFT - bearing;
          const slack = Math.max(1.5, wanted * 0.01);
          if (!(drawn <= wanted + slack && drawn >= wanted - Math.max(slack, kerning(text) * SIZE)))
            off.push(`${text}: ${wanted} measured, ${drawn} drawn`);
        });
      }
      expect(off).toEqual([]);
    },
    PATIENCE,
  );
  it(
    "draws every figure of its own size and not empty",
    async () => {
      for (const svg of svgs) {
        const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
        const pixels = await draw(svg);
        expect([pixels.width, pixels.height]).toEqual([Number(width), Number(height)]);
        const dark = pixels.rgba.filter((value, at) => at % 4 === 0 && value < 128).length;
        expect(dark).toBeGreaterThan(300);
      }
    },
    PATIENCE,
  );
});
