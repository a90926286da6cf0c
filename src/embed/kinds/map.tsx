import { type ReactNode, useState } from "react";
import { createLit } from "#charts/kit/lit.ts";
import { MapFigure } from "#charts/map/MapFigure.tsx";
import { map } from "#figures/of/map.tsx";
import { startEmbed } from "../start.tsx";
import type { MovingProps } from "./kind.ts";

/** As the still map has it. */
const SHAPE = 0.56;
const LOWEST = 230;

const MovingMap = ({ asked, words, theme, width, height, reducedMotion, onChoose }: MovingProps<"map">): ReactNode => {
  const [lit] = useState(createLit);
  return (
    <MapFigure
      answer={asked.answer}
      height={Math.max(LOWEST, Math.round(height ?? width * SHAPE))}
      onLit={lit.set}
      onPlace={(id) => onChoose("place", id)}
      {...{ lit, words, theme, width, reducedMotion }}
    />
  );
};

startEmbed({ name: "map", definition: map, Moving: MovingMap, zooms: true });
