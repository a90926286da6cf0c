/** A key to the marks that are drawn, and to no others. */
import type { MarkShape } from "#charts/kit/marks.ts";
import { textWidth } from "#lib/text-width.ts";
import type { Words } from "#model/words/en/index.ts";
import { type Fill, type TimelineLayout, TYPE } from "./geometry.ts";

export type LegendIcon =
  | { readonly kind: "mark"; readonly shape: MarkShape; readonly fill: Fill; readonly dashed: boolean }
  | { readonly kind: "band" | "bracket" | "density" | "split" };

export interface LegendItem {
  readonly id: keyof Words["timeline"]["legend"];
  readonly icon: LegendIcon;
  readonly text: string;
  /** Middle of the icon; the text begins 12 px to the right of it. */
  readonly x: number;
  readonly y: number;
  readonly textX: number;
}

export interface LegendLayout {
  readonly width: number;
  readonly height: number;
  readonly items: readonly LegendItem[];
}

const ROW = 21;

const mark = (shape: MarkShape, fill: Fill = "solid", dashed = false): LegendIcon => ({
  kind: "mark",
  shape,
  fill,
  dashed,
});

/** Which entries a drawing needs, in a fixed order. */
const entries = (layout: TimelineLayout): readonly (readonly [LegendItem["id"], LegendIcon])[] => {
  const marks = layout.lanes.flatMap((lane) => lane.marks);
  const has = (test: (placed: (typeof marks)[number]) => boolean): boolean => marks.some(test);
  const shapes = new Set(marks.map((placed) => placed.shape));
  const all: readonly (readonly [LegendItem["id"], LegendIcon, boolean])[] = [
    ["meeting", mark("circle"), shapes.has("circle")],
    ["courtesyCall", mark("triangle"), shapes.has("triangle")],
    ["embassyVisit", mark("house"), shapes.has("house")],
    ["conference", mark("square"), shapes.has("square")],
    ["visit", mark("bar"), shapes.has("bar")],
    ["container", { kind: "bracket" }, layout.lanes.some((lane) => lane.brackets.length > 0)],
    ["paper", mark("diamond"), has((placed) => placed.papers.length > 0)],
    ["shared", { kind: "split" }, has((placed) => placed.tints.length > 1)],
    ["within", { kind: "band" }, has((placed) => placed.band !== null)],
    ["inferred", mark("circle", "light", true), has((placed) => placed.dashed)],
    ["announced", mark("circle", "hollow"), has((placed) => placed.fill === "hollow")],
    ["recalled", mark("circle", "faded"), has((placed) => placed.fill === "faded")],
    ["density", { kind: "density" }, layout.lanes.some((lane) => lane.density !== null)],
  ];
  return all.filter(([, , shown]) => shown).map(([id, icon]) => [id, icon]);
};

/** Entries in rows as wide as the figure. */
export const layoutLegend = (layout: TimelineLayout, words: Words): LegendLayout => {
  let [x, y] = [0, ROW / 2];
  const items = entries(layout).map(([id, icon]): LegendItem => {
    const text = words.timeline.legend[id];
    const width = 20 + textWidth(text, TYPE.label, "sans");
    if (x > 0 && x + width > layout.width) [x, y] = [0, y + ROW];
    const item = { id, icon, text, x: x + 7, y, textX: x + 20 };
    x += width + 18;
    return item;
  });
  return { width: layout.width, height: items.length ? y + ROW / 2 : 0, items };
};
