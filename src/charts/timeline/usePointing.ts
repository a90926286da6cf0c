/** Pointer, click and keys on the plot: what is under them, what it lights up, what it opens. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import type { TimelineLayout } from "./geometry.ts";
import { type Hit, hitTest } from "./hit.ts";
import { type KeyAction, keyAction, type Stop } from "./timeline.keys.ts";

export interface PointingOptions {
  readonly plot: RefObject<HTMLElement | null>;
  readonly layout: TimelineLayout;
  readonly dragging: boolean;
  readonly openId: string | null;
  readonly onLit: (ids: readonly string[] | null) => void;
  readonly onOpen: (id: string | null) => void;
  readonly onLane: ((id: string) => void) | undefined;
  readonly choose: (stop: Stop) => void;
  /** A lane's name took the focus, or gives it to the one above, the one below or the lane's first mark. */
  readonly laneFocus: (id: string, key: string) => boolean;
  /** Days of a density that was pressed. */
  readonly enter: (day: number) => void;
  readonly act: (action: Extract<KeyAction, { kind: "step" | "zoom" | "fit" }>) => void;
}

const HIDE_MS = 140;

const stopOf = ({ lane, mark }: Extract<Hit, { kind: "event" }>): Stop => ({
  lane,
  id: mark.id,
  start: mark.start,
  end: mark.end,
  index: mark.index,
});

/** Where an event stands in a lane as it is drawn now. */
const findMark = (layout: TimelineLayout, laneId: string, id: string): Hit | null => {
  const lane = layout.lanes.find((row) => row.id === laneId);
  const placed = lane?.marks.find((each) => each.mark.id === id);
  if (lane && placed) return { kind: "event", lane: lane.id, mark: placed.mark, x: placed.cx, y: placed.cy };
  const bracket = lane?.brackets.find((each) => each.mark.id === id);
  if (!lane || !bracket) return null;
  const x = (bracket.stretch.x0 + bracket.stretch.x1) / 2;
  return { kind: "event", lane: lane.id, mark: bracket.mark, x, y: bracket.y };
};

/** The mark an element of the drawing belongs to. */
const hitOf = (layout: TimelineLayout, element: Element): Hit | null => {
  const mark = element.closest("[data-event]");
  const [lane, id] = [mark?.getAttribute("data-lane"), mark?.getAttribute("data-event")];
  return lane && id ? findMark(layout, lane, id) : null;
};

const sameHit = (a: Hit | null, b: Hit | null): boolean =>
  a?.kind === "event" && b?.kind === "event" && a.mark.id === b.mark.id && a.lane === b.lane;

/** A hit after the drawing has moved on: a mark is followed, the number of a density was of the old window. */
const stillThere = (hit: Hit, then: TimelineLayout, now: TimelineLayout): Hit | null =>
  hit.kind === "event" ? findMark(now, hit.lane, hit.mark.id) : then.window === now.window ? hit : null;

const laneOf = (element: Element): string | null =>
  element.closest("[data-press=lane]")?.getAttribute("data-lane-name") ?? null;

export const usePointing = (options: PointingOptions) => {
  const { plot, layout, dragging, openId, onLit, onOpen, onLane, choose, laneFocus, enter, act } = options;
  const [pointed, setPointed] = useState<{ readonly hit: Hit; readonly layout: TimelineLayout } | null>(null);
  const hover = pointed && stillThere(pointed.hit, pointed.layout, layout);
  const hide = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (hit: Hit | null): void => {
    clearTimeout(hide.current);
    setPointed(hit && { hit, layout });
    onLit(hit?.kind === "event" ? [hit.mark.id] : null);
  };
  const keep = (): void => clearTimeout(hide.current);
  const leave = (): void => {
    keep();
    if (hover) hide.current = setTimeout(() => show(null), HIDE_MS);
  };
  const hitAt = (event: { clientX: number; clientY: number }): Hit | null => {
    const box = plot.current?.getBoundingClientRect();
    return box ? hitTest(layout, event.clientX - box.left, event.clientY - box.top) : null;
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (dragging || event.pointerType === "touch") return;
    if (event.target instanceof Element && event.target.closest("[data-part=tooltip]")) return;
    const hit = hitAt(event);
    if (!hit) leave();
    else if (sameHit(hit, hover)) keep();
    else show(hit);
  };

  const onClick = (event: { clientX: number; clientY: number; target: EventTarget }): void => {
    if (!(event.target instanceof Element) || event.target.closest("[data-part=tooltip]")) return;
    const lane = laneOf(event.target);
    const label = event.target.closest("[data-of]")?.getAttribute("data-of");
    const hit = hitOf(layout, event.target) ?? hitAt(event);
    if (lane !== null) onLane?.(lane);
    else if (label) onOpen(label);
    else if (hit?.kind === "event") {
      choose(stopOf(hit));
      onOpen(hit.mark.id);
    } else if (hit) enter((hit.start + hit.end + 1) / 2);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return;
    const action = keyAction(event.key);
    if (!action) return;
    const lane = laneOf(event.target);
    if (lane !== null && action.kind !== "open") {
      if (laneFocus(lane, event.key)) event.preventDefault();
      return;
    }
    if (action.kind === "close" && hover === null && openId === null) return;
    event.preventDefault();
    if (lane !== null) onLane?.(lane);
    else if (action.kind === "open") {
      const hit = hitOf(layout, event.target);
      if (hit?.kind === "event") onOpen(hit.mark.id);
    } else if (action.kind !== "close") act(action);
    else {
      show(null);
      if (openId !== null) onOpen(null);
    }
  };

  const onFocus = (event: { target: Element }): void => {
    const hit = hitOf(layout, event.target);
    if (hit?.kind !== "event") return;
    choose(stopOf(hit));
    show(hit);
  };

  return {
    hover,
    show,
    keep,
    leave,
    handlers: { onPointerMove, onPointerLeave: leave, onClick, onKeyDown, onFocus, onBlur: () => show(null) },
  };
};
