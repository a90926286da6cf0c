import { type JSX, memo } from "react";
import { type Lit, useLitAs } from "#charts/kit/lit.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { TimelineMark } from "#model/questions.ts";
import type { LaneRow } from "./geometry.ts";
import { drawBracket, drawLabel, drawMark, type Emphasis } from "./Mark.tsx";

interface Props {
  readonly lane: LaneRow;
  readonly theme: Theme;
  readonly lit: Lit;
  readonly say: (mark: TimelineMark) => string;
  /** The open event, and the one in the tab order, where they are in this lane. */
  readonly openId: string | null;
  readonly focusId: string | null;
}

const BREAK = "\n";

/** A lane of the page: it follows for itself what is lit, so that a hover draws none of the others again. */
export const LiveLane = memo(function LiveLane({ lane, theme, lit, say, openId, focusId }: Props): JSX.Element {
  const { brackets, marks } = lane;
  const lighted = useLitAs(lit, (now) =>
    now.size === 0 ? "" : [...brackets, ...marks].flatMap(({ mark: { id } }) => (now.has(id) ? [id] : [])).join(BREAK),
  );
  const litIds = new Set(lighted.split(BREAK));
  const emphasisOf = (id: string): Emphasis => (id === openId ? "open" : litIds.has(id) ? "lit" : "normal");
  const live = (mark: TimelineMark) => ({
    theme,
    emphasis: emphasisOf(mark.id),
    sentence: say(mark),
    focusable: mark.id === focusId,
    interactive: true,
  });
  const parts = [
    ...brackets.map((placed) => drawBracket({ placed, ...live(placed.mark) })),
    ...marks.map((placed) => drawMark({ placed, ...live(placed.mark) })),
    ...marks.map((placed) => drawLabel(placed, theme, placed.mark.id === openId)),
  ];
  return <g data-lane={lane.id}>{parts}</g>;
});
