import { describe, expect, it } from "vitest";
import { bytes, count, duration, table, times } from "../../../bench/table.ts";

describe("numbers of a result", () => {
  it("gives durations in the unit that reads best", () => {
    expect([null, 8.34, 27.6, 999, 1_000, 2_345, 61_200].map(duration)).toEqual([
      "–",
      "8.3 ms",
      "28 ms",
      "999 ms",
      "1.00 s",
      "2.35 s",
      "61.2 s",
    ]);
  });

  it("gives sizes, counts and ratios", () => {
    expect([null, 12, 34_001, 8_140_000, 640_000_000].map(bytes)).toEqual(["–", "1 kB", "35 kB", "8.1 MB", "640 MB"]);
    expect([null, 100, 1_000, 1_000_000].map(count)).toEqual(["–", "100", "1\u2009000", "1\u2009000\u2009000"]);
    expect([null, 1.44, 23.2].map(times)).toEqual(["", "1.4×", "23×"]);
  });
});

describe("table", () => {
  it("writes Markdown whose cells cannot break it", () => {
    expect(table(["", "100"], [["a|b", "1\n2"]])).toBe("|  | 100 |\n|---|--:|\n| a\\|b | 1 2 |");
    expect(table(["a", "b"], [], "text")).toBe("| a | b |\n|---|---|");
  });
});
