import type { MatrixAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";

const FOREMOST = 5;

/** The matrix in words. `filterTitle` is the filter as a phrase, empty where nothing is filtered. */
export const describeTopics = (answer: MatrixAnswer, words: Words, filterTitle = ""): FigureText => {
  const { partners, topics, cells } = answer;
  const text = words.topics;
  const row = (at: number): readonly number[] => topics.map((_, topic) => cells[at * topics.length + topic] ?? 0);
  const pairs = partners
    .flatMap((partner, at) =>
      row(at).map((count, topic) => ({ partner: partner.label, topic: topics[topic]?.label ?? "", count })),
    )
    .filter((pair) => pair.count > 0)
    .sort((a, b) => b.count - a.count);
  const short = text.altShort(partners.length, topics.length);
  const titled = (title: string): string => (filterTitle === "" ? title : `${title}: ${filterTitle}`);
  return {
    title: titled(text.title),
    alt: {
      short: withinLimit([short], ALT_SHORT),
      medium: withinLimit([short, ...(pairs.length ? [text.altForemost(pairs.slice(0, FOREMOST))] : [])], ALT_MEDIUM),
      long: [
        short,
        ...partners.map((partner, at) =>
          text.altRow(
            partner.label,
            row(at)
              .map((count, topic) => ({ label: topics[topic]?.label ?? "", count }))
              .filter((one) => one.count > 0),
          ),
        ),
      ].join(" "),
    },
    table: {
      caption: titled(text.caption),
      columns: [text.partner, text.all, ...topics.map((topic) => topic.label)],
      rows: partners.map((partner, at) => ({
        id: partner.id,
        kind: "partner" as const,
        cells: [partner.label, words.number(partner.count), ...row(at).map(words.number)],
      })),
    },
    howWeCount: text.howWeCount,
  };
};
