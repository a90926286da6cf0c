import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeCommitments } from "#charts/commitments/commitments.describe.ts";
import { layoutCommitments } from "#charts/commitments/commitments.layout.ts";
import type { CommitmentGroup, CommitmentRow } from "#model/questions.ts";
import { en as words } from "#model/words/en/index.ts";
import { commitmentRow, evidenceDetail, LONG_TITLE } from "../../../fixtures/answers.ts";
import { boxesIn, clashes, outside, proseIn } from "../boxes.ts";

const text = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), fc.constant(LONG_TITLE));
const anyRow = fc
  .record({
    summary: text,
    verb: fc.option(text, { nil: null }),
    act: fc.constantFrom("asks" as const, "pledges" as const, "shares-view" as const, "agrees-in-principle" as const),
    due: fc.constantFrom("2020", "../2021-05", null),
    speaker: fc.option(text, { nil: null }),
    later: fc.array(fc.tuple(fc.nat(20), text), { maxLength: 4 }),
    certainty: fc.constantFrom("stated" as const, "inferred" as const, "disputed" as const),
  })
  .map(({ summary, verb, act, due, speaker, later, certainty }) =>
    commitmentRow(
      { summary, verbPrinted: verb, act, due },
      {
        speaker,
        followUp: later.map(([to, label]) => ({
          kind: "commitment" as const,
          id: `c-${to}`,
          label,
          note: null,
          event: null,
          sameEvent: false,
        })),
        evidence: [evidenceDetail(certainty)],
      },
    ),
  );
const anyAnswer = fc
  .array(fc.tuple(text, text, fc.array(anyRow, { minLength: 1, maxLength: 6 })), { maxLength: 4 })
  .map((drawn) => {
    let next = 0;
    const groups = drawn.map(
      ([actor, addressee, rows], at): CommitmentGroup => ({
        id: `g-${at}`,
        actor,
        addressee,
        mutual: at % 2 === 1,
        rows: rows.map((row): CommitmentRow => ({ ...row, commitment: { ...row.commitment, id: `c-${next++}` } })),
      }),
    );
    return { total: next, groups };
  });
const group = (...rows: CommitmentRow[]): CommitmentGroup => ({
  id: "g",
  actor: "Iceland",
  addressee: "Norway",
  mutual: false,
  rows,
});

describe("layoutCommitments", () => {
  it("keeps every text apart from every other and inside its row and the frame", () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom(320, 360, 560, 700, 1100), (answer, width) => {
        const layout = layoutCommitments(answer, { width, words });
        expect(clashes(proseIn(layout))).toEqual([]);
        expect(outside(boxesIn(layout), layout)).toEqual([]);
        for (const row of layout.rows)
          for (const box of [row.chip.box, ...row.lines.map((line) => line.text.box), row.when.box])
            expect(box.y + box.height).toBeLessThanOrEqual(row.box.y + row.box.height);
        expect(layout.rows).toHaveLength(answer.total);
        for (const thread of layout.threads) {
          expect(thread.x).toBeGreaterThanOrEqual(0);
          expect(thread.x).toBeLessThan(layout.margin);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("heads a group with its direction and its number", () => {
    const { groups } = layoutCommitments(
      { total: 2, groups: [group(commitmentRow(), commitmentRow({ id: "c-2" }))] },
      { width: 700, words },
    );
    expect(groups.map(({ heading, count }) => [heading.lines[0]?.text, count.lines[0]?.text])).toEqual([
      ["Iceland → Norway", "2"],
    ]);
  });

  it("has the kind of act on the chip, and the printed verb beside it where it differs", () => {
    const rows = [
      commitmentRow({ id: "a", verbPrinted: "vowed", act: "pledges" }),
      commitmentRow({ id: "b", verbPrinted: null, act: "pledges" }),
      commitmentRow({ id: "c", verbPrinted: "Pledged", act: "pledges" }),
    ];
    const layout = layoutCommitments({ total: 3, groups: [group(...rows)] }, { width: 700, words });
    expect(layout.rows.map((row) => row.chip.text.lines[0]?.text)).toEqual(["pledged", "pledged", "pledged"]);
    const said = layout.rows.map((row) => row.lines.map((line) => line.text.lines[0]?.text).join(" "));
    expect(said.map((text) => /in print: “vowed”/.test(text))).toEqual([true, false, false]);
  });

  it("says what a thread leads to, and calls nothing later that was said at the same meeting", () => {
    const { threadLead } = words.commitments;
    expect(threadLead({ kind: "agreement", sameEvent: false })).toBe("The paper");
    expect(threadLead({ kind: "event", sameEvent: false })).toBe("See also");
    expect(threadLead({ kind: "commitment", sameEvent: false })).toBe("Taken up");
    expect(threadLead({ kind: "commitment", sameEvent: true })).toBe("At the same meeting");
  });

  it("leads a thread to a later row and leaves out one to a row that is not shown", () => {
    const to = (id: string) => ({
      kind: "commitment" as const,
      id,
      label: id,
      note: null,
      event: null,
      sameEvent: false,
    });
    const rows = [commitmentRow({ id: "a" }, { followUp: [to("b"), to("gone")] }), commitmentRow({ id: "b" })];
    const { threads } = layoutCommitments({ total: 2, groups: [group(...rows)] }, { width: 700, words });
    expect(threads.map(({ from, to: end }) => [from, end])).toEqual([["a", "b"]]);
  });
});

describe("describeCommitments", () => {
  it("keeps its lengths and has a row a commitment", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { alt, table } = describeCommitments(answer, words);
        expect(alt.short.length).toBeLessThanOrEqual(125);
        expect(alt.medium.length).toBeLessThanOrEqual(400);
        expect(table.rows).toHaveLength(answer.total);
        for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
      }),
      { numRuns: 40 },
    );
  });
  it("says who to whom", () => {
    const { alt } = describeCommitments({ total: 1, groups: [group(commitmentRow())] }, words);
    expect(alt.short).toBe("1 request, offer or pledge: Iceland to Norway 1");
    expect(alt.long).toBe("Iceland to Norway: asked: Share pilot training (29 January 2019).");
  });
});
