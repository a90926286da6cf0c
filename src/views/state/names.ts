import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type Filter, LIST_KEYS, NO_FILTER } from "#model/filter.ts";
import { useDataset } from "./dataset.tsx";

type Names = Readonly<Record<string, string>>;

export const NO_NAMES: Names = {};
const NO_IDS: readonly string[] = [];

const idsOf = (filter: Filter, more: readonly string[]): readonly string[] => [
  ...LIST_KEYS.flatMap((list) => [...filter[list]]),
  ...more,
];

const useNamesQuery = () => {
  const { key, store } = useDataset();
  return useCallback(
    (ids: readonly string[]) => ({ queryKey: [key, "names", ids], queryFn: () => store.names(ids) }),
    [key, store],
  );
};

/** Asks for names ahead of the render that will use them. */
export const useNamesAhead = (): ((ids: readonly string[]) => Promise<unknown>) => {
  const client = useQueryClient();
  const query = useNamesQuery();
  return useCallback(
    (ids: readonly string[]) => (ids.length ? client.fetchQuery(query(ids)) : Promise.resolve()),
    [client, query],
  );
};

/** As `useNames`; null until the first names are there, for a figure that would be drawn twice without them. */
export const useNamesOnce = (filter: Filter, more: readonly string[] = NO_IDS): Names | null => {
  const query = useNamesQuery();
  const ask = useNamesAhead();
  const ids = useMemo(() => idsOf(filter, more), [filter, more]);
  const names = useQuery({
    ...query(ids),
    enabled: ids.length > 0,
    // Names known before stand until the new ones are there, so that no mark is said by its code in between.
    placeholderData: keepPreviousData,
    meta: { ahead: async (next) => (filter === NO_FILTER ? null : ask(idsOf(next, more))) },
  });
  return names.data ?? (ids.length > 0 && names.isPending ? null : NO_NAMES);
};

/** Names of every id that a filter mentions, for chips and sentences. */
export const useNames = (filter: Filter, more: readonly string[] = NO_IDS): Names =>
  useNamesOnce(filter, more) ?? NO_NAMES;
