/** The faces of the figures as a style sheet with the files inside: a sandboxed frame may not load font files. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import type { LiaisonRecord } from "#data/schema.ts";
import { fontFiles } from "#export/lettering.ts";

const FONTS = fileURLToPath(new URL("../../src/export/fonts/", import.meta.url));
const FAMILIES = { sans: "Inter Variable", serif: "Source Serif 4 Variable", other: "Noto Liaison" } as const;

/** What the catalogue may put between the words of the record. */
const COMMON = `${String.fromCharCode(...Array.from({ length: 95 }, (_, at) => at + 32))}–—‘’“”…·•×→←↑↓≥≤½ ÀÂÉÔàâéô`;

const characters = (record: LiaisonRecord): readonly string[] => [...new Set(COMMON + JSON.stringify(record))].sort();

/** Style sheet of every face, cut down to what the record is written with. The same bytes for the same record. */
export const letteringCss = async (record: LiaisonRecord): Promise<string> => {
  const all = characters(record);
  const rules: string[] = [];
  for (const { file, family, weight, points } of fontFiles()) {
    const own = all.filter((char) => points.has(char.codePointAt(0) ?? 0));
    if (!own.length) continue;
    const woff2 = await subsetFont(readFileSync(`${FONTS}${file}`), own.join(""), { targetFormat: "woff2" });
    const range = own.map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16)}`).join(",");
    rules.push(
      `@font-face{font-family:"${FAMILIES[family]}";font-weight:${family === "other" ? "400 700" : weight};font-display:swap;src:url(data:font/woff2;base64,${Buffer.from(woff2).toString("base64")}) format("woff2")${family === "other" ? `;unicode-range:${range}` : ""}}`,
    );
  }
  return `${rules.join("\n")}\n`;
};
