import { describe, expect, it } from "vitest";
import type { Fault } from "#data/faults.ts";
import { type Loaded, parseRecord } from "#data/load.ts";
import type { CollectionName } from "#data/schema.ts";
import { en } from "#model/words/en/index.ts";
import { ODD, record, row } from "../../fixtures/record.ts";

const loaded = (json: unknown): Loaded => {
  const parsed = parseRecord(json);
  if (parsed.failure) throw new Error(`not loaded: ${parsed.failure.kind}`);
  return parsed;
};

const ids = (result: Loaded, collection: CollectionName): string[] => result.record[collection].map(({ id }) => id);
const told = (faults: readonly Fault[]): string[] => faults.map(en.faults.fault);

/** The usual record with one row of `collection` changed. */
const withRow = (collection: CollectionName, id: string, more: object): unknown => ({
  ...record(),
  [collection]: record()[collection].map((each) => (each.id === id ? { ...each, ...more } : each)),
});

const allBut = (collection: CollectionName, id: string): string[] =>
  record()
    [collection].map((each) => each.id)
    .filter((each) => each !== id);

describe("a good record", () => {
  it("comes back as it is", () => {
    const result = loaded(JSON.parse(JSON.stringify(record())));
    expect(result.record).toEqual(record());
    expect(result).toMatchObject({ failure: null, faults: [], leftOut: 0, noted: 0 });
  });

  it("is not changed by being read", () => {
    const json = record({ people: [] });
    const before = JSON.stringify(json);
    loaded(json);
    expect(JSON.stringify(json)).toBe(before);
  });

  it("keeps the order of the file", () => {
    const events = record().events.reverse();
    expect(ids(loaded(record({ events })), "events")).toEqual(events.map(({ id }) => id));
  });
});

describe("a row that breaks the schema is left out, the others stay", () => {
  const cases: readonly [what: string, collection: CollectionName, id: string, more: object, sentence: string][] = [
    [
      "date",
      "events",
      "e-embassy",
      { date: "2019-13-45" },
      `events e-embassy: date "2019-13-45" is not a date in EDTF (ISO 8601-2)`,
    ],
    [
      "far date",
      "events",
      "e-embassy",
      { date: "Y12345" },
      `events e-embassy: date "Y12345" lies outside the years 1 to 9999`,
    ],
    [
      "code",
      "events",
      "e-embassy",
      { type: "party" },
      'events e-embassy: type "party" is not one of: meeting, talks, ',
    ],
    ["type", "events", "e-embassy", { title: 7 }, "events e-embassy: title 7 is not text"],
    ["null", "events", "e-embassy", { date: 7 }, "events e-embassy: date 7 is not text or null"],
    ["missing", "events", "e-embassy", { summary: undefined }, "events e-embassy: summary is missing"],
    ["empty", "events", "e-embassy", { title: "" }, 'events e-embassy: title "" is empty'],
    ["range", "places", "oslo", { lat: 91 }, "places oslo: lat 91 is above 90"],
    ["country", "places", "oslo", { country: "nor" }, 'places oslo: country "nor" is not a country code'],
    [
      "address",
      "sources",
      "s-2",
      { url: "javascript:alert(1)" },
      'sources s-2: url "javascript:alert(1)" is not an http',
    ],
    ["digest", "evidence", "ev-12", { sha256: "ab" }, 'evidence ev-12: sha256 "ab" is not a SHA-256 digest'],
    [
      "part",
      "events",
      "e-embassy",
      {
        participants: [
          row("events", "e-talks").participants[0],
          { ...row("events", "e-talks").participants[1], side: "left" },
        ],
      },
      'events e-embassy: participants[1].side "left" is not one of: home, partner',
    ],
    ["list", "events", "e-embassy", { topics: "t-crime" }, 'events e-embassy: topics "t-crime" is not a list'],
    ["pair", "sources", "s-2", { clutter: [[1, 2, 3]] }, "sources s-2: clutter[0] […] has more than 2 entries"],
  ];

  it.each(cases)("%s", (_, collection, id, more, sentence) => {
    const json = JSON.parse(JSON.stringify(withRow(collection, id, more)));
    const result = loaded(json);
    expect(told(result.faults)[0]).toContain(sentence);
    expect(result.faults[0]?.severity).toBe("left-out");
    expect(ids(result, collection)).toEqual(allBut(collection, id));
    expect(result.leftOut).toBeGreaterThanOrEqual(1);
  });

  it("names a row without id by its place", () => {
    const result = loaded({ ...record(), topics: [...record().topics, { label: "x", parent: null }, 5] });
    expect(told(result.faults)).toEqual(["topics row 4: id is missing", "topics row 5: 5 is not an object"]);
    expect(result.record.topics).toEqual(record().topics);
  });

  it("tells every fault of a row, one a field", () => {
    const result = loaded(withRow("places", "oslo", { lat: "x", lon: 999, country: 1 }));
    expect(result.faults.filter(({ collection }) => collection === "places").map(({ field }) => field)).toEqual([
      "country",
      "lat",
      "lon",
    ]);
    // One row left out, however many faults it has.
    expect(result.leftOut).toBe(1);
  });

  it("leaves a row in whose secondary date cannot be read, without that date", () => {
    const result = loaded(withRow("sources", "s-1", { published: "June 4" }));
    expect(told(result.faults)).toEqual(['sources s-1: published "June 4" is not a date in EDTF (ISO 8601-2)']);
    expect(result.record.sources[0]?.published).toBeNull();
    expect(result).toMatchObject({ leftOut: 0, noted: 1 });
  });
});

