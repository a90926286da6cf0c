import { type ReactNode, useMemo, useState } from "react";
import { createLit } from "#charts/kit/lit.ts";
import { TimelineFigure } from "#charts/timeline/TimelineFigure.tsx";
import { timeline } from "#figures/of/timeline.tsx";
import { startEmbed } from "../start.tsx";
import type { MovingProps } from "./kind.ts";

const MovingTimeline = (props: MovingProps<"timeline">): ReactNode => {
  const { asked, onChoose, chosen, onWindow, theme, width, reducedMotion } = props;
  const [lit] = useState(createLit);
  const { lanes } = asked.view;
  const words = useMemo(() => {
    const { timeline } = props.words;
    return { ...props.words, timeline: { ...timeline, laneSentence: timeline.laneChoosing } };
  }, [props.words]);
  return (
    <TimelineFigure
      answer={asked.answer}
      lanes={lanes}
      window={asked.view.window}
      openId={chosen?.kind === "event" ? chosen.id : null}
      // Escape lets go of whatever is chosen, of lanes too, further out.
      onOpen={(id) => id !== null && onChoose("event", id)}
      onLit={lit.set}
      // A type is no record, and the lanes of those without one and of all others (`~none`, `~rest`) are of nobody.
      {...(lanes === "type" ? {} : { onLane: (id: string) => !id.startsWith("~") && onChoose(lanes, id) })}
      partnerName={(id) => asked.names[id] ?? id}
      placeName={(id) => asked.names[id] ?? null}
      pixelRatio={window.devicePixelRatio}
      {...{ lit, onWindow, words, theme, width, reducedMotion }}
    />
  );
};

startEmbed({ name: "timeline", definition: timeline, Moving: MovingTimeline, zooms: true });
