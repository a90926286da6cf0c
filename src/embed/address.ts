/** What an embed's address asks for: the page's own base first, what the query adds or changes after it. */
import { parseWindow } from "#charts/timeline/window-text.ts";
import type { FigureView } from "#figures/definition.ts";
import type { Filter } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import {
  asLanes,
  readAddress,
  toFilter,
  type UnknownChoice,
  unknownChoices,
  type ViewChoices,
  withoutUnknown,
  writeAddress,
} from "#model/url.ts";
import type { State } from "./messages.ts";

/** Rows, cards or lanes at most, as in a file for the web. */
export const ROWS = 60;

/** The state a query asks for, over the page's own (`partner=KR` for a page of one partner). */
export const readState = (base: string, search: string): State => {
  const merged = new URLSearchParams(base);
  for (const [key, value] of new URLSearchParams(search)) merged.set(key, value);
  const { raw, view } = readAddress(`?${merged}`);
  return { ...raw, event: view.event, window: view.window, lanes: view.lanes };
};

/** What a host's message sets, the rest as it was. */
export const changed = (state: State, next: Partial<State>): State => ({ ...state, ...next });

/** A state as a query string with its keys in the order of every address; empty where it is the default. */
export const writeState = (state: State): string => {
  const { event, window, lanes, ...raw } = state;
  return writeAddress(toFilter(raw), { event, window, lanes });
};

/** What a figure is asked with, once what is not known has been left aside. */
export interface Question {
  readonly filter: Filter;
  readonly view: FigureView;
  /** Told in a notice. */
  readonly unknown: readonly UnknownChoice[];
}

/** Holds a state against the record. `view` is the rest of the address: its theme and language. */
export const questionOf = async (
  state: State,
  view: Pick<ViewChoices, "theme" | "lang">,
  store: EventStore,
  languages: readonly string[],
): Promise<Question> => {
  const { event, window, lanes, ...raw } = state;
  const asked = toFilter(raw);
  const missing = await store.unknown(asked);
  const unknown: UnknownChoice[] = [...unknownChoices({ ...view, lanes }, raw, languages), ...missing];
  const filter = withoutUnknown(asked, missing);
  const known = event === null || (await store.event(event, filter)) !== null;
  if (event !== null && !known) unknown.push({ key: "event", value: event });
  const parsed = window === null ? null : parseWindow(window);
  if (window !== null && parsed === null) unknown.push({ key: "window", value: window });
  return {
    filter,
    view: { lanes: asLanes(lanes), window: parsed, event: known ? event : null },
    unknown,
  };
};
