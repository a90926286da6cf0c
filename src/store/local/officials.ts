import { fold, foldedWords, wordMatches } from "#lib/fold.ts";
import type { Filter } from "#model/filter.ts";
import {
  COUNTERPARTS,
  type DayWindow,
  LIT_LIMIT,
  type OfficialAnswer,
  type OfficialsAnswer,
  type OfficialsQuestion,
} from "#model/questions.ts";
import { partnerOf } from "../catalog.ts";
import { boundedDays, byCodeUnit, STRIP_LIMIT } from "../rules.ts";
import { COUNTED, type Columns, idAt } from "./columns.ts";
import { officialName, organizationName, partnerName, type StoreContext } from "./context.ts";
import { matchingPapers, type Papers } from "./papers.ts";
import { eachPosition, eachPositionBack, postingsCount } from "./postings.ts";
import type { Selection } from "./selection.ts";
import { countedRows, type Tally, tallyOf } from "./tally.ts";

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

/** What is asked of a seat besides its holder; `null` asks nothing. */
interface Asked {
  /** 0 home, 1 partner. */
  readonly side: number | null;
  /** Number of the organisation plus one; -1 for one the record does not know. */
  readonly organization: number | null;
}

const seatTally = (selection: Selection, asked: Asked): Tally => {
  if (asked.side === null && asked.organization === null) return tallyOf(selection, "officials");
  return selection.keep(`officials:${asked.side}:${asked.organization}`, () => {
    const { columns, list } = selection;
    const { officials, sides, seatOrganizations, flags, vocabulary } = columns;
    const { offsets, values } = officials;
    const events = new Uint32Array(vocabulary.officials.size);
    const meetings = new Uint32Array(vocabulary.officials.size);
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      const meeting = (flags[at] as number) & COUNTED;
      for (let from = offsets.at(at); from < offsets.at(at + 1); from++) {
        if (asked.side !== null && sides[from] !== asked.side) continue;
        if (asked.organization !== null && seatOrganizations[from] !== asked.organization) continue;
        events[values[from] as number]!++;
        meetings[values[from] as number]! += meeting;
      }
    }
    return { events, meetings };
  });
};

const isAsked = (
  { officials, sides, seatOrganizations }: Columns,
  at: number,
  value: number,
  asked: Asked,
): boolean => {
  if (asked.side === null && asked.organization === null) return true;
  for (let from = officials.offsets.at(at); from < officials.offsets.at(at + 1); from++)
    if (officials.values[from] === value)
      return (
        (asked.side === null || sides[from] === asked.side) &&
        (asked.organization === null || seatOrganizations[from] === asked.organization)
      );
  return false;
};

/** Position of an official's last meeting with a date; failing that of a meeting, of a dated event, of any event. */
const latestOf = (selection: Selection, value: number, asked: Asked): number => {
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

interface Page {
  readonly selection: Selection;
  readonly tally: Tally;
  readonly asked: Asked;
  readonly span: DayWindow | null;
  readonly chosen: ReadonlySet<string>;
  /** Papers by who signed them, words by who spoke them. */
  readonly signed: ReadonlyMap<string, number>;
  readonly said: ReadonlyMap<string, number>;
}

/** How often each id occurs. */
const countsOf = (ids: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

const signedBy = ({ agreements }: Papers): ReadonlyMap<string, number> =>
  countsOf(agreements.flatMap(({ signatories }) => [...new Set(signatories)]));

const saidBy = ({ commitments }: Papers): ReadonlyMap<string, number> =>
  countsOf(commitments.flatMap(({ speaker }) => speaker ?? []));

/** Place of an official's seat at an event among all seats. */
const seatAt = ({ officials }: Columns, at: number, value: number): number => {
  for (let from = officials.offsets.at(at); from < officials.offsets.at(at + 1); from++)
    if (officials.values[from] === value) return from;
  return -1;
};

/** What one official's events of a selection come to. */
const engagements = (context: StoreContext, { selection, asked }: Page, value: number) => {
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

const answer = (context: StoreContext, page: Page, value: number): OfficialAnswer => {
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

export const officials = async (
  context: StoreContext,
  filter: Filter,
  question: OfficialsQuestion,
): Promise<OfficialsAnswer> => {
  const { columns, selector } = context;
  const selection = await selector.select(filter, "official");
  const body = question.organization === null ? null : columns.vocabulary.organizations.of(question.organization);
  const asked: Asked = {
    side: question.side === null ? null : question.side === "home" ? 0 : 1,
    organization: body === null ? null : body < 0 ? -1 : body + 1,
  };
  const tally = seatTally(selection, asked);
  const { rank, words } = directory(context);
  const queries = foldedWords(question.text);
  const found: number[] = [];
  let people = 0;
  for (let value = 0; value < columns.vocabulary.officials.size; value++) {
    if (tally.events[value] === 0) continue;
    if (queries.length > 0) {
      const own = [...(words()[value] as ReadonlySet<string>)];
      if (!queries.every((query) => own.some((word) => wordMatches(word, query)))) continue;
    }
    found.push(value);
    if (value < columns.vocabulary.people) people++;
  }
  const byName = (a: number, b: number): number => (rank[a] as number) - (rank[b] as number);
  const lastDay = new Float64Array(question.sort === "latest" ? columns.vocabulary.officials.size : 0);
  if (question.sort === "latest")
    for (const value of found) {
      const at = latestOf(selection, value, asked);
      lastDay[value] = at < columns.dated ? (columns.start[at] as number) : Number.NEGATIVE_INFINITY;
    }
  // Named people first, as readers look for them; then seats without a name.
  const isSeat = (value: number): number => Number(value >= columns.vocabulary.people);
  found.sort((a, b) => {
    if (isSeat(a) !== isSeat(b)) return isSeat(a) - isSeat(b);
    if (question.sort === "meetings")
      return (tally.meetings[b] as number) - (tally.meetings[a] as number) || byName(a, b);
    if (question.sort === "name") return byName(a, b);
    const [dayA, dayB] = [lastDay[a] as number, lastDay[b] as number];
    return dayA === dayB ? byName(a, b) : dayA < dayB ? 1 : -1;
  });
  const from = Math.max(0, Math.floor(question.offset) || 0);
  const page = found.slice(from, from + Math.max(0, Math.floor(question.limit) || 0));
  const span = selection.span("meetings");
  const papers = await matchingPapers(context, filter, "official");
  const shown: Page = {
    selection,
    tally,
    asked,
    span,
    chosen: new Set(filter.official),
    signed: signedBy(papers),
    said: saidBy(papers),
  };
  return {
    total: found.length,
    people,
    seats: found.length - people,
    rows: page.map((value) => answer(context, shown, value)),
    span,
  };
};
