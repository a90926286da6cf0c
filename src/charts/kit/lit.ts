/**
 * Events that are lit up because something that belongs to them is under the pointer or has focus. Kept outside of
 * React's state, so that only the marks it concerns draw again.
 */
import { useSyncExternalStore } from "react";

export interface Lit {
  readonly get: () => ReadonlySet<string>;
  /** Lights up these events, or what is held. */
  readonly set: (events: readonly string[] | null) => void;
  /** What is lit while nothing else is: the event that is open. */
  readonly hold: (events: readonly string[] | null) => void;
  /** @returns how to stop being told. */
  readonly subscribe: (listener: () => void) => () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

export const createLit = (): Lit => {
  let lit = NOTHING;
  let held = NOTHING;
  const listeners = new Set<() => void>();
  const show = (next: ReadonlySet<string>): void => {
    if (next === lit) return;
    lit = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => lit,
    set: (events) => show(events?.length ? new Set(events) : held),
    hold: (events) => {
      held = events?.length ? new Set(events) : NOTHING;
      show(held);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** What a component draws of the lit events, as a plain value: it draws again only when that value changes. */
export const useLitAs = <Value extends string | number | boolean>(
  lit: Lit,
  read: (events: ReadonlySet<string>) => Value,
): Value => {
  const snapshot = (): Value => read(lit.get());
  return useSyncExternalStore(lit.subscribe, snapshot, snapshot);
};

/** Whether any of these events is lit. */
export const useAnyLit = (lit: Lit, events: readonly string[]): boolean =>
  useLitAs(lit, (now) => now.size > 0 && events.some((id) => now.has(id)));
