import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxesMeet, boxMeetsDisc, type LabelledPoint, placeLabels } from "#charts/kit/point-labels.ts";

const frame = { x0: 0, y0: 0, x1: 600, y1: 400 };

const point = fc.record({
  x: fc.double({ min: 0, max: 600, noNaN: true }),
  y: fc.double({ min: 0, max: 400, noNaN: true }),
  r: fc.double({ min: 2, max: 30, noNaN: true }),
  width: fc.double({ min: 5, max: 160, noNaN: true }),
  height: fc.constant(15),
});
const crowd = fc
  .array(point, { maxLength: 60 })
  .map((list) => list.map((one, at): LabelledPoint => ({ ...one, id: `p${at}` })));

describe("placeLabels", () => {
  it("keeps labels off each other, off every mark and inside the frame", () => {
    fc.assert(
      fc.property(crowd, (points) => {
        const placed = [...placeLabels(points, points, frame).values()];
        placed.forEach((label, at) => {
          expect(label.x0).toBeGreaterThanOrEqual(frame.x0);
          expect(label.y0).toBeGreaterThanOrEqual(frame.y0);
          expect(label.x1).toBeLessThanOrEqual(frame.x1);
          expect(label.y1).toBeLessThanOrEqual(frame.y1);
          expect(placed.slice(at + 1).some((other) => boxesMeet(label, other))).toBe(false);
          expect(points.some((mark) => boxMeetsDisc(label, mark))).toBe(false);
        });
      }),
    );
  });

  it("labels a lone mark at its right, and at its left by the right edge", () => {
    const lone = { id: "a", x: 100, y: 100, r: 10, width: 50, height: 15 };
    expect(placeLabels([lone], [lone], frame).get("a")).toMatchObject({ anchor: "start", x0: 114 });
    const edge = { ...lone, x: 570 };
    expect(placeLabels([edge], [edge], frame).get("a")).toMatchObject({ anchor: "end", x1: 556 });
  });

  it("keeps labels off what is taken", () => {
    const lone = { id: "a", x: 100, y: 100, r: 10, width: 50, height: 15 };
    const taken = [{ x0: 110, y0: 60, x1: 200, y1: 140 }];
    expect(placeLabels([lone], [lone], frame, 4, taken).get("a")?.anchor).toBe("end");
  });

  it("serves the first point first and drops what has no room", () => {
    const first = { id: "first", x: 20, y: 20, r: 10, width: 60, height: 15 };
    const second = { ...first, id: "second" };
    const small = { x0: 0, y0: 0, x1: 100, y1: 40 };
    expect([...placeLabels([first, second], [first], small).keys()]).toEqual(["first"]);
    expect([...placeLabels([second, first], [first], small).keys()]).toEqual(["second"]);
  });
});
