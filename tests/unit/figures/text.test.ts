import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALT_MEDIUM, ALT_SHORT, type FigureText } from "#charts/kit/figure-text.ts";
import type { FigureName } from "#figures/names.ts";
import { askFigure, describeFigure } from "#figures/registry.ts";
import { underFilter, withPeriod } from "#figures/text.ts";
import { NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import { openRecord } from "../../../scripts/embed/record.ts";

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

describe("withPeriod", () => {
  const period = "Meetings of April 2018.";
  it("comes after the first sentence, whether it has its stop or not", () => {
    expect(withPeriod(text, period).alt).toEqual({
      short: "Timeline: 4 meetings. Meetings of April 2018.",
      medium: "Timeline: 4 meetings. Meetings of April 2018. Most: Russia 3.",
      long: "All of it. Meetings of April 2018.",
    });
    const papers = { short: "2 papers", medium: "2 papers. “Plan”, signed.", long: "“Plan”, signed" };
    expect(withPeriod({ ...text, alt: papers }, period).alt).toEqual({
      short: "2 papers. Meetings of April 2018.",
      medium: "2 papers. Meetings of April 2018. “Plan”, signed.",
      long: "“Plan”, signed. Meetings of April 2018.",
    });
  });
  it("keeps the limits of length whatever is said", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: ALT_SHORT }),
        fc.string({ maxLength: ALT_MEDIUM }),
        (short, rest) => {
          const alt = withPeriod({ ...text, alt: { short, medium: `${short}. ${rest}`, long: rest } }, period).alt;
          expect(alt.short.length).toBeLessThanOrEqual(ALT_SHORT);
          expect(alt.medium.length).toBeLessThanOrEqual(ALT_MEDIUM);
        },
      ),
    );
  });
});

describe("when the meetings of a figure were", () => {
  const { store } = openRecord("public/data/engagements.json");
  const short = async (figure: FigureName, partner: readonly string[]) => {
    const view = { lanes: "partner", window: null, event: null } as const;
    return describeFigure(await askFigure(store, figure, { ...NO_FILTER, partner: [...partner] }, view), en).alt.short;
  };
  it("is said of those that match", async () => {
    expect(await short("map", [])).toBe("Map: 14 meetings in 6 places. Meetings of April 2018 to November 2019.");
    expect(await short("map", ["INTERPOL"])).toMatch(/Meetings of April 2018\.$/);
  });
  it("is not said where the figure shows more than what matches, or says it of each row", async () => {
    expect(await short("partners", ["INTERPOL"])).not.toContain("2018");
    expect(await short("timeline", [])).not.toContain("Meetings of");
    expect(await short("event", [])).not.toContain("Meetings of");
  });
});
