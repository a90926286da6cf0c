import { readdirSync, readFileSync } from "node:fs";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";

const FONTS = "src/app/fonts";

/** Characters each family's files hold, and the ranges the style sheet asks them for. */
const shipped = (stem: string): Set<number> => {
  const files = readdirSync(FONTS).filter((file) => file.startsWith(`${stem}-`) && file.endsWith(".woff2"));
  return new Set(files.flatMap((file) => [...create(readFileSync(`${FONTS}/${file}`)).characterSet]));
};

const ranges = (css: string): { file: string; points: number[] }[] =>
  [...css.matchAll(/url\("\.\/fonts\/([^"]+)"\)[^;]*;\s*unicode-range:([^;]+);/g)].map(([, file = "", list = ""]) => ({
    file,
    points: list.split(",").flatMap((part) => {
      const [from = "0", to = from] = part.trim().slice(2).split("-");
      return Array.from(
        { length: Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1 },
        (_, at) => Number.parseInt(from, 16) + at,
      );
    }),
  }));

/** The files' text, which holds every character that can come on the page out of them. */
const characters = (folder: string, ending: string): Set<string> => {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending));
  expect(files, `${folder} holds no *${ending}`).not.toEqual([]);
  return new Set(files.flatMap((file) => [...readFileSync(`${folder}/${file}`, "utf8")]));
};

const missing = (wanted: Iterable<string>, fonts: readonly Set<number>[]): string[] =>
  [...wanted]
    .filter((char) => !/\p{Cc}/u.test(char) && !fonts.some((font) => font.has(char.codePointAt(0) ?? 0)))
    .map((char) => `${char} U+${(char.codePointAt(0) ?? 0).toString(16)}`);

const east = [shipped("noto-sans-kr"), shipped("noto-sans-sc")];

describe("the fonts the page ships", () => {
  for (const stem of ["inter", "source-serif-4"]) {
    const own = shipped(stem);
    it(`${stem} has every character of the catalogue`, () => {
      expect(missing(characters("src/model/words", ".ts"), [own, ...east])).toEqual([]);
    });
    it(`${stem} has every character of the records, with Hangul and Han from Noto; else run npm run fonts`, () => {
      expect(missing(characters("public/data", ".json"), [own, ...east])).toEqual([]);
    });
    it(`${stem} has Vietnamese whole`, () => {
      const letters = "aăâeêioôơuưyđ"
        .split("")
        .flatMap((base) =>
          ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"].map((tone) => (base + tone).normalize("NFC")),
        );
      const single = [...letters, ...letters.map((letter) => letter.toUpperCase())].filter(
        (letter) => letter.length === 1,
      );
      expect(single.length).toBeGreaterThan(140);
      expect(missing(single, [own])).toEqual([]);
    });
  }
  it("names a character that no font has", () => {
    expect(missing(["a", "ក"], [shipped("inter")])).toEqual(["ក U+1780"]);
  });
});

describe("src/app/fonts.css", () => {
  const rules = ranges(readFileSync("src/app/fonts.css", "utf8"));
  it("names every font file once, and no other", () => {
    expect(rules.map(({ file }) => file).sort()).toEqual(
      readdirSync(FONTS)
        .filter((file) => file.endsWith(".woff2"))
        .sort(),
    );
  });
  it("asks each file only for characters it has", () => {
    for (const { file, points } of rules) {
      const has = new Set(create(readFileSync(`${FONTS}/${file}`)).characterSet);
      expect([file, points.filter((point) => !has.has(point))]).toEqual([file, []]);
    }
  });
  it("stands beside a licence for each font", () => {
    const stems = new Set(
      rules.map(({ file }) => file.replace(/-(latin|latin-ext|vietnamese|cyrillic|\d+)\.woff2$/, "")),
    );
    for (const stem of stems)
      expect(readFileSync(`${FONTS}/${stem}.OFL.txt`, "utf8")).toContain("SIL OPEN FONT LICENSE");
  });
});
