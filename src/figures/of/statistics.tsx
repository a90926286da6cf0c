import { Statistics } from "#charts/statistics/Statistics.tsx";
import { describeStatistics } from "#charts/statistics/statistics.describe.ts";
import { layoutStatistics } from "#charts/statistics/statistics.layout.ts";
import type { Definition } from "../definition.ts";

export const statistics: Definition<"statistics"> = {
  ask: (store, filter) => store.statistics(filter),
  mentions: () => [],
  behind: ({ rows }) => ({ rows }),
  describe: (answer, { words }) => describeStatistics(answer, words),
  draw: (answer, { words, theme, width, rows, text, pointing = {} }) => {
    const layout = layoutStatistics({ ...answer, rows: answer.rows.slice(0, rows) }, { width, words });
    return {
      element: <Statistics layout={layout} theme={theme} label={text.alt.short} pointing={pointing} />,
      width,
      height: layout.height,
    };
  },
  rows: (answer) => answer.rows.length,
  tells: false,
};
