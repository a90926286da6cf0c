import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foremostMatrix, roomOf } from "#charts/topics/foremost.ts";
import type { MatrixAnswer } from "#model/questions.ts";

const counted = (kind: string, counts: readonly number[]) =>
  counts.map((count, at) => ({ id: `${kind}${at}`, label: `${kind} ${at}`, count }));

const matrices = fc
  .record({
    partners: fc.array(fc.nat(50), { maxLength: 20 }),
    topics: fc.array(fc.nat(50), { maxLength: 20 }),
  })
  .map(({ partners, topics }): MatrixAnswer => {
    const cells = partners.length * topics.length;
    return {
      partners: counted("p", partners),
      topics: counted("t", topics),
      cells: Uint32Array.from({ length: cells }, (_, at) => at),
      events: Array.from({ length: cells }, (_, at) => [`e${at}`]),
    };
  });

describe("foremostMatrix", () => {
  it("keeps the largest rows and columns in their order, with the cells they had", () => {
    fc.assert(
      fc.property(
        matrices,
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        (answer, rows, columns) => {
          const part = foremostMatrix(answer, { partners: rows, topics: columns });
          expect(part.partners).toHaveLength(Math.min(rows, answer.partners.length));
          expect(part.topics).toHaveLength(Math.min(columns, answer.topics.length));
          expect(answer.partners.filter((one) => part.partners.includes(one))).toEqual(part.partners);
          const left = answer.partners.filter((one) => !part.partners.includes(one));
          const least = Math.min(...part.partners.map((one) => one.count));
          for (const one of left) expect(one.count).toBeLessThanOrEqual(least);
          part.partners.forEach((partner, row) => {
            part.topics.forEach((topic, column) => {
              const before = answer.partners.indexOf(partner) * answer.topics.length + answer.topics.indexOf(topic);
              const at = row * part.topics.length + column;
              expect(part.cells[at]).toBe(answer.cells[before]);
              expect(part.events[at]).toBe(answer.events[before]);
            });
          });
        },
      ),
    );
  });

  it("keeps what is selected whatever it counts", () => {
    const answer: MatrixAnswer = {
      partners: counted("p", [9, 8, 0]),
      topics: counted("t", [3]),
      cells: Uint32Array.of(9, 8, 0),
      events: [[], [], []],
    };
    const part = foremostMatrix(answer, { partners: 2, topics: 1, keptPartners: ["p2"] });
    expect(part.partners.map((one) => one.id)).toEqual(["p0", "p2"]);
    expect([...part.cells]).toEqual([9, 0]);
  });

  it("has room for about as many cells as asked", () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 120, max: 2000 }), (answer, cells) => {
        const room = roomOf(answer, cells);
        const drawn = Math.min(room.partners, answer.partners.length) * Math.min(room.topics, answer.topics.length);
        expect(drawn).toBeLessThanOrEqual(cells);
      }),
    );
  });
});
