/**
 * Moves what is drawn along the axis while a hand or a glide moves the window: each mark, name and tick goes where it
 * belongs, whole drawings follow when the movement leaves room for them. Laying out anew at every frame would cost more
 * than a frame; this sets one attribute for each element in sight.
 */
import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import type { DayWindow } from "#model/questions.ts";
import type { PlacedMark, TimelineLayout } from "./geometry.ts";
import { type Move, movedX, moveOf } from "./moving.layout.ts";
import { frameOf, type OverviewLayout } from "./overview.layout.ts";

/** Stands at one x, or between two. */
interface Part {
  readonly element: SVGElement;
  readonly place: Place;
  /** Out of sight already: stays where it is until it comes back. */
  away: boolean;
}
type Span = readonly [x0: number, x1: number];
type Place = number | Span;

/** What is so far beside the plot is out of sight with all of its name, px. */
const BESIDE = 600;
const AWAY = "translate(-100000 0)";

export interface Drawn {
  readonly layout: TimelineLayout;
  /** Of the strip as it is drawn now, which may be drawn again without the plot. */
  readonly overview: RefObject<OverviewLayout | null>;
  /** What the strip spans: where that changes its frame is drawn anew. */
  readonly bounds: DayWindow;
}

const matrix = (scale: number, shift: number): string => `matrix(${scale}, 0, 0, 1, ${shift}, 0)`;

/** The stretch that takes one span to another. */
const stretch = ([x0, x1]: Span, [to0, to1]: Span): string => {
  const scale = (to1 - to0) / Math.max(1e-6, x1 - x0);
  return matrix(scale, to0 - scale * x0);
};

const inside = (parent: Element | null | undefined): readonly SVGElement[] =>
  [...(parent?.children ?? [])].filter((child) => child instanceof SVGElement);

const partOf = (element: SVGElement, place: Place): Part => ({ element, place, away: false });

/** A mark that may have been on several days is drawn over a band of them, which is its first element. */
const marked = (element: SVGElement, { cx, band }: PlacedMark): readonly Part[] =>
  band ? inside(element).map((child, at) => partOf(child, at === 0 ? [band.x0, band.x1] : cx)) : [partOf(element, cx)];

/** Elements in the order `Timeline` draws them, each with its place; where they are not what it draws, none. */
const zipped = (parent: Element | null | undefined, places: readonly (Place | PlacedMark)[]): readonly Part[] => {
  const list = inside(parent);
  if (list.length !== places.length) return [];
  return list.flatMap((element, at): readonly Part[] => {
    const place = places[at];
    if (place === undefined) return [];
    return typeof place === "object" && "mark" in place ? marked(element, place) : [partOf(element, place)];
  });
};

const ROW = "g[data-lane]:not([data-event])";
const MOVING = `[data-part=axis], [data-part=ahead], ${ROW}`;

const partsOf = (root: Element, { ticks, lanes, ahead, plot }: TimelineLayout): readonly Part[] => {
  const axis = root.querySelector("[data-part=axis]");
  const hatch = root.querySelector<SVGElement>("[data-part=ahead] > g");
  const labelled = [...ticks.minor, ...ticks.major].filter((tick) => tick.label);
  const rows = new Map([...root.querySelectorAll(ROW)].map((row) => [row.getAttribute("data-lane"), row]));
  return [
    ...zipped(axis, [...ticks.minor.map(({ x }) => x), ...labelled.map(({ labelX }) => labelX)]),
    ...(hatch && ahead ? [partOf(hatch, [ahead.x, plot.right])] : []),
    ...lanes.flatMap((lane) =>
      zipped(rows.get(lane.id), [
        ...lane.brackets.map(({ stretch: { x0, x1 } }) => [x0, x1] as const),
        ...lane.marks,
        ...lane.marks.flatMap(({ cx, label }) => (label ? [cx] : [])),
      ]),
    ),
  ];
};

