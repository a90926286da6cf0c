import { describe, expect, it } from "vitest";
import { describeMap } from "#charts/map/map.describe.ts";
import { en } from "#model/words/en/index.ts";
import { crowd, places, record } from "../../../fixtures/places.ts";

describe("describeMap", () => {
  it("says what the map shows, with nothing left out of the table", () => {
    const text = describeMap({ ...record, unplaced: 2 }, en);
    expect(text.alt.short).toBe("Map: 13 meetings in 6 places.");
    expect(text.alt.medium).toContain("Sochi (5), Lyon (3), Seoul (2)");
    expect(text.alt.medium).toContain("Announced or recalled only: Naypyidaw and New York.");
    expect(text.alt.long).toContain(`Hanoi, ${en.country("VN")}: 1 meeting, place inferred, with KR.`);
    expect(text.alt.long).toContain("2 meetings name no place.");
    expect(text.table.rows.map((row) => row.id)).toContain("newyork");
    for (const row of text.table.rows) expect(row.cells).toHaveLength(text.table.columns.length);
  });

  it("names the filter, keeps to its lengths and says when there is nothing", () => {
    const many = describeMap(places(crowd(300, [-170, -50, 170, 70])), en, "Russia, 2019");
    expect(many.title).toBe("Where they met: Russia, 2019");
    expect(many.alt.short.length).toBeLessThanOrEqual(125);
    expect(many.alt.medium.length).toBeLessThanOrEqual(400);
    expect(describeMap(places([]), en).alt.short).toContain("no meeting shown names a place");
  });
});
