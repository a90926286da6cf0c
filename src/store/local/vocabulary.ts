/** The values an event may have, as small integers in the order of the record. */
import { SCHEMA_ENUMS } from "#data/enums.ts";
import { type Catalog, chain } from "../catalog.ts";

/** Ids of one kind and their numbers. */
export class Codes {
  readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(ids: Iterable<string> = []) {
    for (const id of ids) this.add(id);
  }

  add(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }

  /** Number of an id, or -1. */
  of(id: string): number {
    return this.numbers.get(id) ?? -1;
  }

  get size(): number {
    return this.ids.length;
  }
}

export interface Vocabulary {
  readonly catalog: Catalog;
  readonly partners: Codes;
  readonly places: Codes;
  readonly organizations: Codes;
  readonly topics: Codes;
  readonly mechanisms: Codes;
  readonly types: Codes;
  readonly statuses: Codes;
  readonly certainties: Codes;
  /** People first, then unnamed seats as events bring them. */
  readonly officials: Codes;
  readonly people: number;
  /** For each topic itself and what it lies in. */
  readonly topicChains: readonly (readonly number[])[];
}

export const createVocabulary = (catalog: Catalog): Vocabulary => {
  const topics = new Codes(catalog.topics.keys());
  return {
    catalog,
    topics,
    partners: new Codes(catalog.partners.keys()),
    places: new Codes(catalog.places.keys()),
    organizations: new Codes(catalog.organizations.keys()),
    mechanisms: new Codes(catalog.mechanisms.keys()),
    types: new Codes(SCHEMA_ENUMS.eventType),
    statuses: new Codes(SCHEMA_ENUMS.eventStatus),
    certainties: new Codes(SCHEMA_ENUMS.certainty),
    officials: new Codes(catalog.people.keys()),
    people: catalog.people.size,
    topicChains: topics.ids.map((id) => chain(catalog.topics, id).map((topic) => topics.of(topic.id))),
  };
};
