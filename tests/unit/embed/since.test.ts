import { describe, expect, it } from "vitest";
import { NO_FILTER } from "#model/filter.ts";
import { createLocalStore } from "#store/local/store.ts";
import { addedTo, sinceOf } from "../../../src/embed/since.ts";
import { record } from "../../fixtures/record.ts";

const whole = record();
const store = createLocalStore(whole);
const all = whole.events.map(({ id }) => id);

/** The meetings of a question, by another way than the one tested. */
const meetings = async (query: { partner: readonly string[] } | null): Promise<readonly string[]> => {
  const { rows } = await store.events({ ...NO_FILTER, partner: query?.partner ?? [] }, { offset: 0, limit: 1000 });
  return rows.filter((row) => row.counted).map(({ id }) => id);
};

describe("what came since a figure was kept", () => {
  it("is counted in meetings, under the question it shows", async () => {
    const [every, some] = [await meetings(null), await meetings({ partner: ["NO"] })];
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(every.length);
    expect(await addedTo(store, { figure: "map", events: [], query: "" })).toBe(every.length);
    expect(await addedTo(store, { figure: "map", events: [], query: "?partner=NO" })).toBe(some.length);
    const older = all.filter((id) => id !== some[0]);
    expect(await addedTo(store, { figure: "map", events: older, query: "?partner=NO" })).toBe(1);
    expect(await addedTo(store, { figure: "map", events: older, query: "?partner=NO,XX" })).toBe(1);
  });

  it("is nothing where events are known or are no meetings", async () => {
    expect(await addedTo(store, { figure: "map", events: all, query: "" })).toBe(0);
    const held = new Set(await meetings(null));
    expect(await addedTo(store, { figure: "map", events: [...held], query: "" })).toBe(0);
    expect(held.size).toBeLessThan(all.length);
  });

  it("is said in words, and only of change where no meeting was added", async () => {
    const said = (events: readonly string[], figure = "map") => sinceOf(whole, store, { figure, events, query: "" });
    expect((await said([])).text).toMatch(/^\d+ meetings added since\.$/);
    expect((await said(all)).text).toBe("The record has changed since.");
    expect((await said([], "event")).text).toBe("The record has changed since.");
    expect((await said(all)).link).toMatch(/^See the figure as of \d/);
  });
});
