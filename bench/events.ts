/** Events of a made-up record, one after another in order of time, and the papers, words and figures that hang on them. */
import { SCHEMA_ENUMS } from "../src/data/enums.ts";
import type { Agreement, Commitment, EngagementEvent, Participant, Statistic } from "../src/data/schema.ts";
import { dayNumber, isoDay } from "../src/lib/dates.ts";
import type { MadeCatalog } from "./catalog.ts";
import { below, countBy, different, pick, type Random, uneven } from "./random.ts";
import { RANKS, SERIES, TOPICS } from "./tables.ts";

const FIRST = dayNumber(1991, 1, 1);
const RELEASE = dayNumber(2026, 11, 21);
const LAST = dayNumber(2028, 6, 30);
const CONFERENCES = 90;

const TYPES = ["meeting", "talks", "courtesy-call", "embassy-visit", "conference", "visit"] as const;
const TITLES = {
  meeting: ["Meeting with", "Working session with", "Exchange with"],
  talks: ["Talks with", "Round of talks with", "Consultation with"],
  "courtesy-call": ["Courtesy call of", "Reception for"],
  "embassy-visit": ["Embassy visit of", "Call at the embassy by"],
  conference: ["Conference with", "Seminar with"],
  visit: ["Visit of", "Visit to"],
} as const;

/** When everything happens: a busier present, bursts around conferences, journeys that hold the meetings after them. */
interface Plan {
  readonly start: Int32Array;
  /** Number of the journey an event belongs to, -1 for none; a journey's number is its own. */
  readonly within: Int32Array;
  readonly order: Uint32Array;
  /** Place in time of each event. */
  readonly rank: Uint32Array;
}

const DAYS_OF_JOURNEY = 5;

const planned = (random: Random, size: number): Plan => {
  const start = new Int32Array(size);
  const within = new Int32Array(size).fill(-1);
  const bursts = Array.from({ length: CONFERENCES }, () => FIRST + below(random, RELEASE - FIRST));
  const day = (): number => {
    const chance = random();
    if (chance < 0.18) return pick(random, bursts) + below(random, 9) - 4;
    if (chance < 0.19) return RELEASE + 1 + below(random, LAST - RELEASE);
    return FIRST + Math.floor((RELEASE - FIRST) * Math.sqrt(random()));
  };
  for (let at = 0; at < size; ) {
    const journey = random() < 0.05;
    const first = Math.max(FIRST, Math.min(LAST, day()));
    start[at] = first;
    const head = at++;
    if (!journey) continue;
    within[head] = head;
    for (let left = 1 + below(random, 4); left > 0 && at < size; left--, at++) {
      start[at] = first + below(random, DAYS_OF_JOURNEY);
      within[at] = head;
    }
  }
  const keys = Float64Array.from(start, (value, at) => value * size + at).sort();
  const order = Uint32Array.from(keys, (key) => key - Math.floor(key / size) * size);
  const rank = new Uint32Array(size);
  order.forEach((at, place) => {
    rank[at] = place;
  });
  return { start, within, order, rank };
};

const dateText = (random: Random, start: number, journey: boolean): Pick<EngagementEvent, "date" | "datePrecision"> => {
  const day = isoDay(start);
  if (journey) return { date: `${day}/${isoDay(start + DAYS_OF_JOURNEY - 1)}`, datePrecision: 2 };
  const chance = random();
  if (chance < 0.9) return { date: day, datePrecision: 1 };
  if (chance < 0.95) return { date: `${day}/${isoDay(start + 1 + below(random, 6))}`, datePrecision: 2 };
  if (chance < 0.97) return { date: `${day}?`, datePrecision: 1 };
  if (chance < 0.98) return { date: `${day}?/${isoDay(start + 2 + below(random, 5))}?`, datePrecision: 2 };
  if (chance < 0.992) return { date: day.slice(0, 7), datePrecision: 4 };
  if (chance < 0.996) return { date: `${day.slice(0, 7)}~`, datePrecision: 4 };
  if (chance < 0.998) return { date: day.slice(0, 4), datePrecision: 5 };
  return { date: null, datePrecision: null };
};

const TOPICS_OF_EVENTS = TOPICS.flatMap(([id, label, parent]) => (parent === null ? [] : [{ id, label }]));

