/**
 * The address bar is the state: every key of the dashboard, the embeds and the figure command, with both directions of
 * each written together. Parsers are nuqs' (no React is needed here). Lists are comma-separated, keys keep one order.
 */
import { createLoader, createParser, createSerializer, parseAsArrayOf, parseAsString } from "nuqs/server";
import { CERTAINTIES, type Filter, LIST_KEYS, type ListKey } from "./filter.ts";
import { LANES, type Lanes } from "./questions.ts";

const list = parseAsArrayOf(parseAsString, ",").withDefault([]);
const textOrNothing = parseAsString.withDefault("");
/** A key without a value says no more than no key: an address that writes out every key has such. */
const given = createParser({ parse: (text) => (text === "" ? null : text), serialize: (text: string) => text });

/** The clauses of the filter, in the order they stand in an address. */
export const filterParsers = {
  partner: list,
  topic: list,
  type: list,
  official: list,
  place: list,
  certainty: list,
  from: given,
  to: given,
  q: textOrNothing,
} as const;

/** How the page is looked at. Unknown values of closed keys are told by `unknownChoices`, never an error. */
export const viewParsers = {
  event: given,
  window: given,
  lanes: given.withDefault("partner"),
  theme: given.withDefault("auto"),
  lang: given.withDefault("en"),
  data: given,
} as const;

export const addressParsers = { ...filterParsers, ...viewParsers } as const;

export const THEMES = ["auto", "light", "dark"] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** The filter clauses as an address gives them: nothing checked against a record yet. */
export interface RawFilter {
  readonly partner: readonly string[];
  readonly topic: readonly string[];
  readonly type: readonly string[];
  readonly official: readonly string[];
  readonly place: readonly string[];
  readonly certainty: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string;
}

export interface ViewChoices {
  readonly event: string | null;
  readonly window: string | null;
  readonly lanes: string;
  readonly theme: string;
  readonly lang: string;
  readonly data: string | null;
}

const isCertainty = (value: string): value is Filter["certainty"][number] =>
  (CERTAINTIES as readonly string[]).includes(value);

const clean = (values: readonly string[]): readonly string[] => [...new Set(values.filter((value) => value !== ""))];

/** A filter with its empty and repeated values dropped; certainties outside the closed list are left out. */
export const toFilter = (raw: RawFilter): Filter => ({
  partner: clean(raw.partner),
  topic: clean(raw.topic),
  type: clean(raw.type),
  official: clean(raw.official),
  place: clean(raw.place),
  certainty: clean(raw.certainty).filter(isCertainty),
  from: raw.from || null,
  to: raw.to || null,
  q: raw.q,
});

/** The same for writing: a clause without values leaves the address. */
export const fromFilter = (
  filter: Filter,
): { [K in keyof RawFilter]: RawFilter[K] extends readonly string[] ? string[] | null : string | null } => {
  const values = (list: readonly string[]): string[] | null => (list.length ? [...list] : null);
  return {
    partner: values(filter.partner),
    topic: values(filter.topic),
    type: values(filter.type),
    official: values(filter.official),
    place: values(filter.place),
    certainty: values(filter.certainty),
    from: filter.from,
    to: filter.to,
    q: filter.q.trim() === "" ? null : filter.q,
  };
};

export const asLanes = (value: string): Lanes => LANES.find((lanes) => lanes === value) ?? "partner";
export const asTheme = (value: string): ThemeChoice => THEMES.find((theme) => theme === value) ?? "auto";

/** A key of the address whose value is none of those it takes. */
export interface UnknownChoice {
  readonly key: string;
  readonly value: string;
}

export const unknownChoices = (
  view: Pick<ViewChoices, "lanes" | "theme" | "lang">,
  raw: RawFilter,
  languages: readonly string[],
): readonly UnknownChoice[] => {
  const unknown: UnknownChoice[] = [];
  if (!(LANES as readonly string[]).includes(view.lanes)) unknown.push({ key: "lanes", value: view.lanes });
  if (!(THEMES as readonly string[]).includes(view.theme)) unknown.push({ key: "theme", value: view.theme });
  if (!languages.includes(view.lang)) unknown.push({ key: "lang", value: view.lang });
  for (const value of raw.certainty) if (value !== "" && !isCertainty(value)) unknown.push({ key: "certainty", value });
  return unknown;
};

/** The filter without values that nothing is known of; `unknown` may name other keys too. */
export const withoutUnknown = (filter: Filter, unknown: readonly UnknownChoice[]): Filter => {
  if (!unknown.length) return filter;
  const has = (key: string, value: string): boolean => unknown.some((one) => one.key === key && one.value === value);
  const lists: Record<ListKey, readonly string[]> = { ...filter };
  for (const key of LIST_KEYS) lists[key] = filter[key].filter((value) => !has(key, value));
  return {
    ...filter,
    ...lists,
    certainty: lists.certainty.filter(isCertainty),
    from: filter.from !== null && has("from", filter.from) ? null : filter.from,
    to: filter.to !== null && has("to", filter.to) ? null : filter.to,
  };
};

const load = createLoader(addressParsers);
const serialize = createSerializer(addressParsers);

/** Reads a query string (`?partner=KR,RU&from=2019`) without a browser. */
export const readAddress = (search: string): { readonly raw: RawFilter; readonly view: ViewChoices } => {
  const { event, window, lanes, theme, lang, data, ...raw } = load(new URLSearchParams(search));
  return { raw, view: { event, window, lanes, theme, lang, data } };
};

/** Writes a query string for a filter and a view; empty where nothing differs from the defaults. */
export const writeAddress = (filter: Filter, view: Partial<ViewChoices> = {}): string =>
  serialize({ ...fromFilter(filter), ...view });
