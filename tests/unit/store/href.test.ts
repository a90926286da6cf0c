import { describe, expect, it } from "vitest";
import { evidenceHref } from "#store/href.ts";

const source = { url: "https://example.org/page" };

describe("evidenceHref", () => {
  it("opens the publisher's page at the passage", () => {
    expect(evidenceHref({ fragment: "a%20b,c", url: null }, source)).toBe("https://example.org/page#:~:text=a%20b,c");
  });

  it("keeps a fragment the address has already", () => {
    expect(evidenceHref({ fragment: "a", url: null }, { url: "http://example.org/#t" })).toBe(
      "http://example.org/#t:~:text=a",
    );
  });

  it("opens the page as a whole without a fragment", () => {
    expect(evidenceHref({ fragment: null, url: null }, source)).toBe(source.url);
  });

  it("opens an outside page where there is no source", () => {
    expect(evidenceHref({ fragment: null, url: "https://example.com/x" }, null)).toBe("https://example.com/x");
    expect(evidenceHref({ fragment: "a" }, null)).toBeNull();
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "ftp://example.org",
    "not an address",
  ])("never links %s", (url) => {
    expect(evidenceHref({ fragment: "a", url }, { url })).toBeNull();
    expect(evidenceHref({ fragment: null, url }, null)).toBeNull();
  });
});
