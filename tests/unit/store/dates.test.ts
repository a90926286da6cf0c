import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate } from "#lib/edtf-dates.ts";
import { FAR, readDate } from "#store/dates.ts";

const two = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
const mark = fc.constantFrom("", "", "", "?", "~", "%");
const year = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, "0"));
const date = fc
  .tuple(year, mark, fc.option(fc.tuple(two(14), mark, fc.option(fc.tuple(two(33), mark)))))
  .map(([y, ym, rest]) =>
    rest ? `${y}${ym}-${rest[0]}${rest[1]}${rest[2] ? `-${rest[2][0]}${rest[2][1]}` : ""}` : `${y}${ym}`,
  );

describe("readDate", () => {
  it("reads what the full parser reads, the same way, and nothing else", () => {
    const text = fc.oneof(
      date,
      fc.tuple(date, date).map((ends) => ends.join("/")),
      fc.constantFrom("../2019", "2019-01/..", "x", ""),
    );
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parseDate(written);
        const read = readDate(written);
        if (!parsed.ok) expect(read).toBeNull();
        else {
          const { start, end, doubtful } = parsed.value;
          expect(read).toEqual({ start: Math.max(start, -FAR), end: Math.min(end, FAR), doubtful });
        }
      }),
      { numRuns: 600 },
    );
  });

  it("is null without a date", () => {
    expect(readDate(null)).toBeNull();
  });
});
