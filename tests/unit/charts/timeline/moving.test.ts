import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisX, type TimeAxis } from "#charts/kit/ticks.ts";
import { movedX, moveOf, uncovered } from "#charts/timeline/moving.layout.ts";

const window = fc
  .tuple(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 3, max: 30_000 }))
  .map(([start, days]) => ({ start, end: start + days - 1 }));
const axisOf = (shown: { start: number; end: number }): TimeAxis => ({
  start: shown.start,
  end: shown.end + 1,
  left: 180,
  right: 980,
});

describe("a moved drawing", () => {
  it("shows every day where a drawing of the other window would", () => {
    fc.assert(
      fc.property(window, window, fc.integer({ min: -20_000, max: 40_000 }), (from, to, day) => {
        const axis = axisOf(from);
        const moved = movedX(moveOf(axis, to), axisX(axis, day));
        const wanted = axisX(axisOf(to), day);
        expect(moved).toBeCloseTo(wanted, 4 - Math.ceil(Math.log10(1 + Math.abs(wanted))));
      }),
    );
  });

  it("stays where the window does", () => {
    fc.assert(
      fc.property(window, (shown) => {
        const { scale, shift } = moveOf(axisOf(shown), shown);
        expect([scale, shift]).toEqual([1, 0]);
      }),
    );
  });

  it("leaves empty what the drawing does not have", () => {
    const drawn = { start: 0, end: 99 };
    expect(uncovered(drawn, { start: 0, end: 99 })).toBe(0);
    expect(uncovered(drawn, { start: 20, end: 60 })).toBe(0);
    expect(uncovered(drawn, { start: 50, end: 149 })).toBe(0.5);
    expect(uncovered(drawn, { start: -100, end: 199 })).toBeCloseTo(2 / 3);
    expect(uncovered(drawn, { start: 500, end: 600 })).toBe(1);
  });
});
