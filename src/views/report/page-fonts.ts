/** The page's faces, for files that are lettered away from it. */

import { kindOf } from "#export/lettering.ts";
import type { InlineFont } from "#export/svg.ts";
import { runsOf, type SvgNode } from "#export/svg-tree.ts";

const files = import.meta.glob<string>("../../export/fonts/*.ttf", { query: "?url", import: "default", eager: true });

/** Bytes of a TrueType file of `src/export/fonts/`. Rejects where it cannot be had. */
export const fontBytes = async (file: string): Promise<Uint8Array> => {
  const address = files[`../../export/fonts/${file}`];
  if (address === undefined) throw new RangeError(`there is no font ${file}`);
  const answer = await fetch(address);
  if (!answer.ok) throw new RangeError(`${file}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

interface PageFace {
  readonly family: string;
  readonly weight: string;
  readonly range: string;
  readonly address: string;
}

const rulesOf = (sheet: CSSStyleSheet): readonly CSSRule[] => {
  try {
    return [...sheet.cssRules];
  } catch {
    // A sheet from elsewhere, such as an extension's, may not be read.
    return [];
  }
};

const pageFaces = (): readonly PageFace[] =>
  [...document.styleSheets].flatMap((sheet) =>
    rulesOf(sheet).flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const [, address] = /url\(["']?([^"')]+\.woff2[^"')]*)["']?\)/.exec(style.getPropertyValue("src")) ?? [];
      if (address === undefined) return [];
      return [
        {
          family: style.getPropertyValue("font-family").replace(/^["']|["']$/g, ""),
          weight: style.getPropertyValue("font-weight") || "400",
          range: style.getPropertyValue("unicode-range"),
          address: new URL(address, sheet.href ?? document.baseURI).href,
        },
      ];
    }),
  );

const inRange = (range: string, point: number): boolean =>
  range === "" ||
  range.split(",").some((part) => {
    const [from = "0", to = from] = part.trim().slice(2).split("-");
    return point >= Number.parseInt(from, 16) && point <= Number.parseInt(to, 16);
  });

const BASE64_PART = 0x8000;

const base64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += BASE64_PART)
    text += String.fromCharCode(...bytes.subarray(at, at + BASE64_PART));
  return btoa(text);
};

/** Of the page's own font files those that a figure needs, to be put inside of it. A file that cannot be had is left out. */
export const inlineFonts = async (root: SvgNode): Promise<readonly InlineFont[]> => {
  const points = { sans: new Set<number>(), serif: new Set<number>() };
  for (const { text, family } of runsOf(root))
    for (const char of text) points[kindOf(family)].add(char.codePointAt(0) ?? 0);
  const wanted = pageFaces().filter(({ family, range }) => {
    const needed = family.startsWith("Source Serif") ? points.serif : family.startsWith("Inter") ? points.sans : null;
    return [...(needed ?? [...points.sans, ...points.serif])].some((point) => inRange(range, point));
  });
  const fonts = await Promise.all(
    wanted.map(async ({ family, weight, range, address }): Promise<readonly InlineFont[]> => {
      const answer = await fetch(address);
      if (!answer.ok) return [];
      return [{ family, weight, range, data: base64(new Uint8Array(await answer.arrayBuffer())) }];
    }),
  );
  return fonts.flat();
};
