/** The pieces columns are made of, against the plainest thing that does the same. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allBits, countBits, countBoth, hasBit, positions, setBit, setRange, wordsFor } from "#store/local/bits.ts";
import type { Lists } from "#store/local/growing.ts";
import { Offsets } from "#store/local/offsets.ts";
import { partsIn, partsOf } from "#store/local/parents.ts";
import { eachPosition, eachPositionBack, type Postings, postingsCount, postingsOf } from "#store/local/postings.ts";
import { Recent } from "#store/local/recent.ts";
import { StringTable } from "#store/local/strings.ts";
import { WordIndexBuilder } from "#store/local/words.ts";

const SIZE = 200;
const members = fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: SIZE });
const bitsOf = (list: readonly number[]): Uint32Array => {
  const bits = new Uint32Array(wordsFor(SIZE));
  for (const at of list) setBit(bits, at);
  return bits;
};
const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

describe("bits", () => {
  it("hold, count and list what was put in", () => {
    fc.assert(
      fc.property(members, members, (a, b) => {
        const [first, second] = [bitsOf(a), bitsOf(b)];
        expect([...positions(first)]).toEqual(ascending(a));
        expect(countBits(first)).toBe(a.length);
        expect(countBoth(first, second)).toBe(a.filter((at) => b.includes(at)).length);
        for (const at of b) expect(hasBit(first, at)).toBe(a.includes(at));
      }),
    );
  });

  it("hold everything and ranges", () => {
    fc.assert(
      fc.property(fc.nat(SIZE), fc.nat(SIZE), (from, to) => {
        const bits = new Uint32Array(wordsFor(SIZE));
        setRange(bits, from, to);
        expect(countBits(bits)).toBe(Math.max(0, to - from));
        expect(countBits(allBits(from))).toBe(from);
      }),
    );
  });
});

describe("StringTable", () => {
  it("gives back and finds strings, each once, whatever their letters", () => {
    const strings = fc.array(
      fc.oneof(fc.string({ unit: "grapheme-composite" }), fc.constantFrom("a", "__proto__", "문", "x".repeat(5000))),
      {
        maxLength: 400,
      },
    );
    fc.assert(
      fc.property(strings, (texts) => {
        const whole = texts.map((text) => decodeURIComponent(encodeURIComponent(text)));
        const table = new StringTable();
        const kept = [...new Set(whole)];
        const isFirst = (text: string, at: number) => whole.indexOf(text) === at;
        expect(whole.map((text) => table.add(text))).toEqual(
          whole.map((text, at) => (isFirst(text, at) ? kept.indexOf(text) : -1)),
        );
        table.trim();
        kept.forEach((text, at) => {
          expect(table.get(at)).toBe(text);
          expect(table.find(text)).toBe(at);
          expect(table.intern(text)).toBe(at);
          expect(table.intern(`x${text} y`, 1, 1 + text.length)).toBe(at);
        });
        expect(table.find("not among them")).toBe(-1);
      }),
      { numRuns: 30 },
    );
  });
});

describe("Offsets", () => {
  const steps = fc.array(fc.oneof(fc.nat(3), fc.nat(300), fc.nat(70_000)), { maxLength: 600 });
  const summed = (list: readonly number[]): number[] => {
    let sum = 0;
    return list.map((step) => {
      sum += step;
      return sum;
    });
  };

  it("give back ascending numbers, however far apart, also after some were taken off the end", () => {
    fc.assert(
      fc.property(steps, steps, fc.nat(600), (before, after, count) => {
        const offsets = new Offsets(1);
        const numbers = summed(before);
        for (const number of numbers) offsets.push(number);
        const dropped = Math.min(count, numbers.length);
        offsets.drop(dropped);
        const kept = summed([...before.slice(0, numbers.length - dropped), ...after]);
        for (const number of kept.slice(offsets.length)) offsets.push(number);
        for (const some of [offsets, offsets.trimmed()])
          expect(Array.from({ length: some.length }, (_, at) => some.at(at))).toEqual(kept);
      }),
    );
  });

  it("grow on after they were trimmed", () => {
    const offsets = Offsets.counting(300).trimmed();
    for (let value = 300; value < 900; value++) offsets.push(value);
    expect(Array.from({ length: 900 }, (_, at) => offsets.at(at))).toEqual(Array.from({ length: 900 }, (_, at) => at));
  });
});

describe("postings", () => {
  const positionsOf = (postings: Postings, value: number): number[] => {
    const found: number[] = [];
    eachPosition(postings, value, (at) => {
      found.push(at);
    });
    return found;
  };
  const listsOf = (rows: readonly (readonly number[])[]): Lists => {
    const offsets = new Offsets();
    offsets.push(0);
    for (const row of rows) offsets.push(offsets.at(offsets.length - 1) + row.length);
    return { offsets, values: Uint32Array.from(rows.flat()) };
  };
  const firstThree = (each: typeof eachPositionBack, postings: Postings, value: number): number[] => {
    const found: number[] = [];
    each(postings, value, (at) => found.push(at) < 3);
    return found;
  };

  it("list for each value the rows that have it, both ways, as many as are wanted", () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 4 }), { maxLength: 40 }), (rows) => {
        const by = postingsOf(listsOf(rows), 10);
        for (let value = 0; value < 10; value++) {
          const expected = rows.flatMap((row, at) => (row.includes(value) ? [at] : []));
          expect(positionsOf(by, value)).toEqual(expected);
          expect(postingsCount(by, value)).toBe(expected.length);
          expect(firstThree(eachPosition, by, value)).toEqual(expected.slice(0, 3));
          expect(firstThree(eachPositionBack, by, value)).toEqual(expected.reverse().slice(0, 3));
        }
      }),
    );
  });

  it("go over the end of what two bytes can count", () => {
    const rows = Array.from({ length: 140_000 }, (_, at) => (at % 1000 === 7 ? [at % 3] : []));
    const by = postingsOf(listsOf(rows), 3);
    for (const value of [0, 1, 2]) {
      const expected = rows.flatMap((row, at) => (row[0] === value ? [at] : []));
      expect(positionsOf(by, value)).toEqual(expected);
      expect(firstThree(eachPositionBack, by, value)).toEqual(expected.reverse().slice(0, 3));
    }
  });
});

describe("parts", () => {
  it("are found by what they lie in", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 20 }), { minLength: 21, maxLength: 60 }), (partOf) => {
        const parts = partsOf(Int32Array.from(partOf));
        for (let container = 0; container <= 21; container++)
          expect([...partsIn(parts, container)]).toEqual(
            partOf.flatMap((one, row) => (one === container ? [row] : [])),
          );
      }),
    );
  });
});

describe("WordIndex", () => {
  it("finds documents by the beginning of a word", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "ñ", "문"), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(word, { maxLength: 4 }), { maxLength: 20 }), word, (documents, query) => {
        const builder = new WordIndexBuilder();
        for (const words of documents) builder.add(words);
        const found = new Set<number>();
        builder.finish().find(query, (at) => found.add(at));
        const runOn = query.includes("문");
        const expected = documents.flatMap((words, at) =>
          words.some((one) => one.startsWith(query) || (runOn && one.includes(query))) ? [at] : [],
        );
        expect(ascending([...found])).toEqual(expected);
      }),
    );
  });
});

describe("Recent", () => {
  it("forgets what was not used for longest", () => {
    const recent = new Recent<number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    recent.get("a");
    recent.set("c", 3);
    expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual([1, undefined, 3]);
  });
});