/** Puts a part where it belongs; one out of sight is put away once, and costs nothing while it is. */
const put = (part: Part, move: Move, [low, high]: Span): void => {
  const [x0, x1] = typeof part.place === "number" ? [part.place, part.place] : part.place;
  const [to0, to1] = [movedX(move, x0), movedX(move, x1)];
  const away = to1 < low || to0 > high;
  if (away && part.away) return;
  part.away = away;
  const moved = typeof part.place === "number" ? `translate(${to0 - x0} 0)` : stretch([x0, x1], [to0, to1]);
  part.element.setAttribute("transform", away ? AWAY : moved);
};

const clear = (element: Element): void => element.removeAttribute("transform");

class Picture {
  private parts: readonly Part[] | null = null;
  private canvas: HTMLCanvasElement | null = null;
  /** What moves is kept off the lanes' names. */
  private clipped: readonly Element[] = [];
  private frame: { readonly window: SVGElement; readonly edges: readonly SVGElement[] } | null = null;
  private readonly roots: readonly [RefObject<HTMLElement | null>, RefObject<SVGSVGElement | null>];
  drawn: Drawn | null = null;

  constructor(plot: RefObject<HTMLElement | null>, strip: RefObject<SVGSVGElement | null>) {
    this.roots = [plot, strip];
  }

  /** What is drawn now is another layout: everything stands where that says. */
  adopt(drawn: Drawn): void {
    for (const { element } of this.parts ?? []) clear(element);
    if (this.canvas) this.canvas.style.transform = "";
    for (const element of this.frame ? [this.frame.window, ...this.frame.edges] : []) clear(element);
    for (const element of this.clipped) element.removeAttribute("clip-path");
    this.parts = null;
    this.clipped = [];
    this.drawn = drawn;
  }

  private find({ layout }: Drawn): readonly Part[] {
    if (this.parts) return this.parts;
    const [plot, strip] = [this.roots[0].current, this.roots[1].current];
    this.parts = plot ? partsOf(plot, layout) : [];
    const clip = plot?.querySelector("clipPath")?.id;
    this.clipped = clip ? [...(plot?.querySelectorAll(MOVING) ?? [])] : [];
    for (const element of this.clipped) element.setAttribute("clip-path", `url(#${clip})`);
    this.canvas = plot?.querySelector("canvas") ?? null;
    const window = strip?.querySelector<SVGElement>('[data-brush="window"]');
    this.frame = window ? { window, edges: [...(strip?.querySelectorAll<SVGElement>("[data-edge]") ?? [])] } : null;
    return this.parts;
  }

  move(to: DayWindow): void {
    const { drawn } = this;
    if (!drawn) return;
    const { layout, overview } = drawn;
    const move = moveOf(layout.axis, to);
    const { left, right } = layout.plot;
    for (const part of this.find(drawn)) put(part, move, [left - BESIDE, right + BESIDE]);
    // The canvas begins at the plot's left edge and is scaled from there.
    if (this.canvas) this.canvas.style.transform = matrix(move.scale, movedX(move, left) - left);
    const strip = overview.current;
    if (!this.frame || !strip) return;
    const before = strip.window;
    const now = frameOf(strip, to);
    this.frame.window.setAttribute("transform", stretch([before.x0, before.x1], [now.x0, now.x1]));
    const [start, end] = this.frame.edges;
    start?.setAttribute("transform", `translate(${now.x0 - before.x0} 0)`);
    end?.setAttribute("transform", `translate(${now.x1 - before.x1} 0)`);
  }
}

/** @returns moves the picture to a window; `onDrawn` is called after each new layout has been drawn as it is. */
export const usePicture = (
  plot: RefObject<HTMLElement | null>,
  strip: RefObject<SVGSVGElement | null>,
  drawn: Drawn,
  onDrawn: (move: (window: DayWindow) => void) => void,
): void => {
  const picture = useMemo(() => new Picture(plot, strip), [plot, strip]);
  const told = useRef(onDrawn);
  told.current = onDrawn;
  const { layout, overview, bounds } = drawn;
  useLayoutEffect(() => {
    picture.adopt({ layout, overview, bounds });
    told.current((window) => picture.move(window));
  }, [picture, layout, overview, bounds]);
};
