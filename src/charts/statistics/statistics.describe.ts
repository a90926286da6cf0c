import type { StatisticsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";
import { blocksOf } from "./blocks.ts";

/** The reported figures in words: each with its unit, period, as-of date and reporter. */
export const describeStatistics = (answer: StatisticsAnswer, words: Words): FigureText => {
  const { statistics } = words;
  const blocks = blocksOf(answer, words);
  const sentences = blocks.map((block) =>
    statistics.blockSaid(
      block.heading,
      block.context,
      block.items.map((item) => statistics.rowSaid(item.label, item.said)),
    ),
  );
  const title = statistics.title(answer.rows.length);
  const indicators = new Set(answer.rows.map((row) => words.labels.indicator[row.statistic.indicator]));
  const lead = statistics.altShort(answer.rows.length, [...indicators]);
  const said = sentences.length ? sentences : [statistics.none];
  return {
    title,
    alt: {
      short: withinLimit([lead], ALT_SHORT),
      medium: withinLimit([`${lead}.`, ...said], ALT_MEDIUM),
      long: said.join(" "),
    },
    table: {
      caption: title,
      columns: Object.values(statistics.columns),
      rows: answer.rows.map(({ statistic, reporter, event }) => ({
        id: statistic.id,
        kind: "statistic" as const,
        cells: [
          words.labels.indicator[statistic.indicator],
          statistic.drug ?? statistic.drugPrinted ?? "",
          words.number(statistic.value),
          words.labels.unit[statistic.unit],
          statistic.valuePrinted,
          words.country(statistic.country),
          statistics.period(statistic.period, statistic.asOf),
          reporter ?? "",
          event?.title ?? "",
          statistic.note ?? "",
        ],
      })),
    },
    howWeCount: statistics.howWeCount,
  };
};
