import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { siteOf } from "../../../scripts/embed/site.ts";

afterEach(() => vi.unstubAllEnvs());

describe("the address of the site", () => {
  it("is what an option says, else LIAISON_SITE, with a slash at its end", () => {
    vi.stubEnv("LIAISON_SITE", "https://example.org/a");
    expect(siteOf("http://example.net/b/c")).toBe("http://example.net/b/c/");
    expect(siteOf(undefined)).toBe("https://example.org/a/");
  });
  it("is null where nobody says it, and nothing stands in for it", () => {
    vi.stubEnv("LIAISON_SITE", "");
    expect(siteOf("")).toBeNull();
    const { homepage } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(siteOf(undefined)).toBe(homepage === undefined ? null : siteOf(homepage));
  });
  it.each([
    "example.org",
    "ftp://example.org",
    "https://example.org/?a",
    "https://example.org/#a",
    "https://a b/",
  ])("is not %s", (given) => expect(() => siteOf(given)).toThrow("is no address of a site"));
});
