import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betweenWindows,
  boundsOf,
  clampWindow,
  MIN_DAYS,
  padded,
  panBy,
  pinchTo,
  resizeTo,
  reveal,
  sameWindow,
  widthOf,
  zoomAt,
} from "#charts/timeline/timeline.controller.ts";
import type { DayWindow } from "#model/questions.ts";

const bounds: DayWindow = { start: 10_000, end: 20_000 };

const windows = fc
  .tuple(fc.double({ min: 10_000, max: 19_000, noNaN: true }), fc.double({ min: MIN_DAYS, max: 999, noNaN: true }))
  .map(([start, width]): DayWindow => ({ start, end: start + width - 1 }));
const anyWindow = fc
  .tuple(fc.double({ min: -1e5, max: 1e5, noNaN: true }), fc.double({ min: 0.1, max: 1e5, noNaN: true }))
  .map(([start, width]): DayWindow => ({ start, end: start + width - 1 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

const within = (window: DayWindow): void => {
  expect(window.start).toBeGreaterThanOrEqual(bounds.start - 1e-6);
  expect(window.end).toBeLessThanOrEqual(bounds.end + 1e-6);
  expect(widthOf(window)).toBeGreaterThanOrEqual(MIN_DAYS - 1e-6);
};
const dayAt = (window: DayWindow, at: number): number => window.start + widthOf(window) * at;

describe("window", () => {
  it("includes both its ends", () => {
    expect(widthOf({ start: 5, end: 5 })).toBe(1);
    expect(widthOf({ start: 5, end: 7 })).toBe(3);
  });

  it("is clamped into its bounds, and clamping again changes nothing", () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const once = clampWindow(window, bounds);
        within(once);
        expect(sameWindow(clampWindow(once, bounds), once)).toBe(true);
      }),
    );
  });

  it("keeps its width when only moved", () => {
    fc.assert(
      fc.property(windows, fc.double({ min: -3000, max: 3000, noNaN: true }), (window, days) => {
        const moved = panBy(window, days, bounds);
        within(moved);
        expect(widthOf(moved)).toBeCloseTo(widthOf(window), 6);
      }),
    );
  });

  it("keeps the day under the pointer when zoomed, unless a bound is in the way", () => {
    fc.assert(
      fc.property(windows, fc.double({ min: 0.2, max: 5, noNaN: true }), share, (window, factor, at) => {
        const zoomed = zoomAt(window, factor, at, bounds);
        within(zoomed);
        const free = zoomed.start > bounds.start + 1e-6 && zoomed.end < bounds.end - 1e-6;
        if (free) expect(dayAt(zoomed, at)).toBeCloseTo(dayAt(window, at), 5);
      }),
    );
  });

  it("goes no nearer than three days and no farther than the bounds", () => {
    const window = { start: 15_000, end: 15_009 };
    expect(widthOf(zoomAt(window, 0.001, 0.5, bounds))).toBeCloseTo(MIN_DAYS);
    expect(zoomAt(window, 1e9, 0.3, bounds)).toEqual(bounds);
  });

  it("holds two days under two fingers", () => {
    const pinched = pinchTo([15_000, 15_050], [0.25, 0.75], bounds);
    expect(dayAt(pinched, 0.25)).toBeCloseTo(15_000);
    expect(dayAt(pinched, 0.75)).toBeCloseTo(15_050);
    within(pinchTo([15_000, 15_050], [0.5, 0.5], bounds));
  });

  it("resizes one end and leaves the other", () => {
    fc.assert(
      fc.property(windows, fc.double({ min: 9000, max: 21_000, noNaN: true }), (window, day) => {
        const left = resizeTo(window, "start", day, bounds);
        const right = resizeTo(window, "end", day, bounds);
        expect([left.end, right.start]).toEqual([window.end, window.start]);
        within(left);
        within(right);
      }),
    );
  });

  it("moves to reveal a span only where the span is not yet in it", () => {
    const window = { start: 15_000, end: 15_099 };
    expect(reveal(window, { start: 15_000, end: 15_000 }, bounds)).toBe(window);
    expect(reveal(window, { start: 15_099, end: 15_099 }, bounds)).toBe(window);
    const later = reveal(window, { start: 15_100, end: 15_100 }, bounds);
    expect(later.end).toBeGreaterThan(15_100);
    expect(widthOf(later)).toBeCloseTo(100);
    const wide = reveal(window, { start: 15_050, end: 15_400 }, bounds);
    expect(wide.start).toBeLessThan(15_050);
    expect(wide.end).toBeGreaterThan(15_400);
  });

  it("has bounds that hold the record, what matches and what is shown", () => {
    const made = boundsOf({ start: 100, end: 200 }, { start: 120, end: 260 }, { start: 0, end: 90 });
    expect(made.start).toBe(0);
    expect(made.end).toBeGreaterThan(260);
    expect(padded({ start: 10, end: 10 }).start).toBe(8);
  });

  it("travels from one window to another without leaving the days between them", () => {
    fc.assert(
      fc.property(windows, windows, share, (from, to, time) => {
        const at = betweenWindows(from, to, time);
        expect(widthOf(at)).toBeGreaterThan(Math.min(widthOf(from), widthOf(to)) - 1e-6);
        expect(widthOf(at)).toBeLessThan(Math.max(widthOf(from), widthOf(to)) + 1e-6);
        expect(betweenWindows(from, to, 1)).toEqual(to);
        expect(sameWindow(betweenWindows(from, to, 0), from)).toBe(true);
      }),
    );
  });
});
