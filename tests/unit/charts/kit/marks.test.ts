import { describe, expect, it } from "vitest";
import { hatchPath, type MarkShape, outlineDash, shapePath, shapeStrips } from "#charts/kit/marks.ts";

const SHAPES: readonly MarkShape[] = ["circle", "square", "triangle", "house", "bar", "diamond"];
const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const xs = (path: string): number[] => numbers(path.replace(/A[^M]*?0 0 1 /g, "L")).filter((_, at) => at % 2 === 0);

describe("shapes", () => {
  it.each(SHAPES)("%s is a closed outline about its centre", (shape) => {
    const path = shapePath(shape, 50, 20, 12);
    expect(path.startsWith("M")).toBe(true);
    expect(path.endsWith("Z")).toBe(true);
    for (const number of numbers(path)) expect(Number.isFinite(number)).toBe(true);
  });

  it.each(SHAPES)("%s is cut into strips from left to right that meet", (shape) => {
    const strips = shapeStrips(shape, 50, 20, 12, 12, 3);
    expect(strips.length).toBe(3);
    for (const strip of strips) expect(strip).toMatch(/^M.*Z$/);
    const [first, second] = strips;
    expect(Math.max(...xs(first ?? ""))).toBeCloseTo(Math.min(...xs(second ?? "")), 1);
  });

  it("is one piece where there is one colour", () => {
    expect(shapeStrips("circle", 0, 0, 10, 10, 1)).toEqual([shapePath("circle", 0, 0, 10)]);
  });

  it("is dashed in as many whole dashes on every side", () => {
    const { strokeDasharray } = outlineDash("square", 10, 10);
    const [dash = 0, space = 0] = strokeDasharray.split(" ").map(Number);
    const dashes = 40 / (dash + space);
    expect(dashes).toBeCloseTo(12, 1);
    expect(Math.round(dashes) % 4).toBe(0);
  });
});

describe("hatchPath", () => {
  it("stays within its box", () => {
    const points = numbers(hatchPath(10, 20, 100, 40, 8));
    points.forEach((value, at) => {
      const [low, high] = at % 2 === 0 ? [10, 110] : [20, 60];
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    });
    expect(points.length).toBeGreaterThan(40);
  });
});
