import { describe, expect, it } from "vitest";
import { stepInGrid } from "#charts/topics/step.ts";

const size = { rows: 3, columns: 4 };
const from = (row: number, column: number, key: string, far = false) => stepInGrid({ row, column }, size, key, far);

describe("stepInGrid", () => {
  it("moves by one, onto the heads too", () => {
    expect(from(1, 1, "ArrowRight")).toEqual({ row: 1, column: 2 });
    expect(from(0, 1, "ArrowUp")).toEqual({ row: -1, column: 1 });
    expect(from(1, 0, "ArrowLeft")).toEqual({ row: 1, column: -1 });
  });

  it("stops at the edges and at the corner that is not there", () => {
    expect(from(2, 0, "ArrowDown")).toBeNull();
    expect(from(0, 3, "ArrowRight")).toBeNull();
    expect(from(-1, 0, "ArrowLeft")).toBeNull();
    expect(from(0, -1, "ArrowUp")).toBeNull();
  });

  it("jumps to the ends of a row and of the grid", () => {
    expect(from(1, 2, "Home")).toEqual({ row: 1, column: -1 });
    expect(from(1, 2, "End")).toEqual({ row: 1, column: 3 });
    expect(from(1, 2, "End", true)).toEqual({ row: 2, column: 3 });
    expect(from(-1, 2, "Home")).toEqual({ row: -1, column: 0 });
  });

  it("leaves other keys alone", () => {
    expect(from(1, 1, "a")).toBeNull();
    expect(from(1, 3, "End")).toBeNull();
  });
});
