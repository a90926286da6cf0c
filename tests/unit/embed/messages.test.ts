import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readOrder, startTalk, TINTS } from "#embed/messages.ts";

const order = (type: unknown, data?: unknown) => ({
  target: "liaison",
  v: 1,
  type,
  ...(data === undefined ? {} : { data }),
});

describe("what a parent may say", () => {
  it("is read where it is exactly as the version has it", () => {
    expect(readOrder(order("getState"))).toEqual({ type: "getState" });
    expect(readOrder(order("getAlt"))).toEqual({ type: "getAlt" });
    for (const tint of TINTS) expect(readOrder(order("setTheme", tint))).toEqual({ type: "setTheme", data: tint });
    const look = { theme: "dark", ground: "#fdf6e3", ink: "not a colour, which the reader is told" };
    expect(readOrder(order("setTheme", look))).toEqual({ type: "setTheme", data: look });
    expect(readOrder(order("setTheme", {}))).toEqual({ type: "setTheme", data: {} });
    const data = { partner: ["KR"], from: "2019", q: "drugs", lanes: "topic", event: null };
    expect(readOrder(order("setState", data))).toEqual({ type: "setState", data });
    expect(readOrder(order("setState", { partner: null, from: "" }))).toEqual({
      type: "setState",
      data: { partner: [], from: null },
    });
  });
  it.each([
    ["another version", { target: "liaison", v: 2, type: "getAlt" }],
    ["another addressee", { target: "other", v: 1, type: "getAlt" }],
    ["no type", { target: "liaison", v: 1 }],
    ["a type of every object", order("constructor")],
    ["an unknown key", order("setState", { partner: ["KR"], location: "https://example.org" })],
    ["the address of other data", order("setState", { data: "https://example.org/x.json" })],
    ["a number for a list", order("setState", { partner: [1] })],
    ["a text for a list", order("setState", { partner: "KR" })],
    ["no list of thousands", order("setState", { partner: Array.from({ length: 101 }, () => "KR") })],
    ["no text of thousands", order("setState", { q: "a".repeat(201) })],
    ["a state that is a list", order("setState", ["KR"])],
    ["a theme by markup", order("setTheme", "<b>dark</b>")],
    ["a colour that is no text", order("setTheme", { ground: 0xffffff })],
    ["a colour of thousands", order("setTheme", { ground: "f".repeat(201) })],
    ["a colour of what has none", order("setTheme", { background: "#fff" })],
    ["a theme that is none, with colours", order("setTheme", { theme: "sepia", ground: "#fff" })],
    ["text", JSON.stringify(order("getAlt"))],
    ["nothing", null],
  ])("is left aside: %s", (_, message) => expect(readOrder(message)).toBeNull());

  it("never throws, and gives nothing but known keys with values of their kind", () => {
    const hostile = fc.oneof(
      fc.anything({ withNullPrototype: true, withSparseArray: true, withDate: true }),
      fc.record({
        target: fc.oneof(fc.constant("liaison"), fc.anything()),
        v: fc.oneof(fc.constant(1), fc.anything()),
        type: fc.oneof(fc.constantFrom("setState", "getState", "getAlt", "setTheme", "__proto__"), fc.anything()),
        data: fc.oneof(
          fc.dictionary(
            fc.constantFrom(
              "partner",
              "from",
              "q",
              "lanes",
              "__proto__",
              "constructor",
              "event",
              "theme",
              "ground",
              "ink",
            ),
            fc.anything(),
          ),
          fc.anything(),
        ),
      }),
    );
    const kept = fc.sample(hostile, 1).length;
    expect(kept).toBe(1);
    fc.assert(
      fc.property(hostile, (message) => {
        const read = readOrder(message);
        if (read?.type === "setTheme") {
          const look = typeof read.data === "string" ? { theme: read.data } : read.data;
          for (const [key, value] of Object.entries(look)) {
            if (key === "theme") expect(TINTS).toContain(value);
            else {
              expect(["ground", "ink", "quiet", "accent"]).toContain(key);
              expect(typeof value).toBe("string");
            }
          }
          expect(Object.getPrototypeOf(look)).toBe(Object.prototype);
        }
        if (read?.type !== "setState") return;
        for (const [key, value] of Object.entries(read.data)) {
          expect([
            "partner",
            "topic",
            "type",
            "official",
            "place",
            "certainty",
            "from",
            "to",
            "event",
            "window",
            "q",
            "lanes",
          ]).toContain(key);
          const values = Array.isArray(value) ? value : [value ?? ""];
          for (const one of values) expect(typeof one).toBe("string");
        }
        expect(Object.getPrototypeOf(read.data)).toBe(Object.prototype);
      }),
    );
  });
});

/** A window as far as the talk needs one. */
const framed = () => {
  const listeners: ((event: unknown) => void)[] = [];
  const parent = { postMessage: vi.fn() };
  const window = {
    parent,
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
    removeEventListener: (_: string, listener: (event: unknown) => void) =>
      listeners.splice(listeners.indexOf(listener), 1),
  } as unknown as Window;
  return { window, parent, hear: (event: unknown) => listeners.forEach((listener) => void listener(event)), listeners };
};

describe("a frame's talk", () => {
  it("hears the parent alone", () => {
    const { window, parent, hear } = framed();
    const heard = vi.fn();
    startTalk(window, "map", heard);
    for (const source of [null, {}, window, { postMessage: () => undefined }]) hear({ source, data: order("getAlt") });
    expect(heard).not.toHaveBeenCalled();
    hear({ source: parent, data: order("getAlt") });
    expect(heard).toHaveBeenCalledExactlyOnceWith({ type: "getAlt" });
  });
  it("says in every message whose it is", () => {
    const { window, parent } = framed();
    startTalk(window, "map", () => undefined).tell("select", { kind: "place", id: "hanoi" });
    expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith(
      { source: "liaison", v: 1, figure: "map", type: "select", data: { kind: "place", id: "hanoi" } },
      "*",
    );
  });
  it("is silent and deaf where the page is not framed", () => {
    const { window, parent, listeners } = framed();
    const alone = { ...window, parent: undefined } as unknown as { parent: unknown };
    alone.parent = alone;
    startTalk(alone as unknown as Window, "map", () => undefined).tell("height", { height: 1 });
    expect(parent.postMessage).not.toHaveBeenCalled();
    expect(listeners).toHaveLength(0);
  });
  it("stops", () => {
    const { window, listeners } = framed();
    startTalk(window, "map", () => undefined).stop();
    expect(listeners).toHaveLength(0);
  });
});
