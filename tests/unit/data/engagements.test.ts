/** What an expert would look for first in the record of the five releases. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type LiaisonRecord, recordSchema } from "#data/schema.ts";

const path = fileURLToPath(new URL("../../../public/data/engagements.json", import.meta.url));
const record: LiaisonRecord = recordSchema.parse(JSON.parse(readFileSync(path, "utf8")));
const evidence = new Map(record.evidence.map((row) => [row.id, row]));
const holders = new Set(record.events.flatMap((event) => event.partOf ?? []));
const meetings = record.events.filter(
  (event) => event.status === "held" && event.type !== "visit" && !holders.has(event.id) && !event.openEnded,
);
const event = (id: string) => {
  const found = record.events.find((row) => row.id === id);
  if (!found) throw new Error(`no event ${id}`);
  return found;
};
const notes = (ids: readonly string[]) => ids.map((id) => evidence.get(id)?.note ?? "").join(" ");

describe("the record of the five releases", () => {
  it("counts fourteen meetings, thirteen with foreign partners", () => {
    expect(meetings.length).toBe(14);
    expect(meetings.filter((row) => row.partners.length > 0).length).toBe(13);
    const by = (partner: string) => meetings.filter((row) => row.partners.includes(partner)).length;
    expect(["KR", "INTERPOL", "RU", "ASEAN", "UN", "LA", "KH"].map(by)).toEqual([4, 3, 2, 1, 1, 1, 1]);
    expect(record.partners.some(({ id }) => id === "FR")).toBe(false);
  });

  it("explains every value that is not plainly printed", () => {
    for (const row of record.evidence)
      if (row.certainty !== "stated" || row.basis === "outside") expect(row.note, row.id).toBeTruthy();
  });

  it("marks the year of 8 July as inferred and says why", () => {
    const seoul = record.events.filter((row) => row.date?.endsWith("-07-08"));
    expect(seoul.map((row) => row.date)).toEqual(["2019?-07-08", "2019?-07-08"]);
    // Of the visit around both neither its first nor its last day is printed.
    expect(record.events.find((row) => row.id === "2019-07-visit-korea")?.date).toBe("2019-07-08?/2019-07-09?");
    for (const row of meetings.filter((meeting) => seoul.includes(meeting)))
      expect(notes(row.evidence)).toContain("without a year");
  });

  it("gives each meeting in Sochi the whole span, and disputes the days of the conference", () => {
    const sochi = meetings.filter((row) => row.place === "sochi");
    expect(new Set(sochi.map((row) => `${row.date} ${row.datePrecision}`))).toEqual(
      new Set(["2019-10-15/2019-10-18 2"]),
    );
    const claims = event("2019-10-sochi-conference").evidence.map((id) => evidence.get(id));
    expect(claims.filter((row) => row?.certainty === "disputed").map((row) => row?.basis)).toEqual(["text", "outside"]);
  });

  it("knows INTERPOL's President and the UN's Under-Secretary-General behind what is printed", () => {
    const person = (id: string) => record.people.find((row) => row.id === id);
    expect(person("meng-hongwei")?.weakAliases).toEqual(["Nguyen Manh Hung Vi", "Manh Hung Vi", "Vi"]);
    expect(person("vladimir-voronkov")?.weakAliases).toContain("Valadimir Ivanovich Voronkov");
    const seat = event("2018-04-11-interpol-president").participants.find((row) => row.person === "meng-hongwei");
    expect([seat?.role, seat?.rolePrinted]).toEqual(["President", "Chairman of the Interpol"]);
    expect(seat?.evidence?.map((id) => evidence.get(id)?.certainty)).toContain("inferred");
  });

  it("takes no author for an official and fills no empty seat", () => {
    const authors = new Set(record.sources.map((source) => source.byline));
    for (const person of record.people)
      expect([person.name, ...person.aliases].some((name) => authors.has(name))).toBe(false);
    for (const id of ["2019-10-sochi-laos", "2019-10-sochi-cambodia", "2019-10-sochi-korea"])
      expect(
        event(id)
          .participants.filter((row) => row.side === "partner")
          .map((row) => row.person),
      ).toEqual([null]);
  });

  it("has one paper signed and one adopted, and keeps the others apart", () => {
    const at = (status: string) => record.agreements.filter((row) => row.status === status).map((row) => row.id);
    expect(at("signed")).toEqual(["mou-mps-spo"]);
    expect(at("adopted")).toEqual(["ammtc-13-joint-statement"]);
    expect(at("ready-to-sign")).toEqual(["plan-vn-ru-information-security"]);
    expect(record.agreements.find((row) => row.id === "mou-mps-spo")?.mentions.map((row) => row.event)).toEqual([
      "2019-01-29-talks-moon",
      "2019-07-08-lee-nak-yeon",
    ]);
  });

  it("infers no delivery of anything asked or promised", () => {
    expect(record.commitments.filter((row) => row.status === "delivered" || row.status === "lapsed")).toEqual([]);
    expect(new Set(record.commitments.map((row) => row.event.slice(0, 7)))).toEqual(
      new Set(["2018-04", "2019-01", "2019-07", "2019-10", "2019-11"]),
    );
  });

  it("reports each figure as printed, kilograms and pills of one drug in two rows", () => {
    for (const row of record.statistics) expect(Number(row.valuePrinted.replaceAll(",", ""))).toBe(row.value);
    const synthetic = record.statistics.filter((row) => row.drug === "synthetic drugs");
    expect(synthetic.map((row) => [row.value, row.unit])).toEqual([
      [1755.74, "kg"],
      [1363495, "pills"],
    ]);
    const periods = (drugs: boolean) =>
      new Set(
        record.statistics
          .filter((row) => row.indicator.startsWith("drug") === drugs)
          .map((row) => `${row.period} ${row.asOf}`),
      );
    expect(periods(true)).toEqual(new Set(["../2019-11-15 2019-11-15"]));
    expect(periods(false)).toEqual(new Set(["2019 null"]));
  });
});
