import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LIGHT } from "#charts/kit/theme.ts";
import { askFigure, describeFigure, drawFigure } from "#figures/registry.ts";
import { NO_FILTER } from "#model/filter.ts";
import type { OfficialsQuestion } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { record } from "../../fixtures/record.ts";

const store = createLocalStore(record());
const all: OfficialsQuestion = { sort: "meetings", text: "", side: null, organization: null, offset: 0, limit: 500 };
const VIEW = { lanes: "partner", window: null, event: null } as const;

const drawnIds = async (own: Partial<OfficialsQuestion>): Promise<readonly (string | undefined)[]> => {
  const asked = await askFigure(store, "officials", NO_FILTER, { ...VIEW, officials: own });
  const options = { words: en, theme: LIGHT, width: 700, height: null, shapes: null, rows: 60 };
  const markup = renderToStaticMarkup(drawFigure(asked, options).element);
  return [...markup.matchAll(/data-official="([^"]+)"/g)].map(([, id]) => id);
};

describe("the officials as a reader narrowed them", () => {
  it.each<Partial<OfficialsQuestion>>([
    {},
    { side: "partner" },
    { side: "home", sort: "name" },
    { sort: "latest" },
    { text: "a" },
  ])("are drawn as the panel lists them: %o", async (own) => {
    const { rows } = await store.officials(NO_FILTER, { ...all, ...own });
    expect(rows.length).toBeGreaterThan(0);
    expect(await drawnIds(own)).toEqual(rows.map((row) => row.id));
  });

  it("say so in their title", async () => {
    const { rows } = await store.officials(NO_FILTER, all);
    const body = rows[0]?.organization ?? "";
    const { organization } = await store.facets(NO_FILTER);
    const id = organization.find((one) => one.label === body)?.id ?? null;
    const own = { side: "partner", organization: id, text: " Lee " } as const;
    const asked = await askFigure(store, "officials", NO_FILTER, { ...VIEW, officials: own });
    const { title, table } = describeFigure(asked, en);
    expect(title).toContain(`partner side, ${body}, found by “Lee”`);
    expect(table.caption).toContain("partner side");
    const plain = await askFigure(store, "officials", NO_FILTER, VIEW);
    expect(describeFigure(plain, en).title).not.toContain("side");
  });

  it("leave other figures' titles alone", async () => {
    const asked = await askFigure(store, "partners", NO_FILTER, { ...VIEW, officials: { side: "home" } });
    expect(describeFigure(asked, en).title).not.toContain("side");
  });
});
