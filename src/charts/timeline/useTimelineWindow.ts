/**
 * Three windows that are mostly one: the page's, in whole days, from the address; the one laid out; and the one on the
 * screen, a little ahead of both under a hand, or on its way to them in a glide. The page is told of a hand's window, and
 * the drawing laid out for it, when the hand rests or has left the drawing behind; in between the picture is moved.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { DayWindow, TimelineAnswer } from "#model/questions.ts";
import { uncovered } from "./moving.layout.ts";
import { betweenWindows, sameWindow } from "./timeline.controller.ts";
import { formatWindow, wholeDays } from "./window-text.ts";

const GLIDE_MS = 320;
/** On a busy machine a glide takes longer rather than fewer frames. */
const STRIDE_MS = 80;
/** After so long without a movement, what was said before no longer counts as an echo. */
const ECHO_MS = 500;
/** A hand that has not moved for so long rests. */
const REST_MS = 90;
/** While it moves: the least and the most between two looks at the page, and how much may stay empty until then. */
const LEAST_MS = 250;
const MOST_MS = 2_000;
const EMPTY = 0.35;
/** What a look brings is on the screen after about so long: a hand that would be past it by then is not looked after. */
const CHASE_MS = 120;
/** How far a hand is from the page: under way, at rest until the page has answered, or off it. */
type Hand = "moves" | "rests" | "off";

export interface MovingWindow {
  /** What is laid out. */
  readonly shown: DayWindow;
  /** What is on the screen. */
  readonly now: () => DayWindow;
  /** Follows a hand. */
  readonly follow: (next: DayWindow) => void;
  /** Goes to a window smoothly, or at once where motion is unwelcome. */
  readonly glide: (next: DayWindow) => void;
  /** To be called when a layout has been drawn, with what moves it, and the window it was laid out for. */
  readonly onDrawn: (move: (window: DayWindow) => void, window: DayWindow) => void;
}

export interface WindowOptions {
  readonly target: DayWindow;
  readonly answer: TimelineAnswer;
  /** `passing` while a hand moves on: where it rests is said without. */
  readonly onWindow: (next: DayWindow, passing: boolean) => void;
  readonly reducedMotion: boolean;
}

interface Way {
  readonly from: DayWindow;
  readonly to: DayWindow;
  /** Ms of the glide so far, and when the last frame began; null before the first. */
  spent: number;
  last: number | null;
}

interface Drawing {
  readonly move: (window: DayWindow) => void;
  readonly window: DayWindow;
}

/** Where a hand was, and when: ms. */
interface Step {
  readonly at: number;
  readonly window: DayWindow;
}

export const useTimelineWindow = ({ target, answer, onWindow, reducedMotion }: WindowOptions): MovingWindow => {
  const [state, setState] = useState({ target, answer, shown: target });
  const live = useRef(target);
  const hand = useRef<Hand>("off");
  const way = useRef<Way | null>(null);
  const drawing = useRef<Drawing | null>(null);
  const frame = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const looked = useRef(0);
  const said = useRef<string[]>([]);
  const spoken = useRef(0);
  const passing = useRef(false);
  const trail = useRef<readonly Step[]>([]);
  const tell = useRef(onWindow);
  const still = useRef(reducedMotion);
  useEffect(() => {
    tell.current = onWindow;
    still.current = reducedMotion;
  });

  /** @returns whether it was news to the page */
  const say = useCallback((next: DayWindow, moves = false): boolean => {
    const whole = wholeDays(next);
    const text = formatWindow(whole);
    const at = performance.now();
    const last = said.current[said.current.length - 1];
    if (at - spoken.current > ECHO_MS) said.current = last === undefined ? [] : [last];
    spoken.current = at;
    const known = text === last;
    if (known && passing.current === moves) return false;
    if (!known) said.current.push(text);
    passing.current = moves;
    tell.current(whole, moves);
    return !known;
  }, []);

  let { shown } = state;
  const asked = !sameWindow(state.target, target);
  if (asked || state.answer !== answer) {
    if (asked && !said.current.includes(formatWindow(target))) {
      hand.current = "off";
      shown = target;
    } else if (hand.current !== "off") shown = live.current;
    setState({ target, answer, shown });
  }

  /** One frame for whatever moves. */
  const draw = useCallback((at: number): void => {
    frame.current = 0;
    const going = way.current;
    if (going) {
      going.spent += Math.min(STRIDE_MS, at - (going.last ?? at));
      going.last = at;
      const time = going.spent / GLIDE_MS;
      live.current = betweenWindows(going.from, going.to, time);
      if (time >= 1) way.current = null;
      else frame.current = requestAnimationFrame(draw);
    }
    drawing.current?.move(live.current);
  }, []);
  const soon = useCallback((): void => {
    frame.current ||= requestAnimationFrame(draw);
  }, [draw]);

  const latest = useRef(shown);
  const onDrawn = useCallback(
    (move: (window: DayWindow) => void, window: DayWindow): void => {
      drawing.current = { move, window };
      const to = latest.current;
      if (hand.current === "rests" && sameWindow(live.current, to)) hand.current = "off";
      const off = hand.current === "off";
      if (off && !sameWindow(live.current, to)) {
        if (still.current) live.current = to;
        else if (!way.current || !sameWindow(way.current.to, to)) {
          way.current = { from: live.current, to, spent: 0, last: null };
          soon();
        }
      } else if (off) {
        way.current = null;
        live.current = to;
      }
      if (!sameWindow(live.current, to)) move(live.current);
    },
    [soon],
  );
  latest.current = shown;

  const look = useCallback(
    (moves: boolean): boolean => {
      looked.current = performance.now();
      return say(live.current, moves);
    },
    [say],
  );

  const follow = useCallback(
    (next: DayWindow): void => {
      const at = performance.now();
      if (hand.current === "off") looked.current = at;
      hand.current = "moves";
      way.current = null;
      live.current = next;
      soon();
      clearTimeout(rest.current);
      rest.current = setTimeout(() => {
        hand.current = "rests";
        // Otherwise it is laid out with the page's answer: once, not before and after it.
        if (look(false)) return;
        hand.current = "off";
        setState((before) => ({ ...before, shown: live.current }));
      }, REST_MS);
      trail.current = [...trail.current.filter((step) => at - step.at < CHASE_MS), { at, window: next }];
      const since = at - looked.current;
      const empty = drawing.current ? uncovered(drawing.current.window, next) : 0;
      const behind = uncovered(trail.current[0]?.window ?? next, next);
      if (since > MOST_MS || (since > LEAST_MS && empty > EMPTY && behind < EMPTY)) look(true);
    },
    [look, soon],
  );

  const glide = useCallback(
    (next: DayWindow): void => {
      const whole = wholeDays(next);
      clearTimeout(rest.current);
      hand.current = "off";
      setState((before) => ({ ...before, shown: whole }));
      say(whole);
    },
    [say],
  );

  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      clearTimeout(rest.current);
      // The drawing is taken away under the hand: it rests where it was.
      if (hand.current === "moves") say(live.current);
    },
    [say],
  );

  return { shown, now: useCallback(() => live.current, []), follow, glide, onDrawn };
};
