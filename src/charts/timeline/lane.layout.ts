/** One lane's marks: where each stands in time, stacked where they would overlap. */
import type { MarkShape } from "#charts/kit/marks.ts";
import { axisX, type TimeAxis } from "#charts/kit/ticks.ts";
import { parseDate } from "#lib/dates.ts";
import type { Lanes, TimelineMark } from "#model/questions.ts";
import type { Fill, PlacedBracket, PlacedMark, PlacedPaper, Stretch } from "./geometry.ts";

/** Height of a row of marks: at most while there is room, at least before marks give way to density. */
export const UNIT_MOST = 14;
export const UNIT_LEAST = 7;
const GAP = 2;
const PAPERS_MOST = 3;
/** Room for "+12" after the papers drawn. */
const MORE_WIDTH = 17;
const TINTS_MOST = 4;

const SHAPES: Readonly<Record<TimelineMark["type"], MarkShape>> = {
  meeting: "circle",
  talks: "circle",
  "courtesy-call": "triangle",
  conference: "square",
  visit: "bar",
  "embassy-visit": "house",
};
export const shapeOf = (type: TimelineMark["type"]): MarkShape => SHAPES[type];

export const fillOf = (mark: Pick<TimelineMark, "status" | "dateCertainty">): Fill => {
  if (mark.status === "announced") return "hollow";
  if (mark.status === "recalled") return "faded";
  return mark.dateCertainty === "stated" ? "solid" : "light";
};

/** True where an event filled its days, false where it took place on one of them that is not known. */
export const lasts = (mark: Pick<TimelineMark, "type" | "edtf">): boolean => {
  if (mark.type !== "conference" && mark.type !== "visit") return false;
  const parsed = parseDate(mark.edtf);
  return parsed.ok && parsed.value.from?.day != null && parsed.value.to?.day != null;
};

/** First to last day in px, cut at the edges of the drawing; open ends of a date reach the edge. */
export const stretchOf = (mark: TimelineMark, axis: TimeAxis, edges: readonly [number, number]): Stretch => {
  const [x0, x1] = [axisX(axis, mark.start), axisX(axis, mark.end + 1)];
  return {
    x0: Math.max(edges[0], x0),
    x1: Math.min(edges[1], x1),
    openStart: x0 < edges[0],
    openEnd: x1 > edges[1],
  };
};

/** A mark with its extent on the axis, before it is known in which row it stands. */
interface Extent {
  readonly mark: TimelineMark;
  readonly cx: number;
  readonly width: number;
  readonly size: number;
  readonly band: Stretch | null;
  readonly papers: number;
  /** Where the papers begin: to the right of their event, at the right edge to its left, else on its end. */
  readonly papersX: number;
  readonly x0: number;
  readonly x1: number;
}

const sizeOf = (mark: TimelineMark, unit: number): number => {
  const size = unit - Math.max(1, unit / 7);
  return mark.status === "recalled" ? size * 0.72 : size;
};

const extentOf = (
  mark: TimelineMark,
  axis: TimeAxis,
  edges: readonly [number, number],
  unit: number,
): Extent | null => {
  const stretch = stretchOf(mark, axis, edges);
  if (!(stretch.x1 > edges[0] && stretch.x0 < edges[1])) return null;
  const size = sizeOf(mark, unit);
  const known = mark.start === mark.end;
  const days = stretch.x1 - stretch.x0;
  const filled = !known && lasts(mark);
  const least = mark.type === "visit" ? size * 1.7 : size;
  const width = filled ? Math.max(least, days) : least;
  const cx = Math.min(edges[1] - width / 2, Math.max(edges[0] + width / 2, (stretch.x0 + stretch.x1) / 2));
  const halo = least / 2 + Math.max(2, size / 3);
  const band =
    known || filled ? null : { ...stretch, x0: Math.min(stretch.x0, cx - halo), x1: Math.max(stretch.x1, cx + halo) };
  const papers = Math.min(PAPERS_MOST, mark.papers.length);
  const half = width / 2;
  const room = papers * (size * 0.78 + 1) + (mark.papers.length > PAPERS_MOST ? MORE_WIDTH : 0);
  const left = cx - half - room >= edges[0] ? cx - half - room : edges[1] - room - 2;
  const papersX = papers === 0 ? cx : cx + half + room <= edges[1] ? cx + half + 1 : left;
  return {
    mark,
    cx,
    width,
    size,
    band,
    papers,
    papersX,
    x0: Math.min(cx - half, papersX, band?.x0 ?? cx),
    x1: Math.max(cx + half, papers === 0 ? cx : papersX + room - 1, band?.x1 ?? cx),
  };
};

/**
 * Row of each extent and how many rows there are; first fit from the left needs no more rows than overlap. Null as soon
 * as more than `most` rows are needed.
 */
const rowsOf = (extents: readonly Extent[], most: number): { rows: Int32Array; depth: number } | null => {
  const ends: number[] = [];
  const rows = new Int32Array(extents.length);
  for (const [at, extent] of extents.entries()) {
    let row = ends.findIndex((end) => end + GAP <= extent.x0);
    if (row < 0) row = ends.length;
    if (row >= most) return null;
    ends[row] = extent.x1;
    rows[at] = row;
  }
  return { rows, depth: ends.length };
};

