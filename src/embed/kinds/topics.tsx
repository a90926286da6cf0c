import { type ReactNode, useState } from "react";
import { createLit } from "#charts/kit/lit.ts";
import { TopicsFigure } from "#charts/topics/TopicsFigure.tsx";
import { topics } from "#figures/of/topics.tsx";
import { startEmbed } from "../start.tsx";
import type { MovingProps } from "./kind.ts";

const MovingTopics = ({ asked, words, theme, width, onChoose }: MovingProps<"topics">): ReactNode => {
  const [lit] = useState(createLit);
  return (
    <TopicsFigure
      answer={asked.answer}
      label={words.topics.gridLabelChoosing}
      selectedPartners={asked.filter.partner}
      selectedTopics={asked.filter.topic}
      onLit={lit.set}
      onPartner={(id) => onChoose("partner", id)}
      onTopic={(id) => onChoose("topic", id)}
      onCell={(partner, id) => onChoose("topic", id, partner)}
      {...{ lit, words, theme, width }}
    />
  );
};

startEmbed({ name: "topics", definition: topics, Moving: MovingTopics });
