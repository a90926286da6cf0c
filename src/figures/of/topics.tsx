import { TopicsMatrix } from "#charts/topics/TopicsMatrix.tsx";
import { describeTopics } from "#charts/topics/topics.describe.ts";
import { layoutTopics } from "#charts/topics/topics.layout.ts";
import type { Definition } from "../definition.ts";

const NONE: ReadonlySet<string> = new Set();

export const topics: Definition<"topics"> = {
  ask: (store, filter) => store.matrix(filter),
  mentions: () => [],
  describe: (answer, { words }) => describeTopics(answer, words),
  draw: (answer, { words, theme, width, filter, text }) => {
    const geometry = layoutTopics(answer, {
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
  rows: () => 0,
  tells: false,
};
