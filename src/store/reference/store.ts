// Over 250 lines so that every answer can be read beside the others: it is what the local store is held against.
/** Every answer worked out from the records themselves, the plainest way there is. For tests; cost is no object. */

import { SCHEMA_ENUMS } from "#data/enums.ts";
import type { LiaisonRecord, Participant } from "#data/schema.ts";
import { parseDate } from "#lib/dates.ts";
import { fold, foldedWords, wordMatches } from "#lib/fold.ts";
import { ASKING_ACTS, PLEDGING_ACTS } from "#model/acts.ts";
import { CERTAINTIES, type Filter, without } from "#model/filter.ts";
import {
  type EventStore,
  LIT_LIMIT,
  type OfficialAnswer,
  type OfficialsQuestion,
  PLACE_PARTNERS,
} from "#model/questions.ts";
import { chain, partnerOf } from "../catalog.ts";
import { FAR } from "../dates.ts";
import {
  agreementEvents,
  agreementRow,
  commitmentRow,
  type DetailSource,
  eventDetail,
  statisticRow,
} from "../details.ts";
import { byRank, type Findable, HIT_KINDS, matchOf } from "../match.ts";
import { agreementsInOrder, commitmentsInOrder, groupedCommitments } from "../order.ts";
import { boundedDays, byCodeUnit, byCount, officialId, seatName } from "../rules.ts";
import { type Known, knownEvents, matches, matchingPapers, present, spanOf, tallied } from "./records.ts";
import { referenceTimeline } from "./timeline.ts";

