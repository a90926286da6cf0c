import { describe, expect, it } from "vitest";
import { cellOf, inTurn, series } from "../../../bench/cell.ts";
import type { Run, Step } from "../../../bench/cells.ts";

const run = (more: Partial<Run> = {}): Run => ({
  load: 100,
  filter: 20,
  clear: 10,
  frames: [16, 17],
  lag: 5,
  heap: 1,
  memory: 2,
  nodes: 3,
  shipped: null,
  count: 9,
  chosen: 4,
  failed: null,
  errors: [],
  ...more,
});

const counts = (value: number) => ({ events: value, dated: value, meetings: value });
const expected = { all: counts(9), korea: counts(4) };
const subject = {
  name: "a",
  label: "A",
  entry: null,
  role: "peer",
  kind: "json",
  counts: "events",
  packages: [],
} as const;

describe("cellOf", () => {
  it("takes medians over the pages that got so far, and all frames together", () => {
    const runs = [run(), run({ load: 300, frames: [50] }), run({ load: 200, clear: null })];
    expect(cellOf(subject, 9, runs, expected)).toMatchObject({
      runs: 3,
      load: 200,
      clear: 10,
      frames: { worst: 50 },
      right: true,
    });
  });

  it("says which step failed and whether rows are missing", () => {
    const failed = run({ clear: null, chosen: 3, failed: { step: "clear", why: "over 60 s" } });
    expect(cellOf(subject, 9, [failed], expected)).toMatchObject({ failed: { clear: "over 60 s" }, right: false });
    expect(cellOf(subject, 9, [run({ count: null })], expected).right).toBeNull();
  });
});

describe("series", () => {
  const taking = async (answers: readonly Run[], runs = answers.length) => {
    const skipped: (readonly Step[])[] = [];
    const pages = series({
      runs,
      budget: 60_000,
      once: async (skip) => {
        skipped.push([...skip]);
        return answers[skipped.length - 1] as Run;
      },
    });
    await inTurn([pages]);
    return { skipped, taken: pages.taken.length };
  };

  it("leaves out a step that failed before, and measures the others", async () => {
    const failed = run({ failed: { step: "clear", why: "over 60 s" } });
    expect(await taking([failed, run()])).toEqual({ skipped: [[], ["filter", "clear"]], taken: 2 });
  });

  it("gives up on what does not load", async () => {
    expect((await taking([run({ failed: { step: "load", why: "page crashed" } }), run()])).taken).toBe(1);
  });

  it("begins no page beyond its budget", async () => {
    const pages = series({ runs: 5, budget: 0, once: async () => run() });
    await inTurn([pages]);
    expect(pages.taken).toHaveLength(1);
  });

  it("takes one page of each in turn, until all have theirs", async () => {
    const order: string[] = [];
    const of = (name: string, runs: number) =>
      series({
        runs,
        budget: 60_000,
        once: async () => {
          order.push(name);
          return run();
        },
      });
    await inTurn([of("a", 3), of("b", 1), of("c", 2)]);
    expect(order.join("")).toBe("abcaca");
  });
});
