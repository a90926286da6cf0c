/** The rules of the record in the plainest words: what a meeting is, what matches, what an event is about. */
import type { Agreement, Commitment, EngagementEvent, LiaisonRecord, Statistic } from "#data/schema.ts";
import { foldedWords, wordMatches } from "#lib/fold.ts";
import { type Filter, isUnfiltered, without } from "#model/filter.ts";
import type { Counted, DayWindow, Doubts } from "#model/questions.ts";
import { country } from "#model/words/en/numbers.ts";
import { type Catalog, chain, createCatalog } from "../catalog.ts";
import { agreementEvents, foreignPartners } from "../details.ts";
import { boundedDays, byCount, daysOf, doubtsOf, filterDays, officialId } from "../rules.ts";

/** An event with what is known about it. */
export interface Known {
  readonly event: EngagementEvent;
  readonly index: number;
  readonly days: DayWindow | null;
  readonly doubts: Doubts;
  readonly counted: boolean;
  readonly container: boolean;
  readonly partners: readonly string[];
  /** Its own topics and what they lie in. */
  readonly topics: readonly string[];
  readonly officials: readonly string[];
  readonly organizations: readonly string[];
  readonly place: string | null;
  readonly words: readonly string[];
}

const once = <T>(values: readonly T[]): T[] => [...new Set(values)];
export const present = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const textOf = (record: LiaisonRecord, catalog: Catalog, event: EngagementEvent): string => {
  const of = <T>(map: ReadonlyMap<string, T>, ids: readonly (string | null)[]): T[] =>
    ids.map((id) => (id === null ? undefined : map.get(id))).filter(present);
  const topics = event.topics.flatMap((id) => chain(catalog.topics, id));
  const named = [
    ...of(catalog.partners, event.partners),
    ...of(catalog.places, [event.place]),
    ...of(catalog.mechanisms, event.mechanisms),
    ...of(
      catalog.organizations,
      event.participants.map((seat) => seat.organization),
    ),
  ].flatMap((row) => [
    row.name,
    "acronym" in row ? row.acronym : null,
    ...("aliases" in row ? (row.aliases ?? []) : []),
    "country" in row ? country(row.country) : null,
  ]);
  const people = of(
    catalog.people,
    event.participants.map((seat) => seat.person),
  ).flatMap((person) => [person.name, person.native, ...person.aliases, ...person.weakAliases]);
  const printed = event.participants.flatMap((seat) => [seat.namePrinted, seat.rolePrinted]);
  const papers = record.agreements
    .filter((row) => agreementEvents(row).includes(event.id))
    .flatMap((row) => [row.title, row.titlePrinted]);
  return [event.title, event.summary, ...named, ...topics.map((row) => row.label), ...people, ...printed, ...papers]
    .filter(present)
    .join("\n");
};

/** Every event in order of time, ties as in the record, those without a date last. */
export const knownEvents = (
  record: LiaisonRecord,
): { readonly catalog: Catalog; readonly events: readonly Known[] } => {
  const catalog = createCatalog(record);
  const parents = new Set(record.events.map((event) => event.partOf));
  const rows = record.events.map((event, row) => ({ event, row, days: daysOf(event.date) }));
  const last = Number.POSITIVE_INFINITY;
  rows.sort((a, b) => {
    const [first, second] = [a.days?.start ?? last, b.days?.start ?? last];
    return first === second ? a.row - b.row : first - second;
  });
  const events = rows.map(({ event, days }, index): Known => {
    const container = event.type === "visit" || parents.has(event.id);
    const seated = event.participants.filter((seat) =>
      seat.person === null
        ? seat.organization !== null && catalog.organizations.has(seat.organization)
        : catalog.people.has(seat.person),
    );
    return {
      event,
      index,
      days,
      container,
      doubts: doubtsOf(event, event.evidence.map((id) => record.evidence.find((row) => row.id === id)).filter(present)),
      counted: event.status === "held" && !container && event.openEnded !== true,
      partners: once(event.partners.filter((id) => catalog.partners.has(id))),
      topics: once(event.topics.flatMap((id) => chain(catalog.topics, id).map((topic) => topic.id))),
      officials: once(seated.map(officialId).filter(present)),
      organizations: once(
        event.participants
          .map((seat) => seat.organization)
          .filter((id) => present(id) && catalog.organizations.has(id)),
      ) as string[],
      place: event.place !== null && catalog.places.has(event.place) ? event.place : null,
      words: foldedWords(textOf(record, catalog, event)),
    };
  });
  return { catalog, events };
};

const meets = (own: readonly string[], asked: readonly string[]): boolean =>
  asked.length === 0 || own.some((id) => asked.includes(id));

export const matches = (known: Known, filter: Filter): boolean => {
  const days = filterDays(filter);
  const inDays = days === null || (known.days !== null && known.days.start <= days.end && known.days.end >= days.start);
  return (
    inDays &&
    meets(known.partners, filter.partner) &&
    meets(known.topics, filter.topic) &&
    meets(known.officials, filter.official) &&
    meets([known.event.type], filter.type) &&
    meets(known.place === null ? [] : [known.place], filter.place) &&
    meets([known.doubts.certainty], filter.certainty) &&
    foldedWords(filter.q).every((query) => known.words.some((word) => wordMatches(word, query)))
  );
};

export const spanOf = (events: readonly Known[]): DayWindow | null => {
  const days = events.map((known) => known.days && boundedDays(known.days)).filter(present);
  if (days.length === 0) return null;
  return { start: Math.min(...days.map((day) => day.start)), end: Math.max(...days.map((day) => day.end)) };
};

/** Values of some events with the number of those events that have each, most first. */
export const tallied = (
  events: readonly Known[],
  valuesOf: (known: Known) => readonly string[],
  label: (id: string) => string,
): Counted[] =>
  once(events.flatMap(valuesOf))
    .map((id) => ({ id, label: label(id), count: events.filter((known) => valuesOf(known).includes(id)).length }))
    .sort(byCount);

export interface Matching {
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  readonly statistics: readonly Statistic[];
}

/** Papers, words and figures that belong to a matching event and, where partners are chosen, to one of them. */
export const matchingPapers = (
  record: LiaisonRecord,
  catalog: Catalog,
  events: readonly Known[],
  filter: Filter,
): Matching => {
  const fits = (ids: readonly string[], partners: readonly string[]): boolean => {
    const own = events.filter((known) => ids.includes(known.event.id));
    const byEvent =
      own.length === 0 ? isUnfiltered(without(filter, "partner")) : own.some((known) => matches(known, filter));
    return byEvent && (filter.partner.length === 0 || partners.length === 0 || meets(partners, filter.partner));
  };
  return {
    agreements: record.agreements.filter((row) => fits(agreementEvents(row), foreignPartners(catalog, row.parties))),
    commitments: record.commitments.filter((row) =>
      fits([row.event], foreignPartners(catalog, [row.actor, row.addressee])),
    ),
    statistics: record.statistics.filter((row) => fits(row.event === null ? [] : [row.event], [])),
  };
};
