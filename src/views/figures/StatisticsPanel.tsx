import { type ReactNode, useMemo } from "react";
import type { Pointing } from "#charts/kit/pressable.ts";
import { Statistics } from "#charts/statistics/Statistics.tsx";
import { describeStatistics } from "#charts/statistics/statistics.describe.ts";
import { layoutStatistics } from "#charts/statistics/statistics.layout.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useLightUp } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { useWidth } from "../state/measure.ts";
import { useQuestion } from "../state/question.ts";

/** Figures told at the meetings, each with its unit, period and day; pressing one opens where it was told. */
export const StatisticsPanel = (): ReactNode => {
  const { filter, setView } = useAddress();
  const { words, theme } = useLook();
  const { data } = useQuestion("statistics", filter);
  const [ref, width] = useWidth();
  const light = useLightUp();
  const text = useMemo(() => (data ? describeStatistics(data, words) : null), [data, words]);
  const layout = useMemo(() => (data && width ? layoutStatistics(data, { width, words }) : null), [data, width, words]);
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
    <Panel title={words.page.statistics} hint={words.page.statisticsHint} text={text}>
      {data && data.total === 0 ? <EmptyState text={words.page.emptyBody} /> : null}
      <div ref={ref}>
        {layout && text && data?.total ? (
          <Statistics layout={layout} theme={theme} label={text.alt.medium} pointing={pointing} />
        ) : null}
      </div>
    </Panel>
  );
};