describe("an unknown field is noted and dropped, its row stays", () => {
  it("at the top and inside", () => {
    const participants = [{ ...row("events", "e-embassy").participants[0], mood: "good" }];
    const result = loaded(withRow("events", "e-embassy", { "a/b": 1, participants }));
    expect(told(result.faults)).toEqual([
      "events e-embassy: a/b 1 is a field this version does not know",
      'events e-embassy: participants[0].mood "good" is a field this version does not know',
    ]);
    expect(result.record.events).toEqual(record().events);
    expect(result).toMatchObject({ leftOut: 0, noted: 2 });
  });

  it("of the file", () => {
    const result = loaded({ ...record(), extra: [] });
    expect(told(result.faults)).toEqual(['record: "extra" [] is a field this version does not know']);
    expect(result.record).toEqual(record());
  });
});

describe("ids", () => {
  it("of two rows with one id the first stays", () => {
    const result = loaded({ ...record(), topics: [...record().topics, { ...record().topics[0], label: "Other" }] });
    expect(told(result.faults)).toEqual([
      'topics t-crime: id "t-crime" is the id of an earlier row too (this is row 4)',
    ]);
    expect(result.record.topics).toEqual(record().topics);
    expect(result.leftOut).toBe(1);
  });

  it("named like parts of JavaScript are ids like others", () => {
    for (const id of ["constructor", "toString", "hasOwnProperty", "valueOf"]) {
      const topics = [...record().topics, { id, label: id, parent: null }];
      expect(loaded(record({ topics })).faults).toEqual([]);
      const dangling = loaded(withRow("events", "e-embassy", { topics: [id] }));
      expect(told(dangling.faults)).toEqual([`events e-embassy: topics[0] "${id}" is not an id in topics`]);
    }
  });

  it("__proto__ is no id and no field, and harms nothing", () => {
    const result = loaded(
      JSON.parse(JSON.stringify(record()).replace('"id":"t-crime"', '"id":"__proto__","__proto__":{"polluted":true}')),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(result.faults.find(({ collection }) => collection === "topics")).toMatchObject({
      record: "__proto__",
      field: "id",
      rule: "pattern",
    });
    expect(ids(result, "topics")).toEqual(["t-drugs", "t-training"]);
  });
});

describe("references that lead nowhere", () => {
  const gone: readonly [
    what: string,
    collection: CollectionName,
    id: string,
    more: object,
    kept: object,
    sentence: string,
  ][] = [
    [
      "place",
      "events",
      "e-talks",
      { place: "x" },
      { place: null, placePrecision: null },
      'place "x" is not an id in places',
    ],
    ["partOf", "events", "e-talks", { partOf: "x" }, { partOf: null }, 'partOf "x" is not an id in events'],
    [
      "list",
      "events",
      "e-talks",
      { topics: ["x", "t-crime"] },
      { topics: ["t-crime"] },
      'topics[0] "x" is not an id in topics',
    ],
    [
      "evidence",
      "events",
      "e-talks",
      { evidence: ["x"] },
      { evidence: [] },
      'evidence[0] "x" is not an id in evidence',
    ],
    [
      "optional",
      "statistics",
      "st-cases",
      { reporter: "x" },
      { reporter: undefined },
      'reporter "x" is not an id in organizations',
    ],
    ["speaker", "commitments", "c-boats", { speaker: "x" }, { speaker: null }, 'speaker "x" is not an id in people'],
    [
      "one party",
      "agreements",
      "a-mou",
      { parties: ["x", "o-coast"] },
      { parties: ["o-coast"] },
      'parties[0] "x" is not an id in organizations',
    ],
    [
      "follow-up",
      "commitments",
      "c-boats",
      { followUp: [{ kind: "event", id: "a-mou" }] },
      { followUp: [] },
      'followUp[0].id "a-mou" is not an id in events',
    ],
    [
      "parent",
      "organizations",
      "o-pilots",
      { parent: "x" },
      { parent: null },
      'parent "x" is not an id in organizations',
    ],
  ];

  it.each(gone)("%s: taken out, the row stays", (_, collection, id, more, kept, sentence) => {
    const result = loaded(withRow(collection, id, more));
    expect(told(result.faults)).toEqual([`${collection} ${id}: ${sentence}`]);
    expect(result.record[collection].find((each) => each.id === id)).toEqual({ ...row(collection, id, more), ...kept });
    expect(ids(result, collection)).toEqual(record()[collection].map((each) => each.id));
    expect(result).toMatchObject({ leftOut: 0, noted: 1 });
  });

  it("inside a participant", () => {
    const participants = row("events", "e-talks").participants.map((each) => ({ ...each, person: "x" }));
    const result = loaded(withRow("events", "e-talks", { participants }));
    expect(told(result.faults)).toEqual([
      'events e-talks: participants[0].person "x" is not an id in people',
      'events e-talks: participants[1].person "x" is not an id in people',
    ]);
    expect(result.record.events[1]?.participants[1]).toMatchObject({ person: null, namePrinted: "Erik Lindt" });
  });

  it("a commitment without its event, its actor or its addressee is left out", () => {
    for (const more of [{ event: "x" }, { actor: "x" }, { addressee: "x" }]) {
      const result = loaded(withRow("commitments", "c-train", more));
      expect(result.faults[0]).toMatchObject({ record: "c-train", rule: "unknown-reference", severity: "left-out" });
      expect(ids(result, "commitments")).toEqual(["c-boats"]);
      // What referred to it does so no more.
      expect(result.record.commitments[0]?.followUp?.map(({ id }) => id)).toEqual(["a-mou", "e-announced"]);
      expect(result).toMatchObject({ leftOut: 1, noted: 1 });
    }
  });

  it("an agreement between nobody is left out", () => {
    const result = loaded(withRow("agreements", "a-treaty", { parties: ["x"] }));
    expect(ids(result, "agreements")).toEqual(["a-mou", "a-plan"]);
    expect(told(result.faults)).toContain("agreements a-treaty: parties names no organization of this record");
    expect(result.record.agreements[0]?.implements).toBeNull();
  });

  it("evidence of an unknown source is left out, what it proved stays", () => {
    const result = loaded(withRow("evidence", "ev-02", { source: "x" }));
    expect(ids(result, "evidence")).toEqual(allBut("evidence", "ev-02"));
    expect(result.record.events.find(({ id }) => id === ODD.container)?.evidence).toEqual([]);
    expect(ids(result, "events")).toEqual(record().events.map(({ id }) => id));
  });

  it("a ring of parts is cut where it closes", () => {
    const events = record().events.map((each) =>
      each.id === "e-visit"
        ? { ...each, partOf: "e-call" }
        : each.id === "e-year"
          ? { ...each, partOf: "e-year" }
          : each,
    );
    const result = loaded(record({ events }));
    expect(told(result.faults)).toEqual([
      'events e-call: partOf "e-visit" leads back to the row itself',
      'events e-year: partOf "e-year" leads back to the row itself',
    ]);
    const partOf = Object.fromEntries(result.record.events.map((each) => [each.id, each.partOf]));
    expect(partOf).toMatchObject({ "e-visit": "e-call", "e-call": null, "e-talks": "e-visit", "e-year": null });
  });
});

describe("the envelope", () => {
  it.each([
    ["nothing", undefined, "wrong-shape", "object"],
    ["null", null, "wrong-shape", "object"],
    ["a list", [], "wrong-shape", "object"],
    ["text", "hello", "wrong-shape", "object"],
    ["another file", { type: "FeatureCollection", features: [] }, "wrong-shape", "events"],
    ["another timeline", { title: {}, events: [{ start_date: {} }] }, "wrong-shape", "sources"],
    ["events by id", { ...record(), events: {} }, "wrong-shape", "events"],
    ["a later version", record({ meta: { ...record().meta, version: 2 as 1 } }), "wrong-version", "2"],
    ["a version of text", { ...record(), meta: { version: "1.0" } }, "wrong-version", '"1.0"'],
  ])("%s cannot be shown", (_, json, kind, detail) => {
    const parsed = parseRecord(json);
    expect(parsed).toMatchObject({ record: null, failure: { kind, detail }, faults: [] });
    if (!parsed.failure) throw new Error("loaded");
    expect(en.faults.failure(parsed.failure).title).toMatch(/\w/);
    expect(en.faults.failure(parsed.failure).text).toMatch(/\.$/);
  });

  it("without meta the rows still show", () => {
    const { meta: _, ...rest } = record();
    const result = loaded(rest);
    expect(told(result.faults)).toEqual(["meta is missing"]);
    expect(result.record.events).toEqual(record().events);
    expect(result.record.meta.title).toBe("–");
  });

  it("of meta the good fields are kept", () => {
    const result = loaded({ ...record(), meta: { ...record().meta, release: "May", colour: 1 } });
    expect(told(result.faults).toSorted()).toEqual([
      "meta: colour 1 is a field this version does not know",
      'meta: release "May" is not a day written YYYY-MM-DD',
    ]);
    expect(result.record.meta).toEqual({ ...record().meta, release: "–" });
  });

  it("a focus that is no organisation is told", () => {
    const result = loaded(record({ meta: { ...record().meta, focus: "o-none" } }));
    expect(told(result.faults)).toEqual(['meta: focus "o-none" is not an id in organizations']);
  });

  it("one missing collection is told and taken as empty", () => {
    const { statistics: _, ...rest } = record();
    expect(told(loaded(rest).faults)).toEqual(["statistics is missing"]);
    expect(told(loaded({ ...rest, statistics: {} }).faults)).toEqual(["statistics: {…} is not a list"]);
    expect(loaded(rest).record.statistics).toEqual([]);
  });
});

describe("values in faults", () => {
  it("are short and without characters that turn or hide text", () => {
    const result = loaded(withRow("events", "e-embassy", { type: `\u202Eabc\u0000${"x".repeat(10_000)}` }));
    const { value } = result.faults[0] as Fault;
    expect(value).toMatch(/^"\\u202Eabc\\u0000x+…"$/);
    expect(value.length).toBeLessThan(80);
  });

  it("are kept in their first two thousands, and all counted", () => {
    const topics = Array.from({ length: 5_000 }, (_, at) => ({ id: `t${at}`, label: 1, parent: null }));
    const result = loaded(record({ topics: topics as never, events: [], agreements: [], commitments: [] }));
    expect(result.faults).toHaveLength(2_000);
    expect(result.leftOut).toBe(5_000);
  });
});
