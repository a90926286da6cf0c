import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fragmentFault } from "#data/check/evidence.ts";
import { printedNumber } from "#data/check/world.ts";
import { type CheckRule, checkRecord } from "#data/check.ts";
import type { CollectionName, LiaisonRecord } from "#data/schema.ts";
import { inCollection } from "#model/words/en/check.ts";
import { inCountry, isCountry, world } from "../../../scripts/world.ts";
import { ODD, record, row } from "../../fixtures/record.ts";

const withRow = (collection: CollectionName, id: string, more: object): LiaisonRecord => ({
  ...record(),
  [collection]: record()[collection].map((each) => (each.id === id ? { ...each, ...more } : each)),
});

const plus = (collection: CollectionName, more: object): LiaisonRecord => ({
  ...record(),
  [collection]: [...record()[collection], more],
});

const talks = row("events", "e-talks");
const code = talks.plover[0];
const plover = (more: object) => ({ plover: [{ ...code, ...more }] });
const seat = talks.participants[1];

describe("checkRecord", () => {
  it("finds nothing wrong with the usual record", () => {
    expect(checkRecord(record(), world).faults.map(inCollection)).toEqual([]);
  });

  it("tells what loading tells", () => {
    expect(checkRecord(withRow("topics", "t-drugs", { parent: "x" }), world).faults.map(inCollection)).toEqual([
      't-drugs: parent "x" is not an id in topics',
    ]);
    expect(checkRecord([], world)).toMatchObject({ record: null, failure: { kind: "wrong-shape" } });
  });

  const cases: readonly [rule: CheckRule, json: LiaisonRecord, sentence: string][] = [
    ["date-precision", withRow("events", "e-talks", { datePrecision: 2 }), "e-talks: datePrecision 2 does not fit"],
    ["date-precision", withRow("events", ODD.span, { datePrecision: 1 }), "e-span: datePrecision 1 does not fit"],
    ["date-precision", withRow("events", ODD.undated, { datePrecision: 5 }), "e-undated: datePrecision 5 must be null"],
    ["date-precision", withRow("events", "e-talks", { datePrecision: null }), "e-talks: datePrecision null does not"],
    ["place-precision", withRow("events", ODD.undated, { placePrecision: 1 }), "placePrecision 1 must be null"],
    ["place-precision", withRow("events", "e-talks", { placePrecision: null }), "placePrecision null is missing for"],
    [
      "outside-whole",
      withRow("events", "e-call", { date: "2021-06-04" }),
      'e-call: date "2021-06-04" lies outside the',
    ],
    ["after-source", withRow("events", "e-igo", { date: "2021-12-01" }), 'date "2021-12-01" lies after the source'],
    [
      "before-announced",
      withRow("events", ODD.announced, { date: "2019" }),
      'e-announced: date "2019" lies before the source that announces it',
    ],
    [
      "no-date",
      withRow("agreements", "a-mou", { date: null }),
      "a-mou: date null is missing though the paper is signed",
    ],
    [
      "status-not-said",
      withRow("agreements", "a-plan", { status: "signed", date: "2021-06-10" }),
      'a-plan: status "signed" is said of it at no event; its mentions say ready-to-sign',
    ],
    ["outside-event", withRow("agreements", "a-mou", { date: "2021-06-02" }), "lies outside the event e-talks"],
    [
      "due-before-said",
      withRow("commitments", "c-train", { due: "2020" }),
      'c-train: due "2020" lies before the event',
    ],
    [
      "as-of-before-period",
      withRow("statistics", "st-cases", { asOf: "2019" }),
      'st-cases: asOf "2019" lies before the',
    ],
    ["as-of-after-source", withRow("statistics", "st-cases", { asOf: "2022" }), 'st-cases: asOf "2022" lies after the'],
    [
      "release-before-source",
      record({ meta: { ...record().meta, release: "2021-01-01" } }),
      's-1: published "2021-11-04" lies after the release of the record (2021-01-01)',
    ],
    ["not-a-country", withRow("places", "oslo", { country: "XX" }), 'oslo: country "XX" is not a country code of ISO'],
    ["not-a-country", withRow("statistics", "st-cases", { country: "UK" }), 'st-cases: country "UK" is not a country'],
    [
      "not-a-country",
      withRow("partners", "IMO", { kind: "state" }),
      'IMO: id "IMO" is not a country code of ISO 3166-1',
    ],
    ["country-code-of-igo", withRow("partners", "NO", { kind: "igo" }), 'NO: id "NO" is the code of a country'],
    [
      "outside-country",
      withRow("places", "oslo", { lat: 10.74609, lon: 59.91273 }),
      'oslo: lat, lon "10.74609, 59.91273" lies outside NO',
    ],
    ["wrong-unit", withRow("statistics", "st-cases", { unit: "kg" }), 'st-cases: unit "kg" is no unit of drug-cases'],
    ["drug-missing", withRow("statistics", "st-seized-kg", { drug: null }), "st-seized-kg: drug null is missing"],
    [
      "drug-unwanted",
      withRow("statistics", "st-cases", { indicator: "trafficking-cases", drug: "x" }),
      'st-cases: drug "x" does not belong to this indicator',
    ],
    [
      "not-whole",
      withRow("statistics", "st-cases", { value: 0.5, valuePrinted: "0.5" }),
      "st-cases: value 0.5 is not a whole number, though cases are counted",
    ],
    ["printed-number", withRow("statistics", "st-cases", { value: 12000 }), "value 12000 is not the number printed"],
    [
      "no-side",
      withRow("events", "e-talks", { participants: [seat] }),
      "e-talks: participants has nobody on the home side",
    ],
    [
      "no-side",
      withRow("events", ODD.span, { participants: [talks.participants[0]] }),
      "e-span: participants has nobody on the partner side",
    ],
    [
      "empty-seat",
      withRow("events", "e-talks", {
        participants: [
          ...talks.participants,
          { ...seat, person: null, organization: null, rolePrinted: null, namePrinted: null },
        ],
      }),
      "e-talks: participants[2] has neither a person nor a body nor anything printed",
    ],
    [
      "seat-twice",
      withRow("events", "e-talks", { participants: [...talks.participants, seat] }),
      'participants[2].person "p-lind" sits at the table twice',
    ],
    [
      "not-there",
      withRow("commitments", "c-train", { speaker: "p-lind" }),
      'c-train: speaker "p-lind" took no part in the event e-call',
    ],
    [
      "not-there",
      withRow("agreements", "a-mou", { signatories: ["p-berg"] }),
      'a-mou: signatories[0] "p-berg" took no part in the event e-talks',
    ],
    [
      "foreign-home",
      withRow("events", "e-talks", { participants: [...talks.participants, { ...seat, side: "home" }] }),
      'participants[2].organization "o-coast" sits on the home side but belongs to NO',
    ],
    [
      "other-partner",
      withRow("events", "e-talks", {
        participants: [...talks.participants, { ...seat, person: null, organization: "o-imo" }],
      }),
      'participants[2].organization "o-imo" belongs to IMO, which is no partner of the event',
    ],
    [
      "partner-absent",
      withRow("events", "e-talks", { partners: ["NO", "DK"] }),
      'e-talks: partners "DK" is a partner of whom nobody took part',
    ],
    [
      "person-of-other-partner",
      withRow("events", "e-talks", { participants: [talks.participants[0], { ...seat, person: "p-moreau" }] }),
      'participants[1].person "p-moreau" belongs to another partner than the body (NO)',
    ],
    [
      "home-as-partner",
      withRow("events", "e-talks", { partners: ["NO", "IS"] }),
      'e-talks: partners "IS" is the home state, not a partner',
    ],
    ["embassy-partner", withRow("events", ODD.embassy, { partners: ["NO"] }), 'e-embassy: partners "NO" cannot be met'],
    ["no-home", withRow("organizations", "o-harbour", { partner: null }), 'focus "o-harbour" belongs to no partner'],
    ["no-container", withRow("events", "e-call", { partOf: "e-talks" }), 'e-call: partOf "e-talks" is a talks; only'],
    ["no-evidence", withRow("events", "e-talks", { evidence: [] }), "e-talks: evidence [] names no evidence"],
    ["no-evidence", withRow("mechanisms", "m-forum", { evidence: [] }), "m-forum: evidence [] names no evidence"],
    ["no-evidence", withRow("statistics", "st-cases", { evidence: [] }), "st-cases: evidence [] names no evidence"],
    [
      "no-evidence",
      withRow("agreements", "a-plan", { mentions: [{ event: null, status: "proposed", evidence: [] }] }),
      "a-plan: mentions[0].evidence [] names no evidence",
    ],
    [
      "outside-alone",
      withRow("events", "e-talks", { evidence: ["ev-10"] }),
      'e-talks: evidence "ev-10" rests on outside evidence alone: no release reports it',
    ],
    [
      "no-note",
      withRow("evidence", "ev-05", { note: null }),
      "ev-05: note null is missing though the evidence is infer",
    ],
    [
      "outside-without-address",
      withRow("evidence", "ev-10", { url: null }),
      "ev-10: url null is missing for an outside",
    ],
    ["outside-with-pointer", withRow("evidence", "ev-10", { start: 3 }), "ev-10: start 3 does not go with an outside"],
    [
      "outside-with-pointer",
      withRow("evidence", "ev-12", { basis: "outside" }),
      'ev-12: source "s-1" does not go with',
    ],
    ["basis-outside", withRow("evidence", "ev-10", { basis: "text" }), 'ev-10: basis "text" must be "outside"'],
    [
      "pointer-missing",
      withRow("evidence", "ev-12", { sha256: null }),
      "ev-12: sha256 null is missing for a passage in",
    ],
    [
      "end-before-start",
      withRow("evidence", "ev-12", { end: 950 }),
      "ev-12: end 950 does not lie after the start, 950",
    ],
    ["end-before-start", withRow("sources", "s-1", { clutter: [[9, 9]] }), "s-1: clutter[0] 9 does not lie after the"],
    ["in-clutter", withRow("evidence", "ev-12", { start: 11 }), "ev-12: start 11 lies in page furniture (0–12)"],
    ["fragment-words", withRow("evidence", "ev-12", { fragment: "a%20b%20c%20d%20e" }), "has more than four words"],
    [
      "fragment-code",
      withRow("evidence", "ev-12", { fragment: "a b" }),
      'ev-12: fragment "a b" is not percent-encoded',
    ],
    ["mode", withRow("events", "e-talks", plover({ mode: "assist" })), 'plover[0].mode "assist" is no mode of CONSULT'],
    ["mode", withRow("events", "e-talks", plover({ mode: null })), "plover[0].mode null is no mode of CONSULT"],
    ["mode", withRow("events", "e-talks", plover({ event: "REQUEST" })), '"visit" is no mode of REQUEST'],
    ["mode", withRow("events", "e-talks", plover({ event: "SUPPORT" })), '"visit" is no mode of SUPPORT'],
    [
      "auxiliary",
      withRow("events", "e-talks", plover({ auxiliary: "future" })),
      "is no auxiliary mode of what is held",
    ],
    ["auxiliary", withRow("events", ODD.recalled, plover({})), "plover[0].auxiliary null is no auxiliary mode of what"],
    ["auxiliary", withRow("events", ODD.announced, plover({})), "is no auxiliary mode of what is announced"],
    ["no-actor", withRow("events", "e-talks", plover({ actors: [] })), "plover[0].actors [] names nobody"],
    [
      "actor-and-recipient",
      withRow("events", "e-talks", plover({ recipients: ["NO"] })),
      '"NO" is among the actors too',
    ],
    [
      "no-recipient",
      withRow("events", "e-talks", plover({ recipients: [] })),
      "names nobody, though the mode is visit",
    ],
    [
      "recipient-unwanted",
      withRow("events", "e-talks", plover({ mode: "multilateral" })),
      '"IS" is not named where the',
    ],
    ["actor-elsewhere", withRow("events", "e-talks", plover({ actors: ["DK"] })), '"DK" takes no part in the event'],
    [
      "actor-elsewhere",
      withRow("commitments", "c-boats", { addressee: "o-imo" }),
      'c-boats: addressee "o-imo" takes no',
    ],
    ["same-side", withRow("commitments", "c-boats", { addressee: "o-harbour" }), '"o-harbour" is on the same side as'],
    ["speaker-of-other-side", withRow("commitments", "c-boats", { speaker: "p-lind" }), '"p-lind" speaks for another'],
    ["same-as-name", withRow("people", "p-lind", { weakAliases: ["Erik Lind"] }), 'weakAliases[0] "Erik Lind" repeats'],
    [
      "twice",
      withRow("events", "e-talks", { topics: ["t-drugs", "t-drugs"] }),
      'e-talks: topics[1] "t-drugs" is named',
    ],
    [
      "twice",
      withRow("events", "e-talks", plover({ contexts: ["crime", "crime"] })),
      'plover[0].contexts[1] "crime" is',
    ],
    ["blank", withRow("events", "e-talks", { title: " " }), 'e-talks: title " " holds nothing but spaces'],
    [
      "seat-is-person",
      plus("people", { ...row("people", "p-berg"), id: "o-danish.head" }),
      'e-span: participants[1].seat "head" makes the id o-danish.head, which is a person\'s',
    ],
    ["unused", plus("people", { ...row("people", "p-berg"), id: "p-new" }), "p-new is referred to by nothing"],
    ["unused", plus("topics", { id: "t-new", label: "New", parent: null }), "t-new is referred to by nothing"],
    ["unused", plus("places", { ...row("places", "oslo"), id: "bergen" }), "bergen is referred to by nothing"],
    ["unused", plus("sources", { ...row("sources", "s-2"), id: "s-3" }), "s-3 is referred to by nothing"],
    ["unused", plus("evidence", { ...row("evidence", "ev-12"), id: "ev-99" }), "ev-99 is referred to by nothing"],
    ["unused", plus("partners", { id: "SE", name: "Sweden", kind: "state" }), "SE is referred to by nothing"],
    ["unused", plus("mechanisms", { ...row("mechanisms", "m-forum"), id: "m-2" }), "m-2 is referred to by nothing"],
    ["unused", plus("organizations", { ...row("organizations", "o-imo"), id: "o-2" }), "o-2 is referred to by nothing"],
  ];

  it.each(cases)("%s", (rule, json, sentence) => {
    const { faults } = checkRecord(json, world);
    const said = faults.filter((fault) => fault.rule === rule).map(inCollection);
    expect(said.join("\n")).toContain(sentence);
  });
});

