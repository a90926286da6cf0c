import { describe, expect, it } from "vitest";
import { fold, foldedWords, wordMatches } from "#lib/fold.ts";

describe("fold", () => {
  it.each([
    ["Tô Lâm", "to lam"],
    ["ĐẶNG Văn Đức", "dang van duc"],
    ["Straße", "strasse"],
    ["Łódź", "lodz"],
    ["ﬁne", "fine"],
    ["Йошкар-Ола", "иошкар-ола"],
    ["İstanbul", "istanbul"],
    ["plain text", "plain text"],
  ])("makes %s %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("is the same for composed and decomposed text", () => {
    for (const text of ["Tô Lâm", "문무일", "Ölfund"])
      expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
  });
});

describe("foldedWords", () => {
  it("takes runs of letters and digits", () => {
    expect(foldedWords("O’Neill, AMMTC-13: «Đà Nẵng»!")).toEqual(["o", "neill", "ammtc", "13", "da", "nang"]);
    expect(foldedWords(" … ")).toEqual([]);
  });
});

describe("wordMatches", () => {
  const matches = (word: string, query: string): boolean => wordMatches(fold(word), fold(query));

  it("finds the beginning of a word, not its middle", () => {
    expect(matches("Voronkov", "vor")).toBe(true);
    expect(matches("Voronkov", "ronkov")).toBe(false);
  });

  it("finds scripts without spaces anywhere in a word, down to a syllable half typed", () => {
    expect(matches("대검문무일", "문무")).toBe(true);
    expect(matches("문무일", "문무이")).toBe(true);
    expect(matches("孟宏伟", "宏伟")).toBe(true);
    expect(matches("문무일", "박")).toBe(false);
  });
});
