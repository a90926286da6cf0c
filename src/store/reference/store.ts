// Over 250 lines: one answer after the other, to be read beside what the local store does.
/** Every answer worked out from the records themselves, the plainest way there is. For tests; cost is no object. */
import { SCHEMA_ENUMS } from "#data/enums.ts";
import type { LiaisonRecord } from "#data/schema.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import { foldedWords } from "#lib/fold.ts";
import { ASKING_ACTS, PLEDGING_ACTS } from "#model/acts.ts";
import { CERTAINTIES, type Filter } from "#model/filter.ts";
import { type EventStore, PLACE_PARTNERS } from "#model/questions.ts";
import { chain } from "../catalog.ts";
import { FAR } from "../dates.ts";
import { agreementEvents, agreementRow, commitmentRow, eventDetail, statisticRow } from "../details.ts";
import { byRank, HIT_KINDS, matchOf } from "../match.ts";
import {
  agreementsAnswer,
  agreementsInOrder,
  commitmentsAnswer,
  commitmentsInOrder,
  statisticsAnswer,
} from "../order.ts";
import { byCount } from "../rules.ts";
import { findables } from "./findables.ts";
import { referenceOfficials } from "./officials.ts";
import { createPlain } from "./plain.ts";
import { type Known, spanOf, tallied } from "./records.ts";
import { referenceTimeline } from "./timeline.ts";

const countedBy = (
  meetings: readonly Known[],
  ids: readonly string[],
  valuesOf: (known: Known) => readonly string[],
  label: (id: string) => string,
  chosen: readonly string[],
) =>
  ids
    .map((id) => ({
      id,
      label: label(id),
      count: meetings.filter((known) => valuesOf(known).includes(id)).length,
      selected: chosen.includes(id),
    }))
    .sort(byCount);

