import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIGHT } from "#charts/kit/theme.ts";
import { layoutMap, type MapOptions } from "#charts/map/map.layout.ts";
import { decodeShapes } from "#charts/map/shapes.ts";
import { textWidth } from "#lib/text-width.ts";
import { en } from "#model/words/en/index.ts";
import { crowd, partner, place, places, record } from "../../../fixtures/places.ts";
import { pointsOf } from "./points-of.ts";

const options: MapOptions = {
  width: 800,
  height: 440,
  view: null,
  theme: LIGHT,
  words: en,
  lit: new Set(),
  still: false,
};

describe("layoutMap", () => {
  it("stands the same before and after the land is there", () => {
    const before = layoutMap(record, null, options);
    const after = layoutMap(record, decodeShapes(), options);
    expect(before.marks).toEqual(after.marks);
    expect(before.labels).toEqual(after.labels);
    expect(before.paths.land).toBe("");
    expect(after.paths.land.length).toBeGreaterThan(10_000);
    expect(before.paths.sphere).toBe(after.paths.sphere);
  });

  it("cuts a still drawing at its frame", () => {
    const shapes = decodeShapes();
    const still = layoutMap(record, shapes, { ...options, still: true }).paths.land;
    const moving = layoutMap(record, shapes, options).paths.land;
    expect(still.length).toBeLessThan(moving.length / 2);
    const points = pointsOf(still);
    expect(points.length).toBeGreaterThan(1000);
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(-8.1);
      expect(x).toBeLessThanOrEqual(808.1);
      expect(y).toBeGreaterThanOrEqual(-8.1);
      expect(y).toBeLessThanOrEqual(448.1);
    }
  });

  it("draws a still view as sharp and full as the whole", () => {
    const view = { k: 3, x: -100, y: -180 };
    const still = layoutMap(record, decodeShapes(), { ...options, still: true, view });
    expect(still.landView).toEqual({ k: 1, x: 0, y: 0 });
    const xs = pointsOf(still.paths.land).map(([x]) => x);
    expect(Math.min(...xs)).toBeCloseTo(0);
    expect(Math.max(...xs)).toBeCloseTo(800);
    const moving = layoutMap(record, null, { ...options, view });
    expect(moving.landView).toEqual(view);
    expect(still.marks).toEqual(moving.marks);
  });

  it("moves everything together in a pan", () => {
    const here = layoutMap(record, null, { ...options, view: { k: 2, x: -300, y: -100 } });
    const there = layoutMap(record, null, { ...options, view: { k: 2, x: -290, y: -120 } });
    expect(there.paths).toBe(here.paths);
    for (const mark of here.marks) {
      const moved = there.marks.find((one) => one.id === mark.id);
      if (!moved) continue;
      expect(moved.x - mark.x).toBeCloseTo(10);
      expect(moved.y - mark.y).toBeCloseTo(-20);
    }
  });

  it("parts a ring by partner and leaves the rest to meetings without one", () => {
    const answer = places([place("lyon", { count: 4, partners: [partner("INTERPOL", 3)] })]);
    const [mark] = layoutMap(answer, null, options).marks;
    expect(mark?.parts.map((part) => part.fill)).toEqual([LIGHT.partner("INTERPOL"), LIGHT.quiet]);
    expect(mark?.text).toBe("4");
    expect(mark?.said).toBe("Lyon, France: 4 meetings, with INTERPOL");
  });

  it("tells inferred, announced and recalled places apart from stated ones", () => {
    const { marks, labels } = layoutMap(record, null, { ...options, view: { k: 0.5, x: 200, y: 100 } });
    const by = Object.fromEntries(marks.map((mark) => [mark.id, mark]));
    expect(by.hanoi?.inferred).toBe("all");
    expect(by.sochi?.inferred).toBe("none");
    expect(by.naypyidaw).toMatchObject({ kind: "recalled", parts: [], text: null });
    expect(labels.find((one) => one.id === "hanoi")?.note).toBe("inferred");
    const some = layoutMap(places([place("lyon", { count: 3, inferred: 1 })]), null, options).marks[0];
    expect(some?.inferred).toBe("some");
  });

  it("points at a few places outside the frame", () => {
    const { pointers, marks } = layoutMap(record, null, options);
    expect(marks.some((mark) => mark.id === "newyork")).toBe(false);
    expect(pointers.map((pointer) => pointer.id)).toEqual(["newyork"]);
    expect(pointers[0]?.x).toBeCloseTo(12);
    expect(Math.abs(pointers[0]?.angle ?? 0)).toBeGreaterThan(90);
  });

  it("marks the selected, fades the others, lights what is asked", () => {
    const answer = places(record.places.map((one) => ({ ...one, selected: one.id === "lyon" })));
    const { marks } = layoutMap(answer, null, { ...options, lit: new Set(["s3"]) });
    const by = Object.fromEntries(marks.map((mark) => [mark.id, mark]));
    expect(by.lyon).toMatchObject({ selected: true, faded: false, lit: false });
    expect(by.sochi).toMatchObject({ selected: false, faded: true, lit: true });
  });

  it("says so where there is nothing to show", () => {
    expect(layoutMap(places([]), null, options)).toMatchObject({ marks: [], labels: [], note: en.map.noPlaces });
  });

  it("keeps all labels in the frame at any zoom and size", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 240, max: 1600 }),
        fc.integer({ min: 0, max: 6 }),
        (seed, width, step) => {
          const answer = places(crowd(40, [-10, 35, 40, 60], seed));
          const { labels } = layoutMap(answer, null, { ...options, width, view: { k: 2 ** (step / 2), x: 0, y: 0 } });
          for (const one of labels) {
            const size = textWidth(one.name, one.size, one.strong ? "sans-bold" : "sans");
            const left = one.anchor === "start" ? one.x : one.anchor === "end" ? one.x - size : one.x - size / 2;
            expect(left).toBeGreaterThanOrEqual(0);
            expect(left + size).toBeLessThanOrEqual(width);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("survives odd coordinates and hostile names", () => {
    const odd = places([
      place("lyon", { id: "__proto__", name: "<script>".repeat(1000), lat: 90, lon: 180 }),
      place("seoul", { id: "constructor", lat: -90, lon: -180, count: 123456 }),
    ]);
    const { marks } = layoutMap(odd, null, options);
    expect(marks.map((mark) => mark.id).sort()).toEqual(["__proto__", "constructor"]);
    for (const mark of marks) expect(Number.isFinite(mark.x + mark.y + mark.r)).toBe(true);
  });
});
