import { expect, it } from "vitest";
import { stepsAfter } from "#store/worker/steps.ts";

const read = (events: number, share: number, ms = 1_500) => ({ events, share, ms });

it("looks at a large record early, twice at most, and not shortly before its end", () => {
  expect(stepsAfter(0, read(1_999, 0.001))).toBe(0);
  expect(stepsAfter(0, read(2_000, 0.001))).toBe(1);
  expect(stepsAfter(1, read(49_999, 0.05))).toBe(1);
  expect(stepsAfter(1, read(50_000, 0.05))).toBe(2);
  expect(stepsAfter(2, read(900_000, 0.09))).toBe(2);
  // A file of a hundred thousand is half read by then.
  expect(stepsAfter(1, read(50_000, 0.5))).toBe(1);
  expect(stepsAfter(0, read(5_000, 0.6))).toBe(0);
});

it("keeps nobody from the whole who would not notice the wait", () => {
  expect(stepsAfter(0, read(60_000, 0.05, 900))).toBe(0);
  expect(stepsAfter(0, read(60_000, 0.05, 1_000))).toBe(2);
});

it("draws no page over a part where the whole is there as soon as it is drawn", () => {
  expect(stepsAfter(0, read(5_000, 0.4))).toBe(0);
  expect(stepsAfter(0, read(5_000, 0.3))).toBe(1);
  expect(stepsAfter(0, read(5_000, 0.4, 3_000))).toBe(1);
});

it("looks also where the size of a file is not known", () => {
  expect(stepsAfter(0, read(2_000, 0))).toBe(1);
});
