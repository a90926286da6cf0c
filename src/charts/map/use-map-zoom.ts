import { type D3ZoomEvent, select, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from "d3";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { FIT } from "./map.layout.ts";
import type { MapView } from "./marks.ts";
import type { MapBase } from "./projection.ts";

export interface MapZoom {
  readonly view: MapView;
  readonly by: (factor: number) => void;
  readonly reset: () => void;
  /** Moves what is seen by shares of the frame's width and height, right and down. */
  readonly pan: (right: number, down: number) => void;
  /** Brings a point of the map at zoom 1 to the middle, at zoom `k` or as it is. */
  readonly to: (x: number, y: number, k?: number) => void;
}

const MOVE_MS = 250;

/** A wheel turns the map, one finger scrolls the page, two fingers or a mouse move the map; a mark is for pressing. */
const isMove = (event: Event): boolean => {
  if (event.type.startsWith("touch")) return (event as TouchEvent).touches.length > 1;
  if (event.type === "dblclick") return !(event.target instanceof Element && event.target.closest("[data-mark]"));
  return !(event instanceof MouseEvent && event.button !== 0);
};

/** Zoom and position of a map, kept by d3-zoom on the SVG element. Starts afresh with another projection. */
export const useMapZoom = (svg: RefObject<SVGSVGElement | null>, base: MapBase, reducedMotion: boolean): MapZoom => {
  const [state, setState] = useState<{ readonly key: string; readonly view: MapView }>({ key: base.key, view: FIT });
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);

  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const [x0, y0, x1, y1] = base.bounds;
    // A wheel turns several times a frame: only where it has come to is drawn.
    let frame = 0;
    let latest: MapView = FIT;
    const mine = zoom<SVGSVGElement, unknown>()
      .filter(isMove)
      .scaleExtent([...base.zoom])
      .extent([
        [0, 0],
        [base.width, base.height],
      ])
      .translateExtent([
        [Math.min(0, x0), Math.min(0, y0)],
        [Math.max(base.width, x1), Math.max(base.height, y1)],
      ])
      .clickDistance(4)
      .on("zoom", ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        latest = { k: transform.k, x: transform.x, y: transform.y };
        const draw = (): void => {
          frame = 0;
          const { k, x, y } = latest;
          setState((now) =>
            now.key === base.key && now.view.k === k && now.view.x === x && now.view.y === y
              ? now
              : { key: base.key, view: { k, x, y } },
          );
        };
        if (!sourceEvent) draw();
        else frame ||= requestAnimationFrame(draw);
      });
    behaviour.current = mine;
    const selected = select(element);
    element.style.touchAction = "pan-x pan-y";
    selected.call(mine).call(mine.transform, zoomIdentity);
    return () => {
      cancelAnimationFrame(frame);
      selected.interrupt().on(".zoom", null);
      behaviour.current = null;
    };
  }, [svg, base]);

  const move = useCallback(
    (change: (target: SVGSVGElement) => readonly [k: number, x: number, y: number]) => {
      const [element, mine] = [svg.current, behaviour.current];
      if (!element || !mine) return;
      const [k, x, y] = change(element);
      const asked = zoomIdentity
        .translate(base.width / 2, base.height / 2)
        .scale(k)
        .translate(-x, -y);
      const frame: [[number, number], [number, number]] = [
        [0, 0],
        [base.width, base.height],
      ];
      const next = mine.constrain()(asked, frame, mine.translateExtent());
      const selected = select(element);
      if (reducedMotion) selected.interrupt().call(mine.transform, next);
      else selected.transition().duration(MOVE_MS).call(mine.transform, next);
    },
    [svg, base, reducedMotion],
  );

  const clamp = useCallback((k: number) => Math.max(base.zoom[0], Math.min(base.zoom[1], k)), [base]);
  const by = useCallback(
    (factor: number) =>
      move((element) => {
        const now = zoomTransform(element);
        const [x, y] = now.invert([base.width / 2, base.height / 2]);
        return [clamp(now.k * factor), x, y];
      }),
    [move, clamp, base],
  );
  const reset = useCallback(() => move(() => [1, base.width / 2, base.height / 2]), [move, base]);
  const pan = useCallback(
    (right: number, down: number) =>
      move((element) => {
        const now = zoomTransform(element);
        const [x, y] = now.invert([base.width * (0.5 + right), base.height * (0.5 + down)]);
        return [now.k, x, y];
      }),
    [move, base],
  );
  const to = useCallback(
    (x: number, y: number, k?: number) => move((element) => [clamp(k ?? zoomTransform(element).k), x, y]),
    [move, clamp],
  );
  return { view: state.key === base.key ? state.view : FIT, by, reset, pan, to };
};
