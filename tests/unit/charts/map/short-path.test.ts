import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortPath } from "#charts/map/short-path.ts";
import { pointsOf } from "./points-of.ts";

const coordinate = fc.double({ min: -500, max: 2000, noNaN: true });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 });

describe("shortPath", () => {
  it("writes lines that read back within a twentieth of a px, however many there are", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean(), (lines, closed) => {
        const path = shortPath();
        const wanted: (readonly [number, number])[] = [];
        for (const points of lines) {
          points.forEach(([x, y], at) => {
            const last = wanted[wanted.length - 1];
            const rounded = [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const;
            if (at === 0) path.moveTo(x, y);
            else path.lineTo(x, y);
            if (at === 0 || !last || last[0] !== rounded[0] || last[1] !== rounded[1]) wanted.push(rounded);
          });
          if (closed) path.closePath();
        }
        const read = pointsOf(path.take());
        expect(read).toHaveLength(wanted.length);
        read.forEach(([x, y], at) => {
          expect(x).toBeCloseTo(wanted[at]?.[0] ?? Number.NaN, 6);
          expect(y).toBeCloseTo(wanted[at]?.[1] ?? Number.NaN, 6);
        });
      }),
    );
  });

  it("is short, and empty once taken", () => {
    const path = shortPath();
    path.moveTo(1, 2);
    path.lineTo(1.5, 1.5);
    path.lineTo(0.8, 3);
    path.closePath();
    path.moveTo(4, 4);
    path.lineTo(5, 5);
    expect(path.take()).toBe("M1 2l.5-.5-.7 1.5zm3 2l1 1");
    expect(path.take()).toBe("");
  });
});
