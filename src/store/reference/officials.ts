import type { Participant } from "#data/schema.ts";
import { fold, foldedWords, wordMatches } from "#lib/fold.ts";
import { type Filter, without } from "#model/filter.ts";
import { COUNTERPARTS, type OfficialAnswer, type OfficialsQuestion } from "#model/questions.ts";
import { partnerOf } from "../catalog.ts";
import { boundedDays, byCodeUnit, officialId } from "../rules.ts";
import type { Plain } from "./plain.ts";
import { type Known, present, spanOf, tallied } from "./records.ts";

const official = (plain: Plain, id: string, events: readonly Known[], filter: Filter): OfficialAnswer => {
  const { record, catalog, meetingsOf, lit, partnerName, bodyName, officialName, papers } = plain;
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
  const latestFirst = [...own.filter((known) => known.days).reverse(), ...own.filter((known) => !known.days).reverse()];
  const across = new Set(
    latestFirst.flatMap(({ event: { participants } }) => {
      // Somebody named twice sits where he is named first.
      const seats = new Map([...participants].reverse().map((one) => [officialId(one), one]));
      const rest = participants.filter((one) => seats.get(officialId(one)) === one);
      return rest.filter((one) => one.side !== seats.get(id)?.side).map((one) => one.person);
    }),
  );
  const counterparts = [...across].filter(present);
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
    counterparts: counterparts.slice(0, COUNTERPARTS).map((other) => ({ id: other, label: officialName(other) })),
    moreCounterparts: counterparts.length > COUNTERPARTS,
    days: own.map((known) => known.days && boundedDays(known.days)).filter(present),
    signed: person ? said.agreements.filter((row) => row.signatories?.includes(id)).length : 0,
    said: person ? said.commitments.filter((row) => row.speaker === id).length : 0,
    selected: filter.official.includes(id),
    events: lit(events),
  };
};

const officialWords = (plain: Plain, id: string): string[] => {
  const { record, catalog, officialName } = plain;
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

/** All officials that match, in the order asked for, and the span of their meetings. */
export const referenceOfficials = (plain: Plain, filter: Filter, question: OfficialsQuestion) => {
  const { catalog, select, meetingsOf } = plain;
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
    .filter((id) => asked.every((query) => officialWords(plain, id).some((word) => wordMatches(word, query))))
    .map((id) => ({ id, events: events.filter((known) => known.officials.includes(id) && asAsked(known, id)) }))
    .filter((row) => row.events.length > 0)
    .map((row) => official(plain, row.id, row.events, filter));
  const key = ({ id, name }: OfficialAnswer): string => fold(catalog.people.get(id)?.sortName ?? name);
  const byName = (a: OfficialAnswer, b: OfficialAnswer): number => byCodeUnit(key(a), key(b)) || byCodeUnit(a.id, b.id);
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
  const isSeat = (row: OfficialAnswer): number => Number(!catalog.people.has(row.id));
  const ordered = rows.sort((a, b) => isSeat(a) - isSeat(b) || compare(a, b));
  return { rows: ordered, span: spanOf(meetingsOf(events)) };
};
