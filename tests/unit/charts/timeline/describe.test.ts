import { describe, expect, it } from "vitest";
import { ALT_MEDIUM, ALT_SHORT } from "#charts/kit/figure-text.ts";
import { describeTimeline } from "#charts/timeline/timeline.describe.ts";
import type { TimelineAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { answerOf, crowd, nameOf, RELEASES } from "../../../fixtures/timeline-answers.ts";

const described = (answer: TimelineAnswer) =>
  describeTimeline(answer, { words: en, lanes: "partner", partnerName: nameOf, placeName: (id) => `place ${id}` });

describe("describeTimeline", () => {
  const answer = answerOf(RELEASES, { window: ["2018-03-01", "2020-12-31"] });
  const text = described(answer);

  it("keeps alt texts within their lengths", () => {
    for (const said of [
      text,
      described(answerOf([])),
      described(answerOf(crowd(200, 1, ["KR", "RU"], ["2010-01-01", "2019-12-31"]))),
    ]) {
      expect(said.alt.short.length).toBeLessThanOrEqual(ALT_SHORT);
      expect(said.alt.medium.length).toBeLessThanOrEqual(ALT_MEDIUM);
      expect(said.alt.medium.startsWith(said.alt.short)).toBe(true);
    }
  });

  it("says kind, number and period first", () => {
    expect(text.alt.short).toBe("Timeline by partner: 14 meetings, April 2018 to December 2020.");
  });

  it("has a row for each event, once, in order of time, with as many cells as columns", () => {
    expect(text.table.rows.length).toBe(RELEASES.length);
    expect(new Set(text.table.rows.map((row) => row.id)).size).toBe(RELEASES.length);
    for (const row of text.table.rows) expect(row.cells.length).toBe(text.table.columns.length);
    expect(text.table.rows[0]?.cells[0]).toContain("April 2018");
  });

  it("tells dates in words with their doubts", () => {
    const dates = text.table.rows.map((row) => row.cells[0]);
    expect(dates).toContain("8 July 2019, year inferred");
    expect(dates).toContain("on a day within 15–18 October 2019");
    expect(dates).toContain("8–13 September 2019, disputed");
  });

  it("counts in a window only what lies in it", () => {
    const spring = described(answerOf(RELEASES, { window: ["2018-01-01", "2018-12-31"] }));
    expect(spring.alt.medium).toContain("INTERPOL 3");
    expect(spring.alt.medium).not.toMatch(/Republic of Korea|Russia/);
    expect(described(answerOf(RELEASES, { window: ["2017-01-01", "2017-12-31"] })).alt.medium).not.toContain("Most");
  });

  it("names every event in the long text", () => {
    for (const row of text.table.rows) expect(text.alt.long).toContain(row.cells[1]);
  });

  it("tells of lanes too full to draw by their numbers", () => {
    const lanes = answer.lanes.map((lane, at) => (at ? lane : { ...lane, marks: null, bins: new Uint32Array(10) }));
    const dense = described({ ...answer, lanes });
    expect(dense.alt.short).toContain("density");
    const row = dense.table.rows.find(({ id }) => id === lanes[0]?.id);
    expect(row?.cells[1]).toBe(`${lanes[0]?.label}: ${lanes[0]?.inWindow} events, drawn as density`);
    expect(row?.cells.length).toBe(dense.table.columns.length);
  });

  it("says where nothing matches", () => {
    expect(described(answerOf([])).alt.short).toBe(en.timeline.altNothing);
  });
});
