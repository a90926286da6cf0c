import type { Certainty } from "#data/schema.ts";

/**
 * What a reader asks to see. Each key is a clause; values within a clause are "or", clauses among each other "and".
 * An empty list or null is no clause. Dates are EDTF and inclusive: an event that ends on the last day is in.
 */
export interface Filter {
  readonly partner: readonly string[];
  readonly topic: readonly string[];
  readonly type: readonly string[];
  readonly official: readonly string[];
  readonly place: readonly string[];
  readonly certainty: readonly Certainty[];
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string;
}

export type ClauseKey = keyof Filter;

/** Clauses that hold a list of values. */
export const LIST_KEYS = ["partner", "topic", "type", "official", "place", "certainty"] as const;
export type ListKey = (typeof LIST_KEYS)[number];

export const CERTAINTIES = ["stated", "inferred", "disputed"] as const satisfies readonly Certainty[];

export const NO_FILTER: Filter = {
  partner: [],
  topic: [],
  type: [],
  official: [],
  place: [],
  certainty: [],
  from: null,
  to: null,
  q: "",
};

/** The filter without one clause: what a view asks with when the clause is its own. */
export const without = (filter: Filter, ...keys: readonly ClauseKey[]): Filter => {
  const left: Record<ClauseKey, unknown> = { ...filter };
  for (const key of keys) left[key] = NO_FILTER[key];
  return left as unknown as Filter;
};

/** One value added to or taken from a list clause. */
export const toggled = (filter: Filter, key: ListKey, value: string): Filter => {
  const values: readonly string[] = filter[key];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...filter, [key]: next };
};

export const isUnfiltered = (filter: Filter): boolean =>
  LIST_KEYS.every((key) => filter[key].length === 0) &&
  filter.from === null &&
  filter.to === null &&
  filter.q.trim() === "";
