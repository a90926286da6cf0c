import { describe, expect, it } from "vitest";
import { fitMap, suits } from "#charts/map/map.layout.ts";
import { record } from "../../../fixtures/places.ts";

const all = record.places;
const named = (...ids: readonly string[]) => all.filter(({ id }) => ids.includes(id));

describe("suits", () => {
  const base = fitMap(all, 800, 440);

  it("keeps a projection for the places it was chosen for, and for some that span much of it", () => {
    expect(suits(base, all, 800, 440)).toBe(true);
    expect(suits(base, named("seoul", "lyon"), 800, 440)).toBe(true);
  });

  it("gives it up for one place alone, or for places out of the frame", () => {
    expect(suits(base, named("seoul"), 800, 440)).toBe(false);
    expect(suits(fitMap(named("seoul"), 800, 440), all, 800, 440)).toBe(false);
  });

  it("gives it up with the frame it was chosen for", () => {
    expect(suits(base, all, 360, 300)).toBe(false);
  });

  it("keeps it where nothing is shown", () => {
    expect(suits(base, [], 800, 440)).toBe(true);
  });
});
