/** The two typefaces as their packages ship them: which characters are wanted, and which file has each. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create } from "fontkit";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

/** Folder of an installed package. */
export const packageFolder = (pack: string): string => dirname(require.resolve(`${pack}/package.json`));

export interface Family {
  readonly name: string;
  readonly pack: string;
  readonly stem: string;
}
export const FAMILIES: readonly [sans: Family, serif: Family] = [
  { name: "Inter Variable", pack: "@fontsource-variable/inter", stem: "inter" },
  { name: "Source Serif 4 Variable", pack: "@fontsource-variable/source-serif-4", stem: "source-serif-4" },
];
/** A character is taken from the first of these files that has it. */
const SLICES = ["latin", "vietnamese", "latin-ext", "cyrillic"] as const;

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
/** ASCII, Latin-1, Latin Extended-A, the Vietnamese and Romanian letters beyond it, Cyrillic, marks and punctuation. */
export const WANTED: readonly number[] = [
  ...span(0x20, 0x7e),
  ...span(0xa0, 0xff),
  ...span(0x100, 0x17f),
  ...[0x192, 0x1a0, 0x1a1, 0x1af, 0x1b0],
  ...span(0x1cd, 0x1dc),
  ...span(0x218, 0x21b),
  ...span(0x2b9, 0x2cc),
  ...[0x2d8, 0x2d9, 0x2da, 0x2db, 0x2dc, 0x2dd],
  ...span(0x300, 0x30c),
  ...[0x31b, 0x323, 0x326, 0x327, 0x328],
  ...span(0x400, 0x45f),
  ...[0x490, 0x491, 0x4b0, 0x4b1],
  ...span(0x1e80, 0x1e85),
  ...span(0x1e9e, 0x1ef9),
  ...span(0x2000, 0x2044),
  ...[0x20ab, 0x20ac, 0x20bd, 0x2116, 0x2122, 0x2191, 0x2193, 0x2212, 0x2215],
];

export const source = (family: Family, slice: string): Uint8Array =>
  readFileSync(join(packageFolder(family.pack), "files", `${family.stem}-${slice}-wght-normal.woff2`));

/** Which of the wanted characters each slice of a family brings. */
export const share = (family: Family): { slice: string; file: Uint8Array; points: number[] }[] => {
  const left = new Set(WANTED);
  return SLICES.map((slice) => {
    const file = source(family, slice);
    const has = new Set(create(file).characterSet);
    const points = [...left].filter((point) => has.has(point)).sort((a, b) => a - b);
    for (const point of points) left.delete(point);
    return { slice, file, points };
  });
};

export const text = (points: readonly number[]): string => String.fromCodePoint(...points);

/** Advance widths in thousandths of an em at one weight. */
export const advances = async (family: Family, weight: number): Promise<Map<number, number>> => {
  const widths = new Map<number, number>();
  for (const { file, points } of share(family)) {
    const still = await subsetFont(file, text(points), { targetFormat: "truetype", variationAxes: { wght: weight } });
    const font = create(still);
    const { metrics } = font.hmtx;
    for (const point of points) {
      // From the table, since fontkit's own advanceWidth reads the outline first and fails on an empty last glyph.
      const { advance } = metrics.get(Math.min(font.glyphForCodePoint(point).id, metrics.length - 1));
      widths.set(point, Math.round((advance * 1000) / font.unitsPerEm));
    }
  }
  return widths;
};
