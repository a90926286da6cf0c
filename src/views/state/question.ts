import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Filter } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import { useDataset } from "./dataset.tsx";

type FilterQuestions = {
  [K in keyof EventStore]: EventStore[K] extends (filter: Filter, ...rest: never[]) => Promise<unknown> ? K : never;
}[keyof EventStore];

type Rest<K extends FilterQuestions> = Parameters<EventStore[K]> extends [Filter, ...infer R] ? R : never;
type Answer<K extends FilterQuestions> = Awaited<ReturnType<EventStore[K]>>;

/**
 * Asks the store a question about the filtered record. The answer before stays until the new one is there, so that a
 * view never falls back to an empty state between two answers.
 */
export const useQuestion = <K extends FilterQuestions>(
  name: K,
  filter: Filter,
  ...rest: Rest<K>
): UseQueryResult<Answer<K>> => {
  const { key, store, drop } = useDataset();
  return useQuery({
    queryKey: [key, name, filter, ...rest],
    queryFn: ({ signal }) => {
      const answer = (store[name] as (filter: Filter, ...rest: unknown[]) => Promise<Answer<K>>)(filter, ...rest);
      // Nobody looks at this question any more: a newer one has taken its place.
      signal.addEventListener("abort", () => drop?.(answer));
      return answer;
    },
    placeholderData: keepPreviousData,
  });
};
