import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseId } from "#figures/release.ts";

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);

describe("releaseId", () => {
  it("names the day and the beginning of the digest", () => {
    expect(releaseId("2026-11-21", "3f9a1c2e".padEnd(64, "0"))).toBe("20261121-3f9a1c2e");
  });
  it("keeps one shape for every digest", () => {
    fc.assert(
      fc.property(digest, (hex) => {
        expect(releaseId("2019-01-02", hex)).toMatch(/^20190102-[0-9a-f]{8}$/);
      }),
    );
  });
  it("refuses what is no digest or no day", () => {
    const hex = "a".repeat(64);
    for (const [day, text] of [
      ["2019", hex],
      ["2019-01-02", "abc"],
      ["2019-01-02", hex.toUpperCase()],
    ] as const)
      expect(() => releaseId(day, text)).toThrow(RangeError);
  });
});
