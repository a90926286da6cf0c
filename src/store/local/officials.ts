import type { Participant, Side } from "#data/schema.ts";
import { fold, foldedWords, wordMatches } from "#lib/fold.ts";
import type { Filter } from "#model/filter.ts";
import {
  type DayWindow,
  LIT_LIMIT,
  type OfficialAnswer,
  type OfficialsAnswer,
  type OfficialsQuestion,
} from "#model/questions.ts";
import { partnerOf } from "../catalog.ts";
import { boundedDays, byCodeUnit, officialId, STRIP_LIMIT } from "../rules.ts";
import { COUNTED, idAt } from "./columns.ts";
import { officialName, organizationName, partnerName, type StoreContext } from "./context.ts";
import { slice } from "./growing.ts";
import { matchingPapers } from "./papers.ts";
import type { Selection } from "./select.ts";
import { countedRows } from "./tally.ts";

interface Directory {
  readonly names: readonly string[];
  /** Place of each official in order of name. */
  readonly rank: Uint32Array;
  readonly words: () => readonly ReadonlySet<string>[];
}

/** Names, order and words of all officials, made when first asked for. */
const directory = ({ columns, catalog, selector }: StoreContext): Directory =>
  selector.everything.keep("directory", () => {
    const { ids } = columns.vocabulary.officials;
    const names = ids.map((id) => officialName(catalog, id));
    const keys = ids.map((id, at) => fold(catalog.people.get(id)?.sortName ?? (names[at] as string)));
    const order = ids
      .map((_, at) => at)
      .sort(
        (a, b) => byCodeUnit(keys[a] as string, keys[b] as string) || byCodeUnit(ids[a] as string, ids[b] as string),
      );
    const rank = new Uint32Array(ids.length);
    for (let at = 0; at < order.length; at++) rank[order[at] as number] = at;
    let made: ReadonlySet<string>[] | null = null;
    const words = (): ReadonlySet<string>[] => {
      made ??= ids.map((id, at) => {
        const person = catalog.people.get(id);
        const texts = [
          names[at] as string,
          person?.native ?? "",
          ...(person?.aliases ?? []),
          ...(person?.weakAliases ?? []),
          ...(columns.printedNames.get(at) ?? []),
          ...(columns.printedRoles.get(at) ?? []),
        ];
        return new Set(texts.flatMap(foldedWords));
      });
      return made;
    };
    return { names, rank, words };
  });

interface OfficialTally {
  readonly events: Uint32Array;
  readonly meetings: Uint32Array;
  /** Position of the last meeting with a date; where there is none, of the last event. -1 for none. */
  readonly latest: Int32Array;
}

const officialTally = (
  context: StoreContext,
  selection: Selection,
  side: Side | null,
  organization: string | null,
): OfficialTally =>
  selection.keep(`officials:${side}:${organization}`, () => {
    const { officials, sides, seatOrganizations, flags, dated, vocabulary } = context.columns;
    const size = vocabulary.officials.size;
    const [events, meetings] = [new Uint32Array(size), new Uint32Array(size)];
    const latest = new Int32Array(size).fill(-1);
    const best = new Uint8Array(size);
    const wantedSide = side === null ? -1 : side === "home" ? 0 : 1;
    const wantedBody = organization === null ? -1 : vocabulary.organizations.of(organization) + 1;
    const { offsets, values } = officials;
    const list = selection.list;
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      const meeting = (flags[at] as number) & COUNTED;
      const worth = 1 + (at < dated ? 1 : 0) + 2 * meeting;
      const to = offsets[at + 1] as number;
      for (let from = offsets[at] as number; from < to; from++) {
        if (wantedSide >= 0 && sides[from] !== wantedSide) continue;
        if (organization !== null && (wantedBody === 0 || seatOrganizations[from] !== wantedBody)) continue;
        const value = values[from] as number;
        events[value]!++;
        meetings[value]! += meeting;
        if (worth >= (best[value] as number)) {
          best[value] = worth;
          latest[value] = at;
        }
      }
    }
    return { events, meetings, latest };
  });

