/**
 * Makes what the page and the layouts need of the typefaces, from the packages they are installed as:
 * subsets in src/app/fonts with their style sheet, and the table of advance widths that layouts measure text with.
 * Run it again (npm run fonts) when the record brings characters that tests/unit/fonts.test.ts finds missing.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";
import subsetFont from "subset-font";
import { arimoWidths, type Other, writeFigureFonts } from "./figure-fonts.ts";
import { advances, FAMILIES, type Family, packageFolder, share, source, text } from "./font-families.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs of neighbouring characters: `[first code point, width, width, …]`. */
const runs = (widths: ReadonlyMap<number, number>): string => {
  const out: number[][] = [];
  let last = Number.NaN;
  for (const point of [...widths.keys()].sort((a, b) => a - b)) {
    const width = widths.get(point) ?? 0;
    if (point === last + 1) out.at(-1)?.push(width);
    else out.push([point, width]);
    last = point;
  }
  return out.map((run) => `    [${run.join(",")}],`).join("\n");
};

const writeWidths = async (): Promise<void> => {
  const faces = [];
  for (const [name, family, weight] of [
    ["sans", FAMILIES[0], 400],
    ["sans-bold", FAMILIES[0], 600],
    ["serif", FAMILIES[1], 400],
    ["serif-bold", FAMILIES[1], 600],
  ] as const)
    faces.push(`  "${name}": [\n${runs(await advances(family, weight))}\n  ],`);
  const body = `// Made by npm run fonts. Thousandths of an em: [first code point, its width, the next one's, …].\nexport const FONT_WIDTHS = {\n${faces.join("\n")}\n} as const;\n`;
  writeFileSync(join(ROOT, "src/lib/font-widths.gen.ts"), body);
  const { regular, bold } = arimoWidths();
  const arimo = `// Made by npm run fonts. Arimo, whose widths are Arial's, as font-widths.gen.ts has the page's own faces.
const regular = [\n${runs(regular)}\n];\nconst bold = [\n${runs(bold)}\n];
export const ARIMO = { sans: regular, "sans-bold": bold, serif: regular, "serif-bold": bold };\n`;
  writeFileSync(join(ROOT, "src/lib/arimo-widths.gen.ts"), arimo);
};

/** Kerning, marks, ligatures and figures of equal width; arrows and fractions made of letters are left out. */
const FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk", "liga", "tnum", "pnum"];
const WEIGHTS = { min: 400, max: 700, default: 400 };
const FONTS = join(ROOT, "src/app/fonts");

/** What fits behind `unicode-range:` on a line of 120. */
const LINE = 101;

