import { type ReactNode, useMemo } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import { TopicsFigure } from "#charts/topics/TopicsFigure.tsx";
import { describeTopics } from "#charts/topics/topics.describe.ts";
import { toggled } from "#model/filter.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { usePrinting } from "#ui/useMedia.ts";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useLightUp, useLit } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { usePanelWidth } from "../state/measure.tsx";
import { useQuestion } from "../state/question.ts";

/** Beside ten other panels a matrix shows its foremost part; the rest is one press away, and all of it on paper. */
const WHOLE = 160;

/** Who talks to whom about what: a number is a filter by its partner and its topic. */
export const MatrixPanel = (): ReactNode => {
  const { filter, toggle, setFilter } = useAddress();
  const { words, theme } = useLook();
  const { data } = useQuestion("matrix", filter);
  const lit = useLit();
  const light = useLightUp();
  const width = usePanelWidth();
  const printing = usePrinting();
  const text = useMemo(() => (data ? lazily(() => describeTopics(data, words)) : null), [data, words]);
  const empty = data !== undefined && (data.partners.length === 0 || data.topics.length === 0);
  const both = (partner: string, topic: string): void => {
    const chosen = filter.partner.includes(partner) && filter.topic.includes(topic);
    const missing = (key: "partner" | "topic", value: string): boolean => chosen || !filter[key].includes(value);
    const first = missing("partner", partner) ? toggled(filter, "partner", partner) : filter;
    setFilter(missing("topic", topic) ? toggled(first, "topic", topic) : first);
  };
  return (
    <Panel title={words.page.matrix} hint={words.page.matrixHint} text={text} figure="topics">
      {empty ? (
        <div data-figure="topics">
          <EmptyState text={words.page.emptyBody} />
        </div>
      ) : null}
      {data && !empty ? (
        <TopicsFigure
          answer={data}
          words={words}
          theme={theme}
          width={width}
          {...(printing ? {} : { whole: WHOLE })}
          lit={lit}
          onLit={light}
          selectedPartners={filter.partner}
          selectedTopics={filter.topic}
          onCell={both}
          onPartner={(id) => toggle("partner", id)}
          onTopic={(id) => toggle("topic", id)}
        />
      ) : null}
    </Panel>
  );
};
