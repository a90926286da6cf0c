import { type ReactNode, useState } from "react";
import { MapFigure } from "#charts/map/MapFigure.tsx";
import { map } from "#figures/of/map.tsx";
import { startEmbed } from "../start.tsx";
import type { MovingProps } from "./kind.ts";

const NOTHING: ReadonlySet<string> = new Set();
/** As the still map has it. */
const SHAPE = 0.56;
const LOWEST = 230;

const MovingMap = ({ asked, words, theme, width, height, reducedMotion, onChoose }: MovingProps<"map">): ReactNode => {
  const [lit, setLit] = useState(NOTHING);
  return (
    <MapFigure
      answer={asked.answer}
      height={Math.max(LOWEST, Math.round(height ?? width * SHAPE))}
      onLit={(ids) => setLit(ids?.length ? new Set(ids) : NOTHING)}
      onPlace={(id) => onChoose("place", id)}
      {...{ lit, words, theme, width, reducedMotion }}
    />
  );
};

startEmbed({ name: "map", definition: map, Moving: MovingMap });
