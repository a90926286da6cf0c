import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGroup, type Group, type Heard } from "#embed/link.ts";

type State = Readonly<Record<string, unknown>>;
const EMPTY: State = {
  ...{ partner: [], topic: [], type: [], official: [], place: [], certainty: [] },
  ...{ from: null, to: null, q: "", event: null, window: null, lanes: "partner" },
};

/** A frame as ours are: it answers every order with its state, later, and with the state it then has. */
const frameIn = (group: Group, figure: string, start: State = {}) => {
  let state: State = { ...EMPTY, ...start };
  const orders: State[] = [];
  const waiting: (() => void)[] = [];
  const hear = group.join((order) => {
    orders.push(order);
    waiting.push(() => {
      state = { ...state, ...order };
      answers.push(() => say("state"));
    });
  });
  const answers: (() => void)[] = [];
  const say = (type: string, data: Heard["data"] = { state: structuredClone(state) }): void =>
    hear({ type, figure, data });
  const step = (): boolean => {
    const next = waiting.shift() ?? answers.shift();
    next?.();
    return next !== undefined;
  };
  return {
    orders,
    say,
    step,
    state: () => state,
    ready: () => say("ready"),
    select: (kind: string, id: string, more: State = {}) => say("select", { kind, id, ...more }),
    letGo: () => say("deselect", {}),
    turn: (next: State) => {
      state = { ...state, ...next };
      answers.push(() => say("state"));
    },
  };
};
type Frame = ReturnType<typeof frameIn>;

/** Lets all that is under way arrive. Throws where it does not end. */
const settle = (...frames: readonly Frame[]): void => {
  for (let turns = 0; frames.some((frame) => frame.step()); turns++) if (turns > 2000) throw new Error("without end");
};

const pair = (): readonly [Frame, Frame] => {
  const group = createGroup();
  const frames = [frameIn(group, "map"), frameIn(group, "timeline", { topic: ["drugs"] })] as const;
  for (const frame of frames) frame.ready();
  return frames;
};

describe("figures that are linked", () => {
  it("show what was chosen in one, but not the one itself, until it is let go", () => {
    const [map, timeline] = pair();
    map.select("place", "seoul");
    settle(map, timeline);
    expect(timeline.orders).toEqual([{ place: ["seoul"] }]);
    map.select("partner", "KR");
    settle(map, timeline);
    expect(timeline.state()).toEqual({ ...EMPTY, topic: ["drugs"], partner: ["KR"] });
    map.letGo();
    settle(map, timeline);
    expect(timeline.state()).toEqual({ ...EMPTY, topic: ["drugs"] });
    expect(map.orders).toEqual([]);
    expect(timeline.orders).toHaveLength(3);
  });
  it("give a clause of their own way to what is chosen, and have it back", () => {
    const [map, timeline] = pair();
    map.select("topic", "cyber", { partner: "KR" });
    settle(map, timeline);
    expect(timeline.orders).toEqual([{ partner: ["KR"], topic: ["cyber"] }]);
    map.letGo();
    settle(map, timeline);
    expect(timeline.state()).toEqual({ ...EMPTY, topic: ["drugs"] });
  });
  it("narrow each other when something is chosen in both", () => {
    const [map, timeline] = pair();
    map.select("place", "seoul");
    timeline.select("partner", "KR");
    settle(map, timeline);
    expect([map.state().partner, map.state().place]).toEqual([["KR"], []]);
    expect([timeline.state().partner, timeline.state().place]).toEqual([[], ["seoul"]]);
    timeline.letGo();
    settle(map, timeline);
    expect(map.state()).toEqual(EMPTY);
    expect(timeline.state().place).toEqual(["seoul"]);
  });
  it("keep an event for figures of one, a window for timelines, and what no filter has for nobody", () => {
    const group = createGroup();
    const [first, second] = [frameIn(group, "timeline"), frameIn(group, "timeline")];
    const [event, map] = [frameIn(group, "event"), frameIn(group, "map")];
    const all = [first, second, event, map];
    for (const frame of all) frame.ready();
    first.select("event", "e1");
    first.turn({ window: "2019-01-01..2019-12-31" });
    map.select("agreement", "a1");
    settle(...all);
    expect(all.map(({ orders }) => orders)).toEqual([
      [],
      [{ window: "2019-01-01..2019-12-31" }],
      [{ event: "e1" }],
      [],
    ]);
  });
  it("follow a filter that was changed in one, also those that come later", () => {
    const group = createGroup();
    const [map, timeline] = [frameIn(group, "map"), frameIn(group, "timeline", { topic: ["drugs"] })];
    map.ready();
    map.select("place", "seoul");
    map.turn({ partner: ["KR"], from: "2019" });
    settle(map);
    timeline.ready();
    settle(map, timeline);
    expect(timeline.orders).toEqual([{ place: ["seoul"], partner: ["KR"], from: "2019" }]);
    expect(map.orders).toEqual([]);
  });
  it("let a change prevail over what is chosen", () => {
    const [map, timeline] = pair();
    map.select("place", "seoul");
    settle(map, timeline);
    timeline.turn({ place: ["busan"] });
    settle(map, timeline);
    expect([map.state().place, timeline.state().place]).toEqual([["busan"], ["busan"]]);
    map.letGo();
    settle(map, timeline);
    expect(timeline.state().place).toEqual(["busan"]);
  });
  it("take no answer for a change, however late it comes", () => {
    const [map, timeline] = pair();
    for (const id of ["seoul", "busan", "hanoi"]) map.select("place", id);
    timeline.turn({ from: "2020" });
    map.letGo();
    settle(timeline, map);
    expect(timeline.state()).toEqual({ ...EMPTY, topic: ["drugs"], from: "2020" });
    expect(map.orders).toEqual([{ from: "2020" }]);
  });
  it("know nothing of other groups, nor of a frame that says what is no state", () => {
    const [map, timeline] = pair();
    const stranger = frameIn(createGroup(), "map");
    stranger.say("ready", { state: "x" });
    stranger.ready();
    map.select("place", "seoul");
    for (const data of [null, {}, { state: null }, { state: "x" }, { state: {} }]) map.say("state", data);
    map.say("height", { height: 400 });
    settle(map, timeline, stranger);
    expect(stranger.orders).toEqual([]);
    expect(timeline.orders).toHaveLength(1);
  });
  it("come to rest whatever readers do, in whatever order it arrives, and show the same once all is let go", () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom("place", "partner", "letGo", "from", "step", "step", "step"),
      value: fc.constantFrom("a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const group = createGroup();
        const frames = [frameIn(group, "map"), frameIn(group, "timeline"), frameIn(group, "partners")];
        for (const frame of frames) frame.ready();
        for (const { who, what, value } of acts) {
          const frame = frames[who] as Frame;
          if (what === "step") frame.step();
          else if (what === "letGo") frame.letGo();
          else if (what === "from") frame.turn({ from: value });
          else frame.select(what, value);
        }
        settle(...frames);
        for (const frame of frames) frame.letGo();
        settle(...frames);
        for (const frame of frames) expect({ ...frame.state(), from: null }).toEqual(EMPTY);
        const sent = frames.reduce((sum, { orders }) => sum + orders.length, 0);
        expect(sent).toBeLessThanOrEqual((acts.length + frames.length) * 2);
      }),
    );
  });
});
