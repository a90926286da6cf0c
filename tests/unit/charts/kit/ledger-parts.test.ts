import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubtFlags } from "#charts/kit/certainty.ts";
import { type ChipTone, chip, chipColours, chipRow, chipWidth } from "#charts/kit/chips.ts";
import { contrast, inkOn } from "#charts/kit/contrast.ts";
import { prose, TYPE } from "#charts/kit/prose.ts";
import { DARK, LIGHT } from "#charts/kit/theme.ts";
import { threadsOf } from "#charts/kit/threads.ts";
import { en } from "#model/words/en/index.ts";
import { evidenceDetail } from "../../../fixtures/answers.ts";

const TONES: readonly ChipTone[] = ["settled", "asked", "offered", "pending", "past", "flag"];

describe("contrast", () => {
  it("is as WCAG has it", () => {
    expect(contrast("#FFFFFF", "#000000")).toBeCloseTo(21);
    expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
  });
  it.each(
    TONES.flatMap((tone) => [LIGHT, DARK].map((theme) => [tone, theme] as const)),
  )("of the word on a chip is enough: %s", (tone, theme) => {
    const { ink, fill } = chipColours(tone, theme);
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
  });
  it("of letters on a partner's colour is enough, whoever the partner is", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(LIGHT, DARK), (id, theme) => {
        const colour = theme.partner(id);
        expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
      }),
    );
    for (const theme of [LIGHT, DARK]) expect(contrast(inkOn(theme.home), theme.home)).toBeGreaterThanOrEqual(4.5);
  });
  it.each([LIGHT, DARK])("of text, quiet text and accent on the panel is enough", (theme) => {
    for (const tone of ["ink", "quiet", "accent"] as const)
      expect(contrast(theme[tone], theme.panel)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("chips", () => {
  it("are as wide as said and no wider than allowed", () => {
    expect(chip("signed", "settled", { x: 0, y: 0 }).box.width).toBeCloseTo(chipWidth("signed", "settled"));
    expect(chip("signed ".repeat(90), "settled", { x: 0, y: 0, width: 80 }).box.width).toBeLessThanOrEqual(80);
  });
  it("break into rows where the width ends", () => {
    const { chips } = chipRow(
      ["one", "two", "three"].map((word) => ({ word, tone: "flag" as const })),
      { x: 10, y: 0, width: 60 },
    );
    expect(chips.map(({ box }) => box.x)).toEqual([10, 10, 10]);
    expect(new Set(chips.map(({ box }) => box.y)).size).toBe(3);
  });
});

describe("prose", () => {
  const options = { x: 0, y: 0, width: 200, style: TYPE.body };
  it("holds no sign that a file may not and none that turns the reading round", () => {
    const { lines } = prose("a\u0000b\u202ec\u2066d\ud800", options);
    expect(lines.map((line) => line.text)).toEqual(["a bcd"]);
  });
  it("stays within width and lines for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 20, max: 600 }),
        fc.integer({ min: 1, max: 5 }),
        (text, width, most) => {
          const { lines, box } = prose(text, { ...options, width, lines: most });
          expect(lines.length).toBeLessThanOrEqual(most);
          expect(box.width).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
  it("cuts a text of ten thousand letters with an ellipsis", () => {
    const { lines } = prose("harbour ".repeat(1250), { ...options, lines: 3 });
    expect(lines).toHaveLength(3);
    expect(lines[2]?.text.endsWith("…")).toBe(true);
  });
});

describe("threads", () => {
  it("keep those that run beside each other on different tracks", () => {
    const link = fc.record({ from: fc.nat(30), to: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 20 }), (links) => {
        const threads = threadsOf(links).map((thread) => ({
          ...thread,
          top: Math.min(thread.from, thread.to),
          end: Math.max(thread.from, thread.to),
        }));
        for (const [at, a] of threads.entries())
          for (const b of threads.slice(at + 1))
            if (a.track === b.track) expect(a.end < b.top || b.end < a.top).toBe(true);
      }),
    );
  });
  it("leave out a link to itself", () => expect(threadsOf([{ from: 1, to: 1 }])).toEqual([]));
});

describe("flags of doubt", () => {
  const about = (part: "date" | "status", certainty: "inferred" | "disputed") =>
    evidenceDetail(certainty, { about: [part] });
  it("name the part in doubt, and nothing where all is stated", () => {
    expect(doubtFlags([evidenceDetail()], en)).toEqual([]);
    expect(doubtFlags([evidenceDetail(), about("status", "disputed"), about("date", "inferred")], en)).toEqual([
      "status disputed",
      "date inferred",
    ]);
  });
  it("leave out what the row says elsewhere, and all parts where the whole row is in doubt", () => {
    expect(doubtFlags([about("date", "inferred")], en, ["date"])).toEqual([]);
    expect(doubtFlags([evidenceDetail("inferred"), about("date", "inferred")], en)).toEqual(["inferred"]);
  });
});
