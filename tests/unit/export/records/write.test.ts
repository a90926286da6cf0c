import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type DataFigure, gatherSeen, MOST_EVENTS, type Seen } from "#export/records/gather.ts";
import { citedBehind, DATA_FORMATS, formatsOf, writeData } from "#export/records/write.ts";
import { dayNumber } from "#lib/dates.ts";
import { NO_FILTER } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { randomFilter, randomRecord } from "../../../fixtures/random-record.ts";
import { ODD, record } from "../../../fixtures/record.ts";
import { dataInfo, store } from "../info.ts";

const FIGURES: readonly DataFigure[] = [
  "timeline",
  "map",
  "officials",
  "partners",
  "topics",
  "agreements",
  "commitments",
  "statistics",
  "event",
];
const seen = (figure: DataFigure, more: Partial<Seen> = {}): Seen => ({
  figure,
  filter: NO_FILTER,
  ...(figure === "event" ? { event: "e-talks" } : {}),
  ...more,
});
const text = async (...[format, of, more]: [Parameters<typeof writeData>[0], Seen | null, object?]): Promise<string> =>
  strFromU8(await writeData(format, store(), { seen: of, info: dataInfo(), ...more }));
const csv = async (of: Seen | null, more = {}): Promise<Record<string, string>[]> =>
  parse(await text("csv", of, more), { bom: true, columns: true });
const json = async (of: Seen | null) => JSON.parse(await text("json", of));

describe("a data file of what is seen", () => {
  it("has one row for every event the filter leaves, each with the address of its passage", async () => {
    const rows = await csv(seen("timeline", { filter: { ...NO_FILTER, partner: ["NO"] } }));
    const { total } = await store().events({ ...NO_FILTER, partner: ["NO"] }, { offset: 0, limit: 0 });
    expect(rows).toHaveLength(total);
    expect(total).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.partners).toContain("NO");
      expect(row.source_url).toMatch(/^https:\/\/example\.org\/harbour\/\d#:~:text=/u);
      expect(row.retrieved).toBe("2022-06-02");
    }
  });

  it("keeps to the timeline's window, its last day included, and leaves out what has no date", async () => {
    const day = dayNumber(2021, 6, 1);
    const rows = await csv(seen("timeline", { window: { start: day - 40, end: day } }));
    expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining(["e-visit", "e-talks"]));
    expect(rows.map((row) => row.id)).not.toContain("e-call");
    expect(rows.map((row) => row.id)).not.toContain(ODD.undated);
  });

  it("gives a date as first day, last day and EDTF, in doubt or not", async () => {
    const rows = new Map((await csv(seen("timeline"))).map((row) => [row.id, row]));
    const dates = (id: string) => ["date_from", "date_to", "date_edtf"].map((key) => rows.get(id)?.[key]);
    expect(dates(ODD.yearInferred)).toEqual(["2020-07-08", "2020-07-08", "2020?-07-08"]);
    expect(dates(ODD.container)).toEqual(["2021-06-01", "2021-06-03", "2021-06-01/2021-06-03"]);
    expect(dates(ODD.undated)).toEqual(["", "", ""]);
    const [pills] = (await csv(seen("statistics"))).filter((row) => row.id === ODD.cutOff);
    expect(pills?.period_edtf).toMatch(/^\.\.\//u);
    expect(pills?.period_from).toBe("");
    expect(pills?.period_to).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });

  it("lists who sat where, and only officials that are shown", async () => {
    const all = await csv(seen("officials"));
    const guests = await csv(seen("officials", { officials: { text: "", side: "partner", organization: null } }));
    const lind = await csv(seen("officials", { officials: { text: "Lindt", side: null, organization: null } }));
    expect(guests.length).toBeLessThan(all.length);
    expect(new Set(guests.map((row) => row.side))).toEqual(new Set(["partner"]));
    expect(new Set(lind.map((row) => row.official))).toEqual(new Set([ODD.misspelled]));
    expect(lind[0]).toMatchObject({ name: "Erik Lind", name_native: "Эрик Линд", name_printed: "Erik Lindt" });
  });

  it("writes the matrix with its zeros, adding up to what the store counts", async () => {
    const rows = await csv(seen("topics"));
    const { partners, topics, cells } = await store().matrix(NO_FILTER);
    expect(rows).toHaveLength(partners.length * topics.length);
    expect(rows.map((row) => Number(row.meetings))).toEqual([...cells]);
    expect(rows.some((row) => row.meetings === "0")).toBe(true);
  });

  it("holds the whole of one event, and nothing of others", async () => {
    const { data } = await json(seen("event"));
    expect(data.events.map((row: { id: string }) => row.id)).toEqual(["e-talks"]);
    expect(data.participants).toHaveLength(2);
    for (const row of data.commitments) expect(row.event).toBe("e-talks");
  });

  it("names who signed an agreement", async () => {
    const signed = (await csv(seen("agreements"))).filter((row) => row.status === "signed");
    expect(signed.length).toBeGreaterThan(0);
    for (const row of signed) expect(row.signatories).not.toMatch(/p-/u);
  });

  it("adds PLOVER codes on demand only", async () => {
    const [talks] = (await csv(seen("timeline"), { plover: true })).filter((row) => row.id === "e-talks");
    expect(talks).toMatchObject({ plover: "CONSULT visit | REQUEST assist", plover_actors: "NO | IS" });
    expect((await csv(seen("timeline")))[0]).not.toHaveProperty("plover");
  });

  it("says in words what every column holds", async () => {
    const { tables } = await json(null);
    const keys = tables.flatMap((table: { columns: { key: string }[] }) => table.columns.map(({ key }) => key));
    expect(keys.filter((key: string) => !Object.hasOwn(en.export.columns, key))).toEqual([]);
  });
});

