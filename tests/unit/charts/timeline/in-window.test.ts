import { describe, expect, it } from "vitest";
import { countedInWindow, spanShown } from "#charts/timeline/in-window.ts";
import { answerOf, RELEASES } from "../../../fixtures/timeline-answers.ts";

describe("what a window holds", () => {
  it("is said from the first to the last day on which there is something", () => {
    const at = (start: number, end: number) => ({ start, end });
    const extent = at(100, 200);
    expect(spanShown({ window: at(90, 210), extent })).toEqual(extent);
    expect(spanShown({ window: at(150, 210), extent })).toEqual(at(150, 200));
    expect(spanShown({ window: at(120, 130), extent })).toEqual(at(120, 130));
    expect(spanShown({ window: at(300, 400), extent })).toEqual(at(300, 400));
  });

  it("is counted lane by lane, and by no lane where one is too full for its marks", () => {
    const answer = answerOf(RELEASES, { window: ["2018-01-01", "2018-12-31"] });
    const counts = Object.fromEntries(countedInWindow(answer).map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({ INTERPOL: 3, KR: 0, RU: 0 });
    const lanes = answer.lanes.map((lane, at) => (at ? lane : { ...lane, marks: null, bins: new Uint32Array(4) }));
    expect(countedInWindow({ ...answer, lanes })).toBe(lanes);
  });
});
