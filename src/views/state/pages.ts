import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Filter } from "#model/filter.ts";
import { useDataset } from "./dataset.tsx";
import { PAGE } from "./first.ts";

interface PageAnswer<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** A long list asked for a page at a time, as it is scrolled. */
export interface Pages<Row, Answer> {
  readonly total: number;
  /** The answer for the first page, with what it tells about the whole. */
  readonly head: Answer | undefined;
  readonly row: (index: number) => Row | undefined;
  /** To be told which rows are on the screen. */
  readonly onRange: (first: number, last: number) => void;
}

/**
 * Pages of a question about the filtered record. `name` and `rest` tell it from others in the cache, beside the filter,
 * and must hold all that `ask` depends on. Pages on the screen are asked for; the first always is, since it carries the
 * total.
 */
export const usePages = <Row, Answer extends PageAnswer<Row>>(
  name: string,
  filter: Filter,
  rest: readonly unknown[],
  ask: (filter: Filter, offset: number, limit: number) => Promise<Answer>,
): Pages<Row, Answer> => {
  const { key } = useDataset();
  const client = useQueryClient();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const pages = useMemo(() => {
    const wanted: number[] = [];
    for (let page = Math.max(1, range[0]); page <= range[1]; page++) wanted.push(page);
    return wanted;
  }, [range]);
  const queryOf = (page: number, under = filter) => ({
    queryKey: [key, name, under, ...rest, page],
    queryFn: () => ask(under, page * PAGE, PAGE),
  });
  // Only a query of its own keeps the answer before while the new one is on its way.
  const { data: head } = useQuery({
    ...queryOf(0),
    placeholderData: keepPreviousData,
    meta: { ahead: (next) => client.fetchQuery(queryOf(0, next)) },
  });
  const answers = useQueries({ queries: pages.map((page) => queryOf(page)) });
  const onRange = useCallback((first: number, last: number) => {
    const next = [Math.floor(first / PAGE), Math.floor(last / PAGE)] as const;
    setRange((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);
  const row = (index: number): Row | undefined => {
    const page = Math.floor(index / PAGE);
    const answer = page === 0 ? head : answers[pages.indexOf(page)]?.data;
    return answer?.rows[index % PAGE];
  };
  return { total: head?.total ?? 0, head, row, onRange };
};
