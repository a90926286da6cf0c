import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { number } from "#model/words/en/numbers.ts";

it("marks thousands as the browser's own formatting does", () => {
  const format = new Intl.NumberFormat("en-GB");
  const whole = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.nat({ max: 1_100 }), fc.integer());
  const parts = fc.double({ noNaN: true, noDefaultInfinity: true }).filter(Boolean);
  const told = fc.tuple(fc.nat(), fc.constantFrom(10, 100, 1_000, 10_000)).map(([digits, by]) => digits / by);
  fc.assert(
    fc.property(fc.oneof(whole, parts, told), (value) => {
      expect(number(value)).toBe(format.format(value));
    }),
  );
  expect([0, 999, 1_000, 1_363_495, 2.5].map(number)).toEqual(["0", "999", "1,000", "1,363,495", "2.5"]);
});

it("asks the browser for nothing where figures are as short as sources print them", async () => {
  vi.resetModules();
  const asked = vi.spyOn(Intl, "NumberFormat").mockImplementation(function asked() {
    throw new Error("asked");
  });
  const fresh = await import("#model/words/en/numbers.ts");
  expect([1_584.36, 1_755.74, 4.625, 54.4, 24_552].map(fresh.number)).toEqual([
    "1,584.36",
    "1,755.74",
    "4.625",
    "54.4",
    "24,552",
  ]);
  expect(() => fresh.number(-2.5)).toThrow("asked");
  asked.mockRestore();
});
