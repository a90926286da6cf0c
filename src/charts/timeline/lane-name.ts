import type { Lanes, TimelineLane } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";

/** A lane in words: a type's code, the events without any value and those put together have no name of their own. */
export const laneName = (lane: Pick<TimelineLane, "id" | "label">, lanes: Lanes, words: Words): string => {
  if (lane.id === "~rest") return words.timeline.rest;
  if (lane.id === "~none") return words.timeline.without[lanes];
  return lanes === "type" ? words.timeline.typeLane(lane.label) : lane.label;
};
