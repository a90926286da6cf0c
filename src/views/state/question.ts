import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import { useDataset } from "./dataset.tsx";

type FilterQuestions = {
  [K in keyof EventStore]: EventStore[K] extends (filter: Filter, ...rest: never[]) => Promise<unknown> ? K : never;
}[keyof EventStore];

type Rest<K extends FilterQuestions> = Parameters<EventStore[K]> extends [Filter, ...infer R] ? R : never;
type Answer<K extends FilterQuestions> = Awaited<ReturnType<EventStore[K]>>;

interface Next<K extends FilterQuestions> {
  /** How the question will be asked under the next filter, where that differs from now. */
  readonly rest?: Rest<K>;
  /** Asks what depends on the next answer. */
  readonly follow?: (answer: Answer<K>) => Promise<unknown>;
}

/**
 * Asks the store a question about the filtered record. The answer before stays until the new one is there, so that a
 * view never falls back to an empty state between two answers.
 */
export const useQuestion = <K extends FilterQuestions>(
  name: K,
  filter: Filter,
  rest: Rest<K> = [] as unknown as Rest<K>,
  next: Next<K> = {},
): UseQueryResult<Answer<K>> => {
  const { key, store, drop } = useDataset();
  const client = useQueryClient();
  const asking = (under: Filter, more: Rest<K>) => ({
    queryKey: [key, name, under, ...more],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<K>> => {
      const answer = (store[name] as (filter: Filter, ...rest: unknown[]) => Promise<Answer<K>>)(under, ...more);
      // Nobody looks at this question any more: a newer one has taken its place.
      signal.addEventListener("abort", () => drop?.(answer));
      return answer;
    },
  });
  return useQuery({
    ...asking(filter, rest),
    placeholderData: keepPreviousData,
    meta: {
      ahead: async (under) => {
        // What was asked of everything stays so.
        if (filter === NO_FILTER) return;
        const answer = await client.fetchQuery(asking(under, next.rest ?? rest));
        await next.follow?.(answer);
      },
    },
  });
};
