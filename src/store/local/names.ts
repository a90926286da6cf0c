/** Ids and what they are called. */

import { parseDate } from "#lib/edtf-dates.ts";
import { CERTAINTIES, type Filter } from "#model/filter.ts";
import { positionOf } from "./columns.ts";
import { officialName, type StoreContext } from "./context.ts";

const nameOf = (context: StoreContext, id: string): string | null => {
  const { catalog, columns, rows, details } = context;
  const named =
    catalog.partners.get(id)?.name ??
    catalog.places.get(id)?.name ??
    catalog.topics.get(id)?.label ??
    (columns.vocabulary.officials.of(id) >= 0 ? officialName(catalog, id) : undefined) ??
    catalog.organizations.get(id)?.name ??
    catalog.mechanisms.get(id)?.name;
  if (named !== undefined) return named;
  const at = positionOf(columns, id);
  return at >= 0 ? rows.title(at) : (details.agreements.get(id)?.title ?? null);
};

export const names = (context: StoreContext, ids: readonly string[]): Record<string, string> => {
  const found: [string, string][] = [];
  for (const id of ids) {
    const name = nameOf(context, id);
    if (name !== null) found.push([id, name]);
  }
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(found));
};

export const unknown = (
  { columns }: StoreContext,
  filter: Filter,
): { readonly key: keyof Filter; readonly value: string }[] => {
  const { partners, topics, types, officials, places } = columns.vocabulary;
  const strangers: { key: keyof Filter; value: string }[] = [];
  const look = (key: keyof Filter, values: readonly string[], isKnown: (value: string) => boolean): void => {
    for (const value of values) if (!isKnown(value)) strangers.push({ key, value });
  };
  look("partner", filter.partner, (id) => partners.of(id) >= 0);
  look("topic", filter.topic, (id) => topics.of(id) >= 0);
  look("type", filter.type, (id) => types.of(id) >= 0);
  look("official", filter.official, (id) => officials.of(id) >= 0);
  look("place", filter.place, (id) => places.of(id) >= 0);
  look("certainty", filter.certainty, (id) => (CERTAINTIES as readonly string[]).includes(id));
  look("from", filter.from === null ? [] : [filter.from], (date) => parseDate(date).ok);
  look("to", filter.to === null ? [] : [filter.to], (date) => parseDate(date).ok);
  return strangers;
};
