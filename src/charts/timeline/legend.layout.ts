/** A key to the marks that are drawn, and to no others. */
import type { MarkShape } from "#charts/kit/marks.ts";
import { textWidth } from "#lib/text-width.ts";
import type { Words } from "#model/words/en/index.ts";
import { type Fill, type TimelineLayout, TYPE } from "./geometry.ts";

export type LegendIcon =
  | { readonly kind: "mark"; readonly shape: MarkShape; readonly fill: Fill; readonly dashed: boolean }
  | { readonly kind: "band" | "bracket" | "density" | "split" }
  | { readonly kind: "partner"; readonly partner: string };

export interface LegendItem {
  /** A word of the catalogue, or a partner's id. */
  readonly id: string;
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
const entries = (layout: TimelineLayout): readonly (readonly [keyof Words["timeline"]["legend"], LegendIcon])[] => {
  const marks = layout.lanes.flatMap((lane) => lane.marks);
  const has = (test: (placed: (typeof marks)[number]) => boolean): boolean => marks.some(test);
  const shapes = new Set(marks.map((placed) => placed.shape));
  const all: readonly (readonly [keyof Words["timeline"]["legend"], LegendIcon, boolean])[] = [
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

/** Partners whose colours stand in lanes that are not theirs, most marks first. */
const partnersOf = (layout: TimelineLayout): readonly string[] => {
  if (layout.lanesBy === "partner") return [];
  const counts = new Map<string, number>();
  for (const lane of layout.lanes)
    for (const placed of lane.marks) for (const id of placed.tints) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
};

const PARTNERS_MOST = 12;

/** Entries in rows as wide as the figure; in lanes that are not partners' also a key to the partners' colours. */
export const layoutLegend = (
  layout: TimelineLayout,
  words: Words,
  partnerName: (id: string) => string,
): LegendLayout => {
  let [x, y] = [0, ROW / 2];
  const place = (id: string, icon: LegendIcon, text: string): LegendItem => {
    const width = 20 + textWidth(text, TYPE.label, "sans");
    if (x > 0 && x + width > layout.width) [x, y] = [0, y + ROW];
    const item = { id, icon, text, x: x + 7, y, textX: x + 20 };
    x += width + 18;
    return item;
  };
  const items = entries(layout).map(([id, icon]) => place(id, icon, words.timeline.legend[id]));
  const partners = partnersOf(layout).slice(0, PARTNERS_MOST);
  if (items.length && partners.length) [x, y] = [0, y + ROW];
  for (const id of partners) items.push(place(id, { kind: "partner", partner: id }, partnerName(id)));
  return { width: layout.width, height: items.length ? y + ROW / 2 : 0, items };
};
