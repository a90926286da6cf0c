import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useQueryState, useQueryStates } from "nuqs";
import { createContext, type ReactNode, use, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { parseWindow } from "#charts/timeline/window-text.ts";
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
import { useAnswered, useForesight } from "./answered.ts";
import { useDataset } from "./dataset.tsx";

const LANGUAGES = ["en"] as const;
const NONE: readonly UnknownChoice[] = [];

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
  /** The filter without values the record does not know, as it is shown: that of the address once it is answered. */
  readonly filter: Filter;
  /** True where the address asks for another filter than is shown as yet. */
  readonly isTurning: () => boolean;
  readonly view: PageView;
  /** What the address asks for that is not known; shown in a notice and left aside. */
  readonly unknown: readonly UnknownChoice[];
  /**
   * A step in the browser's history, so that Back undoes it. A function changes the filter last asked for, which may
   * be ahead of the one shown.
   */
  readonly setFilter: (next: Filter | ((now: Filter) => Filter)) => void;
  readonly toggle: (key: ListKey, value: string) => void;
  /** A hand or the focus has come near what toggles this: its answers can be got ready. */
  readonly near: (key: ListKey, value: string) => void;
  readonly reset: () => void;
  /** `replace` leaves no step in the history: for zooming and the theme. */
  readonly setView: (next: Partial<PageView>, history?: "push" | "replace") => void;
  readonly dropUnknown: () => void;
}

const AddressContext = createContext<Address | null>(null);
const AddressNow = createContext<(() => Address) | null>(null);

/** The value before as long as this one says the same. */
const useSame = <T,>(value: T): T => {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
};

export const AddressProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const [state, setState] = useQueryStates(pageParsers, { history: "push", clearOnDefault: true });
  const { event, lanes, theme, lang, data, ...raw } = state;
  // nuqs makes `raw` anew at every render.
  const asked = useSame(toFilter(raw));
  const shown = useAnswered(asked);
  const foresee = useForesight(asked, shown);
  const { key, store } = useDataset();
  const client = useQueryClient();
  const asking = (filter: Filter) => ({ queryKey: [key, "unknown", filter], queryFn: () => store.unknown(filter) });
  const { data: notKnown = NONE } = useQuery({
    ...asking(shown),
    meta: { ahead: (next) => client.fetchQuery(asking(next)) },
  });
  const view = useMemo<PageView>(() => ({ event, lanes, theme, lang, data }), [event, lanes, theme, lang, data]);
  const [windowText, setWindow] = useWindowText();
  const wrongWindow = useMemo(
    () => (windowText === null || parseWindow(windowText) ? NONE : [{ key: "window", value: windowText }]),
    [windowText],
  );
  const unknown = useSame([...unknownChoices(view, raw, LANGUAGES), ...wrongWindow, ...notKnown]);
  const filter = useMemo(() => withoutUnknown(shown, notKnown), [shown, notKnown]);

  const latest = useRef(filter);
  const turning = useRef(false);
  useLayoutEffect(() => {
    latest.current = asked === shown ? filter : asked;
  }, [asked, shown, filter]);
  turning.current = asked !== shown;
  const isTurning = useCallback(() => turning.current, []);

  // Another question has other rows: the timeline fits them instead of keeping a window that may not hold them.
  const setFilter = useCallback(
    (next: Filter | ((now: Filter) => Filter)) => {
      latest.current = typeof next === "function" ? next(latest.current) : next;
      setWindow(null);
      void setState(fromFilter(latest.current));
    },
    [setState, setWindow],
  );
  const toggle = useCallback(
    (listKey: ListKey, value: string) => setFilter((now) => toggled(now, listKey, value)),
    [setFilter],
  );
  const near = useCallback(
    (listKey: ListKey, value: string) => foresee(toggled(latest.current, listKey, value)),
    [foresee],
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
    if (closed.has("window")) setWindow(null);
    void setState({ ...fromFilter(filter), ...defaults });
  }, [filter, setState, setWindow, unknown]);

  const address = useMemo<Address>(
    () => ({ filter, isTurning, view, unknown, setFilter, toggle, near, reset, setView, dropUnknown }),
    [filter, isTurning, view, unknown, setFilter, toggle, near, reset, setView, dropUnknown],
  );
  const current = useRef(address);
  current.current = address;
  const now = useCallback(() => current.current, []);
  return (
    <AddressNow value={now}>
      <AddressContext value={address}>{children}</AddressContext>
    </AddressNow>
  );
};

export const useAddress = (): Address => {
  const address = use(AddressContext);
  if (!address) throw new Error("useAddress outside of AddressProvider");
  return address;
};

/** What the address says when something is pressed, for a part of the page that looks the same whatever it says. */
export const useAddressNow = (): (() => Address) => {
  const now = use(AddressNow);
  if (!now) throw new Error("useAddressNow outside of AddressProvider");
  return now;
};
