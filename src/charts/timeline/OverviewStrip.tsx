import { type JSX, memo, type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import type { Theme } from "#charts/kit/theme.ts";
import type { DayWindow, TimelineAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { Overview } from "./Overview.tsx";
import { layoutStrip, type OverviewLayout, withFrame } from "./overview.layout.ts";
import { useBrush } from "./useBrush.ts";

interface Props {
  readonly answer: TimelineAnswer;
  readonly words: Words;
  readonly theme: Theme;
  readonly width: number;
  /** Where the strip begins, px. */
  readonly left: number;
  /** What the frame is drawn around. */
  readonly shown: DayWindow;
  readonly bounds: DayWindow;
  readonly now: () => DayWindow;
  readonly follow: (window: DayWindow) => void;
  readonly glide: (window: DayWindow) => void;
  readonly svg: RefObject<SVGSVGElement | null>;
  /** Where the layout is left for what moves the frame; there before the effects of what draws this run. */
  readonly drawn: RefObject<OverviewLayout | null>;
}

const sameCounts = (a: TimelineAnswer, b: TimelineAnswer): boolean =>
  a.columns === b.columns &&
  a.full.start === b.full.start &&
  a.full.end === b.full.end &&
  (["held", "announced", "recalled"] as const).every((status) => {
    const [before, now] = [a.overview[status], b.overview[status]];
    return before.length === now.length && before.every((count, at) => count === now[at]);
  });

/** The answer before as long as it has the same counts over all of time: another window does not change them. */
const useSameCounts = (answer: TimelineAnswer): TimelineAnswer => {
  const kept = useRef(answer);
  if (kept.current !== answer && !sameCounts(kept.current, answer)) kept.current = answer;
  return kept.current;
};

/**
 * The strip of the page, with a frame to take hold of. A part of its own, so that drawing it and drawing the plot can
 * fall into different frames.
 */
export const OverviewStrip = memo(function OverviewStrip(props: Props): JSX.Element {
  const { words, theme, width, left, shown, bounds, now, follow, glide, svg, drawn } = props;
  const counts = useSameCounts(props.answer);
  const { start, end } = bounds;
  const strip = useMemo(
    () => layoutStrip(counts, { width, left, words, bounds: { start, end } }),
    [counts, width, left, words, start, end],
  );
  const layout = useMemo(() => withFrame(strip, shown), [strip, shown]);
  useLayoutEffect(() => {
    drawn.current = layout;
  }, [drawn, layout]);
  const onKey = useBrush(svg, { layout, now, bounds, follow, glide });
  return <Overview {...{ words, theme, bounds, layout, svg, onKey }} window={shown} />;
});
