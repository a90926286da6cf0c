/** Keyboard focus that roams over marks in time, also beyond what is drawn. */
import { type RefObject, useCallback, useEffect, useState } from "react";
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

/** Where to look for the stop a step asks for, when it is not among those drawn. Null where there is nothing. */
export const lookFor = (
  { step, from }: Pick<Pending, "step" | "from">,
  { answer, layout, window, bounds }: Pick<FocusOptions, "answer" | "layout" | "window" | "bounds">,
): DayWindow | null => {
  const dense = layout.lanes.some((lane) => lane.density !== null);
  const { extent } = answer;
  if (step === "first" && window.start > extent.start + 1)
    return reveal(window, { start: extent.start, end: extent.start }, bounds);
  if (step === "last" && window.end < extent.end - 1)
    return reveal(window, { start: extent.end, end: extent.end }, bounds);
  if (dense && widthOf(window) > 14) {
    const day = from
      ? (from.start + from.end) / 2
      : step === "last"
        ? extent.end
        : Math.max(extent.start, window.start);
    return zoomAt(window, 0.25, Math.max(0, Math.min(1, (day - window.start) / widthOf(window))), bounds);
  }
  if (step !== "next" && step !== "previous") return null;
  const { held, announced, recalled } = answer.overview;
  const days = nextBusyDays([held, announced, recalled], answer.full, window, step === "next");
  return days && reveal(window, days, bounds);
};

export const useFocus = (options: FocusOptions) => {
  const { root, layout, settled } = options;
  const [chosen, setChosen] = useState<Stop | null>(null);
  const [lane, setLane] = useState<string | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);

  const stops = stopsOf(layout);
  const focus = stops.find((stop) => stop.id === chosen?.id && stop.lane === chosen.lane) ?? stops[0] ?? null;

  const moveTo = useCallback(
    (stop: Stop): void => {
      setChosen(stop);
      requestAnimationFrame(() => {
        const [id, row] = [CSS.escape(stop.id), CSS.escape(stop.lane)];
        root.current?.querySelector<SVGElement>(`[data-event="${id}"][data-lane="${row}"]`)?.focus();
      });
    },
    [root],
  );

  const go = (asked: Pending): void => {
    const { from, step, tries } = asked;
    const next = stepTo(layout, from, step);
    const away = step === "first" || step === "last" ? lookFor(asked, options) : null;
    if (next && !away) {
      setPending(null);
      moveTo(next);
      const shown = reveal(options.window, { start: next.start, end: next.end }, options.bounds);
      if (shown !== options.window && next.end - next.start < widthOf(options.window)) options.glide(shown);
      return;
    }
    const elsewhere = away ?? lookFor(asked, options);
    if (!elsewhere || tries <= 0) {
      setPending(null);
      return;
    }
    setPending({ ...asked, tries: tries - 1 });
    options.glide(elsewhere);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: tried again only when a new drawing has settled
  useEffect(() => {
    if (pending && settled) go(pending);
  }, [settled, options.answer]);

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
    root.current?.querySelector<SVGElement>(`[data-lane-name="${CSS.escape(next.id)}"]`)?.focus();
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
