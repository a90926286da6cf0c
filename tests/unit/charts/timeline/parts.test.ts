import { describe, expect, it } from "vitest";
import { hitTest } from "#charts/timeline/hit.ts";
import { layoutLegend } from "#charts/timeline/legend.layout.ts";
import { layoutStrip, withFrame } from "#charts/timeline/overview.layout.ts";
import { tooltipPlace } from "#charts/timeline/Tooltip.tsx";
import { boundsOf } from "#charts/timeline/timeline.controller.ts";
import { layoutTimeline } from "#charts/timeline/timeline.layout.ts";
import { brushed, edgeKey, gripAt } from "#charts/timeline/useBrush.ts";
import { wheelWindow } from "#charts/timeline/useTimelineGestures.ts";
import type { TimelineAnswer } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { answerOf, crowd, nameOf, RECALLED, RELEASES } from "../../../fixtures/timeline-answers.ts";

const laid = (answer: TimelineAnswer, width = 1000) => layoutTimeline(answer, { width, words: en, lanes: "partner" });
const overviewOf = (answer: TimelineAnswer, window = answer.window) =>
  withFrame(
    layoutStrip(answer, {
      width: 1000,
      left: 180,
      words: en,
      bounds: boundsOf(answer.full, answer.extent, window),
    }),
    window,
  );

describe("what is under the pointer", () => {
  const layout = laid(answerOf(RELEASES));
  const talks = layout.lanes[0]?.marks.find((placed) => placed.mark.papers.length > 0);
  if (!talks) throw new Error("no talks");

  it("is the mark there or the nearest within reach", () => {
    for (const off of [0, 6, 14]) {
      const hit = hitTest(layout, talks.cx - off, talks.cy);
      expect(hit?.kind === "event" && hit.mark.id).toBe(talks.mark.id);
    }
    expect(hitTest(layout, talks.cx - 40, talks.cy)).toBeNull();
  });

  it("is nothing outside of the plot", () => {
    expect(hitTest(layout, 20, talks.cy)).toBeNull();
    expect(hitTest(layout, talks.cx, 5)).toBeNull();
  });

  it("is a number of events and their days where the lane is dense", () => {
    const answer = answerOf(crowd(900, 5, ["KR"], ["2019-01-01", "2019-12-31"]));
    const dense = laid(answer);
    const row = dense.lanes[0];
    const column = row?.density?.heights.findIndex((height) => height > 20) ?? -1;
    const hit = hitTest(dense, (row?.density?.x ?? 0) + column * 2 + 1, (row?.baseline ?? 0) - 3);
    expect(hit?.kind).toBe("density");
    if (hit?.kind !== "density") return;
    expect(hit.events).toBeGreaterThan(1);
    expect(hit.start).toBeGreaterThanOrEqual(answer.window.start - 4);
    expect(hit.end).toBeGreaterThanOrEqual(hit.start);
  });
});

describe("tooltip", () => {
  it("stays inside the figure", () => {
    for (const x of [0, 5, 150, 315, 320]) {
      const place = tooltipPlace({ x, y: 60 }, 320, 400);
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.left + place.width).toBeLessThanOrEqual(312);
    }
  });

  it("stands below where there is no room above", () => {
    expect(tooltipPlace({ x: 100, y: 40 }, 900, 400)).toHaveProperty("top");
    expect(tooltipPlace({ x: 100, y: 300 }, 900, 400)).toHaveProperty("bottom");
  });
});

describe("legend", () => {
  it("explains what is drawn and nothing else", () => {
    const one = layoutLegend(laid(answerOf([{ edtf: "2019-01-29" }])), en, nameOf);
    expect(one.items.map((item) => item.id)).toEqual(["meeting"]);
    const all = layoutLegend(laid(answerOf([...RECALLED, ...RELEASES])), en, nameOf);
    expect(all.items.map((item) => item.id)).toContain("recalled");
    expect(new Set(all.items.map((item) => item.id)).size).toBe(all.items.length);
  });

  it("explains partners' colours where lanes do not", () => {
    const lanes = { laneOf: () => ["one"], laneLabel: () => "One" };
    const layout = layoutTimeline(answerOf(RELEASES, lanes), { width: 1000, words: en, lanes: "topic" });
    const texts = layoutLegend(layout, en, nameOf).items.map((item) => item.text);
    expect(texts).toContain("Cambodia");
    expect(layoutLegend(laid(answerOf(RELEASES)), en, nameOf).items.map((item) => item.text)).not.toContain("Cambodia");
  });

  it("breaks into rows that fit", () => {
    const narrow = layoutLegend(laid(answerOf(RELEASES), 320), en, nameOf);
    expect(new Set(narrow.items.map((item) => item.y)).size).toBeGreaterThan(1);
    for (const item of narrow.items) expect(item.textX).toBeLessThan(320);
  });
});

