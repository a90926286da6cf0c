import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asked, frameOf, unasked } from "#embed/resize.ts";

const frame = { id: "chart-1", src: "https://example.org/embed/map/", secret: "abcd1234" };

describe("heights that are told unasked", () => {
  it("come in every dialect of a host that only listens", () => {
    expect(unasked(frame, 321)).toEqual([
      { "datawrapper-height": { "chart-1": 321 } },
      { sentinel: "amp", type: "embed-size", height: 321 },
      '{"src":"https://example.org/embed/map/","context":"iframe.resize","height":321}',
      "pymxPYMxchart-1xPYMxheightxPYMx321",
      { secret: "abcd1234", message: "height", value: 321 },
      { height: 321 },
    ]);
  });
  it("say nothing to WordPress without its secret", () => {
    expect(unasked({ ...frame, secret: null }, 1).some((one) => JSON.stringify(one).includes("secret"))).toBe(false);
  });
});

describe("the frame", () => {
  it("takes its id from pym's childId and its secret from WordPress' fragment", () => {
    const { id, secret } = frameOf("https://example.org/embed/map/?childId=graphic-3#?secret=Ab12cd34EF");
    expect([id, secret]).toEqual(["graphic-3", "Ab12cd34EF"]);
  });
  it("leaves aside what is no id and no secret", () => {
    const { id, secret } = frameOf("https://example.org/embed/map/?childId=%3Cimg%3E#?secret=<b>");
    expect([id, secret]).toEqual(["embed-map", null]);
  });
});

describe("a parent that asks", () => {
  const size = { width: 600, height: 321 };
  it("is answered as iframe-resizer wants it: a greeting with its own version, then sizes", () => {
    const question = `[iFrameSizer]frame1:${Array.from({ length: 19 }, (_, at) => at).join(":")}:5.5.9:0`;
    const dialect = asked(question);
    expect(dialect?.say(size, true)).toBe("[iFrameSizer]frame1:321:600:init:5.5.9");
    expect(dialect?.say(size, false)).toBe("[iFrameSizer]frame1:321:600:size");
    expect(asked("[iFrameSizer]frame1:8:false")?.say(size, true)).toBe("[iFrameSizer]frame1:321:600:init");
  });
  it("is answered as pym, open-iframe-resizer and Mastodon want it", () => {
    expect(asked("pymxPYMxgraphicxPYMxwidthxPYMx600")?.say(size, true)).toBe("pymxPYMxgraphicxPYMxheightxPYMx321");
    expect(asked({ type: "iframe-child-init" })?.say(size, true)).toEqual({ type: "iframe-resized", ...size });
    expect(asked({ type: "setHeight", id: 7 })?.say(size, true)).toEqual({ type: "setHeight", id: 7, height: 321 });
  });
  it.each([
    ["a name with markup", "[iFrameSizer]<img>:1"],
    ["a name alone", "[iFrameSizer]frame"],
    ["pym about something else", "pymxPYMxgraphicxPYMxnavigateToxPYMxhttps://example.org"],
    ["an id that is an object", { type: "setHeight", id: {} }],
    ["something else", { type: "resize" }],
  ])("gets no answer to %s", (_, data) => expect(asked(data)).toBeNull());
  it("cannot make it throw", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string().map((text) => `[iFrameSizer]${text}`),
          fc.string().map((text) => `pymxPYMx${text}`),
        ),
        (data) => {
          const dialect = asked(data);
          if (dialect) expect(JSON.stringify(dialect.say(size, true)).length).toBeLessThan(600);
        },
      ),
    );
  });
});
