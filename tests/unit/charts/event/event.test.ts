import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centred, rowsOf } from "#charts/event/bands.ts";
import { describeEvent } from "#charts/event/event.describe.ts";
import { flagsOf, layoutEvent, whenOf } from "#charts/event/event.layout.ts";
import { papersOf, seating } from "#charts/event/seating.ts";
import { en } from "#model/words/en/index.ts";
import { agreementRow, eventDetail, LONG_TITLE, seatOf } from "../../../fixtures/answers.ts";
import { boxesIn, clashes, outside, proseIn } from "../boxes.ts";

const words = en;
const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  fc.constant("Nguyễn Văn Thành"),
  fc.constant(LONG_TITLE),
);
const maybe = fc.option(text, { nil: null });
const anySeat = fc
  .record({
    name: maybe,
    native: maybe,
    role: maybe,
    rank: maybe,
    side: fc.constantFrom("home" as const, "partner" as const),
    partner: fc.constantFrom("NO", "SE", "UN"),
    seat: fc.constantFrom("head", "member", "delegation"),
    certainty: fc.constantFrom("stated" as const, "inferred" as const, "disputed" as const),
  })
  .map(seatOf);
const anyDetail = fc
  .record({
    seats: fc.array(anySeat, { maxLength: 24 }),
    partners: fc.uniqueArray(fc.constantFrom("NO", "SE", "UN"), { maxLength: 3 }),
    title: text,
    papers: fc.array(text, { maxLength: 8 }),
    parts: fc.array(text, { maxLength: 12 }),
    topics: fc.array(text, { maxLength: 5 }),
    certainty: fc.constantFrom("stated" as const, "inferred" as const, "disputed" as const),
  })
  .map(({ seats, partners, title, papers, parts, topics, certainty }) =>
    eventDetail(
      {
        seats,
        partners: partners.map((id) => ({ id, name: title, kind: "state" })),
        dateCertainty: certainty,
        placeCertainty: certainty,
        agreements: papers.map((paper, at) => agreementRow({ id: `a-${at}`, title: paper })),
        parts: parts.map((part, at) => ({ id: `e-${at}`, title: part, edtf: at % 2 ? "2019-01-29" : null })),
        topics: topics.map((label) => ({ id: label, label, parent: null })),
      },
      { title },
    ),
  );

describe("layoutEvent", () => {
  it("keeps every text apart from every other and inside the frame", () => {
    fc.assert(
      fc.property(anyDetail, fc.constantFrom(320, 360, 560, 700, 1100), (detail, width) => {
        const layout = layoutEvent(detail, { width, words });
        expect(clashes(proseIn(layout))).toEqual([]);
        expect(outside(boxesIn(layout), layout)).toEqual([]);
        const cards = [...layout.above.cards, ...layout.below.cards];
        for (const card of cards)
          expect(
            outside(
              card.prose.map((entry) => entry.box),
              { width, height: layout.height },
            ),
          ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps a card's text inside the card and the table between the sides", () => {
    fc.assert(
      fc.property(anyDetail, (detail) => {
        const layout = layoutEvent(detail, { width: 420, words });
        for (const card of [...layout.above.cards, ...layout.below.cards])
          for (const line of card.prose) {
            expect(line.box.x).toBeGreaterThanOrEqual(card.box.x);
            expect(line.box.y + line.box.height).toBeLessThanOrEqual(card.box.y + card.box.height);
          }
        for (const card of layout.above.cards) expect(card.box.y + card.box.height).toBeLessThan(layout.table.y);
        for (const card of layout.below.cards) expect(card.box.y).toBeGreaterThan(layout.table.y + layout.table.height);
      }),
      { numRuns: 40 },
    );
  });

  it("puts the head of a side in the middle of the table", () => {
    const seats = [
      seatOf({ name: "First Member", seat: "member" }),
      seatOf({ name: "Second Member", seat: "member" }),
      seatOf(),
    ];
    const { above, width } = layoutEvent(eventDetail({ seats }), { width: 700, words });
    const head = above.cards.find((card) => card.head);
    expect(head && head.box.x + head.box.width / 2).toBeCloseTo(width / 2);
  });

  it("draws every seat up to the limit and counts the rest", () => {
    const seats = Array.from({ length: 52 }, (_, at) => seatOf({ name: `Member ${at}`, seat: "member" }));
    const { above } = layoutEvent(eventDetail({ seats }), { width: 1100, words });
    expect(above.cards).toHaveLength(40);
    expect(above.cards.at(-1)?.label).toBe("and 13 more seats");
  });
});

describe("rows of seats", () => {
  it("hold every seat once", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), (seats, columns) => {
        const rows = rowsOf(seats, columns);
        expect(rows.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: seats }, (_, at) => at));
        for (const row of rows) expect(row.length).toBeLessThanOrEqual(columns);
      }),
    );
  });
  it("stand around the first", () => {
    expect(centred(3)).toEqual([1, 0, 2]);
    expect(centred(2)).toEqual([0, 1]);
    expect(centred(5)).toEqual([3, 1, 0, 2, 4]);
  });
});

