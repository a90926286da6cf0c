import { describe, expect, it } from "vitest";
import { creditLines } from "#figures/credit.ts";
import { askFigure, describeFigure } from "#figures/registry.ts";
import { dayNumber } from "#lib/dates.ts";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import { openRecord } from "../../../scripts/embed/record.ts";
import { CREDIT } from "../../fixtures/figures.ts";

const { store } = openRecord("public/data/engagements.json");
const YEAR_2018 = { start: dayNumber(2018, 1, 1), end: dayNumber(2018, 12, 31) };

const said = async (more: Partial<Filter>, window: typeof YEAR_2018 | null) => {
  const asked = await askFigure(
    store,
    "timeline",
    { ...NO_FILTER, ...more },
    { lanes: "partner", window, event: null },
  );
  return { lead: creditLines(asked, CREDIT, en)[0], text: describeFigure(asked, en), asked };
};

describe("a zoomed timeline", () => {
  it("says in its footer, its title and its words only what its window holds", async () => {
    const { lead, text } = await said({}, YEAR_2018);
    expect(lead).toBe("From 1 January 2018 to 31 December 2018, 4 meetings");
    expect(text.title).toContain("April to December 2018");
    expect(text.title).not.toContain("2019");
    expect(text.alt.long).not.toMatch(/Korea|Russia/);
  });

  it("counts what the page counts for the same days", async () => {
    const { asked } = await said({ partner: ["INTERPOL"] }, YEAR_2018);
    const days = { ...NO_FILTER, partner: ["INTERPOL"], from: "2018-01-01", to: "2018-12-31" };
    expect(asked.summary).toEqual(await store.summary(days));
  });

  it("keeps the filter's own days where they are the narrower ones", async () => {
    const { lead } = await said({ from: "2018-04-11", to: "2019" }, YEAR_2018);
    expect(lead).toBe("From 11 April 2018 to 31 December 2018, 4 meetings");
  });

  it("names where nothing is zoomed the days of its meetings, not those of its axis", async () => {
    const { lead, text } = await said({ partner: ["INTERPOL"] }, null);
    expect(lead).toBe("INTERPOL, 3 meetings");
    expect(text.alt.short).toContain("April 2018");
    expect(text.alt.short).not.toContain("March");
  });
});
