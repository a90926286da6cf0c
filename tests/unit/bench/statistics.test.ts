import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, percentile, ratio, spread } from "../../../bench/statistics.ts";

const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe("median", () => {
  it("is the middle, or the mean of the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNull();
  });

  it("has as many values below as above", () => {
    fc.assert(
      fc.property(times, (values) => {
        const middle = median(values) as number;
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe("percentile", () => {
  it("is a value that was measured", () => {
    expect(percentile([10, 20, 30, 40], 0.5)).toBe(20);
    expect(percentile([10, 20, 30, 40], 0.95)).toBe(40);
    expect(percentile([], 0.5)).toBeNull();
  });

  it("leaves at most its share of the values above", () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const at = percentile(values, share) as number;
        expect(values).toContain(at);
        const within = values.filter((value) => value <= at).length;
        expect(within / values.length).toBeGreaterThanOrEqual(share - 1e-9);
      }),
    );
  });
});

describe("spread and ratio", () => {
  it("tells middle, tail and worst", () => {
    expect(spread([16, 17, 16, 90])).toEqual({ median: 16.5, p95: 90, worst: 90 });
    expect(spread([])).toBeNull();
  });

  it("has no ratio to nothing", () => {
    expect(ratio(30, 20)).toBe(1.5);
    expect(ratio(30, 0)).toBeNull();
    expect(ratio(30, null)).toBeNull();
    expect(ratio(null, 20)).toBeNull();
  });
});
