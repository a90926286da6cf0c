/** What every question of the local store is answered from. */
import type { Agreement, Commitment, EventStatus, EventType, Statistic } from "#data/schema.ts";
import type { Counted, Doubts } from "#model/questions.ts";
import type { Catalog } from "../catalog.ts";
import type { DetailSource } from "../details.ts";
import { ofWeakness, seatName } from "../rules.ts";
import { COUNTED, type Columns } from "./columns.ts";
import type { RowSource } from "./rows.ts";
import type { Selector } from "./select.ts";
import { tallyOf } from "./tally.ts";

export interface StoreContext {
  readonly columns: Columns;
  readonly catalog: Catalog;
  readonly rows: RowSource;
  readonly selector: Selector;
  readonly details: DetailSource;
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  readonly statistics: readonly Statistic[];
}

export const partnerName = ({ partners }: Catalog, id: string): string => partners.get(id)?.name ?? id;
export const placeName = ({ places }: Catalog, id: string): string => places.get(id)?.name ?? id;
export const topicLabel = ({ topics }: Catalog, id: string): string => topics.get(id)?.label ?? id;
export const organizationName = ({ organizations }: Catalog, id: string): string => organizations.get(id)?.name ?? id;

/** A person's name, or the seat in words with its organisation. */
export const officialName = (catalog: Catalog, id: string): string => {
  const person = catalog.people.get(id);
  if (person) return person.name;
  const dot = id.lastIndexOf(".");
  return dot < 0 ? id : seatName(id.slice(dot + 1), organizationName(catalog, id.slice(0, dot)));
};

export const typeAt = (columns: Columns, at: number): EventType =>
  columns.vocabulary.types.ids[columns.type[at] as number] as EventType;

export const statusAt = (columns: Columns, at: number): EventStatus =>
  columns.vocabulary.statuses.ids[columns.status[at] as number] as EventStatus;

export const placeIdAt = (columns: Columns, at: number): string | null =>
  columns.vocabulary.places.ids[(columns.place[at] as number) - 1] ?? null;

export const isCounted = (columns: Columns, at: number): boolean => ((columns.flags[at] as number) & COUNTED) !== 0;

export const doubtsAt = ({ doubts }: Columns, at: number): Doubts => {
  const packed = doubts[at] as number;
  return {
    certainty: ofWeakness(packed & 3),
    dateCertainty: ofWeakness((packed >> 2) & 3),
    placeCertainty: ofWeakness((packed >> 4) & 3),
  };
};

/** Ids of one event's values in a list column, in the order of the record. */
export const idsAt = (lists: Columns["partners"], ids: readonly string[], at: number): string[] => {
  const found: string[] = [];
  for (let from = lists.offsets.at(at); from < lists.offsets.at(at + 1); from++)
    found.push(ids[lists.values[from] as number] as string);
  return found;
};

/** Partners with their meetings in the whole record. */
export const partnersAt = ({ columns, catalog, selector }: StoreContext, at: number): Counted[] => {
  const totals = tallyOf(selector.everything, "partners").meetings;
  return idsAt(columns.partners, columns.vocabulary.partners.ids, at).map((id) => ({
    id,
    label: partnerName(catalog, id),
    count: totals[columns.vocabulary.partners.of(id)] as number,
  }));
};
