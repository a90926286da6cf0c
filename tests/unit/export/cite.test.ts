import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cite, citeKey, citeShort, cslEntries, latexAddress, latexText } from "#export/cite.ts";
import { record } from "../../fixtures/record.ts";
import { info } from "./info.ts";

const hostile = "Đặng & Ông_Tử 100% {x} $y$ #1 ~ ^ \\input{z}\nER  - \r\n} @book{";

describe("text", () => {
  it("names publisher, year, record, figure, filter, release, day, frozen address and the pages", () => {
    expect(cite(info()).text).toBe(
      [
        "Liaison (2022). Engagements of the Harbour Office: timeline, Norway, from 2021 on [data set], release 20220501-3f9a1c2e. Retrieved 2 June 2022, https://example.org/r/20220501-3f9a1c2e/embed/timeline/?partner=NO&from=2021",
        "",
        "Pages behind the rows:",
        "Harbour Office, “Harbour Office receives guests”, 4 November 2021, https://example.org/harbour/1",
        "Harbour Office, “A page without a date”, no date, https://example.org/harbour/2",
      ].join("\n"),
    );
  });

  it("falls back to the live address, and to none", () => {
    expect(cite(info({ frozen: null })).text).toContain("https://example.org/embed/timeline/");
    expect(cite(info({ frozen: null, live: null, sources: [] })).text).not.toContain("http");
  });

  it("is short for a slide", () => {
    expect(citeShort(info())).toBe("Liaison, 2022, release 20220501-3f9a1c2e");
    expect(citeShort(info({ release: null }))).toBe("Liaison, 2022");
  });

  it("stands where a record does not say when it was released", () => {
    const bare = info({ record: { ...record().meta, release: "–" }, release: null });
    expect(cite(bare).text).toContain("Liaison (2022)");
    expect(cite(bare).bibtex).toContain("date = {2022}");
    expect(cite(bare).ris).not.toContain("–");
  });
});

describe("BibTeX", () => {
  it("keeps letters and escapes what LaTeX would run", () => {
    expect(latexText("Tô Lâm & 문무일 100% #1_a {b} $ ~ ^ \\x")).toBe(
      "Tô Lâm \\& 문무일 100\\% \\#1\\_a \\{b\\} \\$ \\textasciitilde{} \\textasciicircum{} \\textbackslash{}x",
    );
  });

  it("balances its braces and holds one entry a page, whatever a title says", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."{}\\@%#&_~^$\n,= aĐ") }), (title) => {
        const { bibtex } = cite(info({ filter: title, sources: [{ ...info().sources[0], title } as never] }));
        expect(bibtex.match(/^@\w+\{/gmu)).toHaveLength(2);
        const bare = bibtex.replace(/\\[{}\\]/gu, "");
        let depth = 0;
        for (const sign of bare) {
          depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  it("percent-encodes what would end an address", () => {
    expect(latexAddress("https://x.org/a{b}\\c#:~:text=d%20e")).toBe("https://x.org/a%7Bb%7D%5Cc#:~:text=d%20e");
  });

  it("has another key for another filter, and the same for the same", () => {
    expect(citeKey(info())).toBe(citeKey(info()));
    expect(citeKey(info({ filter: "Denmark" }))).not.toBe(citeKey(info()));
    expect(citeKey(info())).toMatch(/^liaison-20220501-3f9a1c2e-[0-9a-f]{6}$/u);
  });

  it("leaves out a date that is not known", () => {
    const [, , undated = ""] = cite(info()).bibtex.split("\n@");
    expect(undated).toContain("A page without a date");
    expect(undated).not.toMatch(/^ {2}date =/mu);
  });
});

describe("RIS", () => {
  it("begins and ends every entry, one tag a line, whatever a title says", () => {
    const { ris } = cite(info({ filter: hostile, sources: [{ ...info().sources[0], title: hostile } as never] }));
    const lines = ris.split("\r\n").filter((line) => line !== "");
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- ?/u);
    expect(lines.filter((line) => line.startsWith("TY"))).toEqual(["TY  - DATA", "TY  - ELEC"]);
    expect(lines.filter((line) => line.startsWith("ER  - "))).toHaveLength(2);
    expect(ris).not.toMatch(/[^\r]\n/u);
  });

  it("writes dates as RIS does", () => {
    expect(cite(info()).ris).toContain("DA  - 2021/11/04/\r\n");
    expect(cite(info()).ris).toContain("Y2  - 2022/06/02/\r\n");
  });
});

describe("CSL-JSON", () => {
  it("gives the data set and its pages with dates in parts", () => {
    const [own, page, undated] = cslEntries(info());
    expect(own).toMatchObject({ type: "dataset", issued: { "date-parts": [[2022, 5, 1]] }, URL: info().frozen });
    expect(page).toMatchObject({
      type: "webpage",
      author: [{ literal: "A. Writer" }],
      issued: { "date-parts": [[2021, 11, 4]] },
    });
    expect(undated?.issued).toBeUndefined();
    expect(JSON.parse(cite(info()).csl)).toHaveLength(3);
  });
});
