import { type ReactNode, useMemo, useRef, useState } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import { useLitAs } from "#charts/kit/lit.ts";
import type { Pointing } from "#charts/kit/pressable.ts";
import { useRoving } from "#charts/kit/roving.ts";
import { Statistics } from "#charts/statistics/Statistics.tsx";
import { describeStatistics } from "#charts/statistics/statistics.describe.ts";
import { layoutStatistics } from "#charts/statistics/statistics.layout.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { FIRST, PORTIONS } from "../state/first.ts";
import { useLit } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { usePanelWidth } from "../state/measure.tsx";
import { useQuestion } from "../state/question.ts";

/** How many more figures come when the reader asks for more. */
const MORE = 80;

/** Figures told at the meetings, each with its unit, period and day; pressing one opens where it was told. */
export const StatisticsPanel = (): ReactNode => {
  const { filter, setView } = useAddress();
  const { words, theme } = useLook();
  const [whole, setWhole] = useState(false);
  const { data } = useQuestion("statistics", filter, whole ? [] : [PORTIONS.statistics]);
  const width = usePanelWidth();
  const figure = useRef<HTMLDivElement>(null);
  const roving = useRoving(figure);
  const lit = useLit();
  const light = lit.set;
  const [limit, setLimit] = useState<number>(FIRST.statistics);
  const text = useMemo(() => {
    if (!data) return null;
    return lazily(() => {
      // A table has every row: asked for once it is opened.
      if (data.rows.length < data.total) queueMicrotask(() => setWhole(true));
      return describeStatistics(data, words);
    });
  }, [data, words]);
  const drawn = useMemo(() => data && { ...data, rows: data.rows.slice(0, limit) }, [data, limit]);
  const layout = useMemo(() => (drawn ? layoutStatistics(drawn, { width, words }) : null), [drawn, width, words]);
  const label = useMemo(() => (drawn ? describeStatistics(drawn, words).alt.medium : ""), [drawn, words]);
  const empty = data?.total === 0;
  const left = (data?.total ?? 0) - (drawn?.rows.length ?? 0);
  const litIds = useLitAs(lit, (now) =>
    now.size === 0
      ? ""
      : (drawn?.rows ?? [])
          .filter(({ event }) => event && now.has(event.id))
          .map(({ statistic }) => statistic.id)
          .join(" "),
  );
  const pointing = useMemo<Pointing>(() => {
    const eventOf = (id: string): string | null => data?.rows.find((row) => row.statistic.id === id)?.event?.id ?? null;
    return {
      lit: new Set(litIds.split(" ")),
      onPress: (_kind, id) => {
        const event = eventOf(id);
        if (event) setView({ event });
      },
      onPoint: (_kind, id) => {
        const event = id === null ? null : eventOf(id);
        light(event ? [event] : null);
      },
    };
  }, [data, light, litIds, setView]);
  return (
    <Panel title={words.page.statistics} hint={words.page.statisticsHint} text={text} figure="statistics">
      <div ref={figure} {...roving} data-figure={empty ? "statistics" : undefined}>
        {empty ? <EmptyState text={words.page.emptyBody} /> : null}
        {layout && !empty ? <Statistics layout={layout} theme={theme} label={label} pointing={pointing} /> : null}
      </div>
      {left > 0 ? (
        <Button
          variant="link"
          onClick={() => {
            setLimit(limit + MORE);
            setWhole(true);
          }}
        >
          {words.page.moreOf(left)}
        </Button>
      ) : null}
    </Panel>
  );
};