describe("seating", () => {
  it.each([
    ["Secretary General", "General Secretary of the bureau", "General Secretary of the bureau"],
    ["Deputy Minister of Transport", "Deputy Minister", null],
    ["Secretary", "SECRETARY of the Coast", null],
    ["Secretary", null, null],
    [null, "Secretary", null],
  ])("has beside %s the printed %s where it says something else", (role, rolePrinted, said) => {
    const detail = eventDetail({ seats: [{ ...seatOf({ role }), rolePrinted }] });
    expect(seating(detail, words).above[0]?.seats[0]?.titlePrinted).toBe(said);
  });

  it("gives a partner without a seat an empty group", () => {
    const detail = eventDetail({ seats: [seatOf()] });
    expect(seating(detail, words).below).toEqual([{ id: "NO", label: "Norway", partner: "NO", seats: [] }]);
  });
  it("has the home side at both edges of an embassy's table", () => {
    const seats = [seatOf(), seatOf({ name: "Sif Example", body: "Embassy in Oslo" })];
    const { above, below } = seating(eventDetail({ partners: [], seats }), words);
    expect([...above, ...below].map((group) => [group.label, group.partner])).toEqual([
      ["Harbour Office", null],
      ["Embassy in Oslo", null],
    ]);
  });
  it("shows a printed form only where it differs", () => {
    const seats = [seatOf({ printed: "Elin Vaga" }), seatOf({ name: "Erik Lind", side: "partner" })];
    const { above, below } = seating(eventDetail({ seats }), words);
    expect(above[0]?.seats[0]?.printed).toBe("Elin Vaga");
    expect(below[0]?.seats[0]?.printed).toBeNull();
  });
});

describe("papers on the table", () => {
  it("are those signed or adopted at this event", () => {
    const rows = [
      agreementRow({ id: "signed" }),
      agreementRow({ id: "elsewhere", event: "e-2" }),
      agreementRow({ id: "ready", status: "ready-to-sign" }),
      agreementRow({ id: "later", status: "in-force", mentions: [{ event: "e-1", status: "signed", evidence: [] }] }),
    ];
    expect(papersOf(eventDetail({ agreements: rows })).map((paper) => paper.id)).toEqual(["signed", "later"]);
  });
});

describe("date and place", () => {
  it("are flagged where they are not stated", () => {
    const detail = eventDetail({ dateCertainty: "inferred", placeCertainty: "disputed" });
    expect(flagsOf(detail, words)).toEqual(["date inferred", "city disputed"]);
  });
  it("are not flagged twice where the words already say so", () => {
    const detail = eventDetail({ dateCertainty: "inferred" }, { date: "2019?-07-08" });
    expect(whenOf(detail, words)).toBe("8 July 2019, year inferred · Oslo");
    expect(flagsOf(detail, words)).toEqual([]);
  });
  it("say what has not been held", () => {
    expect(flagsOf(eventDetail({}, { status: "announced" }), words)).toEqual([
      "announced, not yet held at the time of the source",
    ]);
  });
});

describe("describeEvent", () => {
  it("keeps its lengths and has a row a seat", () => {
    fc.assert(
      fc.property(anyDetail, (detail) => {
        const { alt, table } = describeEvent(detail, words);
        expect(alt.short.length).toBeLessThanOrEqual(125);
        expect(alt.medium.length).toBeLessThanOrEqual(400);
        expect(table.rows).toHaveLength(detail.seats.length);
        for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
      }),
      { numRuns: 40 },
    );
  });
  it("names both sides and the paper", () => {
    const { alt } = describeEvent(eventDetail({ agreements: [agreementRow()] }), words);
    expect(alt.medium).toBe(
      "Talks with the Coast Directorate. 29 January 2019 · Oslo. Iceland: Elín Vågå, Director. Norway: Erik Lind, Director. On the table: “Memorandum on the exchange of harbour notices”, signed.",
    );
  });
});
