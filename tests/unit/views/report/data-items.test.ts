import { describe, expect, it } from "vitest";
import { formatsOf } from "#export/records/write.ts";
import { FIGURES } from "#figures/names.ts";
import { NO_FILTER } from "#model/filter.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { dataItems } from "#views/report/data-items.ts";
import type { Making } from "#views/report/make-data.ts";
import { record } from "../../../fixtures/record.ts";

const making: Making = {
  store: createLocalStore(record()),
  edition: { words: en, record: record().meta, release: "20220501-3f9a1c2e", retrieved: "2022-06-02" },
  addresses: () => ({ frozen: null, live: "https://example.org/" }),
};

describe("data files in a figure's menu", () => {
  it.each(FIGURES)("offers for %s every format its rows can be written in", (figure) => {
    const offered = dataItems(figure, en)
      .map((item) => item.id)
      .filter((id) => id.startsWith("seen-"));
    expect(offered).toEqual(formatsOf({ figure }).map((format) => `seen-${format}`));
  });

  it.each(FIGURES)("makes every file it offers for %s", async (figure) => {
    const shown = { figure, filter: NO_FILTER, view: { lanes: "partner", window: null, event: null } } as const;
    for (const item of dataItems(figure, en)) {
      const file = await item.make(shown, making);
      expect(file.bytes.length).toBeGreaterThan(0);
      expect(file.name).toMatch(
        item.id.startsWith("all-") ? /^liaison_record_/u : new RegExp(`^liaison_${figure}_`, "u"),
      );
      expect(file.name).toMatch(new RegExp(`_20220501-3f9a1c2e\\.${item.id.split("-")[1]}$`, "u"));
    }
  });

  it("writes the event that is drawn where none is named", async () => {
    const [csv] = dataItems("event", en);
    const shown = {
      figure: "event",
      filter: NO_FILTER,
      view: { lanes: "partner", window: null, event: null },
    } as const;
    const file = await csv?.make(shown, making);
    expect(new TextDecoder().decode(file?.bytes).split("\r\n").length).toBeGreaterThan(2);
  });
});
