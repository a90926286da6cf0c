import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeOfficials } from "#charts/officials/officials.describe.ts";
import { layoutOfficials } from "#charts/officials/officials.layout.ts";
import { misprints, monogram, STRIP_DOT, stripOf } from "#charts/officials/people.ts";
import type { OfficialsAnswer } from "#model/questions.ts";
import { en as words } from "#model/words/en/index.ts";
import { LONG_TITLE, officialRow } from "../../../fixtures/answers.ts";
import { boxesIn, clashes, outside, proseIn } from "../boxes.ts";

const text = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 50 }), fc.constant(LONG_TITLE));
const maybe = fc.option(text, { nil: null });
const day = fc
  .tuple(fc.integer({ min: 17000, max: 18500 }), fc.nat(6))
  .map(([start, more]) => ({ start, end: start + more }));
const anyRow = fc
  .record({
    name: text,
    native: maybe,
    rank: maybe,
    role: maybe,
    organization: text,
    printedAs: fc.array(text, { maxLength: 3 }),
    kind: fc.constantFrom("person" as const, "seat" as const),
    side: fc.constantFrom("home" as const, "partner" as const),
    partner: fc.constantFrom("KR", "INTERPOL", null),
    meetings: fc.nat(400),
    signed: fc.nat(3),
    said: fc.nat(30),
    days: fc.array(day, { maxLength: 12 }),
  })
  .map(officialRow);
const anyAnswer = fc.array(anyRow, { maxLength: 12 }).map(
  (rows): OfficialsAnswer => ({
    total: rows.length,
    people: rows.filter((row) => row.kind === "person").length,
    seats: rows.filter((row) => row.kind === "seat").length,
    rows: rows.map((row, at) => ({ ...row, id: `p-${at}` })),
    span: { start: 17000, end: 18500 },
  }),
);

describe("layoutOfficials", () => {
  it("keeps every text apart from every other, in its card and in the frame", () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom(320, 360, 700, 1100), (answer, width) => {
        const layout = layoutOfficials(answer, { width, words });
        expect(clashes(proseIn(layout))).toEqual([]);
        expect(outside(boxesIn(layout.cards.map(({ strip, ...card }) => [card, strip.box])), layout)).toEqual([]);
        for (const card of layout.cards)
          for (const { box } of [...card.texts, ...card.tally]) {
            expect(box.x + box.width).toBeLessThanOrEqual(card.box.x + card.box.width);
            expect(box.y + box.height).toBeLessThanOrEqual(card.strip.box.y);
          }
        expect(layout.cards.map((card) => card.id)).toEqual(answer.rows.map((row) => row.id));
      }),
      { numRuns: 60 },
    );
  });
});

describe("monogram", () => {
  it.each([
    ["Tô Lâm", "TL"],
    ["Nguyễn Văn Thành", "NT"],
    ["Moon Moo-il", "MM"],
    ["문무일", "문"],
    ["élan", "É"],
    ["<script> “Q”", "SQ"],
    ["— …", "·"],
    ["", "·"],
  ])("of %s is %s", (name, letters) => expect(monogram(name)).toBe(letters));

  it("is short for any name", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 500 }),
        (name) => monogram(name).length > 0 && [...monogram(name)].length < 24,
      ),
    );
  });
});

describe("stripOf", () => {
  const span = { start: 17000, end: 17100 };
  it("places the first day at the left end and the last at the right", () => {
    const marks = stripOf(
      [
        { start: 17000, end: 17000 },
        { start: 17100, end: 17100 },
      ],
      span,
      106,
    );
    expect(marks).toEqual([
      { x: 0, width: STRIP_DOT, count: 1 },
      { x: 100, width: STRIP_DOT, count: 1 },
    ]);
  });
  it("draws a span of days as a bar and cuts an open end at the strip's", () => {
    expect(stripOf([{ start: 17010, end: 17020 }], span, 106)).toEqual([{ x: 10, width: 10 + STRIP_DOT, count: 1 }]);
    expect(stripOf([{ start: Number.NEGATIVE_INFINITY, end: 17020 }], span, 106)).toEqual([
      { x: 0, width: 20 + STRIP_DOT, count: 1 },
    ]);
  });
  it("stays inside the strip, loses no day in it, and draws no more marks than it has room for", () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 400 }), fc.integer({ min: 20, max: 300 }), (days, width) => {
        const whole = { start: 17000, end: 18510 };
        const marks = stripOf(days, whole, width);
        expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(days.length);
        for (const mark of marks) {
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x + mark.width).toBeLessThanOrEqual(width + 0.5);
        }
      }),
    );
  });
  it("is empty without a span", () => expect(stripOf([{ start: 1, end: 1 }], null, 100)).toEqual([]));
});

describe("misprints", () => {
  it("are forms that differ in more than diacritics", () =>
    expect(misprints("Tô Lâm", ["To Lam", "TO LAM", "To Lan"])).toEqual(["To Lan"]));
});

describe("describeOfficials", () => {
  it("keeps its lengths and has a row an official", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { alt, table } = describeOfficials(answer, words);
        expect(alt.short.length).toBeLessThanOrEqual(125);
        expect(alt.medium.length).toBeLessThanOrEqual(400);
        expect(table.rows).toHaveLength(answer.rows.length);
        for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
      }),
      { numRuns: 40 },
    );
  });
});