export interface Packing {
  readonly unit: number;
  readonly depth: number;
  /** Null where not even the smallest marks have room. */
  readonly rows: Int32Array | null;
  readonly extents: readonly Extent[];
}

const extentsAt = (marks: readonly TimelineMark[], axis: TimeAxis, edges: readonly [number, number], unit: number) =>
  marks
    .map((mark) => extentOf(mark, axis, edges, unit))
    .filter((extent) => extent !== null)
    .sort((a, b) => a.x0 - b.x0 || a.mark.index - b.mark.index);

/** Marks of the smallest size that are not to be drawn one by one. */
export const unpacked = (
  marks: readonly TimelineMark[],
  axis: TimeAxis,
  edges: readonly [number, number],
): Packing => ({
  unit: 0,
  depth: 0,
  rows: null,
  extents: extentsAt(marks, axis, edges, UNIT_LEAST),
});

/** The largest marks whose stacks fit into `room` px. */
export const packLane = (
  marks: readonly TimelineMark[],
  axis: TimeAxis,
  edges: readonly [number, number],
  room: number,
): Packing => {
  const packedAt = (unit: number): Packing | null => {
    const extents = extentsAt(marks, axis, edges, unit);
    if (extents.length * unit > ((edges[1] - edges[0]) * room) / unit) return null;
    const packed = rowsOf(extents, Math.floor(room / unit));
    return packed && { unit, depth: packed.depth, rows: packed.rows, extents };
  };
  const largest = packedAt(UNIT_MOST);
  if (largest) return largest;
  // Most lanes have room for the largest marks or not even for the smallest; only what lies between is tried.
  const least = packedAt(UNIT_LEAST);
  if (!least) return unpacked(marks, axis, edges);
  for (let unit = UNIT_MOST - 1; unit > UNIT_LEAST; unit -= 1) {
    const packed = packedAt(unit);
    if (packed) return packed;
  }
  return least;
};

/** Partner ids a mark is coloured by: in a partner's lane that partner first. */
export const tintsOf = (mark: TimelineMark, lane: string, lanes: Lanes): readonly string[] => {
  const own = lanes === "partner" && mark.partners.includes(lane) ? [lane] : [];
  return [...own, ...mark.partners.filter((id) => !own.includes(id))].slice(0, TINTS_MOST);
};

const placePapers = (extent: Extent, cy: number): PlacedPaper[] => {
  const size = extent.size * 0.78;
  return extent.mark.papers.slice(0, PAPERS_MOST).map((paper, at) => ({
    id: paper.id,
    title: paper.title,
    cx: extent.papersX + at * (size + 1) + size / 2,
    cy,
    size,
  }));
};

export const placeMark = (
  extent: Extent,
  row: number,
  unit: number,
  baseline: number,
  lane: string,
  lanes: Lanes,
): PlacedMark => {
  const { mark, size } = extent;
  const cy = baseline - (row + 0.5) * unit;
  return {
    mark,
    lane,
    cx: extent.cx,
    cy,
    shape: shapeOf(mark.type),
    width: extent.width,
    height: mark.type === "visit" ? size * 0.72 : mark.type === "conference" ? size * 0.92 : size,
    band: extent.band,
    fill: fillOf(mark),
    dashed: mark.dateCertainty !== "stated",
    tints: tintsOf(mark, lane, lanes),
    papers: placePapers(extent, cy),
    morePapers: Math.max(0, mark.papers.length - PAPERS_MOST),
    moreX: extent.papersX + extent.papers * (size * 0.78 + 1) + 1,
    label: null,
    box: { x0: extent.x0, x1: extent.x1, y0: cy - unit / 2, y1: cy + unit / 2 },
  };
};

/** Splits a lane's events into those drawn as marks and the containers drawn as brackets below their parts. */
export const splitContainers = (
  marks: readonly TimelineMark[],
): { readonly plain: readonly TimelineMark[]; readonly containers: readonly TimelineMark[] } => {
  const parts = marks.filter((mark) => !mark.container);
  const holds = (container: TimelineMark): boolean =>
    parts.some((part) => part.start >= container.start && part.end <= container.end);
  const containers = marks.filter((mark) => mark.container && holds(mark));
  return containers.length === 0
    ? { plain: marks, containers }
    : { plain: marks.filter((mark) => !containers.includes(mark)), containers };
};

/** A bracket under the days of a container, at least wide enough to hold the parts drawn above it. */
export const placeBracket = (
  mark: TimelineMark,
  parts: readonly PlacedMark[],
  axis: TimeAxis,
  edges: readonly [number, number],
  y: number,
  lane: string,
  lanes: Lanes,
): PlacedBracket => {
  const stretch = stretchOf(mark, axis, edges);
  const inside = parts.filter(({ mark: part }) => part.start >= mark.start && part.end <= mark.end);
  return {
    mark,
    lane,
    y,
    stretch: {
      ...stretch,
      x0: Math.min(stretch.x0, ...inside.map((part) => part.box.x0)),
      x1: Math.max(stretch.x1, ...inside.map((part) => part.box.x1)),
    },
    dashed: mark.dateCertainty !== "stated",
    fill: fillOf(mark),
    tints: tintsOf(mark, lane, lanes),
  };
};
