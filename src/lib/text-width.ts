import { FONT_WIDTHS } from "./font-widths.gen.ts";
import { graphemes } from "./graphemes.ts";

/** The faces figures are lettered in: Inter and Source Serif 4, each at weight 400 and 600. */
export type Face = keyof typeof FONT_WIDTHS;

/** Advance widths in thousandths of an em for each face: runs of `[first code point, its width, the next one's, …]`. */
export type Typeface = Readonly<Record<Face, readonly (readonly number[])[]>>;

const ELLIPSIS = "…";
/** Wide scripts (Hangul, Han, kana) are set on a full em; a character no table knows is counted as wide. */
const UNKNOWN = 1000;
/** Where a line may end. A no-break space keeps what it joins together. */
const BREAKING_SPACES = /[^\S\u00a0\u202f]+/gu;
const WEIGHTLESS = /^[\p{M}\p{Cf}]$/u;

const unroll = (runs: Typeface[Face]): Map<number, number> => {
  const widths = new Map<number, number>();
  for (const [first = 0, ...run] of runs) run.forEach((width, at) => void widths.set(first + at, width));
  return widths;
};
const tables = new WeakMap<Typeface, Partial<Record<Face, Map<number, number>>>>();
let typeface: Typeface = FONT_WIDTHS;
const table = (face: Face): Map<number, number> => {
  const faces = tables.get(typeface) ?? {};
  tables.set(typeface, faces);
  faces[face] ??= unroll(typeface[face]);
  return faces[face];
};

/**
 * Runs `draw` with all text in it measured as another typeface has it: what a figure is laid out and rendered in for a
 * file that will not be lettered in the page's own faces. Synchronous: what `draw` leaves for later is measured as
 * before. Throws what `draw` throws.
 *
 * @example measuringWith(ARIMO, () => renderToStaticMarkup(composeFigure(asked, options).element));
 */
export const measuringWith = <T>(other: Typeface, draw: () => T): T => {
  const before = typeface;
  typeface = other;
  try {
    return draw();
  } finally {
    typeface = before;
  }
};

/** Width in thousandths of an em; what no table has is remembered, so that it is looked at once. */
const advance = (widths: Map<number, number>, char: string): number => {
  const point = char.codePointAt(0) ?? 0;
  const known = widths.get(point);
  if (known !== undefined) return known;
  const guess = WEIGHTLESS.test(char) ? 0 : UNKNOWN;
  widths.set(point, guess);
  return guess;
};

/**
 * Width of a line of text in px at a size in px, from the faces' own advance widths. Kerning is left out, so the line
 * as drawn is at most a little narrower. Works without a browser; figures are set in numerals as the face has them.
 */
export const textWidth = (text: string, size: number, face: Face): number => {
  const widths = table(face);
  let sum = 0;
  for (const char of text) sum += advance(widths, char);
  return (sum * size) / 1000;
};

/** The longest beginning of a text, in whole letters with their marks, that is at most `maxWidth` px wide. */
const beginning = (text: string, size: number, face: Face, maxWidth: number): string => {
  if (textWidth(text, size, face) <= maxWidth) return text;
  let end = 0;
  let width = 0;
  for (const { segment, index } of graphemes(text)) {
    width += textWidth(segment, size, face);
    if (width > maxWidth) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
};

/** The text itself where it fits into `maxWidth` px, else its beginning and an ellipsis; "" where not even that fits. */
export const fitText = (text: string, size: number, face: Face, maxWidth: number): string => {
  if (textWidth(text, size, face) <= maxWidth) return text;
  const room = maxWidth - textWidth(ELLIPSIS, size, face);
  return room < 0 ? "" : `${beginning(text, size, face, room).trimEnd()}${ELLIPSIS}`;
};

/**
 * The text in at most `maxLines` lines no wider than `maxWidth` px, broken at spaces and, where a word alone is too
 * wide, inside it; what does not fit ends in an ellipsis. An empty text, or no room for a letter, gives no lines.
 */
export const wrapText = (text: string, size: number, face: Face, maxWidth: number, maxLines: number): string[] => {
  const lines: string[] = [];
  let rest = text.trim().replace(BREAKING_SPACES, " ");
  while (rest && lines.length < maxLines) {
    if (lines.length === maxLines - 1) {
      const last = fitText(rest, size, face, maxWidth);
      if (last) lines.push(last);
      break;
    }
    const start = beginning(rest, size, face, maxWidth);
    if (!start) break;
    const whole = start.length === rest.length || rest[start.length] === " ";
    const space = whole ? start.length : start.lastIndexOf(" ");
    const line = space > 0 ? rest.slice(0, space) : start;
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
};
