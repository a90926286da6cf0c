/** Two stores that must answer alike. */
import { expect } from "vitest";
import type { LiaisonRecord } from "#data/schema.ts";
import type { Filter } from "#model/filter.ts";
import { type EventStore, LANES } from "#model/questions.ts";

/** Asks both everything, and the details of each event of the record. */
export const expectSame = async (
  one: EventStore,
  other: EventStore,
  filters: readonly Filter[],
  { events }: LiaisonRecord,
): Promise<void> => {
  for (const filter of filters) {
    for (const ask of ["summary", "partners", "places", "facets", "matrix", "unknown"] as const)
      expect(await one[ask](filter), ask).toEqual(await other[ask](filter));
    const page = { offset: 0, limit: 40 };
    expect(await one.events(filter, page)).toEqual(await other.events(filter, page));
    const officials = { sort: "name", text: "", side: null, organization: null, ...page } as const;
    expect(await one.officials(filter, officials)).toEqual(await other.officials(filter, officials));
    const timeline = { lanes: LANES[0], window: null, columns: 40, markLimit: 6, laneLimit: 3 } as const;
    expect(await one.timeline(filter, timeline)).toEqual(await other.timeline(filter, timeline));
  }
  for (const { id } of events)
    expect(await one.event(id, filters[0] as Filter)).toEqual(await other.event(id, filters[0] as Filter));
  expect(await one.search("talks", 20)).toEqual(await other.search("talks", 20));
};
