/** Words in a small frame that say what state a row is in. The word carries the meaning; shape and colour repeat it. */
import { textWidth } from "#lib/text-width.ts";
import { type Box, type Prose, prose, type TextStyle } from "./prose.ts";
import type { Theme } from "./theme.ts";

/**
 * `settled` signed or adopted, `asked` wanted by its speaker, `offered` promised or granted, `pending` not yet
 * settled, `past` mentioned as background, `flag` a caution about the row.
 */
export type ChipTone = "settled" | "asked" | "offered" | "pending" | "past" | "flag";

export interface Chip {
  readonly tone: ChipTone;
  readonly box: Box;
  readonly text: Prose;
  /** Middle of the mark before the word; null where the tone has none. */
  readonly mark: { readonly x: number; readonly y: number } | null;
}

export interface ChipColours {
  readonly fill: string;
  readonly edge: string;
  readonly ink: string;
}

const LIGHT: Record<ChipTone, ChipColours> = {
  settled: { fill: "#E2F0E6", edge: "#B5D8C2", ink: "#14573A" },
  asked: { fill: "#FBEFD9", edge: "#EACF9E", ink: "#714400" },
  offered: { fill: "#E3EDF8", edge: "#B7CFE9", ink: "#1B4B80" },
  pending: { fill: "#EFE7F7", edge: "#D2BEE6", ink: "#5A348A" },
  past: { fill: "#EFEEEA", edge: "#D3D0C8", ink: "#4A5058" },
  flag: { fill: "#FBF5E6", edge: "#B08A3A", ink: "#6B4A08" },
};
const DARK: Record<ChipTone, ChipColours> = {
  settled: { fill: "#1B3628", edge: "#33604A", ink: "#97DBB4" },
  asked: { fill: "#3A2D14", edge: "#66502A", ink: "#F2CB80" },
  offered: { fill: "#1A2F4A", edge: "#35547B", ink: "#A3CBF7" },
  pending: { fill: "#312445", edge: "#553F75", ink: "#D2B8F2" },
  past: { fill: "#2A2F34", edge: "#464D54", ink: "#BCC1C8" },
  flag: { fill: "#312B1A", edge: "#8A7338", ink: "#E8CF98" },
};

export const chipColours = (tone: ChipTone, theme: Theme): ChipColours => (theme.name === "dark" ? DARK : LIGHT)[tone];

const STYLE: TextStyle = { face: "sans-bold", size: 11, leading: 18, tone: "ink" };
const PAD = 7;
const MARK = 12;

export const CHIP_HEIGHT = 18;

/** A chip with its top left corner at `x`, `y`, at most `width` px wide; a longer word ends in an ellipsis. */
export const chip = (word: string, tone: ChipTone, at: { x: number; y: number; width?: number }): Chip => {
  const marked = tone !== "flag";
  const before = PAD + (marked ? MARK : 0);
  const room = Math.max(0, (at.width ?? 220) - before - PAD);
  const text = prose(word, { x: at.x + before, y: at.y, width: room, style: STYLE, lines: 1 });
  return {
    tone,
    text,
    box: { x: at.x, y: at.y, width: before + text.box.width + PAD, height: CHIP_HEIGHT },
    mark: marked ? { x: at.x + PAD + 3.5, y: at.y + CHIP_HEIGHT / 2 } : null,
  };
};

/** How wide a chip with this word is, px. */
export const chipWidth = (word: string, tone: ChipTone): number =>
  textWidth(word, STYLE.size, STYLE.face) + 2 * PAD + (tone === "flag" ? 0 : MARK);

/** Chips in a row that breaks where the width ends. */
export const chipRow = (
  chips: readonly { readonly word: string; readonly tone: ChipTone }[],
  { x, y, width, from = x }: { x: number; y: number; width: number; from?: number },
): { readonly chips: readonly Chip[]; readonly y: number } => {
  const placed: Chip[] = [];
  let [left, top] = [from, y];
  for (const { word, tone } of chips) {
    if (left > x && left + chipWidth(word, tone) > x + width) [left, top] = [x, top + CHIP_HEIGHT + 4];
    const next = chip(word, tone, { x: left, y: top, width: x + width - left });
    placed.push(next);
    left = next.box.x + next.box.width + 6;
  }
  return { chips: placed, y: placed.length ? top + CHIP_HEIGHT : y };
};
