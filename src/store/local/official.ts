/** What one official's events of a selection come to: as one of a page of officials. */
import { COUNTERPARTS, type DayWindow, LIT_LIMIT, type OfficialAnswer } from "#model/questions.ts";
import { partnerOf } from "../catalog.ts";
import { boundedDays, STRIP_LIMIT } from "../rules.ts";
import { COUNTED, type Columns, idAt } from "./columns.ts";
import { officialName, organizationName, partnerName, type StoreContext } from "./context.ts";
import { eachPosition, eachPositionBack, postingsCount } from "./postings.ts";
import type { Selection } from "./selection.ts";
import { countedRows, type Tally } from "./tally.ts";

/** What is asked of a seat besides its holder; `null` asks nothing. */
export interface Asked {
  /** 0 home, 1 partner. */
  readonly side: number | null;
  /** Number of the organisation plus one; -1 for one the record does not know. */
  readonly organization: number | null;
}

export interface OfficialsPage {
  readonly selection: Selection;
  readonly tally: Tally;
  readonly asked: Asked;
  readonly span: DayWindow | null;
  readonly chosen: ReadonlySet<string>;
  /** Papers by who signed them, words by who spoke them. */
  readonly signed: ReadonlyMap<string, number>;
  readonly said: ReadonlyMap<string, number>;
}

/** Place of an official's seat at an event among all seats. */
const seatAt = ({ officials }: Columns, at: number, value: number): number => {
  for (let from = officials.offsets.at(at); from < officials.offsets.at(at + 1); from++)
    if (officials.values[from] === value) return from;
  return -1;
};

/** Whether an official sits at an event as is asked. */
const isAsked = (columns: Columns, at: number, value: number, { side, organization }: Asked): boolean => {
  if (side === null && organization === null) return true;
  const seat = seatAt(columns, at, value);
  return (
    seat >= 0 &&
    (side === null || columns.sides[seat] === side) &&
    (organization === null || columns.seatOrganizations[seat] === organization)
  );
};

/** Position of an official's last meeting with a date; failing that of a meeting, of a dated event, of any event. */
export const latestOf = (selection: Selection, value: number, asked: Asked): number => {
  const { columns } = selection;
  let [latest, worth] = [-1, 0];
  eachPositionBack(columns.byOfficial, value, (at) => {
    if (!selection.has(at)) return true;
    const own = 1 + (at < columns.dated ? 1 : 0) + 2 * ((columns.flags[at] as number) & COUNTED);
    if (own > worth && isAsked(columns, at, value, asked)) [latest, worth] = [at, own];
    return worth < 4;
  });
  return latest;
};

/** First and last day of each meeting, in order; beyond `STRIP_LIMIT` neighbours are put together. */
const strip = ({ start, end }: Columns, span: DayWindow | null, meetings: Uint32Array): DayWindow[] => {
  const days: DayWindow[] = [];
  const near = meetings.length > STRIP_LIMIT && span ? Math.ceil((span.end - span.start + 1) / STRIP_LIMIT) : null;
  let last: DayWindow | null = null;
  for (let k = 0; k < meetings.length; k++) {
    const at = meetings[k] as number;
    if (near !== null && last !== null && (end[at] as number) <= last.end && (start[at] as number) >= last.start)
      continue;
    const own = boundedDays({ start: start[at] as number, end: end[at] as number });
    if (own === null) continue;
    if (near !== null && last !== null && own.start - last.end <= near) {
      last = { start: last.start, end: Math.max(last.end, own.end) };
      days[days.length - 1] = last;
    } else {
      last = own;
      days.push(own);
    }
  }
  return days;
};

const printedAs = ({ columns, catalog }: StoreContext, value: number, id: string): string[] => {
  const person = catalog.people.get(id);
  if (!person) return [];
  const forms = new Set([...person.weakAliases, ...(columns.printedNames.get(value) ?? [])]);
  forms.delete(person.name);
  return [...forms];
};

/** Meetings, partners and events of one official. */
const engagements = (context: StoreContext, { selection, asked }: OfficialsPage, value: number) => {
  const { columns } = context;
  const { flags, dated } = columns;
  const { offsets, values } = columns.partners;
  const counts = new Uint32Array(columns.vocabulary.partners.size);
  const meetings = new Uint32Array(postingsCount(columns.byOfficial, value));
  const events: string[] = [];
  let [found, all] = [0, 0];
  eachPosition(columns.byOfficial, value, (at) => {
    if (!selection.has(at) || !isAsked(columns, at, value, asked)) return;
    if (events.length < LIT_LIMIT) events.push(idAt(columns, at));
    if (!((flags[at] as number) & COUNTED)) return;
    if (at < dated) found++;
    meetings[all++] = at;
    const to = offsets.at(at + 1);
    for (let from = offsets.at(at); from < to; from++) counts[values[from] as number]!++;
  });
  return { counts, events, dated: meetings.subarray(0, found), undated: meetings.subarray(found, all) };
};

/**
 * Numbers of the people across the table from an official at these meetings, the latest met first; one more than
 * `COUNTERPARTS` at most. Costs as many meetings as it takes to find them.
 */
const acrossFrom = (columns: Columns, value: number, meetings: readonly Uint32Array[]): number[] => {
  const { officials, sides, vocabulary } = columns;
  const found: number[] = [];
  for (const some of meetings)
    for (let k = some.length - 1; k >= 0; k--) {
      const at = some[k] as number;
      const own = sides[seatAt(columns, at, value)];
      for (let from = officials.offsets.at(at); from < officials.offsets.at(at + 1); from++) {
        const other = officials.values[from] as number;
        if (sides[from] === own || other >= vocabulary.people || found.includes(other)) continue;
        if (found.push(other) > COUNTERPARTS) return found;
      }
    }
  return found;
};

/** The answer on one official; `value` is his number among all. */
export const official = (context: StoreContext, page: OfficialsPage, value: number): OfficialAnswer => {
  const { columns, catalog } = context;
  const id = columns.vocabulary.officials.ids[value] as string;
  const seat = seatAt(columns, latestOf(page.selection, value, page.asked), value);
  const organization = columns.vocabulary.organizations.ids[(columns.seatOrganizations[seat] as number) - 1] ?? null;
  const { counts, events, dated, undated } = engagements(context, page, value);
  const across = acrossFrom(columns, value, [dated, undated]);
  const person = catalog.people.get(id);
  return {
    id,
    kind: person ? "person" : "seat",
    name: officialName(catalog, id),
    native: person?.native ?? null,
    printedAs: printedAs(context, value, id),
    rank: columns.seatTexts[columns.seatRanks[seat] as number] || null,
    role: columns.seatTexts[columns.seatRoles[seat] as number] || null,
    organization: organization === null ? "" : organizationName(catalog, organization),
    partner: person?.partner ?? partnerOf(catalog, organization),
    side: columns.sides[seat] === 0 ? "home" : "partner",
    meetings: page.tally.meetings[value] as number,
    partners: countedRows(counts, columns.vocabulary.partners.ids, (partner) => partnerName(catalog, partner)),
    counterparts: across.slice(0, COUNTERPARTS).map((other) => {
      const counterpart = columns.vocabulary.officials.ids[other] as string;
      return { id: counterpart, label: officialName(catalog, counterpart) };
    }),
    moreCounterparts: across.length > COUNTERPARTS,
    days: strip(columns, page.span, dated),
    signed: person ? (page.signed.get(id) ?? 0) : 0,
    said: person ? (page.said.get(id) ?? 0) : 0,
    selected: page.chosen.has(id),
    events,
  };
};
