import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FRAGMENT_WORDS,
  fileOf,
  findPassage,
  fragmentOf,
  fragmentWords,
  openedBy,
  paragraphOf,
  placesOf,
  plainText,
  pointerTo,
  sha256Hex,
  withoutClutter,
} from "#data/passages.ts";

const TEXT = [
  "Portal under construction",
  "",
  "Harbour Master meets the pilots",
  "   ",
  "The Harbour Master on May 12 met\u00a0the pilots’ chief, who said “we agree – at last”.",
  "The Harbour Master thanked him.",
].join("\n");

const passage = (query: string): string => {
  const found = findPassage(TEXT, query);
  if (!found.ok) throw new Error(found.error);
  return TEXT.slice(found.value.start, found.value.end);
};
const refusal = (query: string): string => {
  const found = findPassage(TEXT, query);
  return found.ok ? "" : found.error;
};

describe("plainText", () => {
  it("keeps every offset and every line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const plain = plainText(text);
        expect(plain.length).toBe(text.length);
        expect(plain.split("\n").map((line) => line.length)).toEqual(text.split("\n").map((line) => line.length));
      }),
    );
  });
  it("makes blanks, quotation marks and dashes plain", () => {
    expect(plainText("a\u00a0b’s “c” – d")).toBe('a b\'s "c" - d');
  });
});

describe("findPassage", () => {
  it("finds by the words at the ends, whatever the blanks and quotation marks", () => {
    expect(passage("met the pilots' chief … at last")).toBe("met\u00a0the pilots’ chief, who said “we agree – at last");
    expect(passage("on May 12")).toBe("on May 12");
    expect(passage("Harbour Master thanked ... him")).toBe("Harbour Master thanked him");
  });
  it("refuses words that are not there, are within a word, or stand on two lines", () => {
    expect(refusal("the mayor")).toContain("does not stand");
    expect(refusal("arbour Master on")).toContain("does not stand");
    expect(refusal("at last … thanked him")).toContain("does not follow");
    expect(refusal("on May 12 … the mayor")).toContain("does not follow");
  });
  it("says where the words stand when that is in several places", () => {
    expect(refusal("The Harbour Master")).toContain("2 places (paragraphs 3, 4)");
    expect(refusal("Harbour Master")).toContain("3 places (paragraphs 2, 3, 4)");
  });
  it("refuses an empty or a threefold query", () => {
    for (const query of ["", "…", "a …", "a … b … c"]) expect(refusal(query)).toContain("Write the first words");
  });
  it("takes marks of regular expressions as plain text", () => {
    expect(placesOf("seized 1,250.5 kg (net)", "1,250.5 kg (net)")).toEqual([{ start: 7, end: 23 }]);
    expect(placesOf("seized 1,25075 kg", "1,250.5 kg")).toEqual([]);
  });
});

describe("paragraphOf", () => {
  it("counts lines that hold more than blanks, from 1", () => {
    expect(paragraphOf(TEXT, { start: 0, end: 6 })).toBe(1);
    expect(paragraphOf(TEXT, { start: TEXT.indexOf("meets"), end: TEXT.indexOf("meets") + 5 })).toBe(2);
    expect(paragraphOf(TEXT, { start: TEXT.length - 4, end: TEXT.length })).toBe(4);
  });
  it("has none for an empty line, for two lines, outside the text", () => {
    expect(paragraphOf(TEXT, { start: 0, end: TEXT.length })).toBeNull();
    expect(paragraphOf(TEXT, { start: TEXT.indexOf("   "), end: TEXT.indexOf("   ") + 2 })).toBeNull();
    expect(paragraphOf(TEXT, { start: 0, end: TEXT.length + 1 })).toBeNull();
  });
});

describe("fragments", () => {
  it("show at most four words at either end, and never all of a passage twice", () => {
    expect(fragmentOf("on May 12")).toBe("on%20May%2012");
    expect(fragmentOf("a b c d e")).toBe("a%20b%20c,d%20e");
    expect(fragmentOf("a b c d e f g h i")).toBe("a%20b%20c%20d,f%20g%20h%20i");
  });
  it("encode what has a meaning in a text directive", () => {
    expect(fragmentOf("1,250.5 kg & Moo-il's")).toBe("1%2C250.5%20kg%20%26%20Moo%2Dil%27s");
  });
  it("read back to the words they were made of", () => {
    const word = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/\s/.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (words) => {
        const read = fragmentWords(fragmentOf(words.join(" ")));
        expect(read).not.toBeNull();
        const first = read?.first.split(" ") ?? [];
        const last = read?.last?.split(" ") ?? [];
        expect(words.slice(0, first.length)).toEqual(first);
        expect(last.length === 0 ? [] : words.slice(-last.length)).toEqual(last);
        expect(Math.max(first.length, last.length)).toBeLessThanOrEqual(FRAGMENT_WORDS);
        if (words.length <= 2 * FRAGMENT_WORDS) expect(first.length + last.length).toBe(words.length);
      }),
    );
  });
  it("open the first place of their words, as a browser does", () => {
    expect(openedBy(TEXT, "The%20Harbour%20Master")?.start).toBe(TEXT.indexOf("The Harbour Master on"));
    expect(openedBy(TEXT, "on%20May%2012,thanked%20him")).toEqual({
      start: TEXT.indexOf("on May"),
      end: TEXT.length - 1,
    });
    for (const nothing of ["the%20mayor", "on%20May,the%20mayor", "a,b,c", "%E0%A4%A", ""])
      expect(openedBy(TEXT, nothing)).toBeNull();
  });
});

describe("pointerTo", () => {
  it("digests the passage's UTF-8 bytes", async () => {
    const text = "Tô Lâm – 문무일";
    expect(await sha256Hex(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    const at = { start: TEXT.indexOf("on May 12"), end: TEXT.indexOf("on May 12") + 9 };
    expect(await pointerTo("s", TEXT, at)).toEqual({
      source: "s",
      paragraph: 3,
      ...at,
      sha256: createHash("sha256").update("on May 12").digest("hex"),
      fragment: "on%20May%2012",
    });
  });
});

describe("withoutClutter", () => {
  it("blanks the ranges and keeps offsets and lines", () => {
    const rest = withoutClutter(TEXT, [[0, 40]]);
    expect(rest.length).toBe(TEXT.length);
    expect(rest.slice(0, 40)).toMatch(/^\s+$/);
    expect(rest.slice(40)).toBe(TEXT.slice(40));
    expect(rest.split("\n").length).toBe(TEXT.split("\n").length);
  });
});

describe("fileOf", () => {
  it("finds the one file that begins with the id, else with its digits", () => {
    const names = ["README.md", "000_ab12.txt", "001.txt", "harbour_x.txt"];
    expect(fileOf("000", names)).toBe("000_ab12.txt");
    expect(fileOf("s-001", names)).toBe("001.txt");
    expect(fileOf("harbour", names)).toBe("harbour_x.txt");
  });
  it("has none where no file or more than one fits", () => {
    expect(fileOf("00", ["000_ab.txt"])).toBeNull();
    expect(fileOf("000", ["000_ab.txt", "000_cd.txt"])).toBeNull();
    expect(fileOf("README", ["README.md"])).toBeNull();
  });
});
