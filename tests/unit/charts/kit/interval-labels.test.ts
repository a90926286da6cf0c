import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, placeLabels } from "#charts/kit/interval-labels.ts";

const options = {
  left: 0,
  right: 400,
  line: 12,
  gap: 6,
  apart: 16,
  widest: 160,
  narrowest: 60,
  width: (text: string) => text.length * 6,
  fit: (text: string, width: number) => text.slice(0, Math.floor(width / 6)),
};
const box = (x0: number, x1 = x0 + 12, y0 = 0): Box => ({ x0, x1, y0, y1: y0 + 12 });
const place = (rows: readonly { box: Box; text: string; priority?: number }[]) =>
  placeLabels(
    rows.map((row, at) => ({ id: String(at), beside: row.box, text: row.text, priority: row.priority ?? 0 })),
    rows.map((row) => row.box),
    options,
  );

describe("placeLabels", () => {
  it("writes to the right where it fits, else to the left", () => {
    expect(place([{ box: box(100), text: "Minister" }])[0]).toMatchObject({ anchor: "start", x: 118 });
    expect(place([{ box: box(380), text: "Minister" }])[0]).toMatchObject({ anchor: "end", x: 374 });
  });

  it("shortens where it must, and leaves out what would be too short", () => {
    const [first] = place([
      { box: box(0), text: "A long title of a meeting" },
      { box: box(140), text: "" },
    ]);
    expect(first?.text).toBe("A long title of a");
    expect(
      place([
        { box: box(0), text: "A long title of a meeting" },
        { box: box(60), text: "" },
      ]),
    ).toEqual([]);
  });

  it("serves the more important first", () => {
    const rows = [
      { box: box(100), text: "Later one", priority: 2 },
      { box: box(200), text: "Important", priority: 0 },
    ];
    expect(place(rows).map((label) => label.text)[0]).toBe("Important");
  });

  it("never meets an obstacle, another label or an edge", () => {
    const rows = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 388 }),
        row: fc.integer({ min: 0, max: 3 }),
        text: fc.string({ minLength: 1, maxLength: 40 }),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(rows, (made) => {
        const all = made.map(({ x, row, text }) => ({ box: box(x, x + 12, row * 13), text }));
        const labels = place(all);
        const boxes = [...all.map((each) => each.box), ...labels.map((label) => label.box)];
        for (const label of labels) {
          expect(label.box.x0).toBeGreaterThanOrEqual(0);
          expect(label.box.x1).toBeLessThanOrEqual(400);
          for (const other of boxes) {
            if (other === label.box) continue;
            const apart =
              other.x1 <= label.box.x0 ||
              other.x0 >= label.box.x1 ||
              other.y1 <= label.box.y0 ||
              other.y0 >= label.box.y1;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