/** Calls back with each event of the record, in order of time. */
export const eachEvent = (
  random: Random,
  size: number,
  catalog: MadeCatalog,
  each: (event: EngagementEvent) => void,
): void => {
  const plan = planned(random, size);
  const { abroad, peopleOf, bodiesOf, placesOf, parts } = catalog;
  const partner = uneven(random, abroad.length, 0.95, 2);
  const topic = uneven(random, TOPICS_OF_EVENTS.length, 0.7, 1);
  const evidence = uneven(random, parts.evidence.length, 0.3, 5);
  const draws = new Map<number, () => number>();
  /** The first of a list most often; lists of one length share a draw. */
  const unevenly = (list: readonly number[], power: number): number => {
    const known = draws.get(list.length);
    const draw = known ?? uneven(random, list.length, power, 2);
    if (!known) draws.set(list.length, draw);
    return list[draw()] as number;
  };
  const seat = (side: "home" | "partner", met: string, first: boolean): Participant => {
    const own = side === "home" ? "VN" : met;
    const people = peopleOf.get(own) ?? [];
    const bodies = bodiesOf.get(own) ?? [];
    const named = people.length > 0 && random() < 0.93;
    const [office, title] = first ? RANKS[0] : pick(random, RANKS);
    return {
      person: named ? `p${unevenly(people, 0.8)}` : null,
      organization: bodies[below(random, bodies.length)] ?? null,
      side,
      seat: named ? office : "delegation",
      rolePrinted: named && random() < 0.2 ? title : null,
      namePrinted: null,
      rankPrinted: null,
    };
  };
  for (let at = 0; at < size; at++) {
    const number = plan.order[at] as number;
    const start = plan.start[number] as number;
    const journey = plan.within[number] === number;
    const head = plan.within[number] as number;
    const chance = random();
    const type = journey ? "visit" : chance < 0.05 ? "conference" : (TYPES[below(random, 4)] as (typeof TYPES)[number]);
    const met = different(countBy(random, type === "conference" ? [0.2, 0.3, 0.5] : [0.68, 0.22, 0.1]), partner);
    const partners = met.map((value) => abroad[value] as MadeCatalog["abroad"][number]);
    const host = partners[0] as MadeCatalog["abroad"][number];
    const spoken = different(countBy(random, [0.45, 0.33, 0.15, 0.07]), topic).map(
      (value) => TOPICS_OF_EVENTS[value] as (typeof TOPICS_OF_EVENTS)[number],
    );
    const there = random();
    const local = placesOf.get(there < 0.55 ? "VN" : host.id) ?? [];
    const place = there > 0.93 || local.length === 0 ? below(random, parts.places.length) : unevenly(local, 1.1);
    const seats = countBy(random, [0.78, 0.14, 0.05, 0.02, 0.01]);
    const status = start > RELEASE ? "announced" : random() < 0.97 ? "held" : "recalled";
    const about = (spoken[0] as (typeof spoken)[number]).label.toLowerCase();
    const wide = host.kind === "igo" ? "the " : "";
    each({
      id: `e${at}`,
      type,
      status,
      title: `${pick(random, TITLES[type])} ${host.name} on ${about}`,
      ...dateText(random, start, journey),
      place: random() < 0.97 ? (parts.places[place]?.id ?? null) : null,
      placePrecision: null,
      partOf: head >= 0 && !journey ? `e${plan.rank[head]}` : null,
      partners: partners.map((row) => row.id),
      participants: Array.from({ length: seats }, (_, chair) =>
        seat(chair % 2 ? "home" : "partner", host.id, chair < 2),
      ),
      topics: spoken.map((row) => row.id),
      mechanisms: type === "conference" ? [`m${below(random, SERIES.length)}`] : [],
      plover: [],
      summary: `On ${about}${seats > 2 ? ` and ${wide}next steps` : ""}.`,
      evidence: random() < 0.75 ? [`x${evidence()}`] : [],
    });
  }
};

export interface MadePapers {
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  readonly statistics: readonly Statistic[];
}

/** Papers, words and figures for a record whose events are `e0` to `e(size - 1)`. */
export const madePapers = (random: Random, size: number, catalog: MadeCatalog): MadePapers => {
  const { abroad, bodiesOf, parts } = catalog;
  const partner = uneven(random, abroad.length, 0.9, 2);
  const event = (): string => `e${below(random, size)}`;
  const evidence = (): string[] => [`x${below(random, parts.evidence.length)}`];
  const body = (): { id: string; name: string } => {
    const { id, name } = abroad[partner()] as MadeCatalog["abroad"][number];
    return { id: bodiesOf.get(id)?.[0] ?? "mps", name };
  };
  const topic = (): { id: string; label: string } => pick(random, TOPICS_OF_EVENTS);
  return {
    agreements: Array.from({ length: Math.min(1_000, Math.round(size / 25)) }, (_, at): Agreement => {
      const [met, about] = [body(), topic()];
      const status = pick(random, SCHEMA_ENUMS.agreementStatus);
      return {
        id: `a${at}`,
        type: pick(random, SCHEMA_ENUMS.agreementType),
        title: `Agreement ${at + 1} with ${met.name} on ${about.label.toLowerCase()}`,
        parties: ["mps", met.id],
        status,
        date: null,
        event: event(),
        implements: at % 9 === 8 ? `a${below(random, at)}` : null,
        mentions: [],
        topics: [about.id],
        evidence: evidence(),
      };
    }),
    commitments: Array.from({ length: Math.min(2_000, Math.round(size / 15)) }, (_, at): Commitment => {
      const [met, about] = [body(), topic()];
      const home = random() < 0.5;
      return {
        id: `c${at}`,
        actor: home ? "mps" : met.id,
        addressee: home ? met.id : "mps",
        act: pick(random, SCHEMA_ENUMS.commitmentAct),
        status: pick(random, SCHEMA_ENUMS.commitmentStatus),
        topics: [about.id],
        due: null,
        event: event(),
        summary: `On ${about.label.toLowerCase()}, number ${at + 1}.`,
        evidence: evidence(),
      };
    }),
    statistics: Array.from({ length: Math.min(500, Math.round(size / 50)) }, (_, at): Statistic => {
      const cases = random() < 0.5;
      const value = 1 + below(random, 9_000);
      return {
        id: `n${at}`,
        indicator: cases ? "drug-cases" : "drug-seizure",
        drug: cases ? null : pick(random, ["heroin", "methamphetamine", "ketamine"] as const),
        value,
        valuePrinted: String(value),
        unit: cases ? "cases" : "kg",
        country: "VN",
        period: String(1992 + below(random, 34)),
        asOf: null,
        event: event(),
        evidence: evidence(),
      };
    }),
  };
};
