import { type ReactNode, useState } from "react";
import { createLit } from "#charts/kit/lit.ts";
import { TimelineFigure } from "#charts/timeline/TimelineFigure.tsx";
import { timeline } from "#figures/of/timeline.tsx";
import { startEmbed } from "../start.tsx";
import type { MovingProps } from "./kind.ts";

const MovingTimeline = (props: MovingProps<"timeline">): ReactNode => {
  const { asked, onChoose, chosen, onWindow, words, theme, width, reducedMotion } = props;
  const [lit] = useState(createLit);
  return (
    <TimelineFigure
      answer={asked.answer}
      lanes={asked.view.lanes}
      window={asked.view.window}
      openId={chosen?.kind === "event" ? chosen.id : null}
      onOpen={(id) => onChoose("event", id)}
      onLit={lit.set}
      partnerName={(id) => asked.names[id] ?? id}
      placeName={(id) => asked.names[id] ?? null}
      pixelRatio={window.devicePixelRatio}
      {...{ lit, onWindow, words, theme, width, reducedMotion }}
    />
  );
};

startEmbed({ name: "timeline", definition: timeline, Moving: MovingTimeline, zooms: true });
