import { type ReactNode, useMemo, useState } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import type { Pointing } from "#charts/kit/pressable.ts";
import { Statistics } from "#charts/statistics/Statistics.tsx";
import { describeStatistics } from "#charts/statistics/statistics.describe.ts";
import { layoutStatistics } from "#charts/statistics/statistics.layout.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useLightUp } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { useWidth } from "../state/measure.ts";
import { useQuestion } from "../state/question.ts";

/** Figures drawn before the reader asks for more, and how many more come then. */
const FIRST = 24;
const MORE = 80;

/** Figures told at the meetings, each with its unit, period and day; pressing one opens where it was told. */
export const StatisticsPanel = (): ReactNode => {
  const { filter, setView } = useAddress();
  const { words, theme } = useLook();
  const { data } = useQuestion("statistics", filter);
  const [ref, width] = useWidth();
  const light = useLightUp();
  const [limit, setLimit] = useState(FIRST);
  const text = useMemo(() => (data ? lazily(() => describeStatistics(data, words)) : null), [data, words]);
  const drawn = useMemo(() => data && { ...data, rows: data.rows.slice(0, limit) }, [data, limit]);
  const layout = useMemo(
    () => (drawn && width ? layoutStatistics(drawn, { width, words }) : null),
    [drawn, width, words],
  );
  const label = useMemo(() => (drawn ? describeStatistics(drawn, words).alt.medium : ""), [drawn, words]);
  const left = (data?.rows.length ?? 0) - (drawn?.rows.length ?? 0);
  const pointing = useMemo<Pointing>(() => {
    const eventOf = (id: string): string | null => data?.rows.find((row) => row.statistic.id === id)?.event?.id ?? null;
    return {
      onPress: (_kind, id) => {
        const event = eventOf(id);
        if (event) setView({ event });
      },
      onPoint: (_kind, id) => {
        const event = id === null ? null : eventOf(id);
        light(event ? [event] : null);
      },
    };
  }, [data, light, setView]);
  return (
    <Panel title={words.page.statistics} hint={words.page.statisticsHint} text={text} figure="statistics">
      {data && data.total === 0 ? <EmptyState text={words.page.emptyBody} /> : null}
      <div ref={ref}>
        {layout && data?.total ? <Statistics layout={layout} theme={theme} label={label} pointing={pointing} /> : null}
      </div>
      {left > 0 ? (
        <Button variant="link" onClick={() => setLimit(limit + MORE)}>
          {words.page.moreOf(left)}
        </Button>
      ) : null}
    </Panel>
  );
};
