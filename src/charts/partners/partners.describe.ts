import type { PartnerAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";

const FOREMOST = 6;

/** The bars in words. `filterTitle` is the filter as a phrase, empty where nothing is filtered. */
export const describePartners = (answer: readonly PartnerAnswer[], words: Words, filterTitle = ""): FigureText => {
  const text = words.partners;
  const counted = answer.filter((row) => row.count > 0).sort((a, b) => b.count - a.count);
  const short = text.altShort(counted.length);
  const titled = (title: string): string => (filterTitle === "" ? title : `${title}: ${filterTitle}`);
  return {
    title: titled(text.title),
    alt: {
      short: withinLimit([short], ALT_SHORT),
      medium: withinLimit(
        [short, ...(counted.length ? [text.altForemost(counted.slice(0, FOREMOST))] : [])],
        ALT_MEDIUM,
      ),
      long: [short, ...answer.map((row) => `${text.said(row.label, row.kind, row.count)}.`)].join(" "),
    },
    table: {
      caption: titled(text.caption),
      columns: text.columns,
      rows: answer.map((row) => ({
        id: row.id,
        kind: "partner" as const,
        cells: [row.label, text.kinds[row.kind], words.number(row.count)],
      })),
    },
    howWeCount: text.howWeCount,
  };
};
