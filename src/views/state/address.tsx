import { useQuery } from "@tanstack/react-query";
import { useQueryState, useQueryStates } from "nuqs";
import { createContext, type ReactNode, use, useCallback, useMemo } from "react";
import { type Filter, type ListKey, NO_FILTER, toggled } from "#model/filter.ts";
import {
  addressParsers,
  fromFilter,
  toFilter,
  type UnknownChoice,
  unknownChoices,
  type ViewChoices,
  withoutUnknown,
} from "#model/url.ts";
import { useDataset } from "./dataset.tsx";

const LANGUAGES = ["en"] as const;

/** The timeline's window is followed by the timeline alone: it changes at every frame of a drag. */
const { window: windowParser, ...pageParsers } = addressParsers;

/** The timeline's window as the address has it, and how to change it without a step in the history. */
export const useWindowText = (): readonly [string | null, (text: string | null) => void] => {
  const [text, setText] = useQueryState("window", { ...windowParser, history: "replace" });
  return [text, useCallback((next: string | null) => void setText(next), [setText])];
};

/** What the address says of the view, the timeline's window left out. */
export type PageView = Omit<ViewChoices, "window">;

/** What the address says, and the one way to change it. Nothing here is copied from the address: it is the state. */
export interface Address {
  /** The filter without values the record does not know. */
  readonly filter: Filter;
  readonly view: PageView;
  /** What the address asks for that is not known; shown in a notice and left aside. */
  readonly unknown: readonly UnknownChoice[];
  /** A step in the browser's history, so that Back undoes it. */
  readonly setFilter: (next: Filter) => void;
  readonly toggle: (key: ListKey, value: string) => void;
  readonly reset: () => void;
  /** `replace` leaves no step in the history: for zooming and the theme. */
  readonly setView: (next: Partial<PageView>, history?: "push" | "replace") => void;
  readonly dropUnknown: () => void;
}

const AddressContext = createContext<Address | null>(null);

export const AddressProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const [state, setState] = useQueryStates(pageParsers, { history: "push", clearOnDefault: true });
  const { event, lanes, theme, lang, data, ...raw } = state;
  const rawKey = JSON.stringify(raw);
  // The key is the content of `raw`, which nuqs makes anew at every render.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const asked = useMemo(() => toFilter(raw), [rawKey]);
  const { key, store } = useDataset();
  const known = useQuery({ queryKey: [key, "unknown", asked], queryFn: () => store.unknown(asked) });
  const view = useMemo<PageView>(() => ({ event, lanes, theme, lang, data }), [event, lanes, theme, lang, data]);
  const unknown = useMemo(
    () => [...unknownChoices(view, JSON.parse(rawKey), LANGUAGES), ...(known.data ?? [])],
    [view, rawKey, known.data],
  );
  const filter = useMemo(() => withoutUnknown(asked, known.data ?? []), [asked, known.data]);

  const [, setWindow] = useWindowText();
  // Another question has other rows: the timeline fits them instead of keeping a window that may not hold them.
  const setFilter = useCallback(
    (next: Filter) => {
      setWindow(null);
      void setState(fromFilter(next));
    },
    [setState, setWindow],
  );
  const toggle = useCallback(
    (listKey: ListKey, value: string) => setFilter(toggled(filter, listKey, value)),
    [filter, setFilter],
  );
  const reset = useCallback(() => setFilter(NO_FILTER), [setFilter]);
  const setView = useCallback(
    (next: Partial<PageView>, history: "push" | "replace" = "push") => void setState(next, { history }),
    [setState],
  );
  const dropUnknown = useCallback(() => {
    const closed = new Set(unknown.map((one) => one.key));
    const defaults = Object.fromEntries(
      ["lanes", "theme", "lang"].filter((name) => closed.has(name)).map((name) => [name, null]),
    );
    void setState({ ...fromFilter(filter), ...defaults });
  }, [filter, setState, unknown]);

  const address = useMemo<Address>(
    () => ({ filter, view, unknown, setFilter, toggle, reset, setView, dropUnknown }),
    [filter, view, unknown, setFilter, toggle, reset, setView, dropUnknown],
  );
  return <AddressContext value={address}>{children}</AddressContext>;
};

export const useAddress = (): Address => {
  const address = use(AddressContext);
  if (!address) throw new Error("useAddress outside of AddressProvider");
  return address;
};
