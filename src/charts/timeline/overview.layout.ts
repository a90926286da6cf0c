/** The strip under the timeline: all of the record's time, what matches in it, and which part is drawn above. */
import { axisX, type Tick, type TimeAxis, timeTicks } from "#charts/kit/ticks.ts";
import type { DayWindow, TimelineAnswer, TimelineMark } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";

type Status = TimelineMark["status"];

export interface OverviewBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface OverviewLayout {
  readonly width: number;
  readonly height: number;
  readonly axis: TimeAxis;
  readonly strip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly bars: Readonly<Record<Status, readonly OverviewBar[]>>;
  readonly ticks: readonly Tick[];
  readonly tickY: number;
  /** The part drawn above, px; at least so wide that it can be taken hold of. */
  readonly window: { readonly x0: number; readonly x1: number };
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
}

/** The strip without a frame: it stays while the window moves. */
export type StripLayout = Omit<OverviewLayout, "window">;

export interface StripOptions {
  readonly width: number;
  /** Where the strip begins, so that it stands under the plot. */
  readonly left: number;
  readonly words: Words;
  /** What the strip spans: the record's time with a little room. */
  readonly bounds: DayWindow;
}

const HEIGHT = 34;
/** The strip with its ticks, px. */
export const OVERVIEW_HEIGHT = HEIGHT + 17;
const PAD = 5;
const COLUMN = 3;
const NARROWEST = 6;
const STATUSES = ["held", "announced", "recalled"] as const;

/** The fullest of the answer's columns in each drawn column: a long event lies in many and is one all the same. */
const columnsOf = (answer: TimelineAnswer, axis: TimeAxis): Record<Status, Float64Array> => {
  const size = Math.max(1, Math.floor((axis.right - axis.left) / COLUMN));
  const days = (answer.full.end + 1 - answer.full.start) / Math.max(1, answer.columns);
  const sums = { held: new Float64Array(size), announced: new Float64Array(size), recalled: new Float64Array(size) };
  for (const status of STATUSES)
    answer.overview[status].forEach((count, at) => {
      if (count === 0) return;
      const x = axisX(axis, answer.full.start + (at + 0.5) * days);
      const column = Math.max(0, Math.min(size - 1, Math.floor((x - axis.left) / COLUMN)));
      sums[status][column] = Math.max(sums[status][column] ?? 0, count);
    });
  return sums;
};

/**
 * Bars grow with the square root of their number, so that a single meeting stays visible beside a conference of
 * hundreds; within a column held stands below announced, announced below recalled.
 */
const barsOf = (answer: TimelineAnswer, axis: TimeAxis): OverviewLayout["bars"] => {
  const sums = columnsOf(answer, axis);
  const total = (at: number): number => STATUSES.reduce((sum, status) => sum + (sums[status][at] ?? 0), 0);
  let most = 1;
  for (let at = 0; at < sums.held.length; at++) most = Math.max(most, total(at));
  const full = HEIGHT - 2 * PAD;
  const bars = { held: [] as OverviewBar[], announced: [] as OverviewBar[], recalled: [] as OverviewBar[] };
  for (let at = 0; at < sums.held.length; at++) {
    const all = total(at);
    if (all === 0) continue;
    const high = Math.max(6, full * Math.sqrt(all / most));
    let y = HEIGHT - PAD;
    for (const status of STATUSES) {
      const height = (high * (sums[status][at] ?? 0)) / all;
      if (height <= 0) continue;
      y -= height;
      bars[status].push({ x: axis.left + at * COLUMN, y, width: COLUMN, height });
    }
  }
  return bars;
};

/** The frame around a window on the strip, px. */
export const frameOf = (
  { axis, strip, width }: Pick<OverviewLayout, "axis" | "strip" | "width">,
  window: DayWindow,
): OverviewLayout["window"] => {
  const clamp = (x: number): number => Math.max(strip.x + 1, Math.min(width - 2, x));
  const [x0, x1] = [clamp(axisX(axis, window.start)), clamp(axisX(axis, window.end + 1))];
  const grow = Math.max(0, NARROWEST - (x1 - x0)) / 2;
  return { x0: clamp(x0 - grow), x1: clamp(x1 + grow) };
};

export const layoutStrip = (answer: TimelineAnswer, { width, left, words, bounds }: StripOptions): StripLayout => {
  const axis: TimeAxis = { start: bounds.start, end: bounds.end + 1, left: left + 4, right: width - 5 };
  const ticks = timeTicks(axis, { words, size: 10.5, gap: 16, indent: 3 });
  const label = left >= 90 ? { text: words.timeline.overview, x: 12, y: HEIGHT / 2 } : null;
  return {
    width,
    height: OVERVIEW_HEIGHT,
    axis,
    strip: { x: left, y: 0.5, width: width - 1 - left, height: HEIGHT - 1 },
    bars: barsOf(answer, axis),
    ticks: ticks.major.length ? ticks.major : ticks.minor,
    tickY: HEIGHT + 10,
    label,
  };
};

/** The strip with the frame around a window. */
export const withFrame = (strip: StripLayout, window: DayWindow): OverviewLayout => ({
  ...strip,
  window: frameOf(strip, window),
});
