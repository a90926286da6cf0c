/** What an answer is, whoever gives it: run against every store. */
import { describe, expect, it } from "vitest";
import type { LiaisonRecord } from "#data/schema.ts";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type { EventStore, OfficialsQuestion, TimelineQuestion } from "#model/questions.ts";
import { record as aRecord, ODD } from "../../fixtures/record.ts";

const filtered = (more: Partial<Filter>): Filter => ({ ...NO_FILTER, ...more });
const TIMELINE: TimelineQuestion = { lanes: "partner", window: null, columns: 50, markLimit: 100, laneLimit: 10 };
const OFFICIALS: OfficialsQuestion = {
  sort: "meetings",
  offset: 0,
  limit: 50,
  text: "",
  side: null,
  organization: null,
};
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);
const all = { offset: 0, limit: 1000 };

export const storeSuite = (name: string, create: (record: LiaisonRecord) => EventStore): void => {
  const store = (): EventStore => create(aRecord());
  const eventIds = async (filter: Filter): Promise<string[]> => ids((await store().events(filter, all)).rows);

  describe(`${name}: what counts as a meeting`, () => {
    it("counts what was held, and neither visits, nor what has parts, nor what is open-ended", async () => {
      const { rows } = await store().events(NO_FILTER, all);
      const counted = ids(rows.filter((row) => row.counted));
      expect(counted.sort()).toEqual(["e-call", ODD.embassy, ODD.igo, ODD.span, "e-talks", ODD.yearInferred].sort());
    });

    it("says so in the summary, with events by status beside it", async () => {
      const summary = await store().summary(NO_FILTER);
      expect(summary).toMatchObject({
        meetings: 6,
        total: 6,
        withPartner: 5,
        openEnded: 1,
        events: { held: 9, announced: 1, recalled: 2 },
        agreements: { signed: 1, "existing-undated": 1, "ready-to-sign": 1 },
        asks: 1,
        pledges: 1,
      });
      expect(summary.partners.map(({ id, count }) => [id, count])).toEqual([
        ["NO", 3],
        ["DK", 1],
        ["IMO", 1],
      ]);
    });
  });

  describe(`${name}: filter`, () => {
    it("is 'or' within a clause and 'and' among clauses", async () => {
      expect(await eventIds(filtered({ partner: ["IMO", "DK"], topic: ["t-training"] }))).toEqual([ODD.igo]);
    });

    it("finds a topic by what lies in it", async () => {
      expect(await eventIds(filtered({ topic: ["t-drugs"] }))).toEqual(["e-talks"]);
      expect(await eventIds(filtered({ topic: ["t-crime"] }))).toContain("e-talks");
    });

    it("takes dates inclusively: what ends on the first day or begins on the last is in", async () => {
      expect(await eventIds(filtered({ from: "2021-09-18", to: "2021-09-20" }))).toEqual([
        ODD.span,
        ODD.igo,
        ODD.embassy,
      ]);
    });

    it("leaves out what has no date where dates are asked for, and lists it last where not", async () => {
      expect(await eventIds(filtered({ from: "1900" }))).not.toContain(ODD.undated);
      expect((await eventIds(NO_FILTER)).at(-1)).toBe(ODD.undated);
    });

    it("takes the weakest evidence for an event's certainty", async () => {
      expect(await eventIds(filtered({ certainty: ["disputed"] }))).toContain(ODD.disputed);
      const { rows } = await store().events(filtered({ q: "worked out" }), all);
      expect(rows.map((row) => [row.id, row.dateCertainty])).toEqual([[ODD.yearInferred, "inferred"]]);
    });

    it("finds words by their beginnings, whatever the case and the marks", async () => {
      expect(await eventIds(filtered({ q: "JONSD reykjavík" }))).toEqual([ODD.container, "e-talks", "e-call"]);
      expect(await eventIds(filtered({ q: "lindt oslo" }))).toEqual([ODD.yearInferred, ODD.disputed]);
      expect(await eventIds(filtered({ q: "эрик norway oslo" }))).toContain(ODD.yearInferred);
      expect(await eventIds(filtered({ q: "memorandum" }))).toEqual(["e-talks", ODD.disputed]);
    });

    it.each([
      filtered({ partner: ["__proto__"] }),
      filtered({ place: ["constructor"] }),
      filtered({ official: ["toString"] }),
      filtered({ type: ["hasOwnProperty"] }),
    ])("matches nothing for a value that is not in the record: %o", async (filter) => {
      const asked = store();
      expect(await asked.summary(filter)).toMatchObject({ meetings: 0, total: 6 });
      expect(await asked.unknown(filter)).toHaveLength(1);
    });

    it("puts aside a date it cannot read, and says so", async () => {
      const filter = filtered({ from: "yesterday" });
      expect(await store().summary(filter)).toMatchObject({ meetings: 6 });
      expect(await store().unknown(filter)).toEqual([{ key: "from", value: "yesterday" }]);
    });
  });

  describe(`${name}: a view skips its own clause`, () => {
    const filter = filtered({ partner: ["DK"], place: ["london"], official: ["p-lind"] });

    it("so that other partners, places and officials keep their counts", async () => {
      const partners = await store().partners(filtered({ partner: ["DK"] }));
      expect(partners.map(({ id, count, selected }) => [id, count, selected])).toEqual([
        ["NO", 3, false],
        ["DK", 1, true],
        ["IMO", 1, false],
      ]);
      expect(ids((await store().places(filtered({ place: ["london"] }))).places)).toEqual([
        "london",
        "reykjavik",
        "oslo",
      ]);
      const { rows } = await store().officials(filtered({ official: ["p-berg"] }), OFFICIALS);
      expect(rows.find((row) => row.id === "p-lind")?.meetings).toBe(2);
    });

    it("but heeds all others", async () => {
      expect(await store().summary(filter)).toMatchObject({ meetings: 0 });
      const places = await store().places(filter);
      expect(places.places.map(({ id, count }) => [id, count])).toEqual([["london", 0]]);
    });
  });

  describe(`${name}: timeline`, () => {
    it("has a lane for each partner, one for none, and fits its window to what it shows", async () => {
      const answer = await store().timeline(NO_FILTER, TIMELINE);
      expect(answer.lanes.map(({ id, count, inWindow }) => [id, count, inWindow])).toEqual([
        ["NO", 3, 7],
        ["DK", 1, 3],
        ["IMO", 1, 1],
        ["~none", 1, 1],
      ]);
      expect(answer.window.start).toBeLessThan(answer.extent.start);
      expect(answer.undated).toBe(1);
      expect(answer.lanes[0]?.marks?.map((mark) => mark.id).slice(0, 2)).toEqual([ODD.recalled, ODD.yearInferred]);
    });

    it("gives papers signed at an event with its mark", async () => {
      const { lanes } = await store().timeline(NO_FILTER, TIMELINE);
      const mark = lanes[0]?.marks?.find(({ id }) => id === "e-talks");
      expect(mark?.papers.map(({ id }) => id)).toEqual(["a-mou"]);
    });

    it("turns to bins beyond the limit, one count for every column a span touches", async () => {
      const window = { start: 18_885, end: 18_894 }; // 15 to 24 September 2021
      const { lanes } = await store().timeline(filtered({ partner: ["DK"] }), {
        ...TIMELINE,
        window,
        columns: 10,
        markLimit: 0,
      });
      expect(lanes).toHaveLength(1);
      expect([...(lanes[0]?.bins ?? [])]).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    });

    it("puts lanes beyond the limit together, each event once", async () => {
      const { lanes } = await store().timeline(NO_FILTER, { ...TIMELINE, laneLimit: 1 });
      expect(lanes.map(({ id, count }) => [id, count])).toEqual([
        ["NO", 3],
        ["~rest", 2],
        ["~none", 1],
      ]);
    });

    it("answers where nothing matches, with the whole record's span", async () => {
      const answer = await store().timeline(filtered({ partner: ["nobody"] }), TIMELINE);
      expect(answer).toMatchObject({ lanes: [], undated: 0 });
      expect(answer.extent).toEqual(answer.full);
    });
  });

  describe(`${name}: people, papers and words`, () => {
    it("lists people and the holders of unnamed seats", async () => {
      const answer = await store().officials(NO_FILTER, OFFICIALS);
      expect(answer).toMatchObject({ total: 5, people: 4, seats: 1 });
      expect(answer.rows[0]).toMatchObject({ id: "p-jonsdottir", meetings: 6, signed: 1, said: 1, side: "home" });
      expect(answer.rows.find((row) => row.kind === "seat")).toMatchObject({
        id: "o-danish.head",
        name: "Head, Danish Harbours",
        partner: "DK",
        meetings: 1,
      });
      expect(answer.rows.find((row) => row.id === ODD.misspelled)?.printedAs).toEqual(["Erik Lindt"]);
    });

    it("names who sat across the table, the latest met first", async () => {
      const across = async (filter: Filter) =>
        (await store().officials(filter, OFFICIALS)).rows.map(({ id, counterparts, moreCounterparts }) => [
          id,
          counterparts.map((other) => other.id).join(" "),
          moreCounterparts,
        ]);
      expect(await across(NO_FILTER)).toEqual([
        ["p-jonsdottir", "p-moreau p-berg p-lind", false],
        ["p-lind", "p-jonsdottir", false],
        ["p-moreau", "p-jonsdottir", false],
        ["p-berg", "p-jonsdottir", false],
        ["o-danish.head", "p-jonsdottir", false],
      ]);
      expect((await across(filtered({ partner: ["DK"] })))[0]).toEqual(["p-jonsdottir", "", false]);
    });

    it("names three of those across the table, and says so where there are more", async () => {
      const record = aRecord();
      const host = record.events.find(({ id }) => id === "e-call")?.participants[0];
      if (!host?.person) throw new Error("the call has a host");
      const guests = ["p-one", "p-two", "p-three", "p-four"];
      const people = guests.map((id) => ({ ...record.people[1]!, id, name: id }));
      const others = async (count: number): Promise<readonly [string, boolean | undefined]> => {
        // Named a second time, on the other side, the host does not sit across from himself.
        const across = [...guests.slice(0, count), host.person].map((person) => ({ ...host, person, side: "partner" }));
        const participants = [host, ...across] as (typeof record.events)[number]["participants"];
        const store = create({
          ...record,
          people: [...record.people, ...people],
          events: record.events.map((event) => (event.id === "e-call" ? { ...event, participants } : event)),
        });
        const { rows } = await store.officials(filtered({ q: "head of pilots" }), OFFICIALS);
        const own = rows.find(({ id }) => id === host.person);
        return [ids(own?.counterparts ?? []).join(" "), own?.moreCounterparts];
      };
      expect(await others(3)).toEqual(["p-one p-two p-three", false]);
      expect(await others(4)).toEqual(["p-one p-two p-three", true]);
    });

    it.each(["meetings", "name", "latest"] as const)("lists people before unnamed seats, by %s", async (sort) => {
      const { rows } = await store().officials(NO_FILTER, { ...OFFICIALS, sort });
      expect(rows.map(({ kind }) => kind)).toEqual(["person", "person", "person", "person", "seat"]);
    });

    it("pages, sorts and narrows them", async () => {
      const asked = store();
      const names = async (more: Partial<OfficialsQuestion>): Promise<string[]> =>
        ids((await asked.officials(NO_FILTER, { ...OFFICIALS, ...more })).rows);
      expect(await names({ sort: "name", offset: 1, limit: 2 })).toEqual(["p-moreau", "p-lind"]);
      expect(await names({ side: "home" })).toEqual(["p-jonsdottir"]);
      expect(await names({ organization: "o-pilots" })).toEqual(["p-berg"]);
      expect(await names({ text: "harbour mas" })).toEqual(["p-jonsdottir"]);
    });

    it("puts what was signed before what was not, and leaves out other partners' papers", async () => {
      const rows = (await store().agreements(NO_FILTER)).rows;
      expect(rows.map((row) => row.agreement.id)).toEqual(["a-mou", "a-plan", "a-treaty"]);
      expect(rows[0]?.implements?.id).toBe("a-treaty");
      const imo = await store().agreements(filtered({ partner: ["IMO"] }));
      expect(imo.rows.map((row) => row.agreement.id)).toEqual(["a-plan"]);
    });

    it("groups words by who said them to whom", async () => {
      const { groups, total } = await store().commitments(NO_FILTER);
      expect(total).toBe(2);
      expect(groups.map(({ id, actor, addressee }) => [id, actor, addressee])).toEqual([
        ["IS>NO", "Iceland", "Norway"],
        ["NO>IS", "Norway", "Iceland"],
      ]);
      expect(groups[0]?.rows[0]?.followUp.map(({ label }) => label)).toEqual([
        "Promised to train pilots.",
        "Memorandum on harbour safety",
        "Next round",
      ]);
      // The pledge was made at the courtesy call, not at the talks where it was asked for.
      expect(groups[0]?.rows[0]?.followUp.map(({ sameEvent }) => sameEvent)).toEqual([false, false, false]);
    });

    it("opens one event with its parts, papers and neighbours in time", async () => {
      const detail = await store().event(ODD.container, NO_FILTER);
      expect(detail?.parts.map(({ id }) => id)).toEqual(["e-talks", "e-call"]);
      expect(detail).toMatchObject({ counted: false, previous: { id: ODD.yearInferred }, next: { id: "e-talks" } });
      expect(detail?.evidence[0]?.href).toBe(
        "https://example.org/harbour/1#:~:text=the%20two%20sides,at%20the%20harbour",
      );
      expect(await store().event("__proto__", NO_FILTER)).toBeNull();
    });
  });

  describe(`${name}: who and what is meant at an event`, () => {
    it("is said of each mechanism with its passages, and of people and bodies that have a note", async () => {
      const record = aRecord();
      const people = record.people.map((row) =>
        row.id === "p-lind" ? { ...row, note: "Printed under another name.", evidence: ["ev-03"] } : row,
      );
      const detail = await create({ ...record, people }).event("e-talks", NO_FILTER);
      expect(
        detail?.about.map(({ evidence, ...row }) => ({ ...row, evidence: evidence.map((one) => one.evidence.id) })),
      ).toEqual([
        { kind: "person", id: "p-lind", name: "Erik Lind", note: "Printed under another name.", evidence: ["ev-03"] },
        { kind: "mechanism", id: "m-forum", name: "Nordic Harbour Forum", note: null, evidence: ["ev-01"] },
      ]);
    });
  });

  describe(`${name}: search`, () => {
    it("finds a person by a misprint, by another script and by part of the name", async () => {
      const asked = store();
      for (const text of ["lindt", "Эрик", "erik li"]) {
        const { groups } = await asked.search(text, 5);
        expect(groups[0]?.hits[0]).toMatchObject({ kind: "person", id: "p-lind" });
      }
      expect((await asked.search("Lindt", 5)).groups[0]?.hits[0]?.matched).toBe("Erik Lindt");
    });

    it("puts the label itself first, then its beginning, then other words of it", async () => {
      const { groups } = await store().search("harbour", 5);
      expect(groups.find(({ kind }) => kind === "organization")?.hits.map(({ id }) => id)).toEqual([
        "o-harbour",
        "o-danish",
      ]);
    });

    it("shows the words around what it found in a summary", async () => {
      const { groups } = await store().search("worked out page", 5);
      expect(groups).toHaveLength(1);
      expect(groups[0]?.hits[0]).toMatchObject({ id: ODD.yearInferred, matched: "The page gives day and month only." });
    });

    it("finds nothing for nothing", async () => {
      expect(await store().search("  ?! ", 5)).toEqual({ total: 0, groups: [] });
    });
  });

  describe(`${name}: a record with nothing in it`, () => {
    const empty = (): EventStore =>
      create({
        ...aRecord(),
        partners: [],
        places: [],
        organizations: [],
        people: [],
        topics: [],
        mechanisms: [],
        events: [],
        agreements: [],
        commitments: [],
        statistics: [],
        evidence: [],
        sources: [],
      });

    it("answers every question", async () => {
      const asked = empty();
      expect(await asked.summary(NO_FILTER)).toMatchObject({ meetings: 0, total: 0, span: null, recordSpan: null });
      const timeline = await asked.timeline(NO_FILTER, TIMELINE);
      expect(timeline.full).toEqual({ start: 19_113, end: 19_113 }); // the day of release
      expect(timeline.lanes).toEqual([]);
      expect(await asked.places(NO_FILTER)).toEqual({ places: [], unplaced: 0, unplacedEvents: [] });
      expect(await asked.officials(NO_FILTER, OFFICIALS)).toMatchObject({ total: 0, rows: [] });
      expect((await asked.matrix(NO_FILTER)).cells).toHaveLength(0);
      expect(await asked.search("anything", 5)).toEqual({ total: 0, groups: [] });
      expect({ ...(await asked.names(["x"])) }).toEqual({});
    });
  });
};
