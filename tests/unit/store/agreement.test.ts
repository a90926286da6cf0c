import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LiaisonRecord } from "#data/schema.ts";
import type { Filter } from "#model/filter.ts";
import { type EventStore, LANES, type OfficialsQuestion, type TimelineQuestion } from "#model/questions.ts";
import { createLocalStore } from "#store/local/store.ts";
import { createReferenceStore } from "#store/reference/store.ts";
import { RANDOM_IDS, randomFilter, randomRecord } from "../../fixtures/random-record.ts";

const RUNS = 100;

/** Holds one question's answers from both stores against each other on random records and filters. */
const agree = async <Q>(
  ask: (store: EventStore, filter: Filter, question: Q, record: LiaisonRecord) => Promise<unknown>,
  question: fc.Arbitrary<Q>,
): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(
      randomRecord(),
      fc.array(randomFilter(), { minLength: 1, maxLength: 3 }),
      question,
      async (record, filters, asked) => {
        const [local, reference] = [createLocalStore(record), createReferenceStore(record)];
        for (const filter of filters)
          expect(await ask(local, filter, asked, record)).toEqual(await ask(reference, filter, asked, record));
      },
    ),
    { numRuns: RUNS },
  );
};

const nothing = fc.constant(null);
const timelineQuestion: fc.Arbitrary<TimelineQuestion> = fc.record({
  lanes: fc.constantFrom(...LANES),
  window: fc.option(
    fc
      .tuple(fc.integer({ min: 15_000, max: 18_500 }), fc.nat(4_000))
      .map(([start, days]) => ({ start, end: start + days })),
    { nil: null },
  ),
  columns: fc.integer({ min: 1, max: 40 }),
  markLimit: fc.nat(6),
  laneLimit: fc.integer({ min: 1, max: 4 }),
});
const officialsQuestion: fc.Arbitrary<OfficialsQuestion> = fc.record({
  sort: fc.constantFrom("meetings", "name", "latest"),
  offset: fc.nat(3),
  limit: fc.nat(12),
  text: fc.constantFrom("", "", "to l", "valad", "무일", "body", "general"),
  side: fc.constantFrom(null, null, "home", "partner"),
  organization: fc.constantFrom(null, null, "mps", "hasOwnProperty", "nowhere"),
});

describe("the local store answers as the plain reference does", { timeout: 60_000 }, () => {
  it("summary", () => agree((store, filter) => store.summary(filter), nothing));
  it("timeline", () => agree((store, filter, question) => store.timeline(filter, question), timelineQuestion));
  it("places", () => agree((store, filter) => store.places(filter), nothing));
  it("partners", () => agree((store, filter) => store.partners(filter), nothing));
  it("facets", () => agree((store, filter) => store.facets(filter), nothing));
  it("matrix", () => agree((store, filter) => store.matrix(filter), nothing));
  it("officials", () => agree((store, filter, question) => store.officials(filter, question), officialsQuestion));
  it("events", () =>
    agree((store, filter, page) => store.events(filter, page), fc.record({ offset: fc.nat(5), limit: fc.nat(30) })));
  it("event", () =>
    agree(
      (store, filter, at, record) =>
        store.event(record.events[at % Math.max(1, record.events.length)]?.id ?? "none", filter),
      fc.nat(100),
    ));
  it("agreements", () => agree((store, filter) => store.agreements(filter), nothing));
  it("commitments", () => agree((store, filter) => store.commitments(filter), nothing));
  it("statistics", () => agree((store, filter) => store.statistics(filter), nothing));
  it("search", () =>
    agree(
      (store, _, text) => store.search(text, 50),
      fc.constantFrom(
        "to lam",
        "valadimir",
        "문무일",
        "talks",
        "dam phan",
        "dang crime",
        "body",
        "minister",
        "manh hung vi",
        "o neill",
        "?",
      ),
    ));
  it("names", () =>
    agree(
      async (store, _, ids) => ({ ...(await store.names(ids)) }),
      fc.uniqueArray(fc.constantFrom(...RANDOM_IDS, "mps.head", "e-1", "a-1", "__proto__", "nobody"), { maxLength: 8 }),
    ));
  it("unknown", () => agree((store, filter) => store.unknown(filter), nothing));
});