it("does not order an event and its sources where a source has no date", () => {
  const json = withRow("events", "e-igo", { date: "2021-12-01", evidence: ["ev-05", "ev-07"] });
  expect(checkRecord(json, world).faults.map(inCollection)).toEqual([]);
});

describe("the world", () => {
  it("has 249 countries, and no code that was one or is none", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const codes = letters.flatMap((a) => letters.map((b) => a + b));
    expect(codes.filter(isCountry)).toHaveLength(249);
    for (const code of ["VN", "KR", "RU", "LA", "KH", "FR", "MM", "GB", "TW", "SS"])
      expect([code, isCountry(code)]).toEqual([code, true]);
    for (const code of ["SU", "UK", "EU", "UN", "XK", "ZZ", "YU", "vn", "V", "VNM", ""])
      expect([code, isCountry(code)]).toEqual([code, false]);
  });

  it("knows where countries lie, coasts and islands included", () => {
    const places: readonly [string, number, number][] = [
      ["VN", 21.0245, 105.84117],
      ["KR", 37.566, 126.9784],
      ["FR", 45.74846, 4.84671],
      ["RU", 43.59917, 39.72569],
      ["MM", 19.745, 96.12972],
      ["US", 40.71427, -74.00597],
      ["SG", 1.28967, 103.85007],
      ["FJ", -18.14161, 178.44149],
      ["RU", 64.73424, 177.5103],
    ];
    for (const [code, lat, lon] of places) expect([code, inCountry(code, lat, lon)]).toEqual([code, true]);
    expect(inCountry("CN", 21.0245, 105.84117)).toBe(false);
    expect(inCountry("FR", 43.59917, 39.72569)).toBe(false);
    // Latitude and longitude exchanged.
    expect(inCountry("VN", 105.84117 - 90, 21.0245)).toBe(false);
    expect(inCountry("BQ", 12.15, -68.27)).toBeNull();
  });

  it.each([
    ["1,755.74 kg", 1755.74],
    ["1,363,495", 1363495],
    ["some 254.4", 254.4],
    ["12\u00a0000 pills", 12000],
    ["nine", null],
  ])("reads the number in %s", (text, value) => {
    expect(printedNumber(text)).toBe(value);
  });

  it.each([
    ["one%20two%20three%20four,the%20end", null],
    ["before-,start,end,-after", null],
    ["caf%C3%A9", null],
    ["one%20two%20three%20four%20five", "fragment-words"],
    ["one%20two,a%20b%20c%20d%20e", "fragment-words"],
    ["one two", "fragment-code"],
    ["%E0%A4%A", "fragment-code"],
    ["", "fragment-code"],
  ])("reads the fragment %s", (fragment, fault) => {
    expect(fragmentFault(fragment)).toBe(fault);
  });
});

