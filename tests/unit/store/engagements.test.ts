/** The real record, asked what a reader would ask first. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LiaisonRecord } from "#data/schema.ts";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import { LANES } from "#model/questions.ts";
import { createLocalStore } from "#store/local/store.ts";

const record = JSON.parse(
  readFileSync(new URL("../../../public/data/engagements.json", import.meta.url), "utf8"),
) as LiaisonRecord;
const store = createLocalStore(record);
const filtered = (more: Partial<Filter>): Filter => ({ ...NO_FILTER, ...more });
const TIMELINE = { lanes: "partner", window: null, columns: 100, markLimit: 1000, laneLimit: 100 } as const;
const OFFICIALS = { sort: "meetings", offset: 0, limit: 1000, text: "", side: null, organization: null } as const;

const counted = async (filter: Filter): Promise<string[]> => {
  const { rows } = await store.events(filter, { offset: 0, limit: 1000 });
  return rows.filter((row) => row.counted).map((row) => row.id);
};

describe("the five releases", () => {
  it("have four meetings with Korea", async () => {
    expect(await counted(filtered({ partner: ["KR"] }))).toHaveLength(4);
    expect(await store.summary(filtered({ partner: ["KR"] }))).toMatchObject({ meetings: 4, withPartner: 4 });
  });

  it("put INTERPOL's meetings in Lyon and none of them with France", async () => {
    const filter = filtered({ partner: ["INTERPOL"] });
    const { places } = await store.places(filter);
    expect(places.filter(({ count }) => count > 0).map(({ name }) => name)).toEqual(["Lyon"]);
    expect(places[0]?.partners.map(({ id }) => id)).toEqual(["INTERPOL"]);
    expect((await store.summary(filter)).partners.map(({ id }) => id)).toEqual(["INTERPOL"]);
    expect((await store.partners(NO_FILTER)).map(({ id }) => id)).not.toContain("FR");
  });

  it.each([
    ["Valadimir", "Vladimir Voronkov"],
    ["to lam", "Tô Lâm"],
    ["Nguyen Manh Hung Vi", "Meng Hongwei"],
    ["문무일", "Moon Moo-il"],
  ])("find by %s the person %s", async (text, name) => {
    const { groups } = await store.search(text, 5);
    expect(groups.find(({ kind }) => kind === "person")?.hits[0]?.label).toBe(name);
  });

  it.each([
    ["South Korea", "partner", "Republic of Korea"],
    ["RoK", "partner", "Republic of Korea"],
    ["Thailand", "place", "Bangkok"],
  ])("find by %s, as it is printed, the %s %s and its events", async (text, kind, name) => {
    const { groups } = await store.search(text, 5);
    expect(groups.find((group) => group.kind === kind)?.hits[0]?.label).toBe(name);
    const { total } = await store.events(filtered({ q: text }), { offset: 0, limit: 1 });
    const all = kind === "partner" ? filtered({ partner: ["KR"] }) : filtered({ place: ["bangkok"] });
    expect(total).toBeGreaterThanOrEqual((await store.events(all, { offset: 0, limit: 1 })).total);
  });

  it("tell what was taken up at the same meeting from what was taken up elsewhere", async () => {
    const { groups } = await store.commitments(NO_FILTER);
    const threads = groups.flatMap(({ rows }) => rows.flatMap(({ followUp }) => followUp));
    const to = (id: string) => threads.find((thread) => thread.id === id);
    expect(to("c-002-stock-consider")).toMatchObject({ sameEvent: true, event: "2018-04-11-interpol-secretariat" });
    expect(to("c-001-lee-crime")).toMatchObject({ sameEvent: false, event: "2019-07-08-lee-nak-yeon" });
    expect(to("2020-ammtc-14")).toMatchObject({ sameEvent: false, event: null });
  });

  it("date 8 July with its year in doubt and Sochi by a span", async () => {
    const { rows } = await store.events(NO_FILTER, { offset: 0, limit: 1000 });
    const july = rows.filter((row) => row.edtf?.endsWith("-07-08") && row.counted);
    expect(july.length).toBeGreaterThan(0);
    for (const row of july) expect(row.dateCertainty).toBe("inferred");
    const sochi = rows.filter((row) => row.place === "sochi" && row.counted);
    expect(sochi.length).toBeGreaterThan(0);
    for (const row of sochi) expect(row.end).toBeGreaterThan(row.start ?? Number.POSITIVE_INFINITY);
  });

  it("can all be followed to a page: every piece of evidence has an address where its source has one", async () => {
    for (const { id } of record.events) {
      const detail = await store.event(id, NO_FILTER);
      for (const { source, href } of detail?.evidence ?? []) if (source) expect(href).toContain(source.url);
    }
  });
});

const FILTERS: readonly [string, Filter][] = [
  ["everything", NO_FILTER],
  ...["KR", "INTERPOL", "RU", "ASEAN", "UN", "LA", "KH"].map((id): [string, Filter] => [
    id,
    filtered({ partner: [id] }),
  ]),
  ["2019", filtered({ from: "2019", to: "2019" })],
  ["what is inferred", filtered({ certainty: ["inferred"] })],
  ["drugs", filtered({ q: "drug" })],
];

describe.each(FILTERS)("counts agree: %s", (_, filter) => {
  it("between the summary and every view", async () => {
    const meetings = new Set(await counted(filter));
    const summary = await store.summary(filter);
    expect(summary.meetings).toBe(meetings.size);

    for (const lanes of LANES) {
      const timeline = await store.timeline(filter, { ...TIMELINE, lanes });
      const marks = timeline.lanes.flatMap((lane) => lane.marks ?? []).filter((mark) => mark.counted);
      const drawn = new Set(marks.map((mark) => mark.id));
      if (lanes === "partner" || lanes === "type") expect(drawn).toEqual(meetings);
      for (const lane of timeline.lanes) expect(lane.count).toBe(lane.marks?.filter((mark) => mark.counted).length);
    }

    const { places, unplaced } = await store.places(filter);
    expect(places.reduce((sum, place) => sum + place.count, unplaced)).toBe(meetings.size);

    const facets = await store.facets(filter);
    expect(facets.type.reduce((sum, type) => sum + type.count, 0)).toBe(meetings.size);

    const partners = new Map((await store.partners(filter)).map((row) => [row.id, row.count]));
    for (const { id, count } of summary.partners)
      if (filter.partner.length === 0 || filter.partner.includes(id)) expect(partners.get(id)).toBe(count);

    const matrix = await store.matrix(filter);
    for (const partner of matrix.partners)
      expect(summary.partners.find(({ id }) => id === partner.id)?.count).toBe(partner.count);
    matrix.topics.forEach((topic, at) => {
      const column = matrix.partners.map((__, row) => matrix.cells[row * matrix.topics.length + at] ?? 0);
      expect(Math.max(0, ...column)).toBeLessThanOrEqual(topic.count);
    });

    const officials = await store.officials(filter, OFFICIALS);
    for (const row of officials.rows) {
      const own = await counted({ ...filter, official: [row.id] });
      expect(row.meetings).toBe(own.length);
    }
  });
});
