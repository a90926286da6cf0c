import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALT_MEDIUM, ALT_SHORT, type FigureText } from "#charts/kit/figure-text.ts";
import { underFilter } from "#figures/text.ts";
import { en } from "#model/words/en/index.ts";

const text: FigureText = {
  title: "Meetings by partner",
  alt: { short: "Timeline: 4 meetings.", medium: "Timeline: 4 meetings. Most: Russia 3.", long: "All of it." },
  table: { caption: "Meetings", columns: [], rows: [] },
  howWeCount: "So.",
};

describe("underFilter", () => {
  it("leaves a figure of everything as it is", () => {
    expect(underFilter(text, "", en)).toBe(text);
  });
  it("says the filter in title, caption and every alternative", () => {
    const said = underFilter(text, "russia, from 2019 on", en);
    expect(said.title).toBe("Meetings by partner: russia, from 2019 on");
    expect(said.table.caption).toBe("Meetings: russia, from 2019 on");
    for (const alt of Object.values(said.alt)) expect(alt).toMatch(/^Russia, from 2019 on: /);
  });
  it("keeps the limits of length whatever the filter", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 600 }), (filter) => {
        const { short, medium } = underFilter(text, filter, en).alt;
        expect(short.length).toBeLessThanOrEqual(ALT_SHORT);
        expect(medium.length).toBeLessThanOrEqual(ALT_MEDIUM);
        expect(medium.length).toBeGreaterThan(0);
      }),
    );
  });
});
