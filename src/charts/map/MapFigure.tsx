import {
  type HTMLAttributes,
  type KeyboardEvent,
  type Ref,
  type SyntheticEvent,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import type { PlacesAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Lit } from "../kit/lit.ts";
import type { LabelBox } from "../kit/point-labels.ts";
import type { Theme } from "../kit/theme.ts";
import { type ArrangedMark, arrangeMarks } from "./arrange.ts";
import { detailOf, FAR, levelOf } from "./land-paths.ts";
import { loadShapes, shapesAtHand } from "./load-shapes.ts";
import { MapTip } from "./MapTip.tsx";
import { fitMap, placeMap, suits } from "./map.layout.ts";
import type { MapBase } from "./projection.ts";
import type { Detail, Shapes } from "./shapes.types.ts";
import { ARROWS, stepTo } from "./step.ts";
import { useMapZoom } from "./use-map-zoom.ts";
import { type MapControls, WorldMap } from "./WorldMap.tsx";
import "./map.css";

export interface MapFigureProps {
  readonly answer: PlacesAnswer;
  readonly words: Words;
  readonly theme: Theme;
  /** Px. */
  readonly width: number;
  readonly height: number;
  /** Events lit up by any view. */
  readonly lit: Lit;
  readonly onLit: (events: readonly string[] | null) => void;
  readonly onPlace: (id: string) => void;
  readonly reducedMotion: boolean;
  /** Gets marks ready for an answer that may be next, where the map would stay as it is. */
  readonly prepares?: Ref<(next: PlacesAnswer) => void>;
}

/** Shares of the frame that a key moves the map by. */
const PANS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-0.2, 0],
  ArrowRight: [0.2, 0],
  ArrowUp: [0, -0.2],
  ArrowDown: [0, 0.2],
};

/** The page lights marks up one by one, outside of the layout. */
const UNLIT: ReadonlySet<string> = new Set();

type Land = Shapes | "missing" | null;

/** Outlines with the detail wanted; those there are until it comes, and all of it once it has come. */
const useShapes = (wanted: Detail): Land => {
  const [land, setLand] = useState<{ readonly detail: Detail; readonly shapes: Land }>(() => ({
    detail: "far",
    shapes: shapesAtHand("far"),
  }));
  const enough = land.shapes !== null && (wanted === "far" || land.detail === "all");
  useEffect(() => {
    if (enough) return;
    let here = true;
    loadShapes(wanted).then(
      (shapes) => here && setLand({ detail: wanted, shapes }),
      // Far outlines are better than none.
      () => here && setLand((now) => ({ detail: wanted, shapes: now.shapes ?? "missing" })),
    );
    return () => {
      here = false;
    };
  }, [wanted, enough]);
  return land.shapes;
};

/** The projection that fits the places; the one before as long as it suits them, so that neither land nor zoom jumps. */
const useBase = (places: PlacesAnswer["places"], width: number, height: number): MapBase => {
  const [kept, setKept] = useState(() => fitMap(places, width, height));
  const fitted = useMemo(
    () => (suits(kept, places, width, height) ? kept : fitMap(places, width, height)),
    [kept, places, width, height],
  );
  if (kept.key === fitted.key) return kept;
  setKept(fitted);
  return fitted;
};

const REST_MS = 180;

/** Detail follows the zoom when it has come to rest: a frame of a zoom never waits for it. */
const useLevel = (zoom: number): number => {
  const [level, setLevel] = useState(() => levelOf(zoom));
  useEffect(() => {
    const rest = setTimeout(() => setLevel(levelOf(zoom)), REST_MS);
    return () => clearTimeout(rest);
  }, [zoom]);
  return level;
};

/** The id of the mark that something happened to. */
const markAt = ({ target }: SyntheticEvent): string | null =>
  target instanceof Element ? (target.closest<SVGGElement>("[data-mark]")?.dataset.mark ?? null) : null;