describe("npm run data:check", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/data-check.ts", ...args], { encoding: "utf8" });

  it("finds nothing wrong with the records of the project", () => {
    for (const path of ["public/data/engagements.json", "public/data/example.json"]) {
      const { failure, faults } = checkRecord(JSON.parse(readFileSync(path, "utf8")), world);
      expect([failure, faults.map(inCollection)]).toEqual([null, []]);
    }
  });

  it("explains itself, counts, and answers with its exit code", () => {
    const good = run("public/data/example.json");
    expect([good.status, good.stderr]).toEqual([0, ""]);
    expect(good.stdout).toMatch(/^public\/data\/example\.json\n {2}\d+ rows, \d+ events: nothing wrong\n$/);
    const faulty = join(mkdtempSync(join(tmpdir(), "liaison-")), "faulty.json");
    writeFileSync(faulty, JSON.stringify(withRow("events", "e-talks", { datePrecision: 4, topics: ["x"] })));
    const told = run(faulty);
    rmSync(dirname(faulty), { recursive: true });
    expect(told.status).toBe(1);
    expect(told.stdout.split("\n").slice(1)).toEqual([
      "  events",
      '    e-talks: topics[0] "x" is not an id in topics',
      "    e-talks: datePrecision 4 does not fit the date 2021-06-01 (1 day, 2 two to six days, 3 week, 4 month, 5 year)",
      "  topics",
      "    t-drugs is referred to by nothing",
      expect.stringMatching(/^ {2}\d+ rows, 12 events: 3 faults$/),
      "",
    ]);
    const marked = join(mkdtempSync(join(tmpdir(), "liaison-")), "marked.json");
    for (const encoding of ["utf8", "utf16le"] as const) {
      writeFileSync(marked, Buffer.from(`\ufeff${readFileSync("public/data/example.json", "utf8")}`, encoding));
      expect(run(marked)).toMatchObject({ status: 0, stdout: expect.stringContaining("nothing wrong") });
    }
    rmSync(dirname(marked), { recursive: true });
    const bad = run("--json", "package.json");
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({
      file: "package.json",
      failure: { kind: "wrong-shape" },
      faults: [],
    });
    expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("Usage: npm run data:check") });
    expect(run("nowhere.json")).toMatchObject({ status: 2, stderr: "nowhere.json: there is no such file\n" });
    expect(run("--colour")).toMatchObject({ status: 2, stderr: expect.stringContaining("Usage:") });
  }, 60_000);
});
