import type {
  LiaisonRecord,
  Mechanism,
  Meta,
  Organization,
  Partner,
  Person,
  Place,
  Source,
  Topic,
} from "#data/schema.ts";
import { country } from "#model/words/en/numbers.ts";

/** Everything of a record that does not grow with its events, by id. */
export interface Catalog {
  readonly meta: Meta;
  readonly sources: ReadonlyMap<string, Source>;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly places: ReadonlyMap<string, Place>;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly people: ReadonlyMap<string, Person>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly mechanisms: ReadonlyMap<string, Mechanism>;
  /** Partner id of the focus organisation: the home state. */
  readonly home: string | null;
}

export type CatalogRecord = Pick<
  LiaisonRecord,
  "meta" | "sources" | "partners" | "places" | "organizations" | "people" | "topics" | "mechanisms"
>;

/** Rows by id, the first of equal ids, in the order of the record. */
export const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> => {
  const map = new Map<string, T>();
  for (const row of rows) if (!map.has(row.id)) map.set(row.id, row);
  return map;
};

/** A row and what it lies in, nearest first; a circle of parents ends where it began. */
export const chain = <T extends { readonly id: string; readonly parent: string | null }>(
  rows: ReadonlyMap<string, T>,
  id: string | null,
): readonly T[] => {
  const found: T[] = [];
  for (let at = id; at !== null; ) {
    const row: T | undefined = rows.get(at);
    if (!row || found.includes(row)) break;
    found.push(row);
    at = row.parent;
  }
  return found;
};

/** What a partner or a place is found by beside its name: a place by its country too, for a dateline names both. */
export const otherNames = (row: Partner | Place): readonly string[] => [
  ...(row.aliases ?? []),
  ...("country" in row ? [country(row.country)] : []),
];

/** The partner an organisation belongs to, by itself or through what it is part of. */
export const partnerOf = (catalog: Pick<Catalog, "organizations">, organization: string | null): string | null =>
  chain(catalog.organizations, organization).find((row) => row.partner !== null)?.partner ?? null;

export const createCatalog = (record: CatalogRecord): Catalog => {
  const organizations = byId(record.organizations);
  return {
    meta: record.meta,
    sources: byId(record.sources),
    partners: byId(record.partners),
    places: byId(record.places),
    organizations,
    people: byId(record.people),
    topics: byId(record.topics),
    mechanisms: byId(record.mechanisms),
    home: partnerOf({ organizations }, record.meta.focus),
  };
};