describe("overview", () => {
  it("has a bar where something matches, by status", () => {
    const layout = overviewOf(answerOf([...RECALLED, ...RELEASES]));
    expect(layout.bars.recalled.length).toBeGreaterThan(0);
    expect(layout.bars.announced.length).toBeGreaterThan(0);
    for (const bar of [...layout.bars.held, ...layout.bars.recalled]) {
      expect(bar.x).toBeGreaterThanOrEqual(layout.strip.x);
      expect(bar.x + bar.width).toBeLessThanOrEqual(layout.strip.x + layout.strip.width);
      expect(bar.y).toBeGreaterThan(0);
    }
  });

  it("keeps its frame wide enough to take hold of", () => {
    const answer = answerOf([...RECALLED, ...RELEASES]);
    const { window } = overviewOf(answer, { start: 17_900, end: 17_902 });
    expect(window.x1 - window.x0).toBeGreaterThanOrEqual(6);
  });

  it("is taken by its ends, its inside, or drawn anew", () => {
    const answer = answerOf(RELEASES);
    const layout = overviewOf(answer, { start: 17_800, end: 18_000 });
    const { x0, x1 } = layout.window;
    expect([x0, x1, (x0 + x1) / 2, x0 - 40, x1 + 40].map((x) => gripAt(layout, x))).toEqual([
      "start",
      "end",
      "move",
      "draw",
      "draw",
    ]);
  });

  it("moves, resizes and draws its frame by days", () => {
    const bounds = { start: 0, end: 1000 };
    const held = { start: 100, end: 199 };
    expect(brushed("move", held, 150, 170, bounds)).toEqual({ start: 120, end: 219 });
    expect(brushed("start", held, 100, 150, bounds)).toEqual({ start: 150, end: 199 });
    expect(brushed("end", held, 200, 100, bounds)).toEqual({ start: 100, end: 102 });
    expect(brushed("draw", held, 500, 400, bounds)).toEqual({ start: 400, end: 499 });
  });

  it("has ends that keys move", () => {
    const bounds = { start: 0, end: 1000 };
    const window = { start: 100, end: 139 };
    expect(edgeKey("start", "ArrowRight", window, bounds)).toEqual({ start: 101, end: 139 });
    expect(edgeKey("end", "Home", window, bounds)).toEqual({ start: 100, end: 102 });
    expect(edgeKey("end", "End", window, bounds)).toEqual({ start: 100, end: 1000 });
    expect(edgeKey("end", "PageUp", window, bounds)).toEqual({ start: 100, end: 149 });
    expect(edgeKey("start", "x", window, bounds)).toBeNull();
    expect(edgeKey("start", "valueOf", window, bounds)).toBeNull();
  });
});

describe("wheel", () => {
  const state = { window: { start: 100, end: 199 }, bounds: { start: 0, end: 1000 }, left: 0, right: 500 };
  const turn = (turned: Partial<Parameters<typeof wheelWindow>[0]>) =>
    wheelWindow({ dx: 0, dy: 0, shift: false, ctrl: false, ...turned }, 0.5, state);

  it("zooms in upward and out downward", () => {
    expect(turn({ dy: -100 }).start).toBeGreaterThan(100);
    expect(turn({ dy: 100 }).start).toBeLessThan(100);
  });

  it("moves where it is turned sideways or with shift", () => {
    expect(turn({ dx: 50 })).toEqual({ start: 110, end: 209 });
    expect(turn({ dy: 50, shift: true })).toEqual({ start: 110, end: 209 });
  });

  it("zooms faster for a pinch of the touchpad", () => {
    expect(turn({ dy: -20, ctrl: true }).start).toBeGreaterThan(turn({ dy: -20 }).start);
  });
});
