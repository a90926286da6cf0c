import type { Box, Prose } from "#charts/kit/prose.ts";

/** Half a pixel is left for rounding. */
const EDGE = 0.5;

const meet = (a: Box, b: Box): boolean =>
  a.x + EDGE < b.x + b.width &&
  b.x + EDGE < a.x + a.width &&
  a.y + EDGE < b.y + b.height &&
  b.y + EDGE < a.y + a.height;

/** Pairs of texts that cover each other, as the lines they say. */
export const clashes = (texts: readonly Prose[]): readonly string[] => {
  const shown = texts.filter((text) => text.lines.length > 0);
  return shown.flatMap((a, at) =>
    shown.slice(at + 1).flatMap((b) => (meet(a.box, b.box) ? [`${a.lines[0]?.text} / ${b.lines[0]?.text}`] : [])),
  );
};

/** Boxes that leave the frame. */
export const outside = (
  boxes: readonly Box[],
  frame: { readonly width: number; readonly height: number },
): readonly Box[] =>
  boxes.filter(
    (box) =>
      box.x < -EDGE ||
      box.y < -EDGE ||
      box.x + box.width > frame.width + EDGE ||
      box.y + box.height > frame.height + EDGE,
  );

/** Every piece of laid-out text anywhere inside a layout. */
export const proseIn = (value: unknown): readonly Prose[] => {
  if (typeof value !== "object" || value === null) return [];
  if ("lines" in value && "box" in value && "anchor" in value) return [value as Prose];
  return Object.values(value).flatMap(proseIn);
};

/** Every box anywhere inside a layout. */
export const boxesIn = (value: unknown): readonly Box[] => {
  if (typeof value !== "object" || value === null) return [];
  const own = "x" in value && "y" in value && "width" in value && "height" in value ? [value as Box] : [];
  return [...own, ...Object.values(value).flatMap(boxesIn)];
};
