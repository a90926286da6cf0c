/** Reported figures sorted into blocks whose rows may be compared: nothing else shares an axis. */
import type { StatisticRow, StatisticsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { type Weakest, weakestOf } from "../kit/certainty.ts";

export interface StatItem {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly said: string;
  readonly certainty: Weakest;
}

export interface StatBlock {
  readonly id: string;
  readonly kind: "bars" | "numerals";
  readonly heading: string;
  /** Country, period and reporter, then what the record says about these rows. */
  readonly context: string;
  readonly items: readonly StatItem[];
}

/** More rows than this in one block are compared on an axis; counts never are. */
const NUMERALS_AT_MOST: Partial<Record<StatisticRow["statistic"]["unit"], number>> = { kg: 1, pills: 3 };

const keyOf = ({ statistic, reporter }: StatisticRow): string => {
  const { unit, indicator, country, period, asOf } = statistic;
  const measure = unit === "kg" || unit === "pills" ? `${unit} ${indicator}` : "counts";
  return JSON.stringify([measure, country, period, asOf, reporter]);
};

const itemOf = (row: StatisticRow, label: string, words: Words): StatItem => ({
  id: row.statistic.id,
  label,
  value: row.statistic.value,
  said: words.number(row.statistic.value),
  certainty: weakestOf(row.evidence),
});

const ORDER = { kg: 0, pills: 1, cases: 2, persons: 2 } as const;

/**
 * Blocks in a fixed order: kilograms, pills, counts; within it as the rows come. Rows are in one block only if unit,
 * indicator, country, period, as-of date and reporter are the same; counts that differ in what they count share a
 * block, as numerals without an axis.
 */
export const blocksOf = (answer: StatisticsAnswer, words: Words): readonly StatBlock[] => {
  const groups = new Map<string, StatisticRow[]>();
  for (const row of answer.rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  const ordered = [...groups].toSorted(
    ([, [a]], [, [b]]) => (a ? ORDER[a.statistic.unit] : 0) - (b ? ORDER[b.statistic.unit] : 0),
  );
  return ordered.flatMap(([id, rows]) => {
    const first = rows[0];
    if (!first) return [];
    const { unit, indicator, country, period, asOf } = first.statistic;
    const kind = rows.length > (NUMERALS_AT_MOST[unit] ?? rows.length) ? "bars" : "numerals";
    const plain = rows.map(({ statistic }) =>
      kind === "bars" ? words.statistics.what(statistic) : words.statistics.counted(statistic),
    );
    const items = rows.map((row, at) => {
      const label = plain[at] ?? "";
      const twin = plain.some((other, place) => place !== at && other === label);
      const told = twin && row.event?.edtf ? words.statistics.told(label, words.dates.date(row.event.edtf)) : label;
      return itemOf(row, told, words);
    });
    return [
      {
        id,
        kind,
        heading:
          unit === "kg" || unit === "pills" ? words.statistics.heading(indicator, unit) : words.statistics.counts,
        context: words.statistics.context(
          country,
          words.statistics.period(period, asOf),
          first.reporter,
          rows.map(({ statistic }) => statistic.note ?? null),
        ),
        items: kind === "bars" ? items.toSorted((a, b) => b.value - a.value) : items,
      },
    ];
  });
};
