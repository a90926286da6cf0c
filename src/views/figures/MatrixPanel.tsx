import { type ReactNode, useMemo, useState } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import { TopicsFigure } from "#charts/topics/TopicsFigure.tsx";
import { describeTopics } from "#charts/topics/topics.describe.ts";
import { toggled } from "#model/filter.ts";
import type { MatrixAnswer } from "#model/questions.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useLightUp, useLit } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { useWidth } from "../state/measure.ts";
import { useQuestion } from "../state/question.ts";

/** Numbers drawn before the reader asks for more, and how many more come then; never fewer partners than a few. */
const FIRST = 260;
const MORE = 800;
const FEW = 6;

/** The matrix of the partners met most, as many as the limit has cells for. */
const foremost = (answer: MatrixAnswer, limit: number): MatrixAnswer => {
  const width = answer.topics.length;
  const partners = answer.partners.slice(0, Math.max(FEW, Math.floor(limit / Math.max(1, width))));
  if (partners.length === answer.partners.length) return answer;
  const cells = partners.length * width;
  return { ...answer, partners, cells: answer.cells.slice(0, cells), events: answer.events.slice(0, cells) };
};

/** Who talks to whom about what: a number is a filter by its partner and its topic. */
export const MatrixPanel = (): ReactNode => {
  const { filter, toggle, setFilter } = useAddress();
  const { words, theme } = useLook();
  const { data } = useQuestion("matrix", filter);
  const lit = useLit();
  const light = useLightUp();
  const [ref, width] = useWidth();
  const text = useMemo(() => (data ? lazily(() => describeTopics(data, words)) : null), [data, words]);
  const [limit, setLimit] = useState(FIRST);
  const drawn = useMemo(() => data && foremost(data, limit), [data, limit]);
  const left = (data?.partners.length ?? 0) - (drawn?.partners.length ?? 0);
  const empty = data !== undefined && (data.partners.length === 0 || data.topics.length === 0);
  const both = (partner: string, topic: string): void => {
    const chosen = filter.partner.includes(partner) && filter.topic.includes(topic);
    const missing = (key: "partner" | "topic", value: string): boolean => chosen || !filter[key].includes(value);
    const first = missing("partner", partner) ? toggled(filter, "partner", partner) : filter;
    setFilter(missing("topic", topic) ? toggled(first, "topic", topic) : first);
  };
  return (
    <Panel title={words.page.matrix} hint={words.page.matrixHint} text={text}>
      {empty ? <EmptyState text={words.page.emptyBody} /> : null}
      <div ref={ref}>
        {drawn && width && !empty ? (
          <TopicsFigure
            answer={drawn}
            words={words}
            theme={theme}
            width={width}
            lit={lit}
            onLit={light}
            selectedPartners={filter.partner}
            selectedTopics={filter.topic}
            onCell={both}
            onPartner={(id) => toggle("partner", id)}
            onTopic={(id) => toggle("topic", id)}
          />
        ) : null}
      </div>
      {left > 0 ? (
        <Button variant="link" onClick={() => setLimit(limit + MORE)}>
          {words.page.moreOf(left)}
        </Button>
      ) : null}
    </Panel>
  );
};
