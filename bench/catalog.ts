/** The parts of a made-up record that do not grow with its events, or grow slowly. */
import type { Evidence, LiaisonRecord, Organization, Partner, Person, Place, Source } from "../src/data/schema.ts";
import { below, pick, type Random, uneven } from "./random.ts";
import {
  BODIES,
  HOME_NAMES,
  HOME_UNITS,
  ORGANISATIONS_OF_STATES,
  OTHER_NAMES,
  SERIES,
  STATES,
  TOPICS,
} from "./tables.ts";

export interface MadeCatalog {
  readonly parts: Omit<LiaisonRecord, "events" | "agreements" | "commitments" | "statistics">;
  /** Foreign partners, most met first. */
  readonly abroad: readonly Partner[];
  /** By partner id: numbers of people and of bodies. */
  readonly peopleOf: ReadonlyMap<string, readonly number[]>;
  readonly bodiesOf: ReadonlyMap<string, readonly string[]>;
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
}

const HOME: Partner = { id: "VN", name: "Viet Nam", kind: "state" };
const CITY = ["North", "South", "East", "West", "Old", "New", "Upper", "Lower", "Port", "Lake", "Mount", "River"];

const grouped = <T, K>(rows: readonly T[], key: (row: T) => K): ReadonlyMap<K, readonly number[]> => {
  const groups = new Map<K, number[]>();
  rows.forEach((row, at) => {
    const group = groups.get(key(row));
    if (group) group.push(at);
    else groups.set(key(row), [at]);
  });
  return groups;
};

const madePlaces = (random: Random, size: number): Place[] => {
  const near = (): number => (random() + random() + random() - 1.5) * 2.5;
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const country = uneven(random, STATES.length, 0.7, 2);
  const places: Place[] = [
    { id: "l0", name: "Hanoi", country: "VN", lat: 21.0245, lon: 105.8412, geonames: 1581130 },
    { id: "l1", name: "Ho Chi Minh City", country: "VN", lat: 10.823, lon: 106.6296, geonames: 1566083 },
  ];
  for (const [, name, city, country, lat, lon] of ORGANISATIONS_OF_STATES)
    places.push({ id: `l${places.length}`, name: `${city} (${name})`, country, lat, lon, geonames: null });
  for (const [id, , city, lat, lon] of STATES)
    places.push({ id: `l${places.length}`, name: city, country: id, lat, lon, geonames: null });
  while (places.length < size) {
    const [id, , city, lat, lon] = STATES[country()] ?? STATES[0];
    const name = `${pick(random, CITY)} ${city} ${below(random, 90) + 10}`;
    const [north, east] = [round(Math.max(-85, Math.min(85, lat + near()))), round(lon + near())];
    places.push({ id: `l${places.length}`, name, country: id, lat: north, lon: east, geonames: null });
  }
  return places;
};

const madeBodies = (abroad: readonly Partner[]): Organization[] => {
  const bodies: Organization[] = HOME_UNITS.map((name, at) => ({
    id: at === 0 ? "mps" : `h${at}`,
    name,
    aliases: [],
    partner: at === 0 ? "VN" : null,
    parent: at === 0 ? null : "mps",
  }));
  for (const { id, name, kind } of abroad)
    (kind === "state" ? BODIES : ["Secretariat"]).forEach((body, at) => {
      bodies.push({ id: `${id}${at}`, name: `${body} of ${name}`, aliases: [], partner: id, parent: null });
    });
  return bodies;
};

const madePeople = (random: Random, abroad: readonly Partner[], size: number): Person[] => {
  const partner = uneven(random, abroad.length, 0.7, 2);
  const [first, more, last, rest] = OTHER_NAMES;
  return Array.from({ length: size }, (_, at): Person => {
    const home = random() < 0.4;
    const name = home
      ? HOME_NAMES.map((part) => pick(random, part)).join(" ")
      : `${pick(random, random() < 0.5 ? first : more)} ${pick(random, random() < 0.5 ? last : rest)}`;
    // Nobody but the first few hundred has a name of their own without a number.
    const called = at < 300 ? name : `${name} ${at}`;
    const met = abroad[partner()] as Partner;
    return {
      id: `p${at}`,
      name: called,
      native: null,
      aliases: [],
      weakAliases: at % 40 === 7 ? [called.replace(/[aeiou]/, "")] : [],
      partner: home ? "VN" : met.id,
    };
  });
};

const madeEvidence = (random: Random, sources: readonly Source[], size: number): Evidence[] =>
  Array.from({ length: size }, (_, at): Evidence => {
    const chance = random();
    const start = below(random, 4000);
    const certainty = chance < 0.86 ? "stated" : chance < 0.97 ? "inferred" : "disputed";
    return {
      id: `x${at}`,
      source: pick(random, sources).id,
      paragraph: 1 + below(random, 12),
      start,
      end: start + 40 + below(random, 300),
      sha256: null,
      fragment: null,
      certainty,
      basis: certainty === "stated" ? "text" : "cross-source",
      ...(certainty === "stated" ? {} : { about: [random() < 0.5 ? "place" : "date"] as const }),
      note: certainty === "stated" ? null : "Other releases of the same week differ.",
    } as Evidence;
  });

/** Everything but events and what hangs on them, for a record of `size` events. */
export const madeCatalog = (random: Random, size: number): MadeCatalog => {
  const states: Partner[] = STATES.map(([id, name]) => ({ id, name, kind: "state" }));
  const abroad: Partner[] = [...states];
  // Organisations of states are met about as often as the fourth, eighth and sixteenth state.
  ORGANISATIONS_OF_STATES.forEach(([id, name], at) => {
    abroad.splice(4 * 2 ** at, 0, { id, name, kind: "igo" });
  });
  const places = madePlaces(random, Math.min(2_000, Math.round(70 + 2 * size ** 0.5)));
  const organizations = madeBodies(abroad);
  const people = madePeople(random, abroad, Math.min(10_000, Math.round(40 + size ** 0.66)));
  const sources: Source[] = Array.from({ length: Math.min(2_000, 5 + Math.round(size / 50)) }, (_, at) => ({
    id: `s${at}`,
    title: `Release ${at + 1}`,
    publisher: "Ministry of Public Security of Viet Nam, portal",
    published: `${1990 + (at % 36)}-0${1 + (at % 9)}-1${at % 10}`,
    byline: null,
    url: `https://example.org/releases/${at + 1}`,
  }));
  return {
    parts: {
      meta: {
        version: 1,
        title: `A made-up record of ${size} events`,
        focus: "mps",
        release: "2026-11-21",
        license: "CC0",
        counting:
          "Made up, to measure with. A meeting is an event that was held, is no visit and holds no other event.",
      },
      sources,
      partners: [HOME, ...abroad],
      places,
      organizations,
      people,
      topics: TOPICS.map(([id, label, parent]) => ({ id, label, parent })),
      mechanisms: SERIES.map((name, at) => ({
        id: `m${at}`,
        name,
        acronym: null,
        kind: "conference-series" as const,
        aliases: [],
        evidence: [],
      })),
      evidence: madeEvidence(random, sources, Math.min(20_000, 20 + Math.round(size / 10))),
    },
    abroad,
    peopleOf: new Map([...grouped(people, (row) => row.partner)].map(([key, list]) => [key ?? "", list])),
    bodiesOf: new Map(
      [...grouped(organizations, (row) => row.partner ?? "VN")].map(([key, list]) => [
        key,
        list.map((at) => (organizations[at] as Organization).id),
      ]),
    ),
    placesOf: grouped(places, (row) => row.country),
  };
};
