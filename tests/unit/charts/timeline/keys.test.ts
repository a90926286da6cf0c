import { describe, expect, it } from "vitest";
import { keyAction, nextBusyDays, stepTo, stopsOf } from "#charts/timeline/timeline.keys.ts";
import { layoutTimeline } from "#charts/timeline/timeline.layout.ts";
import { en } from "#model/words/en/index.ts";
import { answerOf } from "../../../fixtures/timeline-answers.ts";

const layout = layoutTimeline(
  answerOf([
    { edtf: "2019-01-01", id: "a", partners: ["KR"] },
    { edtf: "2019-02-01", id: "b", partners: ["RU"] },
    { edtf: "2019-03-01", id: "c", partners: ["KR", "RU"] },
    { edtf: "2019-06-01", id: "d", partners: ["KR"] },
    { edtf: "2019-12-01", id: "e", partners: ["LA"] },
  ]),
  { width: 900, words: en, lanes: "partner" },
);
const at = (lane: string, id: string) => {
  const found = stopsOf(layout).find((stop) => stop.lane === lane && stop.id === id);
  if (!found) throw new Error(`no ${id} in ${lane}`);
  return found;
};
const led = (lane: string, id: string, step: Parameters<typeof stepTo>[2]): string | null => {
  const found = stepTo(layout, at(lane, id), step);
  return found && `${found.lane} ${found.id}`;
};

describe("steps", () => {
  it("go through events in time, across lanes, each event once", () => {
    expect(led("KR", "a", "next")).toBe("RU b");
    expect(led("RU", "b", "next")).toBe("RU c");
    expect(led("KR", "d", "previous")).toBe("KR c");
    expect(led("RU", "c", "next")).toBe("KR d");
    expect(led("KR", "c", "previous")).toBe("RU b");
  });

  it("end where there is nothing more", () => {
    expect(led("LA", "e", "next")).toBeNull();
    expect(led("KR", "a", "previous")).toBeNull();
    expect(led("KR", "d", "up")).toBeNull();
    expect(led("LA", "e", "down")).toBeNull();
  });

  it("change the lane to what is nearest in time", () => {
    expect(led("KR", "d", "down")).toBe("RU c");
    expect(led("KR", "a", "down")).toBe("RU b");
    expect(led("LA", "e", "up")).toBe("RU c");
  });

  it("jump to the first and the last", () => {
    expect(led("RU", "c", "first")).toBe("KR a");
    expect(led("RU", "c", "last")).toBe("LA e");
    expect(stepTo(layout, null, "next")?.id).toBe("a");
    expect(stepTo(layout, null, "last")?.id).toBe("e");
  });
});

describe("keys", () => {
  it("mean what the help says", () => {
    expect(keyAction("ArrowRight")).toEqual({ kind: "step", step: "next" });
    expect(keyAction("Home")).toEqual({ kind: "step", step: "first" });
    expect(keyAction("Enter")).toEqual({ kind: "open" });
    expect(keyAction("Escape")).toEqual({ kind: "close" });
    expect(keyAction("0")).toEqual({ kind: "fit" });
  });

  it("zoom in with plus and out with minus, one undoing the other", () => {
    const [plus, minus] = [keyAction("+"), keyAction("-")];
    if (plus?.kind !== "zoom" || minus?.kind !== "zoom") throw new Error("no zoom");
    expect(plus.factor).toBeLessThan(1);
    expect(plus.factor * minus.factor).toBeCloseTo(1);
  });

  it("leave other keys alone", () => {
    for (const key of ["a", "Tab", "toString", "constructor", "F5"]) expect(keyAction(key)).toBeNull();
  });
});

describe("what lies outside of the window", () => {
  const full = { start: 0, end: 99 };
  const held = new Uint32Array(10);
  const announced = new Uint32Array(10);
  held[1] = 3;
  announced[7] = 1;
  const busy = (start: number, end: number, forward: boolean, seen: readonly { start: number; end: number }[] = []) =>
    nextBusyDays([held, announced], full, { start, end }, seen, forward);

  it("is found in the overview, in either direction", () => {
    expect(busy(20, 39, true)).toEqual({ start: 70, end: 79 });
    expect(busy(20, 39, false)).toEqual({ start: 10, end: 19 });
  });

  it("is not an event that is seen already and only goes on for long", () => {
    expect(busy(20, 39, true, [{ start: 20, end: 75 }])).toBeNull();
    expect(busy(20, 39, false, [{ start: 10, end: 25 }])).toEqual({ start: 10, end: 19 });
  });

  it("is nothing beyond the last", () => {
    expect(busy(60, 89, true)).toBeNull();
    expect(busy(0, 9, false)).toBeNull();
  });
});
