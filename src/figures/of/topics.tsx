import { TopicsMatrix } from "#charts/topics/TopicsMatrix.tsx";
import { describeTopics } from "#charts/topics/topics.describe.ts";
import { layoutTopics } from "#charts/topics/topics.layout.ts";
import type { MatrixAnswer } from "#model/questions.ts";
import type { Definition } from "../definition.ts";

const NONE: ReadonlySet<string> = new Set();

/** The topics spoken about most, in the order they had. */
const foremost = (answer: MatrixAnswer, rows: number): MatrixAnswer => {
  const { topics, partners, cells, events } = answer;
  if (topics.length <= rows) return answer;
  const ranked = topics
    .map((topic, at) => ({ at, count: topic.count }))
    .sort((a, b) => b.count - a.count || a.at - b.at);
  const kept = ranked
    .slice(0, rows)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const places = partners.flatMap((_, row) => kept.map((at) => row * topics.length + at));
  return {
    partners,
    topics: kept.flatMap((at) => topics[at] ?? []),
    cells: Uint32Array.from(places, (place) => cells[place] ?? 0),
    events: places.map((place) => events[place] ?? []),
  };
};

export const topics: Definition<"topics"> = {
  ask: (store, filter) => store.matrix(filter),
  mentions: () => [],
  describe: (answer, { words }) => describeTopics(answer, words),
  draw: (answer, { words, theme, width, rows, filter, text }) => {
    const geometry = layoutTopics(foremost(answer, rows), {
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
