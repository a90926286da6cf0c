/** Officials of a selection, a page at a time: found, counted, in order. */
import { fold, foldedWords, wordMatches } from "#lib/fold.ts";
import type { Filter } from "#model/filter.ts";
import type { OfficialsAnswer, OfficialsQuestion } from "#model/questions.ts";
import { byCodeUnit } from "../rules.ts";
import { COUNTED } from "./columns.ts";
import { officialName, type StoreContext } from "./context.ts";
import { type Asked, latestOf, type OfficialsPage, official } from "./official.ts";
import { matchingPapers, type Papers } from "./papers.ts";
import type { Selection } from "./selection.ts";
import { type Tally, tallyOf } from "./tally.ts";

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
  const shown: OfficialsPage = {
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
    rows: page.map((value) => official(context, shown, value)),
    span,
  };
};
