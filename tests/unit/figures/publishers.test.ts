import { describe, expect, it } from "vitest";
import { seenOf } from "#export/asked.ts";
import { citedBehind } from "#export/records/write.ts";
import { sourceLine } from "#figures/credit.ts";
import { publishersBehind } from "#figures/publishers.ts";
import { askFigure } from "#figures/registry.ts";
import { dayNumber } from "#lib/dates.ts";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { openRecord } from "../../../scripts/embed/record.ts";
import { askAll, CREDIT } from "../../fixtures/figures.ts";
import { record } from "../../fixtures/record.ts";

const opened = openRecord("public/data/engagements.json");
const VIEW = { lanes: "partner", window: null, event: null } as const;
const under = (more: Partial<Filter> = {}): Filter => ({ ...NO_FILTER, ...more });

/** The fixtures with a publisher of its own for every page. */
const apart = (): EventStore => {
  const whole = record();
  return createLocalStore({
    ...whole,
    sources: whole.sources.map((source) => ({ ...source, publisher: `Publisher of ${source.id}` })),
  });
};

describe("the publishers a figure names", () => {
  it.each([
    [
      "the record of this site",
      opened.store,
      [under(), ...opened.record.partners.map(({ id }) => under({ partner: [id] }))],
    ],
    ["the fixtures", apart(), [under(), under({ partner: ["NO"] }), under({ from: "2021" }), under({ q: "no such" })]],
  ] as const)("are those of the pages a citation lists: %s", async (_, store, filters) => {
    for (const filter of filters)
      for (const asked of await askAll(store, filter)) {
        const cited = await citedBehind(store, seenOf(asked));
        const names = [...new Set(cited.map(({ publisher }) => publisher))];
        expect([...(asked.publishers ?? [])].sort(), `${asked.figure} ${JSON.stringify(filter)}`).toEqual(names.sort());
      }
  });

  it("are fewer under a filter that fewer pages tell of", async () => {
    const all = await askFigure(opened.store, "timeline", under(), VIEW);
    const some = await askFigure(opened.store, "timeline", under({ partner: ["RU"] }), VIEW);
    expect(all.publishers).toHaveLength(2);
    expect(some.publishers).toEqual(["Ministry of Public Security of Viet Nam, portal"]);
    expect(sourceLine(some, { ...CREDIT, publishers: ["A", "B"] }, en)).not.toMatch(/\bA and B\b/);
  });

  it("keep to the timeline's window", async () => {
    const store = apart();
    const day = dayNumber(2021, 6, 1);
    const whole = await askFigure(store, "timeline", under(), VIEW);
    const narrow = await askFigure(store, "timeline", under(), { ...VIEW, window: { start: day, end: day } });
    expect(narrow.publishers?.length).toBeLessThan(whole.publishers?.length ?? 0);
    expect(narrow.publishers?.length).toBeGreaterThan(0);
  });

  it("are the record's where the events are too many to ask for each, and none where there is no row", async () => {
    const ids = Array.from({ length: 2001 }, (_, at) => `e${at}`);
    const many = await publishersBehind(opened.store, { events: ids }, under(), null);
    expect(many).toBeNull();
    expect(sourceLine({ publishers: many }, CREDIT, en)).toMatch(
      /^Source: Harbour Office of Reykjavík and Coast Watch, /,
    );
    expect(sourceLine({ publishers: [] }, CREDIT, en)).toBe("Retrieved\u00a01\u00a0May\u00a02020");
  });
});
