/**
 * Which part of time is drawn, as numbers alone. A window is in days, fractions allowed, both ends included: it
 * shows from the beginning of `start` to the end of `end`, so its width is `end + 1 - start` days.
 */
import type { DayWindow } from "#model/questions.ts";

export const MIN_DAYS = 3;

export const widthOf = (window: DayWindow): number => window.end + 1 - window.start;

const windowOf = (start: number, width: number): DayWindow => ({ start, end: start + width - 1 });

/** The window moved and, where it is wider, narrowed to lie within bounds; never shorter than MIN_DAYS. */
export const clampWindow = (window: DayWindow, bounds: DayWindow): DayWindow => {
  const most = Math.max(MIN_DAYS, widthOf(bounds));
  const width = Math.min(most, Math.max(MIN_DAYS, widthOf(window)));
  const middle = window.start + (widthOf(window) - width) / 2;
  const last = Math.max(bounds.start, bounds.end + 1 - width);
  return windowOf(Math.min(last, Math.max(bounds.start, middle)), width);
};

/** Some room on either side, so that nothing stands on the edge: a share of the width, at least two days. */
export const padded = (window: DayWindow, share = 0.03): DayWindow => {
  const room = Math.max(2, widthOf(window) * share);
  return { start: window.start - room, end: window.end + room };
};

/** What can be seen at all: everything recorded, everything matching, the window itself, and room around it. */
export const boundsOf = (full: DayWindow, extent: DayWindow, window: DayWindow): DayWindow => {
  const all = padded({ start: Math.min(full.start, extent.start), end: Math.max(full.end, extent.end) }, 0.05);
  return { start: Math.min(all.start, window.start), end: Math.max(all.end, window.end) };
};

/**
 * Zooms so that the day under `share` of the width (0 left, 1 right) stays where it is.
 * @param factor above 1 shows more days, below 1 fewer.
 */
export const zoomAt = (window: DayWindow, factor: number, share: number, bounds: DayWindow): DayWindow => {
  const before = widthOf(window);
  const width = Math.min(Math.max(MIN_DAYS, before * factor), Math.max(MIN_DAYS, widthOf(bounds)));
  return clampWindow(windowOf(window.start + (before - width) * share, width), bounds);
};

/** Moves by days, to the bounds at most. */
export const panBy = (window: DayWindow, days: number, bounds: DayWindow): DayWindow =>
  clampWindow(windowOf(window.start + days, widthOf(window)), bounds);

/** The window in which two days lie under two shares of the width: what two fingers hold on to. */
export const pinchTo = (
  days: readonly [number, number],
  shares: readonly [number, number],
  bounds: DayWindow,
): DayWindow => {
  const apart = shares[1] - shares[0];
  if (Math.abs(apart) < 1e-6) return clampWindow(windowOf(days[0], widthOf(bounds)), bounds);
  const width = Math.min(
    Math.max(MIN_DAYS, Math.abs((days[1] - days[0]) / apart)),
    Math.max(MIN_DAYS, widthOf(bounds)),
  );
  const middle = (days[0] + days[1]) / 2;
  return clampWindow(windowOf(middle - ((shares[0] + shares[1]) / 2) * width, width), bounds);
};

/** One end of the window put on a day; the other stays, and the window keeps its least width. */
export const resizeTo = (window: DayWindow, edge: "start" | "end", day: number, bounds: DayWindow): DayWindow => {
  if (edge === "start") {
    const start = Math.max(bounds.start, Math.min(day, window.end + 1 - MIN_DAYS));
    return { start, end: window.end };
  }
  return { start: window.start, end: Math.min(bounds.end, Math.max(day, window.start + MIN_DAYS - 1)) };
};

/** The window itself where a span of days lies in it, else moved until the span has room around it. */
export const reveal = (window: DayWindow, span: DayWindow, bounds: DayWindow): DayWindow => {
  const width = widthOf(window);
  if (span.start >= window.start && span.end <= window.end) return window;
  if (widthOf(span) > width) return clampWindow(padded(span, 0.1), bounds);
  const margin = Math.min(width * 0.12, (width - widthOf(span)) / 2);
  const start = span.start < window.start ? span.start - margin : span.end + 1 + margin - width;
  return clampWindow(windowOf(start, width), bounds);
};

export const sameWindow = (a: DayWindow, b: DayWindow): boolean => {
  const near = Math.max(1e-6, Math.min(widthOf(a), widthOf(b)) * 1e-4);
  return Math.abs(a.start - b.start) < near && Math.abs(a.end - b.end) < near;
};

const eased = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/**
 * The way from one window to another: widths change by equal factors, and the day that both show at the same share
 * of the width stays there throughout, so that a zoom looks like one.
 */
export const betweenWindows = (from: DayWindow, to: DayWindow, time: number): DayWindow => {
  if (time >= 1) return to;
  const t = eased(Math.max(0, time));
  const [a, b] = [widthOf(from), widthOf(to)];
  if (Math.abs(a - b) < 1e-6 * Math.max(a, b)) return windowOf(from.start + (to.start - from.start) * t, a);
  const width = a * (b / a) ** t;
  return windowOf(from.start + ((to.start - from.start) * (width - a)) / (b - a), width);
};
