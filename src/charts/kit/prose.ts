/** Text as geometry: lines broken and measured before anything is drawn, so that rows know their height. */
import { type Face, textWidth, wrapText } from "#lib/text-width.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  readonly face: Face;
  /** px */
  readonly size: number;
  /** Height of a line, px */
  readonly leading: number;
  readonly tone: "ink" | "quiet" | "accent";
  readonly italic?: boolean;
}

export type Anchor = "start" | "middle" | "end";

export interface Prose {
  readonly style: TextStyle;
  readonly anchor: Anchor;
  /** Where the anchor stands. */
  readonly x: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** What the text covers: its widest line by the height of all its lines. */
  readonly box: Box;
}

const style = (face: Face, size: number, leading: number, tone: TextStyle["tone"] = "ink"): TextStyle => ({
  face,
  size,
  leading,
  tone,
});

/** The type of figures that are read rather than plotted. */
export const TYPE = {
  title: style("serif-bold", 17, 23),
  name: style("serif-bold", 14, 18),
  group: style("sans-bold", 12, 17),
  strong: style("sans-bold", 12, 17),
  body: style("sans", 12.5, 18),
  note: style("sans", 11.5, 16, "quiet"),
  italic: { ...style("sans", 11.5, 16, "quiet"), italic: true },
  numeral: style("serif-bold", 26, 32),
} as const satisfies Record<string, TextStyle>;

/** A title may run to thousands of characters; no drawing has room for more than this. */
const LONGEST = 1200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what an XML file may not hold
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/gu;

/** Orders to turn the direction of reading round, which would carry a hostile name past its own end. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu;

const printable = (text: string): string => text.replace(UNPRINTABLE, " ").replace(OVERRIDES, "");

export interface ProseOptions {
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  /** Widest a line may be, px */
  readonly width: number;
  readonly style: TextStyle;
  readonly anchor?: Anchor;
  /** Lines at most; the last one ends in an ellipsis where there is more. */
  readonly lines?: number;
}

/** Breaks a text into lines and places them. A text without a visible letter has no lines and no height. */
export const prose = (text: string, { x, y, width, style, anchor = "start", lines = 8 }: ProseOptions): Prose => {
  const clean = printable(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  const broken = wrapText(clean, style.size, style.face, width, lines);
  const widest = Math.max(0, ...broken.map((line) => textWidth(line, style.size, style.face)));
  const left = anchor === "start" ? x : anchor === "middle" ? x - widest / 2 : x - widest;
  return {
    style,
    anchor,
    x,
    lines: broken.map((line, at) => ({
      text: line,
      y: y + at * style.leading + style.leading / 2 + style.size * 0.35,
    })),
    box: { x: left, y, width: widest, height: broken.length * style.leading },
  };
};

/** Prose below prose in one column; those without a line take no room. `y` is where the next one would stand. */
export const stack = (
  texts: readonly {
    readonly text: string;
    readonly style: TextStyle;
    readonly lines?: number;
    readonly gap?: number;
  }[],
  { x, y, width, anchor = "start" }: { x: number; y: number; width: number; anchor?: Anchor },
): { readonly prose: readonly Prose[]; readonly y: number } => {
  const placed: Prose[] = [];
  let at = y;
  for (const { text, gap = 0, ...rest } of texts) {
    const next = prose(text, { x, y: at + (placed.length ? gap : 0), width, anchor, ...rest });
    if (next.lines.length === 0) continue;
    placed.push(next);
    at = next.box.y + next.box.height;
  }
  return { prose: placed, y: at };
};

/** The same prose elsewhere. */
export const moved = (text: Prose, dx: number, dy: number): Prose => ({
  ...text,
  x: text.x + dx,
  lines: text.lines.map((line) => ({ ...line, y: line.y + dy })),
  box: { ...text.box, x: text.box.x + dx, y: text.box.y + dy },
});

export const bottom = (box: Box): number => box.y + box.height;
