/** What a lane shows when its marks have no room: the outline their stacks would have. */
import { axisDay, axisX, type TimeAxis } from "#charts/kit/ticks.ts";
import type { DayWindow } from "#model/questions.ts";
import type { Density } from "./geometry.ts";
import { UNIT_LEAST } from "./lane.layout.ts";

const COLUMN = 2;

/** Adds `count` to every column that [x0, x1) px touches, by its first and the one after its last. */
const addRange = (steps: Float64Array, left: number, x0: number, x1: number, count: number): void => {
  const first = Math.max(0, Math.round((x0 - left) / COLUMN));
  const last = Math.min(steps.length - 1, Math.max(first + 1, Math.round((x1 - left) / COLUMN)));
  if (first >= steps.length - 1 || last <= 0) return;
  steps[first] = (steps[first] as number) + count;
  steps[last] = (steps[last] as number) - count;
};

const outline = (steps: Float64Array, left: number, room: number, events: number): Density => {
  const heights = new Float32Array(steps.length - 1);
  let depth = 0;
  let deepest = 1;
  for (let at = 0; at < heights.length; at++) {
    depth += steps[at] as number;
    heights[at] = depth;
    deepest = Math.max(deepest, depth);
  }
  const unit = Math.min(UNIT_LEAST, room / deepest);
  for (let at = 0; at < heights.length; at++) heights[at] = (heights[at] as number) * unit;
  return { x: left, columnWidth: COLUMN, heights, unit, events };
};

const columnsOf = (left: number, right: number): Float64Array =>
  new Float64Array(Math.ceil((right - left) / COLUMN) + 1);

/** From the extents of marks of the smallest size. */
export const densityOfMarks = (
  extents: readonly { readonly x0: number; readonly x1: number }[],
  edges: readonly [number, number],
  room: number,
): Density => {
  const steps = columnsOf(edges[0], edges[1]);
  for (const extent of extents) addRange(steps, edges[0], extent.x0, extent.x1, 1);
  return outline(steps, edges[0], room, extents.length);
};

/** From counts per column over the answer's window, which may differ from the one drawn while a newer answer comes. */
export const densityOfBins = (
  bins: Uint32Array,
  answered: DayWindow,
  axis: TimeAxis,
  edges: readonly [number, number],
  room: number,
): Density => {
  const steps = columnsOf(edges[0], edges[1]);
  const days = (answered.end + 1 - answered.start) / bins.length;
  let events = 0;
  bins.forEach((count, at) => {
    if (count === 0) return;
    const x0 = axisX(axis, answered.start + at * days);
    const x1 = axisX(axis, answered.start + (at + 1) * days);
    if (x1 < edges[0] || x0 > edges[1]) return;
    events += count;
    const centre = (x0 + x1) / 2;
    const half = UNIT_LEAST / 2;
    // A column wider than a mark is spread over its width: the sum under the outline stays the number of events.
    const wide = x1 - x0 > UNIT_LEAST;
    addRange(
      steps,
      edges[0],
      wide ? x0 : centre - half,
      wide ? x1 : centre + half,
      wide ? (count * UNIT_LEAST) / (x1 - x0) : count,
    );
  });
  return outline(steps, edges[0], room, events);
};

/** The outline as one SVG path of steps standing on the baseline; "" where nothing rises. */
export const densityPath = (density: Density, baseline: number): string => {
  const { heights, columnWidth } = density;
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  let text = "";
  let at = 0;
  while (at < heights.length) {
    if ((heights[at] as number) <= 0.01) {
      at++;
      continue;
    }
    text += `M${n(density.x + at * columnWidth)} ${n(baseline)}`;
    while (at < heights.length && (heights[at] as number) > 0.01) {
      const height = heights[at] as number;
      text += `V${n(baseline - height)}`;
      while (at < heights.length && heights[at] === height) at++;
      text += `H${n(density.x + at * columnWidth)}`;
    }
    text += `V${n(baseline)}Z`;
  }
  return text;
};

/** About how many events lie under a point of the drawing, and the days they fall in. */
export const densityAt = (
  density: Density,
  axis: TimeAxis,
  x: number,
): { readonly events: number; readonly start: number; readonly end: number } | null => {
  const column = Math.floor((x - density.x) / density.columnWidth);
  const height = density.heights[column] ?? 0;
  if (height <= 0.01) return null;
  return {
    events: Math.max(1, Math.round(height / density.unit)),
    start: Math.floor(axisDay(axis, x - UNIT_LEAST / 2)),
    end: Math.floor(axisDay(axis, x + UNIT_LEAST / 2)),
  };
};
