import { foldedWords } from "#lib/fold.ts";
import type { SearchAnswer } from "#model/questions.ts";
import { otherNames } from "../catalog.ts";
import { agreementEvents } from "../details.ts";
import { byRank, type Findable, HIT_KINDS, matchOf, type RankedHit } from "../match.ts";
import { andInto, countBits, positions } from "./bits.ts";
import { idAt, positionOf } from "./columns.ts";
import { isCounted, officialName, type StoreContext } from "./context.ts";
import { placeTally, tallyOf } from "./tally.ts";
import type { Texts } from "./text.ts";
import { type WordIndex, WordIndexBuilder } from "./words.ts";

/** Events that are looked at closely to put them in order; beyond these only the total counts. */
const EVENTS_RANKED = 2_000;
/** Rows that are read for that where they are far. */
const ROWS_READ = 32;

interface Things {
  readonly things: readonly (Findable & { readonly count: number })[];
  readonly index: WordIndex;
}

const some = (...texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => Boolean(text));

/** Everything with a name but events, with the meetings it leads to. */
const findables = (context: StoreContext): (Findable & { count: number })[] => {
  const { columns, catalog, selector } = context;
  const { vocabulary } = columns;
  const everything = selector.everything;
  const totals = (name: Parameters<typeof tallyOf>[1]): Uint32Array => tallyOf(everything, name).meetings;
  const [officials, bodies, partners] = [totals("officials"), totals("organizations"), totals("partners")];
  const [mechanisms, topics, places] = [totals("mechanisms"), totals("topics"), placeTally(everything).meetings];
  const things: (Findable & { count: number })[] = [];
  vocabulary.officials.ids.forEach((id, value) => {
    const person = catalog.people.get(id);
    const forms = new Set([
      ...some(person?.native),
      ...(person?.aliases ?? []),
      ...(person?.weakAliases ?? []),
      ...(columns.printedNames.get(value) ?? []),
      ...(person ? [] : (columns.printedRoles.get(value) ?? [])),
    ]);
    things.push({
      kind: person ? "person" : "seat",
      id,
      label: officialName(catalog, id),
      forms: [...forms],
      prose: "",
      count: officials[value] as number,
    });
  });
  for (const row of catalog.organizations.values())
    things.push({
      kind: "organization",
      id: row.id,
      label: row.name,
      forms: [...some(row.acronym), ...row.aliases],
      prose: "",
      count: bodies[vocabulary.organizations.of(row.id)] as number,
    });
  for (const row of catalog.partners.values())
    things.push({
      kind: "partner",
      id: row.id,
      label: row.name,
      forms: otherNames(row),
      prose: "",
      count: partners[vocabulary.partners.of(row.id)] as number,
    });
  for (const row of catalog.places.values())
    things.push({
      kind: "place",
      id: row.id,
      label: row.name,
      forms: otherNames(row),
      prose: "",
      count: places[vocabulary.places.of(row.id)] as number,
    });
  for (const row of catalog.mechanisms.values())
    things.push({
      kind: "mechanism",
      id: row.id,
      label: row.name,
      forms: [...some(row.acronym), ...row.aliases],
      prose: "",
      count: mechanisms[vocabulary.mechanisms.of(row.id)] as number,
    });
  for (const row of catalog.topics.values())
    things.push({
      kind: "topic",
      id: row.id,
      label: row.label,
      forms: [],
      prose: "",
      count: topics[vocabulary.topics.of(row.id)] as number,
    });
  for (const row of context.agreements)
    things.push({
      kind: "agreement",
      id: row.id,
      label: row.title,
      forms: some(row.titlePrinted),
      prose: "",
      count: agreementEvents(row)
        .map((id) => positionOf(columns, id))
        .filter((at) => at >= 0 && isCounted(columns, at)).length,
    });
  return things;
};

const indexed = (context: StoreContext): Things =>
  context.selector.everything.keep("findables", () => {
    const things = findables(context);
    const builder = new WordIndexBuilder();
    for (const thing of things) builder.add(new Set([thing.label, ...thing.forms].flatMap(foldedWords)));
    return { things, index: builder.finish() };
  });

const thingHits = (context: StoreContext, asked: readonly string[]): RankedHit[] => {
  const { things, index } = indexed(context);
  let candidates: Set<number> | null = null;
  for (const query of asked) {
    const found = new Set<number>();
    const before: ReadonlySet<number> | null = candidates;
    index.find(query, (thing) => {
      if (before === null || before.has(thing)) found.add(thing);
    });
    candidates = found;
  }
  const hits: RankedHit[] = [];
  for (const at of candidates ?? []) {
    const thing = things[at];
    const match = thing && matchOf(thing, asked);
    if (!match) continue;
    const { kind, id, label, count } = thing;
    hits.push({ kind, id, label, count, ...match });
  }
  return hits;
};

const eventHits = async (
  context: StoreContext,
  texts: Texts,
  asked: readonly string[],
): Promise<{ readonly hits: RankedHit[]; readonly total: number }> => {
  const { columns, rows } = context;
  const bits = columns.all.slice();
  for (const query of asked) andInto(bits, await texts.own(query));
  const hits: RankedHit[] = [];
  const total = countBits(bits);
  let ranked = positions(bits).subarray(0, EVENTS_RANKED);
  if (rows.far) {
    // Titles are at hand; whole rows are read where too few of them say what was asked for.
    const rest: number[] = [];
    for (const at of ranked) {
      const label = rows.title(at);
      const match = matchOf({ kind: "event", id: "", label, forms: [], prose: "" }, asked);
      if (!match) rest.push(at);
      else hits.push({ kind: "event", id: idAt(columns, at), label, count: isCounted(columns, at) ? 1 : 0, ...match });
    }
    ranked = Uint32Array.from(hits.length < ROWS_READ ? rest.slice(0, ROWS_READ) : []);
  }
  for (const at of ranked) {
    const event = await rows.event(at);
    const forms = [
      ...new Set(event.participants.flatMap((seat) => some(seat.namePrinted, seat.rolePrinted))),
      ...context.agreements
        .filter((row) => agreementEvents(row).includes(event.id))
        .flatMap((row) => some(row.title, row.titlePrinted)),
    ];
    const thing: Findable = { kind: "event", id: event.id, label: event.title, forms, prose: event.summary };
    const match = matchOf(thing, asked);
    if (match)
      hits.push({
        kind: "event",
        id: idAt(columns, at),
        label: event.title,
        count: isCounted(columns, at) ? 1 : 0,
        ...match,
      });
  }
  return { hits, total };
};

export const search = async (
  context: StoreContext,
  texts: Texts,
  text: string,
  limit: number,
): Promise<SearchAnswer> => {
  const asked = [...new Set(foldedWords(text))];
  if (asked.length === 0) return { total: 0, groups: [] };
  const things = thingHits(context, asked);
  const ready = texts.prepare();
  const events = ready ? await eventHits(context, texts, asked) : { hits: [], total: 0 };
  const hits = [...things, ...events.hits].sort(byRank);
  const groups = HIT_KINDS.map((kind) => ({
    kind,
    hits: hits
      .filter((hit) => hit.kind === kind)
      .slice(0, Math.max(0, limit))
      .map(({ rank: _, ...hit }) => hit),
  })).filter((group) => group.hits.length > 0);
  return { total: things.length + events.total, ...(ready ? {} : { unfinished: true as const }), groups };
};
