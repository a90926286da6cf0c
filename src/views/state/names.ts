import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Filter, LIST_KEYS } from "#model/filter.ts";
import { useDataset } from "./dataset.tsx";

const NO_NAMES: Readonly<Record<string, string>> = {};

/** Names of every id that a filter mentions, for chips and sentences. */
export const useNames = (filter: Filter, more: readonly string[] = []): Readonly<Record<string, string>> => {
  const { key, store } = useDataset();
  const ids = useMemo(() => [...LIST_KEYS.flatMap((list) => [...filter[list]]), ...more], [filter, more]);
  const names = useQuery({
    queryKey: [key, "names", ids],
    queryFn: () => store.names(ids),
    enabled: ids.length > 0,
    // Names known before stand until the new ones are there, so that no mark is said by its code in between.
    placeholderData: keepPreviousData,
  });
  return names.data ?? NO_NAMES;
};
