import { geoArea } from "d3";
import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { coarseShapes, thinLine } from "#charts/map/coarse.ts";
import { levelOf } from "#charts/map/land-paths.ts";
import { loadShapes } from "#charts/map/load-shapes.ts";

const lines = fc.array(fc.tuple(fc.integer({ min: -170, max: 170 }), fc.integer({ min: -80, max: 80 })), {
  maxLength: 60,
});

describe("coarse outlines", () => {
  it("keep both ends of a line and leave no two points too near each other", () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0.1, max: 40, noNaN: true }), (line, degrees) => {
        const thin = thinLine(line, degrees);
        expect(thin[0]).toBe(line[0]);
        expect(thin.at(-1)).toBe(line.at(-1));
        expect(line.filter((point) => thin.includes(point))).toEqual(thin);
        const apart = ([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position): number =>
          Math.hypot((x1 - x0) * Math.cos((y1 * Math.PI) / 180), y1 - y0);
        thin.slice(1, -1).forEach((point, at) => {
          expect(apart(thin[at] ?? [], point)).toBeGreaterThanOrEqual(degrees);
        });
      }),
    );
  });

  it("never turn land inside out", async () => {
    const shapes = await loadShapes();
    const areaOf = (land: typeof shapes.land): number =>
      land.type === "FeatureCollection"
        ? land.features.reduce((sum, one) => sum + geoArea(one), 0)
        : geoArea(land as never);
    const whole = areaOf(shapes.land);
    expect(areaOf((await loadShapes("far")).land) / whole).toBeGreaterThan(0.98);
    for (const degrees of [1 / 8, 1 / 4, 1 / 2, 1]) {
      const share = areaOf(coarseShapes(shapes, degrees).land) / whole;
      expect(share).toBeGreaterThan(0.97);
      expect(share).toBeLessThan(1.03);
    }
  });

  it("are the outlines themselves where nothing is too small, and made once", async () => {
    const shapes = await loadShapes();
    expect(coarseShapes(shapes, 0.001)).toBe(shapes);
    expect(coarseShapes(shapes, 0.3)).toBe(coarseShapes(shapes, 0.27));
  });

  it("follow the zoom by levels that are never far from it", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 60, noNaN: true }), (zoom) => {
        expect(zoom / levelOf(zoom)).toBeLessThanOrEqual(1.6);
        expect(levelOf(zoom) / zoom).toBeLessThanOrEqual(1.6);
      }),
    );
    expect(levelOf(1)).toBe(1);
  });
});
