/** Wheel, drag, pinch and double click on the plot, as new windows. */
import { type RefObject, useEffect, useRef } from "react";
import type { DayWindow } from "#model/questions.ts";
import { panBy, pinchTo, sameWindow, widthOf, zoomAt } from "./timeline.controller.ts";

export interface GestureState {
  readonly window: DayWindow;
  readonly bounds: DayWindow;
  /** Where the window's days begin and end on the element, px. */
  readonly left: number;
  readonly right: number;
}

export interface GestureOptions {
  readonly state: () => GestureState;
  readonly follow: (window: DayWindow) => void;
  readonly glide: (window: DayWindow) => void;
  /** Told when a drag begins and ends, so that tooltips keep away. */
  readonly onDrag: (dragging: boolean) => void;
}

const DRAG_FROM = 4;
/** A scroll of the page that was on its way when the plot came under the pointer stays a scroll. */
const SCROLL_PAUSE = 220;

const pixels = (event: WheelEvent, delta: number): number =>
  event.deltaMode === 1 ? delta * 16 : event.deltaMode === 2 ? delta * 400 : delta;

/** The window a turn of the wheel leads to: zoom at the pointer, or a move where it is turned sideways. */
export const wheelWindow = (
  turned: { readonly dx: number; readonly dy: number; readonly shift: boolean; readonly ctrl: boolean },
  share: number,
  { window, bounds, left, right }: GestureState,
): DayWindow => {
  const sideways = turned.shift ? turned.dx || turned.dy : turned.dx;
  if (!turned.ctrl && (turned.shift || Math.abs(turned.dx) > Math.abs(turned.dy)))
    return panBy(window, (sideways * widthOf(window)) / (right - left), bounds);
  const speed = turned.ctrl ? 0.01 : 0.0022;
  return zoomAt(window, Math.exp(Math.max(-240, Math.min(240, turned.dy)) * speed), share, bounds);
};

/**
 * Listens on an element whose inside is the plot. The element wants `touch-action: pan-y`: one finger up and down
 * scrolls the page, sideways moves the window, two fingers zoom.
 */
export const useTimelineGestures = (target: RefObject<HTMLElement | null>, options: GestureOptions): void => {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    const fingers = new Map<number, number>();
    let held: { x: number; window: DayWindow } | null = null;
    let pinched: readonly [number, number] | null = null;
    let dragging = false;
    let dragged = false;
    let current: DayWindow | null = null;
    let scrolled = Number.NEGATIVE_INFINITY;

    const state = (): GestureState => latest.current.state();
    const shareAt = (clientX: number): number => {
      const { left, right } = state();
      return Math.max(0, Math.min(1, (clientX - element.getBoundingClientRect().left - left) / (right - left)));
    };
    const dayAt = (clientX: number): number => {
      const { window } = state();
      return window.start + shareAt(clientX) * widthOf(window);
    };
    const inPlot = (clientX: number): boolean => {
      const x = clientX - element.getBoundingClientRect().left;
      return x >= state().left - 12 && x <= state().right + 12;
    };
    const end = (): void => {
      if (dragging) latest.current.onDrag(false);
      held = null;
      pinched = null;
      dragging = false;
      current = null;
    };

    document.addEventListener(
      "wheel",
      (event) => {
        const outside = !(event.target instanceof Node && element.contains(event.target) && inPlot(event.clientX));
        if (outside) scrolled = event.timeStamp;
      },
      { ...listen, capture: true, passive: true },
    );

    element.addEventListener(
      "wheel",
      (event) => {
        if (!inPlot(event.clientX)) return;
        if (!event.ctrlKey && event.timeStamp - scrolled < SCROLL_PAUSE) {
          scrolled = event.timeStamp;
          return;
        }
        const turned = {
          dx: pixels(event, event.deltaX),
          dy: pixels(event, event.deltaY),
          shift: event.shiftKey,
          ctrl: event.ctrlKey || event.metaKey,
        };
        const next = wheelWindow(turned, shareAt(event.clientX), state());
        if (sameWindow(next, state().window)) {
          if (event.ctrlKey) event.preventDefault();
          return;
        }
        event.preventDefault();
        latest.current.follow(next);
      },
      { ...listen, passive: false },
    );

    element.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button !== 0 || !inPlot(event.clientX)) return;
        fingers.set(event.pointerId, event.clientX);
        dragged = false;
        if (fingers.size === 1) held = { x: event.clientX, window: state().window };
        const [a, b] = [...fingers.values()];
        if (fingers.size === 2 && a !== undefined && b !== undefined) {
          pinched = [dayAt(a), dayAt(b)];
          held = null;
          dragging = true;
          latest.current.onDrag(true);
        }
      },
      listen,
    );

    element.addEventListener(
      "pointermove",
      (event) => {
        if (!fingers.has(event.pointerId)) return;
        fingers.set(event.pointerId, event.clientX);
        const { bounds, left, right } = state();
        if (pinched && fingers.size === 2) {
          const [a = 0, b = 0] = [...fingers.values()];
          latest.current.follow(pinchTo(pinched, [shareAt(a), shareAt(b)], bounds));
          dragged = true;
        } else if (held) {
          const moved = event.clientX - held.x;
          if (!dragging && Math.abs(moved) < DRAG_FROM) return;
          if (!dragging) {
            dragging = true;
            dragged = true;
            element.setPointerCapture(event.pointerId);
            latest.current.onDrag(true);
          }
          current = panBy(held.window, (-moved * widthOf(held.window)) / (right - left), bounds);
          latest.current.follow(current);
        }
      },
      listen,
    );

    for (const over of ["pointerup", "pointercancel"] as const)
      element.addEventListener(
        over,
        (event) => {
          fingers.delete(event.pointerId);
          const [left] = [...fingers.values()];
          if (pinched && left !== undefined) {
            pinched = null;
            held = { x: left, window: state().window };
          } else if (fingers.size === 0) end();
        },
        listen,
      );

    element.addEventListener(
      "click",
      (event) => {
        if (!dragged) return;
        dragged = false;
        event.stopPropagation();
        event.preventDefault();
      },
      { ...listen, capture: true },
    );

    element.addEventListener(
      "dblclick",
      (event) => {
        if (!inPlot(event.clientX) || (event.target instanceof Element && event.target.closest("[data-event]"))) return;
        event.preventDefault();
        const { window, bounds } = state();
        latest.current.glide(zoomAt(window, event.shiftKey ? 2.5 : 1 / 2.5, shareAt(event.clientX), bounds));
      },
      listen,
    );
    return () => stop.abort();
  }, [target]);
};
