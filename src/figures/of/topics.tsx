import { foremostMatrix } from "#charts/topics/foremost.ts";
import { TopicsMatrix } from "#charts/topics/TopicsMatrix.tsx";
import { describeTopics } from "#charts/topics/topics.describe.ts";
import { layoutTopics } from "#charts/topics/topics.layout.ts";
import type { Definition } from "../definition.ts";

const NONE: ReadonlySet<string> = new Set();

export const topics: Definition<"topics"> = {
  ask: (store, filter) => store.matrix(filter),
  mentions: () => [],
  behind: (answer) => ({ events: answer.events.flat() }),
  describe: (answer, { words }) => describeTopics(answer, words),
  draw: (answer, { words, theme, width, rows, filter, text }) => {
    const geometry = layoutTopics(foremostMatrix(answer, { partners: answer.partners.length, topics: rows }), {
      ...{ width, theme, words },
      lit: NONE,
      selectedPartners: filter.partner,
      selectedTopics: filter.topic,
      pointed: null,
    });
    return {
      element: <TopicsMatrix geometry={geometry} theme={theme} label={text.alt.short} />,
      width: geometry.width,
      height: geometry.height,
    };
  },
  rows: (answer) => answer.topics.length,
  tells: false,
};
