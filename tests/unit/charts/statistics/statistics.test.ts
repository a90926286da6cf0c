import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "#charts/statistics/blocks.ts";
import { describeStatistics } from "#charts/statistics/statistics.describe.ts";
import { layoutStatistics } from "#charts/statistics/statistics.layout.ts";
import type { StatisticRow } from "#model/questions.ts";
import { en as words } from "#model/words/en/index.ts";
import { evidenceDetail, LONG_TITLE, statisticRow } from "../../../fixtures/answers.ts";
import { boxesIn, clashes, outside, proseIn } from "../boxes.ts";

const text = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), fc.constant(LONG_TITLE));
const anyRow = fc
  .record({
    drug: fc.option(text, { nil: null }),
    value: fc.oneof(fc.nat(2_000_000), fc.double({ min: 0, max: 1e18, noNaN: true })),
    unit: fc.constantFrom("kg" as const, "pills" as const, "persons" as const, "cases" as const),
    indicator: fc.constantFrom("drug-seizure" as const, "drug-cases" as const, "trafficking-victims" as const),
    period: fc.constantFrom("2019", "2018/2019", null),
    asOf: fc.constantFrom("../2019-11-15", "2019-05-01", null),
    country: fc.constantFrom("VN", "NO"),
    reporter: fc.option(text, { nil: null }),
    certainty: fc.constantFrom("stated" as const, "inferred" as const, "disputed" as const),
  })
  .map(({ reporter, certainty, ...statistic }) =>
    statisticRow(statistic, { reporter, evidence: [evidenceDetail(certainty)] }),
  );
const anyAnswer = fc
  .array(anyRow, { maxLength: 18 })
  .map((rows) => rows.map((row, at): StatisticRow => ({ ...row, statistic: { ...row.statistic, id: `st-${at}` } })))
  .map((rows) => ({ total: rows.length, rows }));

const answer = (...rows: StatisticRow[]) => ({ total: rows.length, rows });

describe("layoutStatistics", () => {
  it("keeps every text apart from every other and inside the frame, and draws every figure once", () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom(320, 360, 700, 1100), (rows, width) => {
        const layout = layoutStatistics(rows, { width, words });
        expect(clashes(proseIn(layout))).toEqual([]);
        expect(outside(boxesIn(layout.blocks.map((block) => [block.marks, block.grid])), layout)).toEqual([]);
        const drawn = layout.blocks.flatMap((block) => block.marks.map((mark) => mark.id));
        expect(drawn.toSorted()).toEqual(rows.rows.map((row) => row.statistic.id).toSorted());
      }),
      { numRuns: 80 },
    );
  });

  it("says of a block what the record notes of its rows, each note once", () => {
    const note = "Told in November: not a full year.";
    const rows = ["trafficking-cases", "trafficking-victims"].map((indicator, at) =>
      statisticRow({ id: `st-${at}`, indicator: indicator as "trafficking-cases", unit: "cases", note }),
    );
    const { heading } = layoutStatistics(answer(...rows), { width: 700, words }).blocks[0] ?? { heading: [] };
    const said = heading.flatMap(({ lines }) => lines.map((line) => line.text)).join(" ");
    expect(said.split(note)).toHaveLength(2);
    const { alt, table } = describeStatistics(answer(...rows), words);
    expect(alt.long).toContain(note);
    expect(table.rows.map(({ cells }) => cells.at(-1))).toEqual([note, note]);
  });

  it("draws bars as long as their values and still shows the smallest", () => {
    const rows = [1000, 500, 0.01].map((value, at) => statisticRow({ id: `st-${at}`, drug: `drug ${at}`, value }));
    const bars = layoutStatistics(answer(...rows), { width: 700, words }).blocks[0]?.marks.map(
      (mark) => mark.bar?.width ?? 0,
    );
    expect((bars?.[0] ?? 0) / (bars?.[1] ?? 1)).toBeCloseTo(2);
    expect(bars?.[2]).toBe(2);
  });

  it("stands single figures side by side as far as there is room, row by row", () => {
    const rows = [2011, 2012, 2013, 2014].map((year) =>
      statisticRow({ id: `st-${year}`, indicator: "drug-cases", unit: "cases", period: String(year), asOf: null }),
    );
    const tops = (width: number) =>
      layoutStatistics(answer(...rows), { width, words }).blocks.map(({ box }) => Math.round(box.y));
    const rowsOf = (width: number) => tops(width).map((y, _, all) => [...new Set(all)].indexOf(y));
    expect(rowsOf(800)).toEqual([0, 0, 0, 1]);
    expect(rowsOf(500)).toEqual([0, 0, 1, 1]);
    expect(rowsOf(320)).toEqual([0, 1, 2, 3]);
  });
});

