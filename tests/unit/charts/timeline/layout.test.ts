import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisX } from "#charts/kit/ticks.ts";
import type { PlacedMark, TimelineLayout } from "#charts/timeline/geometry.ts";
import { layoutTimeline } from "#charts/timeline/timeline.layout.ts";
import { textWidth } from "#lib/text-width.ts";
import type { TimelineAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { answerOf, crowd, type MarkParts, RELEASES } from "../../../fixtures/timeline-answers.ts";

const laid = (answer: TimelineAnswer, width = 1000, more = {}): TimelineLayout =>
  layoutTimeline(answer, { width, words: en, lanes: "partner", ...more });

const marksOf = (layout: TimelineLayout): readonly PlacedMark[] => layout.lanes.flatMap((lane) => lane.marks);
const markNamed = (layout: TimelineLayout, title: string): PlacedMark => {
  const found = marksOf(layout).find((placed) => placed.mark.title === title);
  if (!found) throw new Error(`no mark named ${title}`);
  return found;
};

interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}
const meet = (a: Box, b: Box): boolean =>
  a.x0 < b.x1 - 0.01 && b.x0 < a.x1 - 0.01 && a.y0 < b.y1 - 0.01 && b.y0 < a.y1 - 0.01;
const labelBox = (placed: PlacedMark): Box | null => {
  if (!placed.label) return null;
  const { text, x, y, anchor } = placed.label;
  const width = textWidth(text, 11.5, "sans");
  return { x0: anchor === "start" ? x : x - width, x1: anchor === "start" ? x + width : x, y0: y - 6, y1: y + 6 };
};

const types = ["meeting", "talks", "courtesy-call", "conference", "visit", "embassy-visit"] as const;
const day = fc.integer({ min: 17_600, max: 18_300 }).map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
const event: fc.Arbitrary<MarkParts> = fc
  .record({
    first: day,
    length: fc.integer({ min: 0, max: 40 }),
    type: fc.constantFrom(...types),
    status: fc.constantFrom("held", "announced", "recalled" as const),
    partners: fc.subarray(["KR", "RU", "LA", "UN"], { minLength: 1, maxLength: 3 }),
    papers: fc.array(fc.constant("Paper"), { maxLength: 5 }),
    title: fc.string({ minLength: 1, maxLength: 60 }),
    container: fc.boolean(),
  })
  .map(({ first, length, ...rest }) => {
    const last = new Date(Date.parse(first) + length * 86_400_000).toISOString().slice(0, 10);
    return { ...rest, edtf: length ? `${first}/${last}` : first };
  });