describe("formats", () => {
  it("offers maps and calendars only where there are events, and refuses them elsewhere", async () => {
    expect(formatsOf(seen("map"))).toEqual(DATA_FORMATS);
    expect(formatsOf(seen("statistics"))).toEqual(["csv", "json", "zip"]);
    await expect(writeData("ics", store(), { seen: seen("partners"), info: dataInfo() })).rejects.toThrow(RangeError);
  });

  it("gives GeoJSON with longitude first and a null geometry where no place is stated", async () => {
    const { type, features } = JSON.parse(await text("geojson", seen("map")));
    expect(type).toBe("FeatureCollection");
    const of = (id: string) => features.find((feature: { id: string }) => feature.id === id);
    expect(of("e-talks").geometry).toEqual({ type: "Point", coordinates: [-21.89541, 64.13548] });
    expect(of(ODD.undated).geometry).toBeNull();
    expect(of("e-talks").properties).toMatchObject({ partners: ["NO"], source_url: expect.stringContaining("https:") });
  });

  it("packs every table with metadata, read-me and citation", async () => {
    const files = unzipSync(await writeData("zip", store(), { seen: null, info: dataInfo({ filter: "" }) }));
    expect(Object.keys(files)).toEqual([
      "README.md",
      ...["events", "participants", "places", "agreements", "commitments", "statistics", "partners", "topics"].map(
        (name) => `${name}.csv`,
      ),
      ...["data.json", "events.geojson", "events.ics", "metadata.json"],
      ...["citation.bib", "citation.ris", "citation.csl.json"],
    ]);
    const readme = strFromU8(files["README.md"] ?? new Uint8Array());
    for (const name of Object.keys(files).slice(1)) expect(readme).toContain(`\`${name}\``);
    const metadata = JSON.parse(strFromU8(files["metadata.json"] ?? new Uint8Array()));
    expect(metadata).toMatchObject({ scope: "everything", release: "20220501-3f9a1c2e", license: "CC0-1.0" });
    expect(metadata.tables[0]).toMatchObject({ name: "events", rows: record().events.length });
  });

  it.each(FIGURES)("gives the same bytes of %s twice", async (figure) => {
    for (const format of formatsOf({ figure })) {
      const [one, two] = await Promise.all(
        [0, 1].map(async () =>
          createHash("sha256")
            .update(await writeData(format, store(), { seen: seen(figure), info: dataInfo() }))
            .digest("hex"),
        ),
      );
      expect(one).toBe(two);
    }
  });

  it("shows record text in the read-me as text", async () => {
    const hostile = dataInfo({ filter: "<script>alert(1)</script> [x](javascript:1)" });
    const files = unzipSync(await writeData("zip", store(), { seen: seen("timeline"), info: hostile }));
    const readme = strFromU8(files["README.md"] ?? new Uint8Array());
    expect(readme).not.toContain("<script>");
    expect(readme).not.toMatch(/[^\\]\]\(javascript/u);
  });
});

