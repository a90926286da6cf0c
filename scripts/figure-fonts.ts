/**
 * The typefaces of figures as files: TrueType for PNG and PDF, which cannot be lettered in the page's compressed ones,
 * and the widths of Arimo, whose metrics are Arial's, for figures that office programs letter themselves.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkit";
import subsetFont from "subset-font";
import { packageFolder, text, WANTED } from "./font-families.ts";

const FACES = [
  { file: "sans.ttf", pack: "inter", face: "400Regular/Inter_400Regular", family: "sans", weight: 400 },
  { file: "sans-bold.ttf", pack: "inter", face: "600SemiBold/Inter_600SemiBold", family: "sans", weight: 600 },
  {
    file: "serif-bold.ttf",
    pack: "source-serif-4",
    face: "600SemiBold/SourceSerif4_600SemiBold",
    family: "serif",
    weight: 600,
  },
] as const;

/** What a reader of the file is shaped by; the rest of the layout tables is left out. */
const FEATURES = ["kern", "ccmp", "mark", "mkmk"];
/** Family and style of weights beyond regular and bold. */
const NAMES = [16, 17];

const ttf = (pack: string, face: string): Uint8Array =>
  readFileSync(join(packageFolder(`@expo-google-fonts/${pack}`), `${face}.ttf`));

const cut = (font: Uint8Array, points: readonly number[], weight?: number): Promise<Uint8Array> =>
  subsetFont(font, text(points), {
    targetFormat: "truetype",
    keepFeatures: FEATURES,
    preserveNameIds: NAMES,
    noHinting: true,
    ...(weight === undefined ? {} : { variationAxes: { wght: weight } }),
  });

/** `20-7e a0`: code points as the list of files has them. */
const spans = (points: readonly number[]): string => {
  const parts: [number, number][] = [];
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else parts.push([point, point]);
  }
  return parts.map(([from, to]) => from.toString(16) + (to > from ? `-${to.toString(16)}` : "")).join(" ");
};

/** Files of Noto that the page ships, each with its characters. */
export interface Other {
  readonly stem: string;
  readonly source: Uint8Array;
  readonly points: readonly number[];
}

export const writeFigureFonts = async (root: string, others: readonly Other[]): Promise<void> => {
  const folder = join(root, "src/export/fonts");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  for (const { file, pack, face, family, weight } of FACES) {
    const font = ttf(pack, face);
    const has = new Set(create(font).characterSet);
    const points = WANTED.filter((point) => has.has(point));
    writeFileSync(join(folder, file), await cut(font, points));
    lines.push(`  { file: "${file}", family: "${family}", weight: ${weight}, points: "${spans(points)}" },`);
    writeFileSync(
      join(folder, `${pack}.OFL.txt`),
      readFileSync(join(packageFolder(`@expo-google-fonts/${pack}`), "LICENSE_FONT")),
    );
  }
  for (const { stem, source, points } of others) {
    writeFileSync(join(folder, `${stem}.ttf`), await cut(source, points, 400));
    lines.push(`  { file: "${stem}.ttf", family: "other", weight: 400, points: "${spans(points)}" },`);
  }
  for (const licence of readdirSync(join(root, "src/app/fonts")).filter((file) => /^noto.*\.OFL\.txt$/.test(file)))
    writeFileSync(join(folder, licence), readFileSync(join(root, "src/app/fonts", licence)));
  writeFileSync(
    join(root, "src/export/fonts.gen.ts"),
    `// Made by npm run fonts: which characters each file of fonts/ has, as hexadecimal code points.\nexport const FONT_FILES = [\n${lines.join("\n")}\n] as const;\n`,
  );
};

/** Arrows that the catalogue uses; on the page they come from Noto. */
const ARROWS = [0x2190, 0x2191, 0x2192, 0x2193, 0x2194];

/** Arimo at 400 and, for what the page sets in 600, at 700: office programs know regular and bold. */
export const arimoWidths = (): { readonly regular: Map<number, number>; readonly bold: Map<number, number> } => {
  const widths = (face: string): Map<number, number> => {
    const font = create(ttf("arimo", face));
    const has = new Set(font.characterSet);
    const { metrics } = font.hmtx;
    return new Map(
      [...WANTED, ...ARROWS]
        .filter((point) => has.has(point))
        .map((point) => {
          const { advance } = metrics.get(Math.min(font.glyphForCodePoint(point).id, metrics.length - 1));
          return [point, Math.round((advance * 1000) / font.unitsPerEm)];
        }),
    );
  };
  return { regular: widths("400Regular/Arimo_400Regular"), bold: widths("700Bold/Arimo_700Bold") };
};
