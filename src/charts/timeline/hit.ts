/** What lies under the pointer, found by position: small marks are as easy to take as large ones. */
import type { TimelineMark } from "#model/questions.ts";
import { densityAt } from "./density.layout.ts";
import type { LaneRow, TimelineLayout } from "./geometry.ts";

export type Hit =
  | {
      readonly kind: "event";
      readonly lane: string;
      readonly mark: TimelineMark;
      readonly x: number;
      readonly y: number;
    }
  | {
      readonly kind: "density";
      readonly lane: string;
      readonly x: number;
      readonly y: number;
      readonly events: number;
      readonly start: number;
      readonly end: number;
    };

/** Reach around a mark, px: a target of 24 px where marks stand apart. */
const REACH = 12;

const distance = (low: number, high: number, at: number): number => Math.max(0, low - at, at - high);

const laneHit = (lane: LaneRow, x: number, y: number): Hit | null => {
  let best: Hit | null = null;
  let nearest = REACH;
  for (const placed of lane.marks) {
    const { x0, x1, y0, y1 } = placed.box;
    const far = Math.hypot(distance(x0, x1, x), distance(y0, y1, y));
    const centre = far + Math.abs(x - placed.cx) * 1e-4;
    if (centre >= nearest) continue;
    nearest = centre;
    best = { kind: "event", lane: lane.id, mark: placed.mark, x: placed.cx, y: placed.cy };
  }
  if (best) return best;
  for (const { mark, stretch, y: line } of lane.brackets)
    if (x >= stretch.x0 && x <= stretch.x1 && Math.abs(y - line) < 7)
      return { kind: "event", lane: lane.id, mark, x: Math.max(stretch.x0, Math.min(stretch.x1, x)), y: line };
  return null;
};

/** The event nearest to a point of the drawing, or the days of the density there; null where nothing is near. */
export const hitTest = (layout: TimelineLayout, x: number, y: number): Hit | null => {
  const lane = layout.lanes.find((row) => y >= row.y && y < row.y + row.height);
  if (!lane || x < layout.plot.left || x > layout.plot.right) return null;
  const found = laneHit(lane, x, y);
  if (found || !lane.density) return found;
  const under = densityAt(lane.density, layout.axis, x);
  if (!under) return null;
  const high = lane.density.heights[Math.floor((x - lane.density.x) / lane.density.columnWidth)] ?? 0;
  return { kind: "density", lane: lane.id, x, y: lane.baseline - high, ...under };
};
