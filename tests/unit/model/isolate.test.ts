import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import { isolated } from "#model/words/isolate.ts";

const [OPEN, CLOSE] = ["\u2068", "\u2069"];
const HEBREW = "משרד החוץ";
const HOSTILE = "\u202eevil \u2066isolate\u202d left open";

/** How deep isolates stand at the end, and whether one was closed that was not open. */
const depth = (text: string): number => {
  let open = 0;
  for (const letter of text) {
    if (/[\u2066-\u2068]/.test(letter)) open++;
    if (letter === CLOSE && --open < 0) return Number.NEGATIVE_INFINITY;
  }
  return open;
};

describe("a value of the record within a sentence", () => {
  it("is left as it is where it is written like the sentence", () => {
    for (const text of ["", "Tô Lâm", "Горовой", "문무일", "孟宏伟", "1,755.74 kg", "“quoted”"])
      expect(isolated(text)).toBe(text);
  });

  it("is enclosed where it is written from right to left or steers the direction", () => {
    for (const text of [HEBREW, "وزارة الداخلية", "a \u200f mark", HOSTILE, "𞤀𞤁", "𐤀𐤁"]) {
      expect(isolated(text).startsWith(OPEN)).toBe(true);
      expect(isolated(text).endsWith(CLOSE)).toBe(true);
    }
  });

  it("never leaves an isolate open, nor closes one around it, and keeps all of its letters", () => {
    const marks = fc.constantFrom("\u2066", "\u2067", "\u2068", "\u2069", "\u202e", "\u202c", "a", "ב", " ");
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 12 }), (letters) => {
        const text = letters.join("");
        const made = isolated(text);
        expect(depth(made)).toBe(0);
        const bare = (value: string): string => value.replace(/[\u2066-\u2069]/g, "");
        expect(bare(made)).toBe(bare(text));
        if (made !== text) expect(depth(made.slice(1, -1))).toBe(0);
      }),
    );
  });

  it("keeps the order of a list, of the status line and of other sentences", () => {
    expect(en.list([HEBREW, "Russia", HOSTILE])).toBe(`${isolated(HEBREW)}, Russia and ${isolated(HOSTILE)}`);
    expect(en.list([HEBREW])).toBe(isolated(HEBREW));
    const summary = { meetings: 4, total: 14 } as Parameters<typeof en.sentences.status>[0];
    const said = en.sentences.status(
      summary,
      { ...NO_FILTER, partner: ["x"], place: ["y"], q: HOSTILE },
      { x: HEBREW, y: "Sochi" },
    );
    expect(said).toBe(`Showing 4 of 14 meetings, with ${isolated(HEBREW)}, in Sochi, matching “${isolated(HOSTILE)}”`);
    expect(depth(said)).toBe(0);
    for (const text of [
      en.page.remove("Place", HOSTILE),
      en.page.unknownValue("partner", HOSTILE),
      en.page.saidTo(HEBREW, HOSTILE),
      en.commitments.direction(HEBREW, HOSTILE, true),
      en.topics.cell(HOSTILE, HEBREW, 2),
      en.partners.said(HOSTILE, "state", 2),
    ]) {
      expect(text).toContain(CLOSE);
      expect(depth(text)).toBe(0);
    }
  });
});