export const createReferenceStore = (record: LiaisonRecord): EventStore => {
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

  const countedBy = (
    events: readonly Known[],
    ids: readonly string[],
    valuesOf: (known: Known) => readonly string[],
    label: (id: string) => string,
    chosen: readonly string[],
  ) =>
    ids
      .map((id) => ({
        id,
        label: label(id),
        count: meetingsOf(events).filter((known) => valuesOf(known).includes(id)).length,
        selected: chosen.includes(id),
      }))
      .sort(byCount);

  const official = (id: string, events: readonly Known[], filter: Filter): OfficialAnswer => {
    const own = meetingsOf(events);
    const dated = (list: readonly Known[]): Known | undefined => list.filter((known) => known.days !== null).at(-1);
    const latest = dated(own) ?? own.at(-1) ?? dated(events) ?? events.at(-1);
    const seat = latest?.event.participants.find((one) => officialId(one) === id);
    const person = catalog.people.get(id);
    const said = papers(without(filter, "official"));
    const printed = record.events.flatMap((event) =>
      event.participants.filter((one) => officialId(one) === id).map((one) => one.namePrinted),
    );
    const forms = new Set([...(person?.weakAliases ?? []), ...printed.filter((name) => name)].filter(present));
    return {
      id,
      kind: person ? "person" : "seat",
      name: officialName(id),
      native: person?.native ?? null,
      printedAs: person ? [...forms].filter((form) => form !== person.name) : [],
      rank: seat?.rankPrinted ?? null,
      role: seat?.role ?? seat?.rolePrinted ?? null,
      organization: seat?.organization ? bodyName(seat.organization) : "",
      partner: person?.partner ?? partnerOf(catalog, seat?.organization ?? null),
      side: seat?.side ?? "partner",
      meetings: own.length,
      partners: tallied(own, (known) => known.partners, partnerName),
      days: own.map((known) => known.days && boundedDays(known.days)).filter(present),
      signed: person ? said.agreements.filter((row) => row.signatories?.includes(id)).length : 0,
      said: person ? said.commitments.filter((row) => row.speaker === id).length : 0,
      selected: filter.official.includes(id),
      events: lit(events),
    };
  };

  const officialWords = (id: string): string[] => {
    const person = catalog.people.get(id);
    const printed = record.events.flatMap((event) =>
      event.participants
        .filter((seat) => officialId(seat) === id)
        .flatMap((seat) => [seat.namePrinted, seat.role, seat.rolePrinted]),
    );
    return [officialName(id), person?.native, ...(person?.aliases ?? []), ...(person?.weakAliases ?? []), ...printed]
      .filter(present)
      .flatMap(foldedWords);
  };

  const officialsOf = (filter: Filter, question: OfficialsQuestion) => {
    const events = select(filter, "official");
    const firstSeat = (known: Known, id: string): Participant | undefined =>
      known.event.participants.find((seat) => officialId(seat) === id);
    const asAsked = (known: Known, id: string): boolean => {
      const seat = firstSeat(known, id);
      return (
        (question.side === null || seat?.side === question.side) &&
        (question.organization === null ||
          (catalog.organizations.has(question.organization) && seat?.organization === question.organization))
      );
    };
    const asked = foldedWords(question.text);
    const rows = [...new Set(events.flatMap((known) => known.officials))]
      .filter((id) => asked.every((query) => officialWords(id).some((word) => wordMatches(word, query))))
      .map((id) => ({ id, events: events.filter((known) => known.officials.includes(id) && asAsked(known, id)) }))
      .filter((row) => row.events.length > 0)
      .map((row) => official(row.id, row.events, filter));
    const key = ({ id, name }: OfficialAnswer): string => fold(catalog.people.get(id)?.sortName ?? name);
    const byName = (a: OfficialAnswer, b: OfficialAnswer): number =>
      byCodeUnit(key(a), key(b)) || byCodeUnit(a.id, b.id);
    const lastDay = (row: OfficialAnswer): number => {
      const own = events.filter((known) => known.officials.includes(row.id) && asAsked(known, row.id));
      const meetings = meetingsOf(own);
      const latest = (meetings.length > 0 ? meetings : own).filter((known) => known.days !== null).at(-1);
      return latest?.days?.start ?? Number.NEGATIVE_INFINITY;
    };
    const compare = {
      name: byName,
      meetings: (a: OfficialAnswer, b: OfficialAnswer) => b.meetings - a.meetings || byName(a, b),
      latest: (a: OfficialAnswer, b: OfficialAnswer) =>
        lastDay(a) === lastDay(b) ? byName(a, b) : lastDay(b) - lastDay(a),
    }[question.sort];
    return { rows: rows.sort(compare), span: spanOf(meetingsOf(events)) };
  };

  const findables = (): (Findable & { count: number })[] => {
    const count = (valuesOf: (known: Known) => readonly string[], id: string): number =>
      meetingsOf(all).filter((known) => valuesOf(known).includes(id)).length;
    const printedNames = (id: string) =>
      record.events
        .flatMap((event) => event.participants)
        .filter((seat) => officialId(seat) === id)
        .map((seat) => seat.namePrinted);
    const printedRoles = (id: string) =>
      record.events
        .flatMap((event) => event.participants)
        .filter((seat) => officialId(seat) === id)
        .flatMap((seat) => [seat.role, seat.rolePrinted]);
    const thing = (
      kind: Findable["kind"],
      id: string,
      label: string,
      forms: readonly (string | null | undefined)[],
      meetings: number,
      prose = "",
    ) => ({
      kind,
      id,
      label,
      forms: [...new Set(forms.filter((form): form is string => Boolean(form)))],
      count: meetings,
      prose,
    });
    return [
      ...record.people.map((row) =>
        thing(
          "person",
          row.id,
          row.name,
          [row.native, ...row.aliases, ...row.weakAliases, ...printedNames(row.id)],
          count((known) => known.officials, row.id),
        ),
      ),
      ...[...everOfficials]
        .filter((id) => !catalog.people.has(id))
        .map((id) =>
          thing(
            "seat",
            id,
            officialName(id),
            [...printedNames(id), ...printedRoles(id)],
            count((known) => known.officials, id),
          ),
        ),
      ...record.organizations.map((row) =>
        thing(
          "organization",
          row.id,
          row.name,
          [row.acronym, ...row.aliases],
          count((known) => known.organizations, row.id),
        ),
      ),
      ...record.partners.map((row) =>
        thing(
          "partner",
          row.id,
          row.name,
          [],
          count((known) => known.partners, row.id),
        ),
      ),
      ...record.places.map((row) => thing("place", row.id, row.name, row.aliases ?? [], count(placesOf, row.id))),
      ...record.mechanisms.map((row) =>
        thing(
          "mechanism",
          row.id,
          row.name,
          [row.acronym, ...row.aliases],
          count((known) => known.event.mechanisms, row.id),
        ),
      ),
      ...record.topics.map((row) =>
        thing(
          "topic",
          row.id,
          row.label,
          [],
          count((known) => known.topics, row.id),
        ),
      ),
      ...record.agreements.map((row) =>
        thing(
          "agreement",
          row.id,
          row.title,
          [row.titlePrinted],
          meetingsOf(all).filter((known) => agreementEvents(row).includes(known.event.id)).length,
        ),
      ),
      ...all.map(({ event, counted }) => {
        const printed = event.participants.flatMap((seat) => [seat.namePrinted, seat.rolePrinted]);
        const titles = record.agreements
          .filter((row) => agreementEvents(row).includes(event.id))
          .flatMap((row) => [row.title, row.titlePrinted]);
        return thing("event", event.id, event.title, [...printed, ...titles], counted ? 1 : 0, event.summary);
      }),
    ];
  };

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
      return countedBy(events, ids, (known) => known.partners, partnerName, filter.partner).map((row) => ({
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
        return countedBy(events, shown, valuesOf, label, chosen);
      };
      const codes = (key: "type" | "certainty", ids: readonly string[], codeOf: (known: Known) => string) => {
        const chosen: readonly string[] = filter[key];
        const shown = ids.filter((id) => chosen.includes(id) || all.some((known) => codeOf(known) === id));
        return countedBy(
          select(filter, key),
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
      const { rows, span } = officialsOf(filter, question);
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

    async agreements(filter) {
      const found = agreementsInOrder(papers(filter).agreements, eventDate);
      return { total: found.length, rows: await Promise.all(found.map((row) => agreementRow(source, row))) };
    },

    async commitments(filter) {
      const found = commitmentsInOrder(papers(filter).commitments, eventDate);
      const rows = await Promise.all(found.map((row) => commitmentRow(source, row)));
      return { total: found.length, groups: groupedCommitments(catalog, rows) };
    },

    async statistics(filter) {
      const found = papers(filter).statistics;
      return { total: found.length, rows: await Promise.all(found.map((row) => statisticRow(source, row))) };
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
      const hits = findables()
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
