import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { graphemes } from "#lib/graphemes.ts";

const parted = (text: string): string[][] => [...graphemes(text)].map(({ segment, index }) => [segment, String(index)]);

it("parts letters as the browser does", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const latin = fc.integer({ min: 0, max: 0x2060 }).map((point) => String.fromCodePoint(point));
  const marks = fc.constantFrom("\u0301", "\u0323", "\u200d", "\r\n", "각", "🇻🇳", "👩‍⚖️", "นี้", "ễ");
  const text = fc.oneof(
    fc.string({ unit: "grapheme-ascii" }),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.oneof({ weight: 9, arbitrary: latin }, marks) }),
  );
  fc.assert(
    fc.property(text, (some) => {
      expect(parted(some)).toEqual([...segmenter.segment(some)].map(({ segment, index }) => [segment, String(index)]));
    }),
    { numRuns: 2_000 },
  );
  // One by one, so that none of those that stand for themselves is left to chance.
  for (let point = 0; point <= 0x2060; point++) {
    const text = `a${String.fromCodePoint(point)}b`;
    expect(parted(text)).toEqual([...segmenter.segment(text)].map(({ segment, index }) => [segment, String(index)]));
  }
});

it("asks the browser for nothing where a text is in Latin letters", () => {
  const asked = vi.spyOn(Intl.Segmenter.prototype, "segment");
  expect(parted("Tô Lâm “–…").length).toBe(10);
  expect(parted("Nguyễn Văn Thành").length).toBe(16);
  expect(asked).not.toHaveBeenCalled();
  expect(parted("Nguyê\u0303n").length).toBe(6);
  expect(asked).toHaveBeenCalledOnce();
  asked.mockRestore();
});
