/** Answers that are counts by value: partners, places, facets, the matrix. */
import type { Filter } from "#model/filter.ts";
import {
  type Counted,
  type Facet,
  type FacetsAnswer,
  LIT_LIMIT,
  type MatrixAnswer,
  type PartnerAnswer,
} from "#model/questions.ts";
import { byCount, LIT_EVENTS } from "../rules.ts";
import { COUNTED, idAt } from "./columns.ts";
import { organizationName, partnerName, placeName, type StoreContext, topicLabel } from "./context.ts";
import { slice } from "./growing.ts";
import { litBy } from "./lit.ts";
import type { Selection } from "./select.ts";
import { countedRows, placeTally, setTally, type Tally, tallyOf } from "./tally.ts";
import type { Codes } from "./vocabulary.ts";

export const partners = async (context: StoreContext, filter: Filter): Promise<PartnerAnswer[]> => {
  const { columns, catalog, selector } = context;
  const selection = await selector.select(filter, "partner");
  const ever = tallyOf(selector.everything, "partners").events;
  const chosen = new Set(filter.partner);
  const { ids } = columns.vocabulary.partners;
  const lit = litBy(selection, columns.partners, columns.byPartner);
  return countedRows(
    tallyOf(selection, "partners").meetings,
    ids,
    (id) => partnerName(catalog, id),
    (value) => (ever[value] as number) > 0 || chosen.has(ids[value] as string),
  ).map((row) => ({
    ...row,
    kind: catalog.partners.get(row.id)?.kind ?? "state",
    selected: chosen.has(row.id),
    events: lit(columns.vocabulary.partners.of(row.id)),
  }));
};

const facet = (rows: readonly Counted[], chosen: readonly string[]): Facet[] => {
  const set = new Set(chosen);
  return rows.map((row) => ({ ...row, selected: set.has(row.id) }));
};

const present = (tally: Tally, codes: Codes, chosen: readonly string[], label: (id: string) => string): Facet[] => {
  const set = new Set(chosen);
  const keep = (value: number): boolean => (tally.events[value] as number) > 0 || set.has(codes.ids[value] as string);
  return facet(countedRows(tally.meetings, codes.ids, label, keep), chosen);
};

export const facets = async (context: StoreContext, filter: Filter): Promise<FacetsAnswer> => {
  const { columns, catalog, selector } = context;
  const { vocabulary } = columns;
  const asked = async (key: keyof Filter): Promise<Selection> => selector.select(filter, key);
  const sets = async (key: "type" | "certainty", name: "byType" | "byCertainty", codes: Codes): Promise<Facet[]> => {
    const ever = setTally(selector.everything, name).events;
    const rows = countedRows(
      setTally(await asked(key), name).meetings,
      codes.ids,
      (id) => id,
      (value) => (ever[value] as number) > 0 || (filter[key] as readonly string[]).includes(codes.ids[value] as string),
    );
    return facet(rows, filter[key]);
  };
  const withoutTopic = tallyOf(await asked("topic"), "topics");
  const withoutPlace = placeTally(await asked("place"));
  const organizations = tallyOf(await selector.select(filter), "organizations");
  return {
    topic: present(withoutTopic, vocabulary.topics, filter.topic, (id) => topicLabel(catalog, id)),
    place: present(withoutPlace, vocabulary.places, filter.place, (id) => placeName(catalog, id)),
    organization: present(organizations, vocabulary.organizations, [], (id) => organizationName(catalog, id)),
    type: await sets("type", "byType", vocabulary.types),
    certainty: await sets("certainty", "byCertainty", vocabulary.certainties),
  };
};

/** Values to show on one side of the matrix: those chosen, or all with a meeting; most meetings first. */
const side = (
  counts: Uint32Array,
  codes: Codes,
  label: (id: string) => string,
  chosen: ReadonlySet<string> | null,
  shown: (value: number) => boolean = () => true,
): Counted[] =>
  countedRows(
    counts,
    codes.ids,
    label,
    (value) =>
      (counts[value] as number) > 0 && (chosen === null ? shown(value) : chosen.has(codes.ids[value] as string)),
  ).sort(byCount);

const withDescendants = ({ columns }: StoreContext, topics: readonly string[]): ReadonlySet<string> => {
  const { vocabulary } = columns;
  const roots = new Set(topics.map((id) => vocabulary.topics.of(id)));
  return new Set(
    vocabulary.topics.ids.filter((_, value) => vocabulary.topicChains[value]?.some((lies) => roots.has(lies))),
  );
};

export const matrix = async (context: StoreContext, filter: Filter): Promise<MatrixAnswer> => {
  const { columns, catalog, selector } = context;
  const { vocabulary } = columns;
  const selection = await selector.select(filter);
  const chosenTopics = filter.topic.length > 0 ? withDescendants(context, filter.topic) : null;
  const topics = side(
    tallyOf(selection, "topics").meetings,
    vocabulary.topics,
    (id) => topicLabel(catalog, id),
    chosenTopics,
    (topic) => columns.namedTopics.has(topic),
  );
  const rows = side(
    tallyOf(selection, "partners").meetings,
    vocabulary.partners,
    (id) => partnerName(catalog, id),
    filter.partner.length > 0 ? new Set(filter.partner) : null,
  );
  const rowOf = new Int32Array(vocabulary.partners.size).fill(-1);
  const columnOf = new Int32Array(vocabulary.topics.size).fill(-1);
  rows.forEach(({ id }, at) => {
    rowOf[vocabulary.partners.of(id)] = at * topics.length;
  });
  topics.forEach(({ id }, at) => {
    columnOf[vocabulary.topics.of(id)] = at;
  });
  const cells = new Uint32Array(rows.length * topics.length);
  const events: string[][] = Array.from(cells, () => []);
  const lit = selection.size <= LIT_EVENTS;
  const { partners: partnerLists, topics: topicLists, flags } = columns;
  const list = selection.list;
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    const meeting = (flags[at] as number) & COUNTED;
    if (meeting === 0 && !lit) continue;
    let id: string | null = null;
    const topicsTo = topicLists.offsets[at + 1] as number;
    for (let p = partnerLists.offsets[at] as number; p < (partnerLists.offsets[at + 1] as number); p++) {
      const row = rowOf[partnerLists.values[p] as number] as number;
      if (row < 0) continue;
      for (let t = topicLists.offsets[at] as number; t < topicsTo; t++) {
        const column = columnOf[topicLists.values[t] as number] as number;
        if (column < 0) continue;
        cells[row + column]! += meeting;
        if (!lit) continue;
        const ids = events[row + column] as string[];
        if (ids.length >= LIT_LIMIT) continue;
        id ??= idAt(columns, at);
        ids.push(id);
      }
    }
  }
  return { partners: rows, topics, cells, events };
};

/** Meetings of one value of a list in a set. */
export const meetingsOfValue = (context: StoreContext, lists: Parameters<typeof slice>[0], value: number): number => {
  if (value < 0) return 0;
  let count = 0;
  const rows = slice(lists, value);
  for (let k = 0; k < rows.length; k++) count += (context.columns.flags[rows[k] as number] as number) & COUNTED;
  return count;
};
