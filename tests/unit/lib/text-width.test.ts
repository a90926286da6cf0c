import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Face, fitText, textWidth, wrapText } from "#lib/text-width.ts";

const FACES: readonly Face[] = ["sans", "sans-bold", "serif", "serif-bold"];
const face = fc.constantFrom(...FACES);
const size = fc.integer({ min: 6, max: 40 });
const phrase = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.lorem());

describe("textWidth", () => {
  it("adds up the faces' own advances", () => {
    // Inter 400: H 743, i 242, in thousandths of an em.
    expect(textWidth("Hi", 10, "sans")).toBeCloseTo(9.85, 5);
    expect(textWidth("", 10, "sans")).toBe(0);
  });
  it("knows every face apart", () => {
    expect(new Set(FACES.map((name) => textWidth("Ministry of Public Security", 12, name))).size).toBe(FACES.length);
  });
  it("counts Hangul and Han as an em, marks and joiners as nothing", () => {
    expect(textWidth("문무일", 10, "serif")).toBe(30);
    expect(textWidth("孟", 10, "sans")).toBe(10);
    expect(textWidth("a\u0301\u200d", 10, "sans")).toBe(textWidth("a", 10, "sans"));
  });
  it("is the sum of its parts and grows with size", () => {
    fc.assert(
      fc.property(phrase, phrase, size, face, (a, b, px, name) => {
        expect(textWidth(a + b, px, name)).toBeCloseTo(textWidth(a, px, name) + textWidth(b, px, name), 6);
        expect(textWidth(a, px * 2, name)).toBeCloseTo(textWidth(a, px, name) * 2, 6);
      }),
    );
  });
});

describe("fitText", () => {
  it("keeps what fits and shortens the rest", () => {
    expect(fitText("Hanoi", 12, "sans", 100)).toBe("Hanoi");
    expect(fitText("Phnom Penh Municipal Police", 12, "sans", 70)).toBe("Phnom Pe…");
    expect(fitText("Hanoi", 12, "sans", 1)).toBe("");
  });
  it("is never wider than asked", () => {
    fc.assert(
      fc.property(phrase, size, face, fc.integer({ min: 0, max: 200 }), (text, px, name, room) => {
        expect(textWidth(fitText(text, px, name, room), px, name)).toBeLessThanOrEqual(room + 1e-9);
      }),
    );
  });
});

describe("wrapText", () => {
  it("breaks at spaces and shortens the last line", () => {
    expect(wrapText("Ministry of Public Security", 12, "sans", 80, 3)).toEqual(["Ministry of", "Public", "Security"]);
    expect(wrapText("Ministry of Public Security", 12, "sans", 80, 2)).toEqual(["Ministry of", "Public Secu…"]);
  });
  it("ends no line at a no-break space while the words it joins have room on the next", () => {
    expect(wrapText("retrieved 1\u00a0May", 12, "sans", 75, 3)).toEqual(["retrieved", "1\u00a0May"]);
    expect(wrapText("retrieved 1 May", 12, "sans", 75, 3)).toEqual(["retrieved 1", "May"]);
  });
  it("breaks inside a word that is too wide alone", () => {
    expect(wrapText("Antidisestablishment", 12, "sans", 60, 4).join("")).toBe("Antidisestablishment");
  });
  it("gives no line for no text and for no room", () => {
    expect(wrapText("  ", 12, "sans", 80, 2)).toEqual([]);
    expect(wrapText("Hanoi", 12, "sans", 0, 2)).toEqual([]);
  });
  it("never exceeds width or number of lines, and loses nothing that has room", () => {
    fc.assert(
      fc.property(
        phrase,
        size,
        face,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 5 }),
        (text, px, name, room, most) => {
          const lines = wrapText(text, px, name, room, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, px, name)).toBeLessThanOrEqual(room + 1e-9);
        },
      ),
    );
    fc.assert(
      fc.property(fc.lorem(), (text) => {
        expect(wrapText(text, 12, "serif", 200, 1000).join(" ")).toBe(text);
      }),
    );
  });
});
