/** Moving and resizing the overview's frame with a pointer: by its inside, by its ends, or drawn anew beside it. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { axisDay } from "#charts/kit/ticks.ts";
import type { DayWindow } from "#model/questions.ts";
import type { Edge } from "./Overview.tsx";
import { frameOf, type OverviewLayout } from "./overview.layout.ts";
import { clampWindow, MIN_DAYS, panBy, resizeTo, widthOf } from "./timeline.controller.ts";

export interface BrushOptions {
  readonly layout: OverviewLayout;
  /** What the frame stands around now. */
  readonly now: () => DayWindow;
  readonly bounds: DayWindow;
  readonly follow: (window: DayWindow) => void;
  readonly glide: (window: DayWindow) => void;
}

type Grip = "move" | "start" | "end" | "draw";
const CLICK = 4;

/** What is taken hold of at a place of the strip; ends reach a finger's width outward, less inward. */
export const gripAt = (layout: Pick<OverviewLayout, "window">, x: number): Grip => {
  const { x0, x1 } = layout.window;
  const inward = Math.min(8, (x1 - x0) / 3);
  if (x > x0 - 12 && x < x0 + inward) return "start";
  if (x > x1 - inward && x < x1 + 12) return "end";
  return x >= x0 && x <= x1 ? "move" : "draw";
};

/** The frame after a pull from one day to another. */
export const brushed = (grip: Grip, held: DayWindow, from: number, to: number, bounds: DayWindow): DayWindow => {
  if (grip === "move") return panBy(held, to - from, bounds);
  if (grip === "draw") {
    const start = Math.min(from, to);
    return clampWindow({ start, end: Math.max(start + MIN_DAYS, Math.max(from, to)) - 1 }, bounds);
  }
  return resizeTo(held, grip, grip === "start" ? held.start + to - from : held.end + to - from, bounds);
};

/** A key on one end: arrows by a fortieth of the width, Page keys by a quarter, Home and End all the way. */
export const edgeKey = (edge: Edge, key: string, window: DayWindow, bounds: DayWindow): DayWindow | null => {
  const small = Math.max(1, Math.round(widthOf(window) / 40));
  const large = Math.max(1, Math.round(widthOf(window) / 4));
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: -small,
    ArrowDown: -small,
    ArrowRight: small,
    ArrowUp: small,
    PageDown: -large,
    PageUp: large,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return move === undefined ? null : resizeTo(window, edge, window[edge] + move, bounds);
};

export const useBrush = (target: RefObject<SVGSVGElement | null>, options: BrushOptions) => {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    let pull: { grip: Grip; x: number; day: number; held: DayWindow; moved: boolean } | null = null;
    const place = (event: PointerEvent): number => event.clientX - element.getBoundingClientRect().left;

    element.addEventListener(
      "pointerdown",
      (event) => {
        const { layout, now } = latest.current;
        const x = place(event);
        if (event.button !== 0 || x < layout.strip.x - 12 || event.offsetY > layout.strip.height + 4) return;
        element.setPointerCapture(event.pointerId);
        pull = {
          grip: gripAt({ window: frameOf(layout, now()) }, x),
          x,
          day: axisDay(layout.axis, x),
          held: now(),
          moved: false,
        };
      },
      listen,
    );
    element.addEventListener(
      "pointermove",
      (event) => {
        if (!pull) return;
        const x = place(event);
        if (!pull.moved && Math.abs(x - pull.x) < CLICK) return;
        pull.moved = true;
        const { layout, bounds, follow } = latest.current;
        follow(brushed(pull.grip, pull.held, pull.day, axisDay(layout.axis, x), bounds));
      },
      listen,
    );
    element.addEventListener(
      "pointerup",
      () => {
        const { bounds, glide } = latest.current;
        if (pull && !pull.moved && pull.grip === "draw")
          glide(panBy(pull.held, pull.day - (pull.held.start + widthOf(pull.held) / 2), bounds));
        pull = null;
      },
      listen,
    );
    const letGo = (): void => {
      pull = null;
    };
    element.addEventListener("pointercancel", letGo, listen);
    return () => stop.abort();
  }, [target]);

  return (edge: Edge, event: KeyboardEvent): void => {
    const { now, bounds, follow, glide } = latest.current;
    const next = edgeKey(edge, event.key, now(), bounds);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    // A key that is held down comes again and again by small steps; a large one is a move of its own.
    if (event.key.startsWith("Arrow")) follow(next);
    else glide(next);
  };
};