export const createReferenceStore = (record: LiaisonRecord): EventStore => {
  const plain = createPlain(record);
  const {
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
  } = plain;

  return {
    async summary(filter) {
      const events = select(filter);
      const meetings = meetingsOf(events);
      const { agreements, commitments } = papers(filter);
      const ofStatus = (status: string): number => events.filter((known) => known.event.status === status).length;
      const statuses = [...new Set(agreements.map((row) => row.status))];
      return {
        meetings: meetings.length,
        total: meetingsOf(all).length,
        withPartner: meetings.filter((known) => known.partners.some((id) => id !== catalog.home)).length,
        events: { held: ofStatus("held"), announced: ofStatus("announced"), recalled: ofStatus("recalled") },
        openEnded: events.filter((known) => known.event.openEnded === true).length,
        partners: tallied(meetings, (known) => known.partners, partnerName),
        places: tallied(meetings, placesOf, placeName),
        span: spanOf(meetings),
        recordSpan: spanOf(all),
        agreements: Object.fromEntries(
          statuses.map((status) => [status, agreements.filter((row) => row.status === status).length]),
        ),
        asks: commitments.filter((row) => ASKING_ACTS.has(row.act)).length,
        pledges: commitments.filter((row) => PLEDGING_ACTS.has(row.act)).length,
      };
    },

    async timeline(filter, question) {
      const label = (id: string): string =>
        ({ partner: partnerName, topic: topicLabel, official: officialName, type: (type: string) => type })[
          question.lanes
        ](id);
      return referenceTimeline(record, all, filter, question, label);
    },

    async places(filter) {
      const events = select(filter, "place");
      const counted = (list: readonly Known[], status: string): number =>
        list.filter((known) => known.event.status === status).length;
      const places = record.places.map((place) => {
        const here = events.filter((known) => known.place === place.id);
        const meetings = meetingsOf(here);
        return {
          id: place.id,
          name: place.name,
          label: place.name,
          country: place.country,
          lat: place.lat,
          lon: place.lon,
          count: meetings.length,
          inferred: meetings.filter((known) => known.doubts.placeCertainty !== "stated").length,
          announced: counted(here, "announced"),
          recalled: counted(here, "recalled"),
          partners: tallied(meetings, (known) => known.partners, partnerName).slice(0, PLACE_PARTNERS),
          selected: filter.place.includes(place.id),
          events: lit(here),
        };
      });
      const unplaced = meetingsOf(events).filter((known) => known.place === null);
      return {
        places: places
          .filter((place) => place.selected || place.count + place.announced + place.recalled > 0)
          .sort(byCount)
          .map(({ label: _, ...place }) => place),
        unplaced: unplaced.length,
        unplacedEvents: lit(unplaced),
      };
    },

    async partners(filter) {
      const events = select(filter, "partner");
      const ids = [...catalog.partners.keys()].filter(
        (id) => filter.partner.includes(id) || all.some((known) => known.partners.includes(id)),
      );
      return countedBy(meetingsOf(events), ids, (known) => known.partners, partnerName, filter.partner).map((row) => ({
        ...row,
        kind: catalog.partners.get(row.id)?.kind ?? "state",
        events: lit(events.filter((known) => known.partners.includes(row.id))),
      }));
    },

    async facets(filter) {
      const facet = (
        key: "topic" | "place" | null,
        ids: Iterable<string>,
        valuesOf: (known: Known) => readonly string[],
        label: (id: string) => string,
      ) => {
        const events = key === null ? select(filter) : select(filter, key);
        const chosen = key === null ? [] : filter[key];
        const shown = [...ids].filter(
          (id) => chosen.includes(id) || events.some((known) => valuesOf(known).includes(id)),
        );
        return countedBy(meetingsOf(events), shown, valuesOf, label, chosen);
      };
      const codes = (key: "type" | "certainty", ids: readonly string[], codeOf: (known: Known) => string) => {
        const chosen: readonly string[] = filter[key];
        const shown = ids.filter((id) => chosen.includes(id) || all.some((known) => codeOf(known) === id));
        return countedBy(
          meetingsOf(select(filter, key)),
          shown,
          (known) => [codeOf(known)],
          (id) => id,
          chosen,
        );
      };
      return {
        topic: facet("topic", catalog.topics.keys(), (known) => known.topics, topicLabel),
        place: facet("place", catalog.places.keys(), placesOf, placeName),
        organization: facet(null, catalog.organizations.keys(), (known) => known.organizations, bodyName),
        type: codes("type", SCHEMA_ENUMS.eventType, (known) => known.event.type),
        certainty: codes("certainty", CERTAINTIES, (known) => known.doubts.certainty),
      };
    },

    async officials(filter, question) {
      const { rows, span } = referenceOfficials(plain, filter, question);
      const people = rows.filter((row) => row.kind === "person").length;
      return {
        total: rows.length,
        people,
        seats: rows.length - people,
        rows: rows.slice(question.offset, question.offset + question.limit),
        span,
      };
    },

    async events(filter, page) {
      const events = select(filter);
      return {
        total: events.length,
        rows: events
          .slice(page.offset, page.offset + page.limit)
          .map(({ event, days, doubts, counted, partners, place }) => ({
            ...doubts,
            id: event.id,
            title: event.title,
            edtf: event.date,
            start: days && days.start > -FAR ? days.start : null,
            end: days && days.end < FAR ? days.end : null,
            type: event.type,
            status: event.status,
            counted,
            partners: partners.map((id) => ({
              id,
              label: partnerName(id),
              count: meetingsOf(all).filter((known) => known.partners.includes(id)).length,
            })),
            place,
            placeName: place === null ? null : placeName(place),
            topics: event.topics.filter((id) => catalog.topics.has(id)).map(topicLabel),
            summary: event.summary,
          })),
      };
    },

    async event(id, filter) {
      const known = find(id);
      if (!known) return null;
      const matching = select(filter);
      const titled = (other: Known | undefined) => (other ? { id: other.event.id, title: other.event.title } : null);
      return eventDetail(source, known.event, {
        doubts: known.doubts,
        counted: known.counted,
        parts: all
          .filter((other) => other.event.partOf === id)
          .map(({ event }) => ({ id: event.id, title: event.title, edtf: event.date })),
        agreements: record.agreements.filter((row) => agreementEvents(row).includes(id)),
        commitments: record.commitments.filter((row) => row.event === id),
        statistics: record.statistics.filter((row) => row.event === id),
        previous: titled(matching.findLast((other) => other.index < known.index)),
        next: titled(matching.find((other) => other.index > known.index)),
      });
    },

    agreements(filter, portion) {
      const found = agreementsInOrder(papers(filter).agreements, eventDate);
      return agreementsAnswer(found, portion, (row) => agreementRow(source, row));
    },

    commitments(filter, portion) {
      const found = commitmentsInOrder(papers(filter).commitments, eventDate);
      return commitmentsAnswer(catalog, found, portion, (row) => commitmentRow(source, row));
    },

    statistics(filter, portion) {
      return statisticsAnswer(papers(filter).statistics, portion, (row) => statisticRow(source, row));
    },

    async matrix(filter) {
      const events = select(filter);
      const meetings = meetingsOf(events);
      const named = new Set(record.events.flatMap((event) => event.topics));
      const lies = (id: string): boolean => chain(catalog.topics, id).some((topic) => filter.topic.includes(topic.id));
      const partners = tallied(meetings, (known) => known.partners, partnerName).filter(
        ({ id }) => filter.partner.length === 0 || filter.partner.includes(id),
      );
      const topics = tallied(meetings, (known) => known.topics, topicLabel).filter(({ id }) =>
        filter.topic.length === 0 ? named.has(id) : lies(id),
      );
      const inCell = (list: readonly Known[], partner: string, topic: string): Known[] =>
        list.filter((known) => known.partners.includes(partner) && known.topics.includes(topic));
      const pairs = partners.flatMap((partner) => topics.map((topic) => [partner.id, topic.id] as const));
      return {
        partners,
        topics,
        cells: Uint32Array.from(pairs, ([partner, topic]) => inCell(meetings, partner, topic).length),
        events: pairs.map(([partner, topic]) => lit(inCell(events, partner, topic))),
      };
    },

    async search(text, limit) {
      const asked = [...new Set(foldedWords(text))];
      if (asked.length === 0) return { total: 0, groups: [] };
      const hits = findables(plain)
        .flatMap((thing) => {
          const match = matchOf(thing, asked);
          return match ? [{ kind: thing.kind, id: thing.id, label: thing.label, count: thing.count, ...match }] : [];
        })
        .sort(byRank);
      return {
        total: hits.length,
        groups: HIT_KINDS.map((kind) => ({
          kind,
          hits: hits
            .filter((hit) => hit.kind === kind)
            .slice(0, limit)
            .map(({ rank: _, ...hit }) => hit),
        })).filter((group) => group.hits.length > 0),
      };
    },

    async names(ids) {
      const nameOf = (id: string): string | undefined =>
        catalog.partners.get(id)?.name ??
        catalog.places.get(id)?.name ??
        catalog.topics.get(id)?.label ??
        (catalog.people.has(id) || everOfficials.has(id) ? officialName(id) : undefined) ??
        catalog.organizations.get(id)?.name ??
        catalog.mechanisms.get(id)?.name ??
        find(id)?.event.title ??
        source.agreements.get(id)?.title;
      return Object.fromEntries(
        ids.map((id) => [id, nameOf(id)] as const).filter(([, name]) => name !== undefined),
      ) as Record<string, string>;
    },

    async unknown(filter) {
      const strangers = (key: keyof Filter, values: readonly string[], isKnown: (value: string) => boolean) =>
        values.filter((value) => !isKnown(value)).map((value) => ({ key, value }));
      const readable = (date: string): boolean => parseDate(date).ok;
      return [
        ...strangers("partner", filter.partner, (id) => catalog.partners.has(id)),
        ...strangers("topic", filter.topic, (id) => catalog.topics.has(id)),
        ...strangers("type", filter.type, (id) => (SCHEMA_ENUMS.eventType as readonly string[]).includes(id)),
        ...strangers("official", filter.official, (id) => catalog.people.has(id) || everOfficials.has(id)),
        ...strangers("place", filter.place, (id) => catalog.places.has(id)),
        ...strangers("certainty", filter.certainty, (id) => (CERTAINTIES as readonly string[]).includes(id)),
        ...strangers("from", filter.from === null ? [] : [filter.from], readable),
        ...strangers("to", filter.to === null ? [] : [filter.to], readable),
      ];
    },
  };
};
