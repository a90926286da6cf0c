/** Where an arrow key leads: from mark to mark in time, and from lane to lane. */
import type { DayWindow } from "#model/questions.ts";
import type { TimelineLayout } from "./geometry.ts";

export interface Stop {
  readonly lane: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Position in the order of time. */
  readonly index: number;
}

export type Step = "previous" | "next" | "up" | "down" | "first" | "last";

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

export type KeyAction =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "zoom"; readonly factor: number }
  | { readonly kind: "fit" }
  | { readonly kind: "open" }
  | { readonly kind: "close" };

/** What a key means to the timeline; null for keys that are not its own. */
export const keyAction = (key: string): KeyAction | null => {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step) return { kind: "step", step };
  if (key === "+" || key === "=") return { kind: "zoom", factor: 1 / 1.8 };
  if (key === "-" || key === "_") return { kind: "zoom", factor: 1.8 };
  if (key === "0") return { kind: "fit" };
  if (key === "Enter" || key === " ") return { kind: "open" };
  return key === "Escape" ? { kind: "close" } : null;
};

/** Everything that can take the focus, lane by lane, each lane in order of time. */
export const stopsOf = (layout: TimelineLayout): readonly Stop[] =>
  layout.lanes.flatMap((lane) =>
    [...lane.brackets, ...lane.marks]
      .map(({ mark }): Stop => ({ lane: lane.id, id: mark.id, start: mark.start, end: mark.end, index: mark.index }))
      .sort((a, b) => a.index - b.index),
  );

const inTime = (stops: readonly Stop[], from: Stop, forward: boolean): Stop | null => {
  let best: Stop | null = null;
  for (const stop of stops) {
    const ahead = forward ? stop.index - from.index : from.index - stop.index;
    if (ahead <= 0) continue;
    const before = best ? Math.abs(best.index - from.index) : Number.POSITIVE_INFINITY;
    if (ahead < before || (ahead === before && stop.lane === from.lane)) best = stop;
  }
  return best;
};

const acrossLanes = (layout: TimelineLayout, stops: readonly Stop[], from: Stop, by: 1 | -1): Stop | null => {
  const middle = (stop: Stop): number => (stop.start + stop.end) / 2;
  for (let at = layout.lanes.findIndex((lane) => lane.id === from.lane) + by; ; at += by) {
    const lane = layout.lanes[at];
    if (!lane) return null;
    const own = stops.filter((stop) => stop.lane === lane.id);
    const near = own.reduce<Stop | null>(
      (best, stop) =>
        best && Math.abs(middle(best) - middle(from)) <= Math.abs(middle(stop) - middle(from)) ? best : stop,
      null,
    );
    if (near) return near;
  }
};

/**
 * The stop a step leads to, or null where there is none among those drawn. An event in several lanes counts once in
 * time; the one in the lane one comes from is taken.
 */
export const stepTo = (layout: TimelineLayout, from: Stop | null, step: Step): Stop | null => {
  const stops = stopsOf(layout);
  const byTime = [...stops].sort((a, b) => a.index - b.index);
  if (step === "first" || (!from && step !== "last")) return byTime[0] ?? null;
  if (step === "last" || !from) return byTime[byTime.length - 1] ?? null;
  if (step === "up") return acrossLanes(layout, stops, from, -1);
  if (step === "down") return acrossLanes(layout, stops, from, 1);
  return inTime(stops, from, step === "next");
};

/**
 * Days of the next overview column after (or before) a window with an event that is not among those seen: where to
 * look when a step leads out of what is drawn. Long events that are seen lie in many columns and lead nowhere new.
 * Null where there is none.
 */
export const nextBusyDays = (
  overview: readonly ArrayLike<number>[],
  full: DayWindow,
  window: DayWindow,
  seen: readonly DayWindow[],
  forward: boolean,
): DayWindow | null => {
  const columns = overview[0]?.length ?? 0;
  const days = (full.end + 1 - full.start) / Math.max(1, columns);
  const from = forward
    ? Math.max(0, Math.floor((window.end + 1 - full.start) / days))
    : Math.min(columns - 1, Math.ceil((window.start - full.start) / days) - 1);
  for (let at = from; at >= 0 && at < columns; at += forward ? 1 : -1) {
    const [start, end] = [full.start + at * days, full.start + (at + 1) * days];
    const known = seen.filter((span) => span.start < end && span.end + 1 > start).length;
    if (overview.reduce((sum, counts) => sum + (counts[at] ?? 0), 0) > known) return { start, end: end - 1 };
  }
  return null;
};
