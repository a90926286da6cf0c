import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisDay, axisX, timeTicks } from "#charts/kit/ticks.ts";
import { dayNumber } from "#lib/dates.ts";
import { textWidth } from "#lib/text-width.ts";
import { en } from "#model/words/en/index.ts";

const options = { words: en, size: 11.5, gap: 14, indent: 4 };
const axisOf = (start: number, end: number, width = 900) => ({ start, end, left: 0, right: width });
const ticksOf = (from: [number, number, number], to: [number, number, number], width = 900) =>
  timeTicks(axisOf(dayNumber(...from), dayNumber(...to), width), options);

describe("timeTicks", () => {
  it("goes from years to days with the zoom", () => {
    const decades = ticksOf([1950, 1, 1], [2020, 1, 1]);
    expect(
      decades.minor
        .map((tick) => tick.label)
        .filter(Boolean)
        .slice(0, 3),
    ).toEqual(["1950", "1955", "1960"]);
    expect(decades.major).toEqual([]);
    const years = ticksOf([2018, 3, 1], [2021, 1, 1]);
    expect(years.minor.slice(0, 4).map((tick) => tick.label)).toEqual(["Apr", "Jul", "Oct", "Jan"]);
    expect(years.major.map((tick) => tick.label)).toEqual(["2018", "2019", "2020", ""]);
    const days = ticksOf([2019, 10, 8], [2019, 10, 20]);
    expect(days.minor.slice(0, 3).map((tick) => tick.label)).toEqual(["8", "9", "10"]);
    expect(days.major.map((tick) => tick.label)).toEqual(["Oct 2019"]);
  });

  it("never lets labels of a level touch, and keeps them on the axis", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 60_000 }),
        fc.double({ min: 3, max: 200_000, noNaN: true }),
        fc.integer({ min: 240, max: 2500 }),
        (start, days, width) => {
          const { minor, major } = timeTicks(axisOf(start, start + days, width), options);
          for (const [level, face] of [
            [minor, "sans"],
            [major, "sans-bold"],
          ] as const) {
            let end = Number.NEGATIVE_INFINITY;
            for (const tick of level) {
              if (!tick.label) continue;
              expect(tick.labelX).toBeGreaterThan(end);
              end = tick.labelX + textWidth(tick.label, options.size, face);
              expect(end).toBeLessThanOrEqual(width + 0.01);
            }
          }
          expect(minor.length).toBeLessThan(width / 10);
        },
      ),
    );
  });

  it("puts ticks on the first days of their periods", () => {
    const { minor } = ticksOf([2018, 3, 1], [2021, 1, 1]);
    for (const tick of minor) expect(new Date(tick.day * 86_400_000).getUTCDate()).toBe(1);
  });

  it("maps days to px and back", () => {
    const axis = axisOf(100, 200);
    expect(axisX(axis, 150)).toBe(450);
    expect(axisDay(axis, axisX(axis, 123.4))).toBeCloseTo(123.4);
  });
});
