import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { densityAt, densityOfBins, densityOfMarks, densityPath } from "#charts/timeline/density.layout.ts";
import { packLane, UNIT_LEAST } from "#charts/timeline/lane.layout.ts";
import { answerOf, crowd } from "../../../fixtures/timeline-answers.ts";

const edges = [0, 800] as const;
const axis = { start: 0, end: 400, left: 0, right: 800 };

describe("density", () => {
  it("never rises above its room", () => {
    const marks = fc.array(
      fc.tuple(fc.double({ min: -20, max: 820, noNaN: true }), fc.double({ min: 1, max: 60, noNaN: true })),
      { minLength: 1, maxLength: 300 },
    );
    fc.assert(
      fc.property(marks, fc.integer({ min: 20, max: 140 }), (extents, room) => {
        const made = densityOfMarks(
          extents.map(([x0, width]) => ({ x0, x1: x0 + width })),
          edges,
          room,
        );
        for (const height of made.heights) {
          expect(height).toBeGreaterThanOrEqual(0);
          expect(height).toBeLessThanOrEqual(room + 0.01);
        }
      }),
    );
  });

  it("has the outline of the stacks it takes over from", () => {
    const answer = answerOf(crowd(150, 11, ["KR"], ["2019-01-01", "2019-12-31"]));
    const marks = answer.lanes[0]?.marks ?? [];
    const time = { start: answer.window.start, end: answer.window.end + 1, left: 0, right: 800 };
    const packed = packLane(marks, time, edges, 10_000);
    const small = packed.extents.map(({ cx }) => ({ x0: cx - UNIT_LEAST / 2, x1: cx + UNIT_LEAST / 2 }));
    const made = densityOfMarks(small, edges, 10_000);
    const stacked = Math.max(...made.heights) / made.unit;
    expect(made.unit).toBe(UNIT_LEAST);
    const deepest = Math.max(
      ...small.map(
        ({ x0, x1 }) => small.filter((other) => other.x0 < (x0 + x1) / 2 && other.x1 > (x0 + x1) / 2).length,
      ),
    );
    expect(Math.abs(stacked - deepest)).toBeLessThanOrEqual(3);
  });

  it("draws an event of the answer's bins where its day lies, in whatever window is drawn", () => {
    const bins = new Uint32Array(40);
    bins[20] = 5;
    const made = densityOfBins(bins, { start: 0, end: 399 }, axis, edges, 70);
    expect(densityAt(made, axis, 411)?.events).toBeGreaterThanOrEqual(1);
    expect(densityAt(made, axis, 350)).toBeNull();
    const moved = densityOfBins(bins, { start: 0, end: 399 }, { ...axis, start: 200, end: 600 }, edges, 70);
    expect(densityAt(moved, axis, 11)).not.toBeNull();
    expect(densityAt(moved, axis, 411)).toBeNull();
    expect(made.events).toBe(5);
  });

  it("is drawn as closed steps on the baseline", () => {
    const made = densityOfMarks(
      [
        { x0: 10, x1: 17 },
        { x0: 100, x1: 107 },
      ],
      edges,
      70,
    );
    const path = densityPath(made, 50);
    expect(path.match(/M/g)?.length).toBe(2);
    expect(path.match(/Z/g)?.length).toBe(2);
    expect(path.startsWith("M10 50V43")).toBe(true);
    expect(densityPath(densityOfMarks([], edges, 70), 50)).toBe("");
  });
});
