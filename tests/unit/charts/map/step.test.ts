import { describe, expect, it } from "vitest";
import { stepTo } from "#charts/map/step.ts";

const marks = [
  { id: "middle", x: 0, y: 0 },
  { id: "east", x: 100, y: 10 },
  { id: "far-east", x: 300, y: 0 },
  { id: "north", x: 20, y: -80 },
  { id: "south-west", x: -30, y: 60 },
];

describe("stepTo", () => {
  it("goes to the nearest mark in the direction", () => {
    expect(stepTo(marks, "middle", "right")).toBe("east");
    expect(stepTo(marks, "east", "right")).toBe("far-east");
    expect(stepTo(marks, "middle", "up")).toBe("north");
    expect(stepTo(marks, "middle", "down")).toBe("south-west");
  });

  it("takes what lies aside before it gives up, and stops at the edge", () => {
    expect(stepTo(marks, "middle", "left")).toBe("south-west");
    expect(stepTo(marks, "far-east", "right")).toBeNull();
  });

  it("starts at the first mark", () => {
    expect(stepTo(marks, "nowhere", "left")).toBe("middle");
    expect(stepTo([], "nowhere", "left")).toBeNull();
  });
});
