import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Filter, isUnfiltered } from "#model/filter.ts";
import type { PartnerAnswer } from "#model/questions.ts";
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

/** Asks all that the page asks now for another filter; resolves when the answers are in the cache, or failed. */
const askAhead = (client: QueryClient, key: string, next: Filter): Promise<unknown> => {
  const active = client.getQueryCache().findAll({ type: "active", predicate: ({ queryKey }) => queryKey[0] === key });
  return Promise.allSettled(active.map((query) => query.meta?.ahead?.(next)));
};

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
    let waiting = true;
    const turn = (): void => {
      if (!waiting) return;
      waiting = false;
      clearTimeout(timer);
      setShown(asked);
    };
    const timer = setTimeout(turn, PATIENCE_MS);
    void askAhead(client, key, asked).then(turn);
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

/** Nothing is asked ahead before the page, once it is painted, has been still for so long. */
const QUIET_MS = 100;
/** Partners whose answers are there before anyone asks; those of any other are asked for when a hand comes near. */
const FOREMOST = 2;

/**
 * Asks what a reader is likely to ask next, while nothing else is asked: of everything, of its foremost partners one by
 * one. A choice whose answers are there is drawn at once.
 * @returns the same for one filter, to be called when a hand comes near what would choose it
 */
export const useForesight = (asked: Filter, shown: Filter): ((next: Filter) => void) => {
  const client = useQueryClient();
  const { key, whole } = useDataset();
  useEffect(() => {
    if (asked !== shown) {
      // What is asked ahead of anything else than the page turns to is in the way.
      const wanted = JSON.stringify(asked);
      const predicate = ({ queryKey }: Query): boolean => JSON.stringify(queryKey[2]) !== wanted;
      const others = { type: "inactive", fetchStatus: "fetching", queryKey: [key], predicate } as const;
      void client.cancelQueries(others, { silent: true });
    }
    if (!whole || asked !== shown) return;
    let here = true;
    const foresee = async (): Promise<void> => {
      const partners = client.getQueryData<readonly PartnerAnswer[]>([key, "partners", asked]) ?? [];
      for (const { id } of partners.slice(0, FOREMOST))
        if (here) await askAhead(client, key, { ...asked, partner: [id] });
    };
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    // The second frame begins when the first is on the screen.
    if (isUnfiltered(asked))
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          quiet = setTimeout(() => void foresee(), QUIET_MS);
        });
      });
    return () => {
      here = false;
      cancelAnimationFrame(frame);
      clearTimeout(quiet);
    };
  }, [asked, shown, client, key, whole]);
  return useCallback((next: Filter) => void askAhead(client, key, next), [client, key]);
};
