import { describe, expect, it } from "vitest";
import type { Cell } from "../../../bench/cells.ts";
import { FRAME, races, verdicts } from "../../../bench/targets.ts";

const cell = (subject: string, size: number, more: Partial<Cell> = {}): Cell => ({
  subject,
  size,
  runs: 5,
  load: 100,
  filter: 20,
  clear: 20,
  frames: { median: 16, p95: 17, worst: 30 },
  lag: 10,
  heap: 30_000_000,
  memory: 90_000_000,
  nodes: 3_000,
  shipped: null,
  failed: {},
  right: true,
  errors: [],
  ...more,
});

const reached = (cells: readonly Cell[], what: string): readonly (boolean | null)[] =>
  verdicts(cells)
    .filter((verdict) => verdict.what === what)
    .map((verdict) => verdict.reached);

describe("verdicts", () => {
  it.each([
    [100, 300],
    [100_000, 200],
    [1_000_000, 150],
  ])("allow loading %i events a multiple of the floor that falls with size", (size, limit) => {
    const floor = cell("floor", size);
    expect(reached([floor, cell("ours", size, { load: limit })], "load, JSON")).toEqual([true]);
    expect(reached([floor, cell("ours", size, { load: limit + 1 })], "load, JSON")).toEqual([false]);
  });

  it("allow a choice one frame more than the floor, and twice the floor at a million", () => {
    const at = (size: number, filter: number): readonly (boolean | null)[] =>
      reached([cell("floor", size), cell("ours", size, { filter })], "partner = KR");
    expect(at(10_000, 20 + FRAME)).toEqual([true]);
    expect(at(10_000, 21 + FRAME)).toEqual([false]);
    expect(at(1_000_000, 40)).toEqual([true]);
    expect(at(1_000_000, 41)).toEqual([false]);
  });

  it("hold memory to a limit only where there is one", () => {
    const heap = (size: number, used: number): readonly (boolean | null)[] =>
      reached([cell("ours", size, { heap: used })], "JS heap after load");
    expect(heap(10_000, 900_000_000)).toEqual([]);
    expect(heap(100_000, 40_000_000)).toEqual([true]);
    expect(heap(100_000, 40_000_001)).toEqual([false]);
    expect(heap(1_000_000, 150_000_001)).toEqual([false]);
  });

  it("know no answer without the floor, and no excuse for what did not finish", () => {
    expect(reached([cell("ours", 100)], "load, JSON")).toEqual([null]);
    expect(reached([cell("floor", 100), cell("ours", 100, { load: null })], "load, JSON")).toEqual([false]);
  });
});

describe("races", () => {
  const ours = cell("ours", 10_000, { load: 90, filter: 20 });
  const peers = [cell("a", 10_000, { load: 100, filter: null }), cell("b", 10_000, { load: 95, filter: 19 })];

  it("set ours beside the fastest of the others", () => {
    const all = races([ours, ...peers], ["a", "b"]);
    expect(all.find(({ measure }) => measure === "load")).toMatchObject({
      best: { subject: "b", value: 95 },
      ahead: true,
    });
    expect(all.find(({ measure }) => measure === "filter")).toMatchObject({ best: { value: 19 }, ahead: false });
  });

  it("are won where nobody else finished, and lost where ours did not", () => {
    const alone = races([ours, cell("a", 10_000, { load: null })], ["a"]);
    expect(alone.find(({ measure }) => measure === "load")).toMatchObject({ best: null, ahead: true });
    const lost = races([cell("ours", 10_000, { load: null })], []);
    expect(lost.find(({ measure }) => measure === "load")?.ahead).toBe(false);
  });

  it("begin where being ahead is asked for", () => {
    const small = races([cell("ours", 1_000)], []);
    expect(small.map(({ measure }) => measure)).toEqual(["load"]);
  });
});
