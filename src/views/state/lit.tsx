import { createContext, type ReactNode, use, useRef, useSyncExternalStore } from "react";

/**
 * The events that are lit up because something that belongs to them is under the pointer or has focus. Kept outside
 * of React's state so that only what looks at it draws again.
 */
export interface Lit {
  readonly get: () => ReadonlySet<string>;
  readonly set: (events: readonly string[] | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

const createLit = (): Lit => {
  let lit = NOTHING;
  const listeners = new Set<() => void>();
  return {
    get: () => lit,
    set: (events) => {
      const next = events?.length ? new Set(events) : NOTHING;
      if (next === lit) return;
      lit = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const LitContext = createContext<Lit | null>(null);

export const LitProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const lit = useRef<Lit | null>(null);
  lit.current ??= createLit();
  return <LitContext value={lit.current}>{children}</LitContext>;
};

const useLitStore = (): Lit => {
  const lit = use(LitContext);
  if (!lit) throw new Error("useLit outside of LitProvider");
  return lit;
};

/** The lit event ids; the component draws again when they change. */
export const useLit = (): ReadonlySet<string> => {
  const lit = useLitStore();
  return useSyncExternalStore(lit.subscribe, lit.get);
};

/** Lights up these events, or none, without drawing the caller again. */
export const useLightUp = (): Lit["set"] => useLitStore().set;

/** Whether any of these events is lit; draws again only when the answer changes. */
export const useIsLit = (events: readonly string[]): boolean => {
  const lit = useLitStore();
  return useSyncExternalStore(lit.subscribe, () => {
    const now = lit.get();
    return now.size > 0 && events.some((id) => now.has(id));
  });
};

/** Handlers that light up these events while the pointer or focus is on the element. */
export const useLights = (
  events: readonly string[],
): { onPointerEnter: () => void; onPointerLeave: () => void; onFocus: () => void; onBlur: () => void } => {
  const set = useLightUp();
  const on = (): void => set(events);
  const off = (): void => set(null);
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
};