/** ` U+20-7e, U+a0`: code points as CSS writes them, on a line of their own where long. */
const unicodeRange = (points: readonly number[]): string => {
  const parts: [number, number][] = [];
  for (const point of points) {
    const last = parts.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else parts.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16);
  const list = parts.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ""}`).join(", ");
  return list.length > LINE ? `\n    ${list}` : ` ${list}`;
};

const faceRule = (family: string, file: string, points: readonly number[]): string => `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-weight: 400 700;
  font-display: swap;
  src: url("./fonts/${file}") format("woff2");
  unicode-range:${unicodeRange(points)};
}
`;

const subset = async (source: Uint8Array, points: readonly number[], file: string): Promise<void> => {
  const font = await subsetFont(source, text(points), {
    targetFormat: "woff2",
    keepFeatures: FEATURES,
    noHinting: true,
    variationAxes: { wght: WEIGHTS },
  });
  writeFileSync(join(FONTS, file), font);
};

const licence = (pack: string, stem: string): void =>
  writeFileSync(join(FONTS, `${stem}.OFL.txt`), readFileSync(join(packageFolder(pack), "LICENSE")));

const familyRules = async (family: Family): Promise<string[]> => {
  const rules = [];
  for (const { slice, file, points } of share(family)) {
    await subset(file, points, `${family.stem}-${slice}.woff2`);
    rules.push(faceRule(family.name, `${family.stem}-${slice}.woff2`, points));
  }
  licence(family.pack, family.stem);
  return rules;
};

/** Where characters come from that the two typefaces lack. The packages cut their fonts into numbered files. */
const OTHERS = [
  { takes: (char: string): boolean => /\p{Script=Han}/u.test(char), stem: "noto-sans-sc" },
  { takes: (char: string): boolean => !/\p{Script=Han}/u.test(char), stem: "noto-sans-kr" },
];

/** Every character that stands in a record or in the catalogue. */
const usedCharacters = (): Set<string> =>
  new Set(
    [
      ["public/data", ".json"],
      ["src/model/words", ".ts"],
    ].flatMap(([folder = "", ending = ""]) =>
      readdirSync(join(ROOT, folder), { recursive: true })
        .map(String)
        .filter((file) => file.endsWith(ending))
        .flatMap((file) => [...readFileSync(join(ROOT, folder, file), "utf8")]),
    ),
  );

const otherRules = async (cutOut: Other[]): Promise<string[]> => {
  const covered = FAMILIES.map((family) => new Set(share(family).flatMap(({ points }) => points)));
  const uncovered = [...usedCharacters()].filter(
    (char) => !/\p{Cc}/u.test(char) && covered.some((points) => !points.has(char.codePointAt(0) ?? 0)),
  );
  const rules = [];
  for (const { takes, stem } of OTHERS) {
    const left = new Set(uncovered.filter(takes).map((char) => char.codePointAt(0) ?? 0));
    const pack = `@fontsource-variable/${stem}`;
    const files = join(packageFolder(pack), "files");
    for (const name of readdirSync(files).filter((file) => /-\d+-wght-normal\.woff2$/.test(file))) {
      const file = readFileSync(join(files, name));
      const has = new Set(create(file).characterSet);
      const points = [...left].filter((point) => has.has(point)).sort((a, b) => a - b);
      if (!points.length) continue;
      for (const point of points) left.delete(point);
      const out = name.replace("-wght-normal", "");
      await subset(file, points, out);
      cutOut.push({ stem: out.replace(".woff2", ""), source: file, points });
      rules.push(faceRule("Noto Liaison", out, points));
    }
    if (left.size) console.warn(`No font for ${text([...left])}`);
    licence(pack, stem);
  }
  return rules;
};

/**
 * What stands in while a font loads: a face of the system, scaled so that lines keep their length and their height.
 * Widths are of SAMPLE in thousandths of an em, measured in the metric-compatible Liberation Sans and Liberation Serif.
 */
const SAMPLE = "Talks of the Minister of Public Security with the Prosecutor General in Hanoi, 12 April 2018";
const FALLBACKS = [
  { family: FAMILIES[0], name: "Inter Fallback", local: ["Arial", "Arimo", "Liberation Sans"], width: 40019 },
  {
    family: FAMILIES[1],
    name: "Source Serif Fallback",
    local: ["Times New Roman", "Tinos", "Liberation Serif"],
    width: 37160,
  },
];

const fallbackRules = async (): Promise<string[]> =>
  Promise.all(
    FALLBACKS.map(async ({ family, name, local, width }) => {
      const own = await advances(family, 400);
      const scale = [...SAMPLE].reduce((sum, char) => sum + (own.get(char.codePointAt(0) ?? 0) ?? 0), 0) / width;
      const { ascent, descent, unitsPerEm } = create(source(family, "latin"));
      const percent = (value: number): string => `${(value * 100).toFixed(2).replace(/\.?0+$/, "")}%`;
      return `@font-face {
  font-family: "${name}";
  src: ${local.map((face) => `local("${face}")`).join(", ")};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(ascent / unitsPerEm / scale)};
  descent-override: ${percent(-descent / unitsPerEm / scale)};
  line-gap-override: 0%;
}
`;
    }),
  );

const writeFonts = async (): Promise<void> => {
  rmSync(FONTS, { recursive: true, force: true });
  mkdirSync(FONTS, { recursive: true });
  const rules = [];
  for (const family of FAMILIES) rules.push(...(await familyRules(family)));
  const others: Other[] = [];
  rules.push(...(await otherRules(others)), ...(await fallbackRules()));
  await writeFigureFonts(ROOT, others);
  writeFileSync(
    join(ROOT, "src/app/fonts.css"),
    `/* Made by npm run fonts. The fonts are under the SIL Open Font License: see fonts/*.OFL.txt. */\n${rules.join("\n")}`,
  );
};

await writeWidths();
if (!process.argv.includes("--widths")) await writeFonts();
