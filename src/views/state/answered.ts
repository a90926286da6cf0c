import { type Query, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Filter } from "#model/filter.ts";
import { useDataset } from "./dataset.tsx";

/** What a query on the page can do for a filter that the page is about to turn to. */
export interface AheadMeta extends Record<string, unknown> {
  /** Asks the same for another filter; resolves when the answer is in the cache. */
  readonly ahead?: (next: Filter) => Promise<unknown>;
}

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: AheadMeta;
  }
}

/** Answers are waited for so long; then the page turns, and what is still to come follows. */
const PATIENCE_MS = 120;

/**
 * The filter that the page shows: what is asked for, from the moment on that its answers are in the cache. So all views
 * are drawn once, together, instead of first for the filter and then for each answer.
 */
export const useAnswered = (asked: Filter): Filter => {
  const client = useQueryClient();
  const { key } = useDataset();
  const [shown, setShown] = useState(asked);
  useEffect(() => {
    if (asked === shown) return;
    const before = new Set(client.getQueryCache().getAll());
    const active = client.getQueryCache().findAll({ type: "active", predicate: (query) => query.queryKey[0] === key });
    let waiting = true;
    const turn = (): void => {
      if (!waiting) return;
      waiting = false;
      clearTimeout(timer);
      setShown(asked);
    };
    const timer = setTimeout(turn, PATIENCE_MS);
    void Promise.allSettled(active.map((query) => query.meta?.ahead?.(asked))).then(turn);
    return () => {
      if (!waiting) return;
      waiting = false;
      clearTimeout(timer);
      // Something else is asked for already: nobody will look at these answers.
      const predicate = (query: Query): boolean => !before.has(query) && !query.isActive();
      void client.cancelQueries({ fetchStatus: "fetching", predicate }, { silent: true });
    };
  }, [asked, shown, client, key]);
  return shown;
};
