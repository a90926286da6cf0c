import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeAgreements } from "#charts/agreements/agreements.describe.ts";
import { layoutAgreements } from "#charts/agreements/agreements.layout.ts";
import { grouped, groupOf } from "#charts/agreements/grouped.ts";
import type { AgreementRow } from "#model/questions.ts";
import { en as words } from "#model/words/en/index.ts";
import { agreementRow, evidenceDetail, LONG_TITLE } from "../../../fixtures/answers.ts";
import { boxesIn, clashes, outside, proseIn } from "../boxes.ts";

const STATUSES = [
  "proposed",
  "under-negotiation",
  "ready-to-sign",
  "signed",
  "adopted",
  "in-force",
  "existing-undated",
] as const;
const text = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), fc.constant(LONG_TITLE));
const anyRow = fc
  .record({
    title: text,
    printed: fc.option(text, { nil: null }),
    status: fc.constantFrom(...STATUSES),
    event: fc.constantFrom("e-1", null),
    date: fc.constantFrom("2019-01-29", "2019?-07-08", "../2005", null),
    parties: fc.array(text, { maxLength: 4 }),
    base: fc.option(fc.nat(14), { nil: null }),
    mentions: fc.array(fc.tuple(text, fc.constantFrom(...STATUSES)), { maxLength: 5 }),
    certainty: fc.constantFrom("stated" as const, "inferred" as const, "disputed" as const),
  })
  .map(({ title, printed, status, event, date, parties, base, mentions, certainty }) =>
    agreementRow(
      { title, titlePrinted: printed, status, event, date },
      {
        parties: parties.map((label, at) => ({ id: `o-${at}`, label, count: 1 })),
        implements: base === null ? null : { id: `a-${base}`, title },
        mentions: mentions.map(([name, said], at) => ({
          event: at % 2 ? null : { id: `e-${at + 5}`, title: name, edtf: null },
          status: said,
          note: null,
          evidence: [],
        })),
        evidence: [evidenceDetail(certainty)],
      },
    ),
  );
const anyAnswer = fc
  .array(anyRow, { maxLength: 14 })
  .map((rows) => rows.map((row, at): AgreementRow => ({ ...row, agreement: { ...row.agreement, id: `a-${at}` } })))
  .map((rows) => ({ total: rows.length, rows }));
const answer = (...rows: AgreementRow[]) => ({ total: rows.length, rows });

describe("layoutAgreements", () => {
  it("keeps every text apart from every other and inside its row and the frame", () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom(320, 360, 560, 700, 1100), (rows, width) => {
        const layout = layoutAgreements(rows, { width, words });
        expect(clashes(proseIn(layout))).toEqual([]);
        expect(outside(boxesIn(layout), layout)).toEqual([]);
        for (const row of layout.rows) {
          const inside = [
            row.chip.box,
            ...row.flags.map((flag) => flag.box),
            ...row.lines.map((line) => line.text.box),
            row.when.box,
          ];
          for (const box of inside) expect(box.y + box.height).toBeLessThanOrEqual(row.box.y + row.box.height);
        }
        expect(layout.rows.map((row) => row.id).toSorted()).toEqual(
          rows.rows.map((row) => row.agreement.id).toSorted(),
        );
      }),
      { numRuns: 80 },
    );
  });

  it("leads a thread from a paper to the one it implements", () => {
    const rows = [
      agreementRow({ id: "plan" }, { implements: { id: "base", title: "Base" } }),
      agreementRow({ id: "between" }),
      agreementRow({ id: "base" }),
    ];
    const { threads, rows: laid } = layoutAgreements(answer(...rows), { width: 700, words });
    expect(threads.map(({ from, to }) => [from, to])).toEqual([["plan", "base"]]);
    expect(threads[0]?.y1).toBeLessThan(laid[1]?.box.y ?? 0);
    expect(threads[0]?.y2).toBeGreaterThan(laid[2]?.box.y ?? 0);
  });

  it("counts what it does not draw", () => {
    const rows = [1, 2, 3].map((at) => agreementRow({ id: `a-${at}` }));
    const layout = layoutAgreements(answer(...rows), { width: 700, words, rowLimit: 1 });
    expect(layout.groups[0]?.count.lines[0]?.text).toBe("3");
    expect(layout.notes[0]?.lines[0]?.text).toBe("and 2 more agreements, not drawn");
  });
});

describe("groups of agreements", () => {
  it("keep signed apart from ready to sign and from recalled", () => {
    expect(groupOf(agreementRow())).toBe("done");
    expect(groupOf(agreementRow({ status: "adopted" }))).toBe("done");
    expect(groupOf(agreementRow({ status: "ready-to-sign" }))).toBe("open");
    expect(groupOf(agreementRow({ status: "in-force" }))).toBe("past");
    expect(groupOf(agreementRow({ status: "signed", event: null }))).toBe("past");
  });
  it("come in one order and lose no row", () => {
    fc.assert(
      fc.property(anyAnswer, (rows) => {
        const groups = grouped(rows);
        const order = ["done", "open", "past"];
        expect(groups.map(({ group }) => group)).toEqual(
          order.filter((group) => groups.some((entry) => entry.group === group)),
        );
        expect(groups.flatMap((group) => group.rows)).toHaveLength(rows.rows.length);
      }),
    );
  });
});

describe("describeAgreements", () => {
  it("keeps its lengths and has a row an agreement", () => {
    fc.assert(
      fc.property(anyAnswer, (rows) => {
        const { alt, table } = describeAgreements(rows, words);
        expect(alt.short.length).toBeLessThanOrEqual(125);
        expect(alt.medium.length).toBeLessThanOrEqual(400);
        expect(table.rows).toHaveLength(rows.rows.length);
        for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
      }),
      { numRuns: 40 },
    );
  });
  it("counts by status", () => {
    const rows = [agreementRow({ id: "a" }), agreementRow({ id: "b", status: "ready-to-sign" })];
    expect(describeAgreements(answer(...rows), words).alt.short).toBe("2 agreements: 1 signed and 1 ready to sign");
  });
});