/** First and last day of each meeting, in order; beyond `STRIP_LIMIT` neighbours are put together. */
const strip = (context: StoreContext, span: DayWindow | null, meetings: readonly number[]): DayWindow[] => {
  const { start, end } = context.columns;
  const days: DayWindow[] = [];
  const near =
    meetings.length > STRIP_LIMIT && span
      ? Math.ceil((span.end - span.start + 1) / STRIP_LIMIT)
      : Number.NEGATIVE_INFINITY;
  for (const at of meetings) {
    const own = boundedDays({ start: start[at] as number, end: end[at] as number });
    if (own === null) continue;
    const last = days[days.length - 1];
    if (last && own.start - last.end <= near)
      days[days.length - 1] = { start: last.start, end: Math.max(last.end, own.end) };
    else days.push(own);
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

const answer = async (
  context: StoreContext,
  selection: Selection,
  tally: OfficialTally,
  value: number,
  question: OfficialsQuestion,
  more: { readonly span: DayWindow | null; readonly chosen: ReadonlySet<string>; readonly filter: Filter },
): Promise<OfficialAnswer> => {
  const { columns, catalog, rows } = context;
  const id = columns.vocabulary.officials.ids[value] as string;
  const wantedBody = question.organization;
  const isOwn = (seat: Participant): boolean => officialId(seat) === id;
  const latest = await rows.event(tally.latest[value] as number);
  const seat = latest.participants.find(isOwn);
  const partners = new Uint32Array(columns.vocabulary.partners.size);
  const events: string[] = [];
  const meetings: number[] = [];
  const list = slice(columns.byOfficial, value);
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    if (!selection.has(at) || !asAsked(context, at, value, question.side, wantedBody)) continue;
    if (events.length < LIT_LIMIT) events.push(idAt(columns, at));
    if (!((columns.flags[at] as number) & COUNTED)) continue;
    if (at < columns.dated) meetings.push(at);
    for (let p = columns.partners.offsets[at] as number; p < (columns.partners.offsets[at + 1] as number); p++)
      partners[columns.partners.values[p] as number]!++;
  }
  const papers = await matchingPapers(context, more.filter, "official");
  const person = catalog.people.get(id);
  return {
    id,
    kind: person ? "person" : "seat",
    name: officialName(catalog, id),
    native: person?.native ?? null,
    printedAs: printedAs(context, value, id),
    rank: seat?.rankPrinted ?? null,
    role: seat?.role ?? seat?.rolePrinted ?? null,
    organization: seat?.organization ? organizationName(catalog, seat.organization) : "",
    partner: person?.partner ?? partnerOf(catalog, seat?.organization ?? null),
    side: seat?.side ?? "partner",
    meetings: tally.meetings[value] as number,
    partners: countedRows(partners, columns.vocabulary.partners.ids, (partner) => partnerName(catalog, partner)),
    days: strip(context, more.span, meetings),
    signed: person ? papers.agreements.filter((row) => row.signatories?.includes(id)).length : 0,
    said: person ? papers.commitments.filter((row) => row.speaker === id).length : 0,
    selected: more.chosen.has(id),
    events,
  };
};

const asAsked = (
  { columns }: StoreContext,
  at: number,
  value: number,
  side: Side | null,
  organization: string | null,
): boolean => {
  if (side === null && organization === null) return true;
  const { officials, sides, seatOrganizations, vocabulary } = columns;
  for (let from = officials.offsets[at] as number; from < (officials.offsets[at + 1] as number); from++) {
    if (officials.values[from] !== value) continue;
    if (side !== null && sides[from] !== (side === "home" ? 0 : 1)) return false;
    return (
      organization === null || (seatOrganizations[from] as number) - 1 === vocabulary.organizations.of(organization)
    );
  }
  return false;
};

export const officials = async (
  context: StoreContext,
  filter: Filter,
  question: OfficialsQuestion,
): Promise<OfficialsAnswer> => {
  const { columns, selector } = context;
  const selection = await selector.select(filter, "official");
  const tally = officialTally(context, selection, question.side, question.organization);
  const { rank, words } = directory(context);
  const asked = foldedWords(question.text);
  const found: number[] = [];
  let people = 0;
  for (let value = 0; value < columns.vocabulary.officials.size; value++) {
    if (tally.events[value] === 0) continue;
    if (asked.length > 0) {
      const own = [...(words()[value] as ReadonlySet<string>)];
      if (!asked.every((query) => own.some((word) => wordMatches(word, query)))) continue;
    }
    found.push(value);
    if (value < columns.vocabulary.people) people++;
  }
  const byName = (a: number, b: number): number => (rank[a] as number) - (rank[b] as number);
  const lastDay = (value: number): number => {
    const at = tally.latest[value] as number;
    return at < columns.dated ? (columns.start[at] as number) : Number.NEGATIVE_INFINITY;
  };
  found.sort((a, b) => {
    if (question.sort === "meetings")
      return (tally.meetings[b] as number) - (tally.meetings[a] as number) || byName(a, b);
    if (question.sort === "name") return byName(a, b);
    const [dayA, dayB] = [lastDay(a), lastDay(b)];
    return dayA === dayB ? byName(a, b) : dayA < dayB ? 1 : -1;
  });
  const from = Math.max(0, Math.floor(question.offset) || 0);
  const page = found.slice(from, from + Math.max(0, Math.floor(question.limit) || 0));
  const span = selection.span("meetings");
  const more = { span, chosen: new Set(filter.official), filter };
  return {
    total: found.length,
    people,
    seats: found.length - people,
    rows: await Promise.all(page.map((value) => answer(context, selection, tally, value, question, more))),
    span,
  };
};
