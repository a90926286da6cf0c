import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FileName, fileName } from "#export/file-name.ts";
import { FIGURES } from "#figures/names.ts";
import { NO_FILTER } from "#model/filter.ts";

const name = (more: Partial<FileName> = {}): FileName => ({
  figure: "timeline",
  filter: NO_FILTER,
  years: [2018, 2019],
  release: "20261121-3f9a1c2e",
  extension: "svg",
  ...more,
});

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.stringMatching(/^[A-Z]{2}$/),
  fc.constant("đại-học"),
);
const list = fc.array(word, { maxLength: 5 });
const any = fc.record({
  figure: fc.constantFrom(...FIGURES),
  filter: fc.record({
    ...{ partner: list, topic: list, type: list, official: list, place: list, certainty: fc.constant([]) },
    from: fc.option(fc.constantFrom("2018", "2018-04", "2018-04-05?", "2018-04~/2019-XX")),
    to: fc.option(fc.constantFrom("2019", "2019-12-31")),
    q: fc.string({ maxLength: 80 }),
  }),
  event: fc.option(word),
  years: fc.option(fc.constant([2018, 2019] as const)),
  release: fc.constantFrom("", "20261121-3f9a1c2e"),
  plain: fc.boolean(),
  dark: fc.boolean(),
  scale: fc.constantFrom(1, 2, 4),
  extension: fc.constantFrom("svg", "office.svg", "metadata.json", "png"),
});

describe("fileName", () => {
  it("follows the pattern", () => {
    const filter = { ...NO_FILTER, partner: ["KR", "RU"] };
    expect(fileName(name({ filter }))).toBe("liaison_timeline_kr-ru_2018-2019_20261121-3f9a1c2e.svg");
    expect(fileName(name({ filter, plain: true, dark: true, scale: 2, extension: "png" }))).toBe(
      "liaison_timeline_kr-ru_2018-2019_20261121-3f9a1c2e_plain_dark@2x.png",
    );
  });
  it("takes the filter's own dates before the record's, and leaves out what there is not", () => {
    expect(fileName(name({ filter: { ...NO_FILTER, from: "2019-07" } }))).toContain("_2019-07-2019_");
    expect(fileName(name({ years: null, release: "" }))).toBe("liaison_timeline.svg");
  });
  it("names an event by its id alone", () => {
    const event = { figure: "event", event: "2019-10-sochi", filter: { ...NO_FILTER, partner: ["KR"] } };
    expect(fileName(name(event))).toBe("liaison_event_2019-10-sochi_20261121-3f9a1c2e.svg");
  });
  it("is short, lower-case ASCII for every filter, and the same each time", () => {
    fc.assert(
      fc.property(any, (given) => {
        const made = fileName(given);
        expect(made).toMatch(/^liaison_[a-z]+(?:_[a-z0-9-]+)*(?:@[24]x)?\.[a-z.]+$/);
        expect(made.length).toBeLessThanOrEqual(100);
        expect(fileName(given)).toBe(made);
      }),
      { numRuns: 300 },
    );
  });
  it("tells long filters apart by a hash", () => {
    const long = (last: string): string =>
      fileName(
        name({ filter: { ...NO_FILTER, topic: [...Array.from({ length: 20 }, (_, at) => `topic-${at}`), last] } }),
      );
    expect(long("a")).toMatch(/_filter-[0-9a-f]{6}_/);
    expect(long("a")).not.toBe(long("b"));
  });
});
