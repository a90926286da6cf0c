/** Labels over the columns of a matrix: upright lines where they fit, slanted where they do not. Px throughout. */
import { fitText, textWidth, wrapText } from "#lib/text-width.ts";

export interface ColumnHeads {
  readonly mode: "upright" | "slanted";
  readonly column: number;
  /** Height of the band the heads stand in. */
  readonly height: number;
  /** How far the last slanted heads reach beyond the last column. */
  readonly overhang: number;
  /** Lines of each head; a slanted head has one. */
  readonly lines: readonly (readonly string[])[];
}

export const HEAD = { size: 11, line: 13.5, slant: 42, longest: 166 };

const WIDEST = 92;
/** As small as a target for a finger may be. */
export const NARROWEST = 24;
const SLANTED_WIDEST = 52;
const LINES = 3;
export const PAD = 8;
export const TIP = 5;
const RADIANS = Math.PI / 180;

const upright = (labels: readonly string[], column: number): readonly (readonly string[])[] | null => {
  const room = column - PAD;
  const lines = labels.map((label) => wrapText(label, HEAD.size, "sans", room, LINES));
  const whole = labels.every((label, at) => {
    const words = label.trim().split(/\s+/u);
    const unbroken = words.every((word) => textWidth(word, HEAD.size, "sans") <= room);
    return unbroken && (lines[at] ?? []).join(" ") === words.join(" ");
  });
  return whole ? lines : null;
};

/** The widest columns that fit into `room`, or the narrowest there are. `least` px are kept for what stands in them. */
export const columnHeads = (labels: readonly string[], room: number): ColumnHeads => {
  const count = Math.max(1, labels.length);
  const even = Math.min(WIDEST, room / count);
  const lines = even >= NARROWEST ? upright(labels, even) : null;
  if (lines) {
    const deepest = Math.max(1, ...lines.map((head) => head.length));
    return { mode: "upright", column: even, height: deepest * HEAD.line + PAD, overhang: 0, lines };
  }
  const short = labels.map((label) => fitText(label, HEAD.size, "sans", HEAD.longest));
  const widths = short.map((label) => textWidth(label, HEAD.size, "sans"));
  const reach = (column: number): number =>
    Math.max(
      0,
      ...widths.map((width, at) => width * Math.cos(HEAD.slant * RADIANS) + TIP - (labels.length - at - 0.5) * column),
    );
  let column = Math.max(NARROWEST, Math.min(SLANTED_WIDEST, even));
  while (column > NARROWEST && column * count + reach(column) > room) column = Math.max(NARROWEST, column - 0.5);
  const height = Math.max(0, ...widths) * Math.sin(HEAD.slant * RADIANS) + HEAD.size + PAD;
  return { mode: "slanted", column, height, overhang: reach(column), lines: short.map((label) => [label]) };
};
