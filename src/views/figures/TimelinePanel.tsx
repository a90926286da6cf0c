import { type ReactNode, startTransition, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import { type TimelineControls, TimelineFigure } from "#charts/timeline/TimelineFigure.tsx";
import { describeTimeline } from "#charts/timeline/timeline.describe.ts";
import { formatWindow, parseWindow } from "#charts/timeline/window-text.ts";
import { own } from "#lib/own.ts";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import { type DayWindow, LANES, type Lanes } from "#model/questions.ts";
import { asLanes } from "#model/url.ts";
import { Button, IconButton } from "#ui/Button.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { useMedia } from "#ui/useMedia.ts";
import { Panel } from "../page/Panel.tsx";
import { useAddress, useWindowText } from "../state/address.tsx";
import { mentioned, timelineQuestion } from "../state/first.ts";
import { useLightUp, useLit } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { usePanelWidth, useViewport } from "../state/measure.tsx";
import { NO_NAMES, useNamesAhead, useNamesOnce } from "../state/names.ts";
import { useQuestion } from "../state/question.ts";

interface Passing {
  readonly text: string | null;
  readonly from: string | null;
  readonly filter: Filter;
}

/** When they met, in lanes; the zoom is in the address and fits what is filtered until the reader zooms. */
export const TimelinePanel = (): ReactNode => {
  const { filter, view, isTurning, setView, toggle } = useAddress();
  const { words, theme, reducedMotion } = useLook();
  const [windowText, setWindowText] = useWindowText();
  const width = usePanelWidth();
  const controls = useRef<TimelineControls>(null);
  const lit = useLit();
  const light = useLightUp();
  const lanes = asLanes(view.lanes);
  // Where a hand is moving the window to, on its way from what the address says: that follows when the hand rests.
  const [passing, setPassing] = useState<Passing | null>(null);
  const text = passing?.from === windowText && passing.filter === filter ? passing.text : windowText;
  const next = useMemo(() => (text === null ? null : parseWindow(text)), [text]);
  // While the page turns to another filter the window before stands: the next one belongs to the next rows.
  const now = useRef(next);
  if (!isTurning()) now.current = next;
  const window = now.current;
  const viewport = useViewport();
  const question = timelineQuestion(lanes, window, viewport);
  const askNames = useNamesAhead();
  const { data, isPlaceholderData } = useQuestion("timeline", filter, [question], {
    rest: [{ ...question, window: next }],
    follow: (answer) => askNames(mentioned(answer)),
  });
  // The figure turns to a window together with its rows: until they are there it moves what it has.
  const answered = useRef(window);
  if (!isPlaceholderData) answered.current = window;
  const fitted = answered.current;
  const found = useNamesOnce(
    NO_FILTER,
    useMemo(() => (data ? mentioned(data) : []), [data]),
  );
  const present = useMemo(
    () => ({ filter, lanes, answer: data, window: fitted, names: found }),
    [filter, lanes, data, fitted, found],
  );
  // What is drawn stays until the names for what comes next are there: lanes of density have none, and marks have.
  const named = useRef(present);
  if (present.names !== null || named.current.names === null) named.current = present;
  // Another window of the same rows is drawn between the frames of a hand; another filter with all the other views.
  const later = useDeferredValue(named.current);
  const drawn = later.filter === filter && later.lanes === lanes && later.answer && later.names ? later : present;
  const { answer } = drawn;
  const touch = useMedia("(pointer: coarse)");
  const names = drawn.names ?? NO_NAMES;
  const partnerName = useCallback((id: string) => own(names, id) ?? id, [names]);
  const placeName = useCallback((id: string) => own(names, id) ?? null, [names]);
  const described = useMemo(
    () => (answer ? lazily(() => describeTimeline(answer, { words, lanes, partnerName, placeName })) : null),
    [answer, words, lanes, partnerName, placeName],
  );
  const onWindow = useCallback(
    (next: DayWindow | null, passes = false) => {
      const said = next === null ? null : formatWindow(next);
      if (passes) startTransition(() => setPassing({ text: said, from: windowText, filter }));
      else {
        setPassing(null);
        setWindowText(said);
      }
    },
    [setWindowText, windowText, filter],
  );
  const onOpen = useCallback((id: string | null) => setView({ event: id }), [setView]);
  const onLane = useCallback((id: string) => (id.startsWith("~") ? undefined : toggle(lanes, id)), [toggle, lanes]);
  const lanesControl = useMemo(
    () => (
      <>
        <Segmented<Lanes>
          label={words.page.lanesBy}
          hideLabel
          value={lanes}
          onValue={(next) => setView({ lanes: next })}
          options={LANES.map((id) => ({ id, label: words.page.lanes[id] }))}
        />
        <span className="panel-zoom">
          <IconButton icon="plus" label={words.page.zoomIn} onClick={() => controls.current?.zoomIn()} />
          <IconButton icon="minus" label={words.page.zoomOut} onClick={() => controls.current?.zoomOut()} />
          <Button onClick={() => controls.current?.fit()}>{words.page.fit}</Button>
        </span>
      </>
    ),
    [words, lanes, setView],
  );
  return (
    <Panel
      title={words.page.timeline}
      hint={touch ? words.page.timelineTouchHint : words.page.timelineHint}
      text={described}
      figure="timeline"
      className="timeline-panel"
      controls={lanesControl}
    >
      <div className="timeline-frame">
        {answer && drawn.names ? (
          <TimelineFigure
            answer={answer}
            lanes={lanes}
            window={drawn.window}
            onWindow={onWindow}
            words={words}
            theme={theme}
            width={width}
            lit={lit}
            onLit={light}
            openId={view.event}
            onOpen={onOpen}
            onLane={onLane}
            reducedMotion={reducedMotion}
            partnerName={partnerName}
            placeName={placeName}
            controls={controls}
          />
        ) : null}
      </div>
    </Panel>
  );
};