describe("layoutTimeline", () => {
  it("never lets marks or labels of a lane overlap, nor leave the plot", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), fc.integer({ min: 300, max: 1600 }), (events, width) => {
        const layout = laid(answerOf(events), width);
        for (const lane of layout.lanes) {
          const boxes: Box[] = [
            ...lane.marks.map((placed) => placed.box),
            ...lane.marks.map(labelBox).filter((box) => box !== null),
          ];
          boxes.forEach((box, at) => {
            expect(box.x0).toBeGreaterThanOrEqual(layout.plot.left - 3);
            expect(box.x1).toBeLessThanOrEqual(layout.plot.right + 3);
            expect(box.y0).toBeGreaterThanOrEqual(lane.y);
            expect(box.y1).toBeLessThanOrEqual(lane.y + lane.height);
            for (const other of boxes.slice(at + 1)) expect(meet(box, other)).toBe(false);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for the same answer", () => {
    const answer = answerOf(RELEASES);
    expect(laid(answer)).toEqual(laid(answer));
  });

  it("draws an event in the lane of each of its partners, that partner's colour first", () => {
    const layout = laid(answerOf([{ edtf: "2019-01-29", partners: ["RU", "KR"] }]));
    expect(marksOf(layout).map((placed) => [placed.lane, placed.tints])).toEqual([
      ["RU", ["RU", "KR"]],
      ["KR", ["KR", "RU"]],
    ]);
  });

  it("lays a meeting of unknown day on its whole span, never on a day of it", () => {
    const layout = laid(answerOf(RELEASES, { window: ["2019-10-08", "2019-10-24"] }));
    const { band, cx } = markNamed(layout, "Under-Secretary-General Voronkov");
    expect(band?.x0).toBeCloseTo(axisX(layout.axis, 18_184));
    expect(band?.x1).toBeCloseTo(axisX(layout.axis, 18_188));
    expect(cx).toBeCloseTo(((band?.x0 ?? 0) + (band?.x1 ?? 0)) / 2);
  });

  it("draws a conference over the days it filled, and one known only by its month as within it", () => {
    const layout = laid(
      answerOf([
        { edtf: "2019-09-08/2019-09-13", type: "conference", title: "days" },
        { edtf: "2019-10", type: "conference", title: "month" },
      ]),
    );
    const days = markNamed(layout, "days");
    expect(days.band).toBeNull();
    expect(days.width).toBeCloseTo(axisX(layout.axis, 6) - axisX(layout.axis, 0));
    expect(markNamed(layout, "month").band).not.toBeNull();
  });

  it("puts a container below its parts, and shows one without parts in its lane as a mark", () => {
    const visit = {
      edtf: "2018-04-10/2018-04-12",
      type: "visit",
      container: true,
      partners: ["KR"],
      title: "visit",
    } as const;
    const withParts = laid(answerOf([visit, { edtf: "2018-04-11", title: "part" }]));
    expect(withParts.lanes[0]?.brackets.map((bracket) => bracket.mark.title)).toEqual(["visit"]);
    expect(marksOf(withParts).map((placed) => placed.mark.title)).toEqual(["part"]);
    const part = markNamed(withParts, "part");
    const bracket = withParts.lanes[0]?.brackets[0];
    expect(bracket?.y).toBeGreaterThan(part.box.y1 - 1);
    expect(bracket?.stretch.x0).toBeLessThanOrEqual(part.box.x0);
    const alone = laid(answerOf([visit]));
    expect(marksOf(alone).map((placed) => placed.shape)).toEqual(["bar"]);
  });

  it("fills by status and marks an inferred day by dashes", () => {
    const layout = laid(
      answerOf([
        { edtf: "2019-01-01", title: "held" },
        { edtf: "2019-03-01", title: "inferred", dateCertainty: "inferred" },
        { edtf: "2019-06-01", title: "announced", status: "announced" },
        { edtf: "2019-09-01", title: "recalled", status: "recalled" },
      ]),
    );
    expect(marksOf(layout).map(({ mark, fill, dashed }) => [mark.title, fill, dashed])).toEqual([
      ["held", "solid", false],
      ["inferred", "light", true],
      ["announced", "hollow", false],
      ["recalled", "faded", false],
    ]);
    expect(markNamed(layout, "recalled").width).toBeLessThan(markNamed(layout, "held").width);
  });

  it("attaches papers to their event, at most three", () => {
    const layout = laid(answerOf([{ edtf: "2019-01-29", papers: ["a", "b", "c", "d", "e"] }]));
    const [placed] = marksOf(layout);
    expect(placed?.papers.map((paper) => paper.title)).toEqual(["a", "b", "c"]);
    expect(placed?.morePapers).toBe(2);
    expect(placed?.papers[0]?.cx).toBeGreaterThan((placed?.cx ?? 0) + (placed?.width ?? 0) / 2);
  });

  it("stacks the meetings of one day apart", () => {
    const layout = laid(answerOf(Array.from({ length: 6 }, () => ({ edtf: "2019-01-29" }))));
    const ys = marksOf(layout).map((placed) => placed.cy);
    expect(new Set(ys).size).toBe(6);
    expect(new Set(marksOf(layout).map((placed) => placed.cx)).size).toBe(1);
  });

  it("turns lanes beyond their room, or beyond the budget, into density of the same events", () => {
    const full = laid(answerOf(crowd(900, 1, ["KR"], ["2019-01-01", "2019-12-31"])));
    expect(full.lanes[0]?.marks).toEqual([]);
    expect(full.lanes[0]?.density?.events).toBe(900);
    const answer = answerOf(crowd(60, 2, ["KR", "RU"], ["2012-01-01", "2019-12-31"]));
    const spared = laid(answer, 1000, { markBudget: 30 });
    expect(spared.lanes.map((lane) => lane.density !== null)).toEqual([true, false]);
    expect(laid(answer).lanes.every((lane) => lane.density === null)).toBe(true);
  });

  it("hatches what lies after the last day anything was held, and nothing where nothing is announced there", () => {
    const layout = laid(answerOf(RELEASES, { heldUntil: "2019-11-27" }));
    expect(layout.ahead?.x).toBeCloseTo(axisX(layout.axis, 18_228));
    expect(laid(answerOf(RELEASES, { heldUntil: "2020-12-31" })).ahead).toBeNull();
    expect(laid(answerOf(RELEASES, { heldUntil: null })).ahead).toBeNull();
  });

  it("moves names above the lanes where it is narrow", () => {
    const narrow = laid(answerOf(RELEASES), 340);
    expect(narrow.compact).toBe(true);
    expect(narrow.plot.left).toBe(0);
    for (const lane of narrow.lanes)
      for (const placed of lane.marks) expect(placed.box.y0).toBeGreaterThan(lane.labelY + 4);
  });

  it("keeps lanes at least as high as they were", () => {
    const answer = answerOf([{ edtf: "2019-01-29" }]);
    const floors = new Map([["KR", 120]]);
    expect(laid(answer, 1000, { floors }).lanes[0]?.height).toBe(120);
  });

  it("names lanes that stand for no value or for many", () => {
    const answer = answerOf([{ edtf: "2019-01-29", partners: [] }, { edtf: "2019-01-30" }], {
      laneOf: (mark) => (mark.partners.length ? ["~rest"] : ["~none"]),
      laneLabel: (id) => id,
    });
    expect(laid(answer).lanes.map((lane) => lane.fullLabel)).toEqual(["No partner named", "All others"]);
    const byType = answerOf([{ edtf: "2019-01-29", type: "courtesy-call" }], {
      laneOf: (mark) => [mark.type],
      laneLabel: (id) => id,
    });
    expect(laid(byType, 1000, { lanes: "type" }).lanes[0]?.fullLabel).toBe("Courtesy call");
  });

  it("says so where there is nothing", () => {
    expect(laid(answerOf([])).empty?.text).toBe(en.timeline.nothing);
    expect(laid(answerOf(RELEASES)).empty).toBeNull();
  });

  it("draws open dates up to the edge", () => {
    const answer = answerOf([{ edtf: "2019-01-29" }, { edtf: "../2019-03-01", title: "until" }]);
    const placed = markNamed(laid(answer), "until");
    expect(placed.band?.openStart).toBe(true);
    expect(placed.band?.x0).toBe(laid(answer).plot.left);
  });
});
