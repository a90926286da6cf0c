import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatWindow, parseWindow, wholeDays } from "#charts/timeline/window-text.ts";
import { dayNumber } from "#lib/dates.ts";

describe("window in the address", () => {
  it("is written in years, months or days, whatever says it exactly", () => {
    expect(formatWindow({ start: dayNumber(2018, 4, 1), end: dayNumber(2019, 12, 31) })).toBe("2018-04..2019");
    expect(formatWindow({ start: dayNumber(2018, 4, 1), end: dayNumber(2019, 11, 30) })).toBe("2018-04..2019-11");
    expect(formatWindow({ start: dayNumber(2018, 4, 2), end: dayNumber(2019, 2, 28) })).toBe("2018-04-02..2019-02");
    expect(formatWindow({ start: dayNumber(2020, 2, 28), end: dayNumber(2020, 2, 28) })).toBe("2020-02-28..2020-02-28");
  });

  it("is read with both ends included", () => {
    expect(parseWindow("2018-04..2019-12")).toEqual({ start: dayNumber(2018, 4, 1), end: dayNumber(2019, 12, 31) });
    expect(parseWindow("2018..2018")).toEqual({ start: dayNumber(2018, 1, 1), end: dayNumber(2018, 12, 31) });
  });

  it.each([
    "",
    "2018",
    "2018..",
    "..2019",
    "2019..2018",
    "a..b",
    "2018..2019..2020",
    "2018-13..2019",
    "../2019..2020",
  ])("%j is no window", (text) => {
    expect(parseWindow(text)).toBeNull();
  });

  it("comes back as it was written, for whole days of the years 0 to 9999", () => {
    const day = fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const window = { start: Math.min(a, b), end: Math.max(a, b) };
        expect(parseWindow(formatWindow(window))).toEqual(window);
      }),
    );
  });

  it("rounds fractions to whole days and never turns around", () => {
    expect(wholeDays({ start: 10.4, end: 12.6 })).toEqual({ start: 10, end: 13 });
    expect(wholeDays({ start: 10.6, end: 10.4 })).toEqual({ start: 11, end: 11 });
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (start, end) => {
        const whole = wholeDays({ start, end });
        expect(whole.end).toBeGreaterThanOrEqual(whole.start);
        expect(parseWindow(formatWindow({ start, end }))).toEqual(whole);
      }),
    );
  });
});
