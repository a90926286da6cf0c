import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enclosingCap, fitProjection, type LonLat } from "#charts/map/projection.ts";

const [width, height] = [800, 440];
const inner = [80, 60, 720, 380] as const;
const fitted = (points: readonly LonLat[]) => fitProjection(points, width, height, inner);
const lonLat = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -89, max: 89, noNaN: true }),
) as fc.Arbitrary<LonLat>;

describe("fitProjection", () => {
  it("shows every point inside the frame", () => {
    fc.assert(
      fc.property(fc.array(lonLat, { minLength: 1, maxLength: 12 }), (points) => {
        const base = fitted(points);
        for (const [lon, lat] of points) {
          const [x, y] = base.project(lon, lat);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(height);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("puts one point in the middle, with its surroundings", () => {
    const base = fitted([[4.85, 45.75]]);
    expect(base.kind).toBe("regional");
    expect(base.project(4.85, 45.75).map(Math.round)).toEqual([400, 220]);
    const [x] = base.project(10, 45.75);
    expect(x - 400).toBeGreaterThan(20);
    expect(x - 400).toBeLessThan(150);
  });

  it("does not part neighbours across the antimeridian", () => {
    const base = fitted([
      [179, -17],
      [-179, -17],
    ]);
    expect(base.kind).toBe("regional");
    const [west, east] = [base.project(179, -17)[0], base.project(-179, -17)[0]];
    expect(east).toBeGreaterThan(west);
    expect(east - west).toBeLessThan(100);
  });

  it("shows the world where places are far apart or there are none", () => {
    expect(fitted([]).kind).toBe("world");
    expect(
      fitted([
        [-3.7, 40.4],
        [174.8, -41.3],
      ]).kind,
    ).toBe("world");
  });

  it("leaves no strip empty beyond a pole where the places allow it", () => {
    const points: LonLat[] = [
      [5, 46],
      [127, 37],
      [100, 14],
    ];
    const { kind, bounds, project } = fitProjection(points, 255, 260, [30, 36, 225, 224]);
    expect(kind).toBe("world");
    expect(bounds[1]).toBeLessThanOrEqual(1);
    expect(bounds[3]).toBeGreaterThanOrEqual(259);
    for (const [lon, lat] of points) expect(project(lon, lat)[1]).toBeGreaterThanOrEqual(35.9);
  });

  it("gives the same key for the same places, whatever their order", () => {
    const points: LonLat[] = [
      [10, 50],
      [20, 40],
      [14, 47],
    ];
    expect(fitted([...points]).key).toBe(fitted([...points]).key);
    expect(fitted(points).key).not.toBe(fitted([...points, [2, 48]]).key);
  });

  it("can be zoomed out to the whole world and in from there", () => {
    fc.assert(
      fc.property(fc.array(lonLat, { maxLength: 5 }), (points) => {
        const { zoom, bounds } = fitted(points);
        expect(zoom[0]).toBeLessThanOrEqual(1);
        expect(zoom[1]).toBeGreaterThan(1);
        expect((bounds[2] - bounds[0]) * zoom[0]).toBeLessThanOrEqual(width + 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("enclosingCap", () => {
  it("finds the pole among places around it", () => {
    const { centre, radius } = enclosingCap([
      [0, 80],
      [120, 80],
      [-120, 80],
    ]);
    expect(centre[1]).toBeGreaterThan(89);
    expect(radius).toBeCloseTo(10, 0);
  });

  it("answers for antipodes and for nothing", () => {
    const cap = enclosingCap([
      [0, 0],
      [180, 0],
    ]);
    expect(Number.isFinite(cap.centre[0])).toBe(true);
    expect(cap.radius).toBeGreaterThan(80);
    expect(enclosingCap([]).radius).toBe(180);
  });
});
