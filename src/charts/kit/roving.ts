/** One stop in the tab order for a whole figure, and arrow keys from mark to mark inside of it. */
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import type { Box } from "./prose.ts";

/** Px sideways weigh less than px ahead: the next line comes before what stands further down. */
const ASIDE = 0.25;
/** Px by which lines may overlap, as rounding has it. */
const SLACK = 1;

const middle = (box: Box): number => box.x + box.width / 2;

/** The place above or below `from` that a reader would go to, or null where there is none. */
const across = (boxes: readonly Box[], from: Box, down: boolean): number | null => {
  let best: { readonly at: number; readonly cost: number } | null = null;
  for (const [at, box] of boxes.entries()) {
    const ahead = down ? box.y - (from.y + from.height) : from.y - (box.y + box.height);
    if (ahead < -SLACK || (down ? box.y <= from.y : box.y >= from.y)) continue;
    const cost = ahead + ASIDE * Math.abs(middle(box) - middle(from));
    if (!best || cost < best.cost) best = { at, cost };
  }
  return best?.at ?? null;
};

/**
 * Where a key leads among boxes in reading order, px: left and right one by one, up and down by line, Home and End to
 * the ends. Null where the key means nothing here, and at an end.
 */
export const stepAmong = (boxes: readonly Box[], from: number, key: string): number | null => {
  const last = boxes.length - 1;
  const here = boxes[from];
  const to = ((): number | null => {
    switch (key) {
      case "ArrowRight":
        return from + 1;
      case "ArrowLeft":
        return from - 1;
      case "ArrowDown":
        return here ? across(boxes, here, true) : null;
      case "ArrowUp":
        return here ? across(boxes, here, false) : null;
      case "Home":
        return 0;
      case "End":
        return last;
      default:
        return null;
    }
  })();
  return to === null || to < 0 || to > last || to === from ? null : to;
};

const STOPS = '[role="button"]';

const boxOf = (element: Element): Box => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

export interface Roving {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Handlers for the element around a figure whose marks are buttons. Of them one is in the tab order: the one that had
 * the focus last, else the first.
 */
export const useRoving = (root: RefObject<Element | null>): Roving => {
  const stop = useRef<Element | null>(null);
  const all = (): readonly Element[] => [...(root.current?.querySelectorAll(STOPS) ?? [])];
  const settle = (stops: readonly Element[]): void => {
    for (const one of stops) one.setAttribute("tabindex", one === stop.current ? "0" : "-1");
  };
  useLayoutEffect(() => {
    const stops = all();
    if (!stop.current || !stops.includes(stop.current)) stop.current = stops[0] ?? null;
    settle(stops);
  });
  return {
    onFocus: ({ target }) => {
      const stops = all();
      if (!stops.includes(target)) return;
      stop.current = target;
      settle(stops);
    },
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
      const stops = all();
      const from = stops.indexOf(event.target);
      const to = from < 0 ? null : stepAmong(stops.map(boxOf), from, event.key);
      const next = to === null ? null : stops[to];
      if (!(next instanceof SVGElement || next instanceof HTMLElement)) return;
      event.preventDefault();
      next.focus();
    },
  };
};
