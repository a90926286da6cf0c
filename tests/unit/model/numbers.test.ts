import fc from "fast-check";
import { expect, it } from "vitest";
import { number } from "#model/words/en/numbers.ts";

it("marks thousands as the browser's own formatting does", () => {
  const format = new Intl.NumberFormat("en-GB");
  const whole = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.nat({ max: 1_100 }), fc.integer());
  const parts = fc.double({ noNaN: true, noDefaultInfinity: true }).filter(Boolean);
  fc.assert(
    fc.property(fc.oneof(whole, parts), (value) => {
      expect(number(value)).toBe(format.format(value));
    }),
  );
  expect([0, 999, 1_000, 1_363_495, 2.5].map(number)).toEqual(["0", "999", "1,000", "1,363,495", "2.5"]);
});