const eventsOf = (mark: ArrangedMark): readonly string[] => mark.places.flatMap((place) => place.events);

/** The box of several places at zoom 1: its middle, and the zoom at which it fills two thirds of the frame. */
const spread = (mark: ArrangedMark, project: MapBase["project"], width: number, height: number) => {
  const points = mark.places.map((place) => project(place.lon, place.lat));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return {
    x: (x0 + x1) / 2,
    y: (y0 + y1) / 2,
    k: 0.66 * Math.min(width / Math.max(x1 - x0, 1e-6), height / Math.max(y1 - y0, 1e-6)),
  };
};

/** Roughly what buttons and note lie over; their exact size is the browser's. */
const overlays = (width: number, height: number, noted: boolean): readonly LabelBox[] => [
  { x0: width - 42, y0: 0, x1: width, y1: 104 },
  ...(noted ? [{ x0: 0, y0: height - 34, x1: 210, y1: height }] : []),
];

/** The map as a part of the page: zoom, keyboard, hover, and places that filter. */
export const MapFigure = (props: MapFigureProps) => {
  const { answer, words, theme, width, height, lit, onLit, onPlace, reducedMotion } = props;
  const svg = useRef<SVGSVGElement>(null);
  const base = useBase(answer.places, width, height);
  const { view, by, reset, pan, to } = useMapZoom(svg, base, reducedMotion);
  const level = useLevel(view.k);
  const land = useShapes(detailOf(base, level) < FAR ? "all" : "far");
  const shapes = land === "missing" ? null : land;
  const marks = useMemo(() => arrangeMarks(answer.places, base, view.k), [answer, base, view.k]);
  const noted = answer.unplaced > 0 || land === "missing";
  const covered = useMemo(() => overlays(width, height, noted), [width, height, noted]);
  const options = useMemo(
    () => ({ width, height, view, theme, words, lit: UNLIT, still: false, covered, level }),
    [width, height, view, theme, words, covered, level],
  );
  const geometry = useMemo(() => placeMap(base, marks, shapes, options), [base, marks, shapes, options]);
  useImperativeHandle(
    props.prepares,
    () => (next: PlacesAnswer) => {
      // What is arranged and drawn once is remembered by the answer.
      if (suits(base, next.places, width, height))
        placeMap(base, arrangeMarks(next.places, base, view.k), shapes, options);
    },
    [base, view.k, shapes, options, width, height],
  );
  const [pointed, setPointed] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const wantsFocus = useRef<string | null>(null);

  const arranged = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  const reachable = useMemo(() => [...geometry.marks, ...geometry.pointers].map((mark) => mark.id), [geometry]);
  const tabStop = stop !== null && reachable.includes(stop) ? stop : (reachable[0] ?? null);
  const tip = geometry.marks.find((mark) => mark.id === pointed);

  useEffect(() => {
    const id = wantsFocus.current;
    if (id === null || !reachable.includes(id)) return;
    wantsFocus.current = null;
    const marked = svg.current?.querySelectorAll<SVGGElement>("[data-mark]") ?? [];
    for (const element of marked) if (element.dataset.mark === id) element.focus();
  });

  const point = (id: string | null): void => {
    if (id === pointed) return;
    const mark = id === null ? undefined : arranged.get(id);
    setPointed(mark ? mark.id : null);
    onLit(mark ? eventsOf(mark) : null);
  };

  const press = (id: string): void => {
    const mark = arranged.get(id);
    const place = mark?.places[0];
    if (!mark || !place) return;
    if (mark.places.length === 1) {
      onPlace(place.id);
      return;
    }
    const box = spread(mark, base.project, width, height);
    to(box.x, box.y, Math.max(view.k * 2, box.k));
  };

  const walk = (from: string, key: string): boolean => {
    const direction = ARROWS[key];
    if (!direction) return false;
    const id = stepTo(marks, from, direction);
    const mark = id === null ? undefined : arranged.get(id);
    if (!mark) return true;
    const [x, y] = [mark.x + view.x, mark.y + view.y];
    setStop(mark.id);
    wantsFocus.current = mark.id;
    const seen = x > mark.r && y > mark.r && x < width - mark.r && y < height - mark.r;
    if (!seen && !geometry.pointers.some((pointer) => pointer.id === mark.id)) to(mark.x / view.k, mark.y / view.k);
    return true;
  };

  /** Zooms about the mark that has the focus: it stays where it is, and keeps the focus. */
  const zoomOn = (id: string | null, factor: number): void => {
    const mark = id === null ? undefined : arranged.get(id);
    if (!mark) {
      by(factor);
      return;
    }
    const k = Math.max(base.zoom[0], Math.min(base.zoom[1], view.k * factor));
    const middle = (at: number, moved: number, side: number): number => at / view.k - (at + moved - side / 2) / k;
    to(middle(mark.x, view.x, width), middle(mark.y, view.y, height), k);
  };

  const rootProps = useMemo(() => ({ ref: svg, className: "map-svg" }), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = markAt(event);
    if (event.key === "+" || event.key === "=") zoomOn(id, 1.6);
    else if (event.key === "-" || event.key === "_") zoomOn(id, 1 / 1.6);
    else if (event.key === "0") reset();
    else if (event.shiftKey && PANS[event.key]) pan(...(PANS[event.key] ?? [0, 0]));
    else if (event.key === "Escape" && pointed !== null) setPointed(null);
    else if ((event.key === "Enter" || event.key === " ") && id !== null) press(id);
    else if (!walk(id ?? "", event.key)) return;
    event.preventDefault();
  };

  const controls = useMemo<MapControls>(
    () => ({ lit, tabStop, openCluster: words.map.openCluster }),
    [lit, tabStop, words],
  );
  // One set of handlers around all marks, so that none of them is drawn again for a new handler.
  const handlers: HTMLAttributes<HTMLDivElement> = {
    onKeyDown,
    onClick: (event) => {
      const id = markAt(event);
      if (id !== null) press(id);
    },
    onPointerOver: (event) => point(markAt(event)),
    onPointerLeave: () => point(null),
    onFocus: (event) => {
      const id = markAt(event);
      if (id === null) return;
      setStop(id);
      point(id);
    },
    onBlur: () => point(null),
  };

  return (
    <div className="map-figure" style={{ width, height }}>
      <div {...handlers}>
        <WorldMap
          geometry={geometry}
          theme={theme}
          label={words.map.mapLabel}
          controls={controls}
          rootProps={rootProps}
        />
      </div>
      {tip ? <MapTip mark={tip} width={width} height={height} theme={theme} words={words} /> : null}
      <div className="map-buttons">
        <button type="button" onClick={() => by(1.6)} aria-label={words.map.zoomIn} disabled={view.k >= base.zoom[1]}>
          +
        </button>
        <button
          type="button"
          onClick={() => by(1 / 1.6)}
          aria-label={words.map.zoomOut}
          disabled={view.k <= base.zoom[0]}
        >
          −
        </button>
        <button
          type="button"
          onClick={reset}
          aria-label={words.map.reset}
          disabled={view.k === 1 && view.x === 0 && view.y === 0}
        >
          <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
            <path d="M1 5V1H5M9 1H13V5M13 9V13H9M5 13H1V9" fill="none" stroke="currentColor" strokeWidth={1.6} />
          </svg>
        </button>
      </div>
      {noted ? (
        <p className="map-note">
          {answer.unplaced > 0 ? (
            <span onPointerEnter={() => onLit(answer.unplacedEvents)} onPointerLeave={() => onLit(null)}>
              {words.map.unplaced(answer.unplaced)}
            </span>
          ) : null}
          {land === "missing" ? <span>{words.map.shapesMissing}</span> : null}
        </p>
      ) : null}
    </div>
  );
};
