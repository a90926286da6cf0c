import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, isoDay } from "../../../src/lib/dates.ts";
import { parseDate } from "../../../src/lib/edtf-dates.ts";

const point = fc
  .tuple(fc.integer({ min: -25_000, max: 30_000 }), fc.constantFrom(4, 7, 10))
  .map(([day, length]) => isoDay(day).slice(0, length));

describe("plain dates", () => {
  it("are read as the full parser reads them", () => {
    fc.assert(
      fc.property(point, fc.option(point), (from, to) => {
        const text = to === null ? from : `${from}/${to}`;
        const read = parseDate(text);
        if (!read.ok) return;
        const full = edtf(text);
        expect(read.value.start).toBe(Math.floor(Number(full.min) / DAY_MS));
        expect(read.value.end).toBe(Math.floor(Number(full.max) / DAY_MS));
        expect(read.value.doubtful).toBe(false);
        expect(read.value.interval).toBe(to !== null);
      }),
    );
  });

  it("keep their precision", () => {
    const sure = { doubt: "none", approximate: false };
    expect(parseDate("2019-07")).toMatchObject({ value: { from: { year: 2019, month: 7, day: null, ...sure } } });
    expect(parseDate("2019")).toMatchObject({ value: { to: { year: 2019, month: null, day: null, ...sure } } });
    expect(parseDate("2016-02-29/2016-03-01")).toMatchObject({
      value: { from: { year: 2016, month: 2, day: 29 }, to: { year: 2016, month: 3, day: 1 } },
    });
  });

  it.each([
    "2019-02-29",
    "2019-02-29?",
    "2019?-02-29",
    "2019-02-28/2019-02-29",
    "../2019-02-29",
    "../2018/2019-11-15",
    "../../2019",
    "2019-11-27T09:00:00Z",
    "2020-37",
  ])("are no days of a calendar, no pairs of dates, more than days or thirds of a year: %s", (text) => {
    expect(parseDate(text).ok).toBe(false);
  });

  it("have a 29 February where the calendar has one", () => {
    expect(parseDate("2020-02-29?")).toMatchObject({ value: { from: { month: 2, day: 29 } } });
    expect(parseDate("../2000-02-29")).toMatchObject({ value: { to: { month: 2, day: 29 } } });
    expect(parseDate("1900-02-29").ok).toBe(false);
  });

  it.each(["2019-13", "2019-10-05/2019-10-01", "2019/2018"])("leave %s to it, which refuses", (text) => {
    expect(parseDate(text).ok).toBe(false);
  });
});
