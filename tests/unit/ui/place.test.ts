import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leftEdge, side } from "#ui/place.ts";

const view = { width: 320, height: 600 };

describe("side", () => {
  const at = (top: number) => ({ left: 0, right: 40, top, bottom: top + 30 });
  it("keeps the wished side while the panel fits there", () => {
    expect(side(at(10), { width: 100, height: 200 }, view, "below")).toBe("below");
    expect(side(at(300), { width: 100, height: 200 }, view, "above")).toBe("above");
  });
  it("turns over at the window's edge", () => {
    expect(side(at(500), { width: 100, height: 200 }, view, "below")).toBe("above");
    expect(side(at(10), { width: 100, height: 40 }, view, "above")).toBe("below");
  });
  it("takes the roomier side when the panel fits on neither", () => {
    expect(side(at(100), { width: 100, height: 900 }, view, "below")).toBe("below");
    expect(side(at(400), { width: 100, height: 900 }, view, "below")).toBe("above");
  });
});

describe("leftEdge", () => {
  it("lines up with the anchor where there is room", () => {
    const anchor = { left: 100, right: 160, top: 0, bottom: 20 };
    expect(leftEdge(anchor, 50, view, "start")).toBe(100);
    expect(leftEdge(anchor, 50, view, "end")).toBe(110);
    expect(leftEdge(anchor, 50, view, "center")).toBe(105);
  });
  it("never leaves the window while the panel fits in it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 500 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: view.width - 16 }),
        fc.constantFrom("start" as const, "center" as const, "end" as const),
        (left, wide, width, align) => {
          const x = leftEdge({ left, right: left + wide, top: 0, bottom: 20 }, width, view, align);
          expect(x).toBeGreaterThanOrEqual(8);
          expect(x + width).toBeLessThanOrEqual(view.width - 8);
        },
      ),
    );
  });
});