describe("of very many events", () => {
  const unfiltered: Seen = { figure: "timeline", filter: NO_FILTER };
  const rows = Array.from({ length: 450 }, (_, at) => ({ id: `e${at}`, start: at, end: at, edtf: "2019" }));

  /** A store of which only the ways to its events are asked. */
  const storeOf = (total: number) => {
    const asked: number[] = [];
    let together = 0;
    const store = {
      events: async (_: unknown, { offset, limit }: { offset: number; limit: number }) => ({
        total,
        rows: rows.slice(offset, offset + limit),
      }),
      event: (id: string) => {
        together += 1;
        asked.push(together);
        return new Promise((done) =>
          setTimeout(() => {
            together -= 1;
            done({ event: { id }, evidence: [], agreements: [], commitments: [], statistics: [] });
          }),
        );
      },
      names: async () => ({}),
    };
    return { store: store as unknown as EventStore, most: () => Math.max(0, ...asked) };
  };

  it("asks for two hundred together, not one by one", async () => {
    const { store, most } = storeOf(rows.length);
    expect((await gatherSeen(store, unfiltered)).events.map(({ event }) => event.id)).toEqual(rows.map(({ id }) => id));
    expect(most()).toBe(200);
  });

  it("tells how far it is, while there is more to ask for", async () => {
    const { store } = storeOf(rows.length);
    const told: number[] = [];
    await gatherSeen(store, unfiltered, (share) => told.push(share));
    const steps = Math.ceil(rows.length / 200) - 1;
    expect(steps).toBeGreaterThan(1);
    expect(told).toEqual(Array.from({ length: steps }, (_, at) => ((at + 1) * 200) / rows.length));
  });

  it("makes no file of more than it may hold, says how many there are, and cites the record as a whole", async () => {
    const { store, most } = storeOf(MOST_EVENTS + 1);
    await expect(gatherSeen(store, unfiltered)).rejects.toMatchObject({ name: "TooManyRows", rows: MOST_EVENTS + 1 });
    expect(await citedBehind(store, unfiltered)).toEqual([]);
    expect(most()).toBe(0);
  });
});

describe("on random records", () => {
  it("writes as many events, papers, words and figures as the store answers", async () => {
    await fc.assert(
      fc.asyncProperty(randomRecord(), randomFilter(), async (some, filter) => {
        const random = createLocalStore(some);
        const total = async (figure: DataFigure) => gatherSeen(random, { figure, filter });
        expect((await total("timeline")).events).toHaveLength(
          (await random.events(filter, { offset: 0, limit: 0 })).total,
        );
        expect((await total("agreements")).agreements).toHaveLength((await random.agreements(filter)).total);
        expect((await total("commitments")).commitments).toHaveLength((await random.commitments(filter)).total);
        expect((await total("statistics")).statistics).toHaveLength((await random.statistics(filter)).total);
        for (const format of DATA_FORMATS)
          expect(
            (await writeData(format, random, { seen: { figure: "map", filter }, info: dataInfo() })).length,
          ).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });
});
