/** What a timeline's window holds, said and counted apart from all that the filter lets through. */
import type { DayWindow, TimelineAnswer } from "#model/questions.ts";

/** First and last day on which there is something to see: the window without its empty ends. */
export const spanShown = ({ window, extent }: Pick<TimelineAnswer, "window" | "extent">): DayWindow => {
  const start = Math.max(window.start, extent.start);
  const end = Math.min(window.end, extent.end);
  return start <= end ? { start, end } : window;
};

/** Lanes that count the meetings in the window alone; of a lane of density that number is not known, so none has it. */
export const countedInWindow = (answer: TimelineAnswer): TimelineAnswer["lanes"] =>
  answer.lanes.some((lane) => lane.marks === null)
    ? answer.lanes
    : answer.lanes.map((lane) => ({ ...lane, count: (lane.marks ?? []).filter((mark) => mark.counted).length }));
