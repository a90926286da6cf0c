/** Heights that lanes keep, so that zooming in never moves what stands below the timeline. */
import { useRef } from "react";
import type { Lanes, TimelineAnswer } from "#model/questions.ts";
import type { TimelineLayout } from "./geometry.ts";

/** Lanes only grow while the same rows are looked at in the same width; another filter begins anew. */
export const useFloors = (answer: TimelineAnswer, width: number, lanes: Lanes) => {
  const key = `${lanes} ${width} ${answer.lanes.map((lane) => `${lane.id}:${lane.count}`).join(" ")}`;
  const kept = useRef<{ key: string; known: Map<string, number> }>({ key, known: new Map() });
  if (kept.current.key !== key) kept.current = { key, known: new Map() };
  const { known } = kept.current;
  return {
    floors: known,
    learn: (layout: TimelineLayout): void => {
      for (const lane of layout.lanes) known.set(lane.id, Math.max(known.get(lane.id) ?? 0, lane.height));
    },
  };
};
