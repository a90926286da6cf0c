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
import { litBy } from "./lit.ts";
import type { Selection } from "./selection.ts";
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

/** Meetings of each partner on each topic. */
const pairCounts = (selection: Selection): readonly [Uint32Array] => {
  const { partners: own, topics, flags, vocabulary } = selection.columns;
  const width = vocabulary.topics.size;
  return selection.counts(
    "pairs",
    () => [new Uint32Array(vocabulary.partners.size * width)] as const,
    (list, [pairs], step) => {
      for (let k = 0; k < list.length; k++) {
        const at = list[k] as number;
        if (!((flags[at] as number) & COUNTED)) continue;
        const topicsTo = topics.offsets.at(at + 1);
        const ownTo = own.offsets.at(at + 1);
        const topicsFrom = topics.offsets.at(at);
        for (let p = own.offsets.at(at); p < ownTo; p++) {
          const row = (own.values[p] as number) * width;
          for (let t = topicsFrom; t < topicsTo; t++) pairs[row + (topics.values[t] as number)]! += step;
        }
      }
    },
  );
};

/** Ids of the first events of each partner on each topic. */
const litPairs = (selection: Selection): ReadonlyMap<number, readonly string[]> => {
  const { columns, list } = selection;
  const { partners: own, topics, vocabulary } = columns;
  const found = new Map<number, string[]>();
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    let id: string | null = null;
    for (let p = own.offsets.at(at); p < own.offsets.at(at + 1); p++)
      for (let t = topics.offsets.at(at); t < topics.offsets.at(at + 1); t++) {
        const pair = (own.values[p] as number) * vocabulary.topics.size + (topics.values[t] as number);
        let ids = found.get(pair);
        if (!ids) {
          ids = [];
          found.set(pair, ids);
        }
        if (ids.length >= LIT_LIMIT) continue;
        id ??= idAt(columns, at);
        ids.push(id);
      }
  }
  return found;
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
  const partnerOf = rows.map(({ id }) => vocabulary.partners.of(id));
  const topicOf = topics.map(({ id }) => vocabulary.topics.of(id));
  const width = vocabulary.topics.size;
  const [pairs] = pairCounts(selection);
  const cells = new Uint32Array(rows.length * topics.length);
  partnerOf.forEach((partner, row) => {
    topicOf.forEach((topic, column) => {
      cells[row * topics.length + column] = pairs[partner * width + topic] as number;
    });
  });
  const lit = selection.size <= LIT_EVENTS ? litPairs(selection) : null;
  const events = partnerOf.flatMap((partner) => topicOf.map((topic) => lit?.get(partner * width + topic) ?? []));
  return { partners: rows, topics, cells, events };
};
