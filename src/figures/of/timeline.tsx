import { countedInWindow } from "#charts/timeline/in-window.ts";
import { layoutLegend } from "#charts/timeline/legend.layout.ts";
import { Timeline } from "#charts/timeline/Timeline.tsx";
import { describeTimeline } from "#charts/timeline/timeline.describe.ts";
import { layoutTimeline } from "#charts/timeline/timeline.layout.ts";
import type { TimelineAnswer } from "#model/questions.ts";
import type { Definition, Saying } from "../definition.ts";

/** More events than this in a lane are drawn as density. */
const MARKS = 400;
const LANES = 24;
const COLUMNS = 480;
/** As `Timeline` sets its key below the lanes. */
const KEY_GAP = 12;

const namers = ({ names }: Saying) => ({
  partnerName: (id: string): string => names[id] ?? id,
  placeName: (id: string): string | null => names[id] ?? null,
});

/** Lanes whose marks are events; the rest of a lane limit is put together by the store, not here. */
const firstLanes = (answer: TimelineAnswer, rows: number): TimelineAnswer => ({
  ...answer,
  lanes: answer.lanes.slice(0, rows),
});

export const timeline: Definition<"timeline"> = {
  ask: (store, filter, { lanes, window }) =>
    store.timeline(filter, { lanes, window, columns: COLUMNS, markLimit: MARKS, laneLimit: LANES }),
  mentions: (answer) =>
    answer.lanes.flatMap((lane) => (lane.marks ?? []).flatMap((mark) => [...mark.partners, mark.place ?? ""])),
  behind: () => ({ events: "matching" }),
  describe: (answer, saying) =>
    describeTimeline(answer, { words: saying.words, lanes: saying.view.lanes, ...namers(saying) }),
  draw: (answer, drawing) => {
    const { words, theme, width, view, text } = drawing;
    const shown = view.window === null ? answer : { ...answer, lanes: countedInWindow(answer) };
    const layout = layoutTimeline(firstLanes(shown, drawing.rows), { width, words, lanes: view.lanes });
    const key = layoutLegend(layout, words, namers(drawing).partnerName);
    return {
      element: <Timeline {...{ layout, theme, words, ...namers(drawing) }} label={text.alt.short} legend />,
      width,
      height: layout.height + (key.height ? key.height + KEY_GAP : 0),
    };
  },
  rows: (answer) => answer.lanes.length,
  tells: false,
};
