import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeMarks, inferredOf, OUTLINE } from "#charts/map/arrange.ts";
import { fitMap } from "#charts/map/map.layout.ts";
import { crowd, place, record } from "../../../fixtures/places.ts";

const overlaps = (marks: readonly { x: number; y: number; r: number }[]): number => {
  let found = 0;
  marks.forEach((one, at) => {
    for (const other of marks.slice(at + 1))
      if (Math.hypot(one.x - other.x, one.y - other.y) < one.r + other.r) found++;
  });
  return found;
};

describe("arrangeMarks", () => {
  it("never lets two marks overlap and never loses a place", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 8 }),
        (seed, count, step) => {
          const list = crowd(count, [-5, 40, 15, 55], seed);
          const base = fitMap(list, 640, 380);
          const marks = arrangeMarks(list, base, 2 ** (step / 2));
          expect(overlaps(marks)).toBe(0);
          const ids = marks.flatMap((mark) => mark.places.map((one) => one.id)).sort();
          expect(ids).toEqual(list.map((one) => one.id).sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps room for the dashes around a mark that is partly inferred", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const list = crowd(12, [-5, 40, 15, 55], seed).map((one) => ({ ...one, inferred: one.count > 1 ? 1 : 0 }));
        const marks = arrangeMarks(list, fitMap(list, 640, 380), 1);
        const drawn = marks.map((mark) => ({ ...mark, r: mark.r + (inferredOf(mark) === "some" ? OUTLINE : 0) }));
        expect(overlaps(drawn)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves places with room of their own where they are", () => {
    const base = fitMap(record.places, 800, 440);
    const marks = arrangeMarks(record.places, base, 3);
    for (const mark of marks) expect([mark.x, mark.y]).toEqual([mark.anchorX, mark.anchorY]);
    expect(marks[0]?.id).toBe("sochi");
  });

  it("moves a few neighbours aside and puts many together, until the deepest zoom", () => {
    const few = Array.from({ length: 4 }, (_, at) => ({ ...place("seoul"), id: `s${at}` }));
    const base = fitMap(few, 640, 380);
    const aside = arrangeMarks(few, base, 1);
    expect(aside).toHaveLength(4);
    expect(aside.filter((mark) => mark.x !== mark.anchorX || mark.y !== mark.anchorY)).toHaveLength(3);

    const many = Array.from({ length: 30 }, (_, at) => ({ ...place("seoul"), id: `s${at}` }));
    const together = arrangeMarks(many, base, 1);
    expect(together).toHaveLength(1);
    expect(together[0]).toMatchObject({ id: "~s0", count: 30 });
    expect(arrangeMarks(many, base, base.zoom[1])).toHaveLength(30);
  });

  it("makes areas follow the number of meetings", () => {
    const list = [place("lyon", { count: 4 }), place("seoul", { count: 1 })];
    const [four, one] = arrangeMarks(list, fitMap(list, 800, 440), 1);
    expect((four?.r ?? 0) / (one?.r ?? 1)).toBeCloseTo(2);
  });

  it("does not depend on the order of the answer", () => {
    const list = crowd(50, [-5, 40, 15, 55]);
    const base = fitMap(list, 640, 380);
    expect(arrangeMarks([...list].reverse(), base, 1)).toEqual(arrangeMarks(list, base, 1));
  });
});
