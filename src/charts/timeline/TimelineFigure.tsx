import { type JSX, memo, type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from "react";
import { type Lit, useLitAs } from "#charts/kit/lit.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { DayWindow, Lanes, TimelineAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { DensityCanvas } from "./DensityCanvas.tsx";
import { Legend } from "./Legend.tsx";
import { layoutLegend } from "./legend.layout.ts";
import { OverviewStrip } from "./OverviewStrip.tsx";
import type { OverviewLayout } from "./overview.layout.ts";
import { Timeline } from "./Timeline.tsx";
import { Tooltip } from "./Tooltip.tsx";
import { boundsOf, sameWindow, widthOf, zoomAt } from "./timeline.controller.ts";
import { shortText } from "./timeline.describe.ts";
import { layoutTimeline } from "./timeline.layout.ts";
import { useFloors } from "./useFloors.ts";
import { useFocus } from "./useFocus.ts";
import { usePicture } from "./usePicture.ts";
import { usePointing } from "./usePointing.ts";
import { useTimelineGestures } from "./useTimelineGestures.ts";
import { useTimelineWindow } from "./useTimelineWindow.ts";
import { wholeDays } from "./window-text.ts";
import "./timeline.css";

/** What buttons outside of the figure can ask of it. */
export interface TimelineControls {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Shows all that matches. */
  readonly fit: () => void;
}

export interface TimelineFigureProps {
  readonly answer: TimelineAnswer;
  /** From the address, in whole days; null fits what matches. */
  readonly window: DayWindow | null;
  /**
   * Told of the window on the screen, in whole days; null for the fit.
   * @param passing true while a hand moves it on: where it rests follows
   */
  readonly onWindow: (window: DayWindow | null, passing?: boolean) => void;
  readonly lanes: Lanes;
  readonly words: Words;
  readonly theme: Theme;
  readonly width: number;
  readonly lit: Lit;
  readonly onLit: (ids: readonly string[] | null) => void;
  readonly openId: string | null;
  /** An event to open, or null to close. */
  readonly onOpen: (id: string | null) => void;
  /** A lane's name was pressed; absent where lanes filter nothing. */
  readonly onLane?: (id: string) => void;
  readonly reducedMotion: boolean;
  readonly partnerName: (id: string) => string;
  readonly placeName?: (id: string) => string | null;
  /** Device pixels a px, for the canvas under dense lanes. */
  readonly pixelRatio?: number;
  readonly controls?: Ref<TimelineControls>;
}

const STEP = 1.8;
/** Marks are elements of the page, and all of it together may have some thousands. */
const MARKS_ON_PAGE = 120;
const none = (): null => null;

/**
 * The timeline of the page: plot, overview with its frame, key, tooltip; wheel, drag, pinch and keyboard. Drawn again
 * only for another value: a page has other reasons to be drawn while a hand moves.
 */
export const TimelineFigure = memo(function TimelineFigure(props: TimelineFigureProps): JSX.Element {
  const { answer, words, theme, width, lanes, lit, openId, onWindow, onLane, partnerName } = props;
  const placeName = props.placeName ?? none;
  const plot = useRef<HTMLDivElement>(null);
  const strip = useRef<SVGSVGElement>(null);
  const overview = useRef<OverviewLayout>(null);
  const [dragging, setDragging] = useState(false);

  const target = props.window ?? answer.window;
  const { shown, now, follow, glide, onDrawn } = useTimelineWindow({
    target,
    answer,
    onWindow,
    reducedMotion: props.reducedMotion,
  });
  const bounds = useMemo(() => boundsOf(answer.full, answer.extent, target), [answer.full, answer.extent, target]);
  const { floors, learn, legendFloor } = useFloors(answer, width, lanes);
  const layout = useMemo(
    () => layoutTimeline(answer, { width, words, lanes, window: shown, floors, markBudget: MARKS_ON_PAGE }),
    [answer, width, words, lanes, shown, floors],
  );
  learn(layout);
  const legend = useMemo(() => layoutLegend(layout, words, partnerName), [layout, words, partnerName]);
  const label = useMemo(() => shortText(answer, { words, lanes }), [answer, words, lanes]);

  const zoom = (factor: number, day?: number): void => {
    const share = day === undefined ? 0.5 : Math.max(0, Math.min(1, (day - shown.start) / widthOf(shown)));
    glide(zoomAt(shown, factor, share, bounds));
  };
  usePicture(plot, strip, { layout, overview, bounds }, (move) => onDrawn(move, shown));
  const fit = useCallback(() => onWindow(null), [onWindow]);
  useImperativeHandle(props.controls, () => ({ zoomIn: () => zoom(1 / STEP), zoomOut: () => zoom(STEP), fit }));

  const settled = sameWindow(wholeDays(answer.window), wholeDays(shown));
  const { focus, choose, step, laneFocus, focusLane } = useFocus({
    root: plot,
    answer,
    layout,
    window: shown,
    bounds,
    settled,
    glide,
  });
  const { hover, show, keep, leave, handlers } = usePointing({
    ...{ plot, layout, dragging, openId, onLane, choose, laneFocus },
    onLit: props.onLit,
    onOpen: props.onOpen,
    enter: (day) => zoom(0.3, day),
    act: (action) => {
      if (action.kind === "step") step(action.step);
      else if (action.kind === "zoom") zoom(action.factor, focus ? (focus.start + focus.end + 1) / 2 : undefined);
      else onWindow(null);
    },
  });
  useTimelineGestures(plot, {
    state: () => ({ window: now(), bounds, left: layout.axis.left, right: layout.axis.right }),
    follow,
    glide,
    onDrag: (drags) => {
      setDragging(drags);
      if (drags) show(null);
    },
  });

  const named = onLane !== undefined;
  const interaction = useMemo(
    () => ({ lit, openId, focus, focusLane: named ? focusLane : null }),
    [lit, openId, focus, named, focusLane],
  );
  const fading = useLitAs(lit, (now) => now.size > 0);
  const dense = layout.lanes.some((lane) => lane.density !== null);
  return (
    <div style={{ width }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of marks within a drawing is no fieldset */}
      <div
        ref={plot}
        role="group"
        className={fading ? "timeline-lit" : undefined}
        aria-label={words.timeline.keys}
        tabIndex={focus ? -1 : 0}
        style={{
          position: "relative",
          touchAction: "pan-y",
          userSelect: "none",
          cursor: dragging ? "grabbing" : undefined,
        }}
        {...handlers}
      >
        {dense ? <DensityCanvas layout={layout} theme={theme} ratio={props.pixelRatio ?? 1} /> : null}
        <Timeline {...{ layout, theme, words, label, partnerName, placeName }} interaction={interaction} />
        {hover && !dragging ? (
          <Tooltip
            {...{ hit: hover, theme, words, width, partnerName, placeName }}
            height={layout.height}
            onEnter={keep}
            onLeave={leave}
          />
        ) : null}
      </div>
      <div style={{ touchAction: "pan-y", marginTop: 8 }}>
        <OverviewStrip
          {...{ answer, words, theme, width, shown, bounds, now, follow, glide }}
          left={layout.plot.left}
          svg={strip}
          drawn={overview}
        />
      </div>
      <div style={{ minHeight: legendFloor(legend.height) }}>
        <Legend layout={legend} theme={theme} words={words} />
      </div>
    </div>
  );
});
