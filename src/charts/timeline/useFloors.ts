/** Heights that lanes keep, so that zooming in never moves what stands below the timeline. */
import { useRef } from "react";
import type { Lanes, TimelineAnswer } from "#model/questions.ts";
import type { TimelineLayout } from "./geometry.ts";

/** Lanes only grow while the same rows are looked at in the same width; another filter begins anew. */
export const useFloors = (answer: TimelineAnswer, width: number, lanes: Lanes) => {
  const key = `${lanes} ${width} ${answer.lanes.map((lane) => `${lane.id}:${lane.count}`).join(" ")}`;
  const kept = useRef({ key, known: new Map<string, number>(), legend: 0 });
  if (kept.current.key !== key) kept.current = { key, known: new Map(), legend: 0 };
  const { known } = kept.current;
  return {
    floors: known,
    /** Height of the key so far; it too only grows. */
    legendFloor: (height: number): number => {
      kept.current.legend = Math.max(kept.current.legend, height);
      return kept.current.legend;
    },
    learn: (layout: TimelineLayout): void => {
      for (const lane of layout.lanes) known.set(lane.id, Math.max(known.get(lane.id) ?? 0, lane.height));
    },
  };
};
