/** The window as it is drawn: what was asked for, or a little ahead of it while a hand or an animation moves it. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { DayWindow } from "#model/questions.ts";
import { betweenWindows, sameWindow } from "./timeline.controller.ts";
import { formatWindow, wholeDays } from "./window-text.ts";

const GLIDE_MS = 320;
/** After so long without a movement, what was said before no longer counts as an echo. */
const ECHO_MS = 500;

export interface MovingWindow {
  readonly shown: DayWindow;
  readonly gliding: boolean;
  /** Follows a hand: at once, said to the page at most once a frame. */
  readonly follow: (next: DayWindow) => void;
  /** Goes to a window smoothly, or at once where motion is unwelcome. */
  readonly glide: (next: DayWindow) => void;
}

interface Motion {
  /** What the page asked for last. */
  readonly target: DayWindow;
  /** Drawn instead of it. */
  readonly live: DayWindow | null;
  readonly way: { readonly from: DayWindow; readonly to: DayWindow } | null;
}

export interface WindowOptions {
  readonly target: DayWindow;
  readonly onWindow: (next: DayWindow) => void;
  readonly reducedMotion: boolean;
}

/**
 * The page holds the window, rounded to days; a hand moves by less than a day. So the finer one is kept here until
 * the page asks for another than it was told.
 */
export const useTimelineWindow = ({ target, onWindow, reducedMotion }: WindowOptions): MovingWindow => {
  const [motion, setMotion] = useState<Motion>({ target, live: null, way: null });
  const said = useRef<string[]>([]);
  const spoken = useRef(0);
  const frame = useRef(0);
  const waiting = useRef<DayWindow | null>(null);
  const tell = useRef(onWindow);
  useEffect(() => {
    tell.current = onWindow;
  }, [onWindow]);

  const say = useCallback((next: DayWindow): void => {
    const whole = wholeDays(next);
    const text = formatWindow(whole);
    const now = performance.now();
    const last = said.current[said.current.length - 1];
    if (now - spoken.current > ECHO_MS) said.current = last === undefined ? [] : [last];
    spoken.current = now;
    if (text === last) return;
    said.current.push(text);
    tell.current(whole);
  }, []);

  let { live, way } = motion;
  if (!sameWindow(motion.target, target)) {
    const echo = said.current.includes(formatWindow(target));
    const before = live ?? motion.target;
    if (echo) live = before;
    else {
      live = reducedMotion ? null : before;
      way = reducedMotion ? null : { from: before, to: target };
    }
    setMotion({ target, live, way });
  }

  const { way: going } = motion;
  useEffect(() => {
    if (!going) return;
    const begin = performance.now();
    let request = 0;
    const draw = (now: number): void => {
      const time = Math.max(0, (now - begin) / GLIDE_MS);
      setMotion((current) =>
        current.way !== going
          ? current
          : { ...current, live: betweenWindows(going.from, going.to, time), way: time < 1 ? going : null },
      );
      if (time < 1) request = requestAnimationFrame(draw);
    };
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, [going]);

  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const follow = useCallback(
    (next: DayWindow): void => {
      waiting.current = next;
      if (frame.current) return;
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        const at = waiting.current;
        if (!at) return;
        setMotion((current) => ({ ...current, live: at, way: null }));
        say(at);
      });
    },
    [say],
  );

  const glide = useCallback(
    (next: DayWindow): void => {
      const whole = wholeDays(next);
      setMotion((current) => {
        const from = current.live ?? current.target;
        return reducedMotion
          ? { ...current, live: whole, way: null }
          : { ...current, live: from, way: { from, to: whole } };
      });
      say(whole);
    },
    [reducedMotion, say],
  );

  return { shown: live ?? target, gliding: way !== null, follow, glide };
};