describe("blocksOf", () => {
  it("never puts two units, periods, as-of dates, countries or reporters on one axis", () => {
    fc.assert(
      fc.property(anyAnswer, (rows) => {
        const byId = new Map(rows.rows.map((row) => [row.statistic.id, row]));
        for (const block of blocksOf(rows, words)) {
          const of = (pick: (row: StatisticRow) => unknown) =>
            new Set(block.items.map((item) => pick(byId.get(item.id) ?? statisticRow()))).size;
          expect(of((row) => row.statistic.period)).toBe(1);
          expect(of((row) => row.statistic.asOf)).toBe(1);
          expect(of((row) => row.statistic.country)).toBe(1);
          expect(of((row) => row.reporter)).toBe(1);
          if (block.kind === "bars")
            expect([of((row) => row.statistic.unit), of((row) => row.statistic.indicator)]).toEqual([1, 1]);
        }
      }),
    );
  });

  it("keeps kilograms and pills of one drug apart", () => {
    const blocks = blocksOf(
      answer(
        statisticRow({ id: "kg-1", drug: "synthetic drugs", value: 1755.74 }),
        statisticRow({ id: "kg-2", drug: "heroin", value: 1584.36 }),
        statisticRow({ id: "pills", drug: "synthetic drugs", value: 1_363_495, unit: "pills" }),
      ),
      words,
    );
    expect(blocks.map((block) => [block.kind, block.heading, block.items.map((item) => item.label)])).toEqual([
      ["bars", "Drugs seized, kilograms", ["synthetic drugs", "heroin"]],
      ["numerals", "Drugs seized, pills", ["pills of synthetic drugs"]],
    ]);
    expect(blocks[0]?.context).toBe(
      "Iceland · as of 15 November 2019, start not printed · according to Harbour Office",
    );
  });

  it("tells two rows of one label apart by when they were told", () => {
    const rows = [
      statisticRow({ id: "a" }),
      statisticRow({ id: "b" }, { event: { id: "e-2", title: "Talks", edtf: "2020-02" } }),
    ];
    expect(blocksOf(answer(...rows), words)[0]?.items.map((item) => item.label)).toEqual([
      "heroin, told 27 November 2019",
      "heroin, told February 2020",
    ]);
  });
});

describe("describeStatistics", () => {
  it("keeps its lengths and has a row a figure", () => {
    fc.assert(
      fc.property(anyAnswer, (rows) => {
        const { alt, table } = describeStatistics(rows, words);
        expect(alt.short.length).toBeLessThanOrEqual(125);
        expect(alt.medium.length).toBeLessThanOrEqual(400);
        expect(table.rows.map((row) => row.id)).toEqual(rows.rows.map((row) => row.statistic.id));
        for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
      }),
      { numRuns: 40 },
    );
  });
  it("says there are none", () => {
    expect(describeStatistics(answer(), words).alt.long).toBe("No figures are reported in what is shown.");
  });
});

describe("the period of a figure", () => {
  it.each([
    ["2019", null, "2019"],
    ["../2019-11-15", "2019-11-15", "as of 15 November 2019, start not printed"],
    ["../2019-11-15", null, "as of 15 November 2019, start not printed"],
    [null, "../2019-11-15", "as of 15 November 2019, start not printed"],
    ["2019", "2019-11-15", "2019, as of 15 November 2019"],
    [null, null, "no period given"],
  ])("%s and as of %s", (span, asOf, said) => expect(words.statistics.period(span, asOf)).toBe(said));
});
