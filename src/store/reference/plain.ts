/** A record and the plainest ways to ask it, shared by the reference answers. */
import type { LiaisonRecord } from "#data/schema.ts";
import { type Filter, without } from "#model/filter.ts";
import { LIT_LIMIT } from "#model/questions.ts";
import type { DetailSource } from "../details.ts";
import { seatName } from "../rules.ts";
import { type Known, knownEvents, matches, matchingPapers } from "./records.ts";

export const createPlain = (record: LiaisonRecord) => {
  const { catalog, events: all } = knownEvents(record);
  const select = (filter: Filter, ...skipped: (keyof Filter)[]): Known[] =>
    all.filter((known) => matches(known, without(filter, ...skipped)));
  const meetingsOf = (events: readonly Known[]): Known[] => events.filter((known) => known.counted);
  const lit = (events: readonly Known[]): string[] => events.slice(0, LIT_LIMIT).map((known) => known.event.id);
  const placesOf = (known: Known): string[] => (known.place === null ? [] : [known.place]);
  const everOfficials = new Set(all.flatMap((known) => known.officials));

  const partnerName = (id: string): string => catalog.partners.get(id)?.name ?? id;
  const placeName = (id: string): string => catalog.places.get(id)?.name ?? id;
  const topicLabel = (id: string): string => catalog.topics.get(id)?.label ?? id;
  const bodyName = (id: string): string => catalog.organizations.get(id)?.name ?? id;
  const officialName = (id: string): string => {
    const person = catalog.people.get(id);
    if (person) return person.name;
    const dot = id.lastIndexOf(".");
    return seatName(id.slice(dot + 1), bodyName(id.slice(0, dot)));
  };
  const find = (id: string): Known | undefined => all.find((known) => known.event.id === id);
  const source: DetailSource = {
    catalog,
    agreements: new Map(record.agreements.map((row) => [row.id, row])),
    commitments: new Map(record.commitments.map((row) => [row.id, row])),
    brief: (id) => {
      const event = find(id)?.event;
      return event ? { id, title: event.title, edtf: event.date } : null;
    },
    evidence: (id) => record.evidence.find((row) => row.id === id) ?? null,
    meetingsOf: (id) => meetingsOf(all).filter((known) => known.organizations.includes(id)).length,
  };
  const papers = (filter: Filter) => matchingPapers(record, catalog, all, filter);
  const eventDate = (id: string): string | null => find(id)?.event.date ?? null;

  return {
    record,
    catalog,
    all,
    select,
    meetingsOf,
    lit,
    placesOf,
    everOfficials,
    partnerName,
    placeName,
    topicLabel,
    bodyName,
    officialName,
    find,
    source,
    papers,
    eventDate,
  };
};

export type Plain = ReturnType<typeof createPlain>;
