/** Keyboard focus that roams over marks in time, also beyond what is drawn. */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DayWindow, TimelineAnswer } from "#model/questions.ts";
import type { TimelineLayout } from "./geometry.ts";
import { reveal, widthOf, zoomAt } from "./timeline.controller.ts";
import { nextBusyDays, type Step, type Stop, stepTo, stopsOf } from "./timeline.keys.ts";

interface Pending {
  readonly step: Step;
  readonly from: Stop | null;
  readonly tries: number;
}

export interface FocusOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly answer: TimelineAnswer;
  readonly layout: TimelineLayout;
  readonly window: DayWindow;
  readonly bounds: DayWindow;
  /** True once what is drawn is what was asked for. */
  readonly settled: boolean;
  readonly glide: (window: DayWindow) => void;
}

const TRIES = 12;
/** Days within which a lane that is still dense is left as it is. */
const NEAR_DAYS = 14;

/**
 * Where to look before a step can be taken: at an end of time, nearer where events are drawn as density and so have
 * no marks to step to, or in the next busy days. Null where `next` is the one, or nothing is left.
 */
export const lookFor = (
  { step, from }: Pick<Pending, "step" | "from">,
  next: Stop | null,
  { answer, layout, window, bounds }: Pick<FocusOptions, "answer" | "layout" | "window" | "bounds">,
): DayWindow | null => {
  const { extent, overview, full } = answer;
  if (step === "first" && window.start > extent.start)
    return reveal(window, { start: extent.start, end: extent.start }, bounds);
  if (step === "last" && window.end < extent.end) return reveal(window, { start: extent.end, end: extent.end }, bounds);
  const dense = layout.lanes.some((lane) => lane.density !== null);
  if (dense && step !== "up" && step !== "down" && widthOf(window) > NEAR_DAYS) {
    const away = step === "last" ? Math.min(extent.end, window.end) : Math.max(extent.start, window.start);
    const day = from && step !== "first" && step !== "last" ? (from.start + from.end) / 2 : away;
    return zoomAt(window, 0.25, Math.max(0, Math.min(1, (day - window.start) / widthOf(window))), bounds);
  }
  if (next || (step !== "next" && step !== "previous")) return null;
  const seen = [...new Map(stopsOf(layout).map((stop) => [stop.id, stop])).values()];
  const counts = [overview.held, overview.announced, overview.recalled];
  const days = nextBusyDays(counts, full, window, seen, step === "next");
  return days && reveal(window, days, bounds);
};

export const useFocus = (options: FocusOptions) => {
  const { root, layout, settled } = options;
  const [chosen, setChosen] = useState<Stop | null>(null);
  const [lane, setLane] = useState<string | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);

  const stops = useMemo(() => stopsOf(layout), [layout]);
  const focus = stops.find((stop) => stop.id === chosen?.id && stop.lane === chosen.lane) ?? stops[0] ?? null;

  const moveTo = useCallback(
    (stop: Stop): void => {
      setChosen(stop);
      requestAnimationFrame(() => {
        const marks = root.current?.querySelectorAll<SVGElement>("[data-event]") ?? [];
        [...marks]
          .find((mark) => mark.getAttribute("data-event") === stop.id && mark.getAttribute("data-lane") === stop.lane)
          ?.focus();
      });
    },
    [root],
  );

  const go = (asked: Pending): void => {
    const next = stepTo(layout, asked.from, asked.step);
    const elsewhere = asked.tries > 0 ? lookFor(asked, next, options) : null;
    if (elsewhere) {
      setPending({ ...asked, tries: asked.tries - 1 });
      options.glide(elsewhere);
      return;
    }
    setPending(null);
    if (!next) return;
    moveTo(next);
    const shown = reveal(options.window, { start: next.start, end: next.end }, options.bounds);
    if (shown !== options.window && next.end - next.start < widthOf(options.window)) options.glide(shown);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: tried again only when a new drawing has settled
  useEffect(() => {
    if (pending && settled) go(pending);
  }, [settled, options.answer]);

  // A mark that has the focus may leave the drawing; the keys should still find the timeline then.
  const inside = useRef(false);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const enter = (): void => {
      inside.current = true;
    };
    const leave = (event: FocusEvent): void => {
      if (event.relatedTarget !== null || (event.target instanceof Node && element.contains(event.target)))
        inside.current = false;
    };
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    return () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  }, [root]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new drawing may have dropped the mark
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [layout, root]);

  const laneFocus = (id: string, key: string): boolean => {
    const at = layout.lanes.findIndex((lane) => lane.id === id);
    const first = stops.find((stop) => stop.lane === id);
    if (key === "ArrowRight" && first) {
      moveTo(first);
      return true;
    }
    const next = layout.lanes[key === "ArrowDown" ? at + 1 : key === "ArrowUp" ? at - 1 : -1];
    if (!next) return false;
    setLane(next.id);
    const names = root.current?.querySelectorAll<SVGElement>("[data-lane-name]") ?? [];
    [...names].find((name) => name.getAttribute("data-lane-name") === next.id)?.focus();
    return true;
  };

  return {
    focus,
    laneFocus,
    focusLane: layout.lanes.find((row) => row.id === lane)?.id ?? layout.lanes[0]?.id ?? null,
    choose: setChosen,
    step: (step: Step): void => go({ step, from: chosen ? (focus ?? chosen) : null, tries: TRIES }),
  };
};
