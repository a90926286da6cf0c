/** The map as numbers: from places with counts to outlines, rings, labels and pointers in px. */
import type { PlaceAnswer, PlacesAnswer } from "#model/questions.ts";
import type { LabelBox } from "../kit/point-labels.ts";
import { type ArrangedMark, arrangeMarks } from "./arrange.ts";
import { labelMap, type MapLabel, type MapPointer, pointerTo } from "./labels.ts";
import { type LandPaths, landPaths } from "./land-paths.ts";
import { drawMark, type MapMark, type MapView, type MarkStyle } from "./marks.ts";
import { fitProjection, type MapBase, zoomedBase } from "./projection.ts";
import type { Shapes } from "./shapes.types.ts";

export interface MapOptions extends MarkStyle {
  readonly width: number;
  readonly height: number;
  /** Null shows all places. */
  readonly view: MapView | null;
  /** True for a file: outlines are cut at the frame and hold no detail below a pixel. */
  readonly still: boolean;
  /** Zoom at which the outlines of a map that is moved need no more detail; all there is where absent. */
  readonly level?: number;
  /** What lies over the map and no label should lie under, px. */
  readonly covered?: readonly LabelBox[];
}

export interface MapGeometry {
  readonly width: number;
  readonly height: number;
  readonly view: MapView;
  /** How the outlines are to be moved; a still drawing has its view in them. */
  readonly landView: MapView;
  readonly zoom: readonly [min: number, max: number];
  readonly bounds: MapBase["bounds"];
  readonly paths: LandPaths;
  readonly hasLand: boolean;
  readonly marks: readonly MapMark[];
  readonly labels: readonly MapLabel[];
  readonly pointers: readonly MapPointer[];
  /** Said in the middle where there is no mark. */
  readonly note: string | null;
}

export const FIT: MapView = { k: 1, x: 0, y: 0 };
/** More places outside the frame than this are not pointed at. */
const POINTERS = 4;

const isCounted = (place: PlaceAnswer): boolean => place.count > 0;

/** A projection that shows every place with a meeting, or every place where none has one. */
export const fitMap = (places: readonly PlaceAnswer[], width: number, height: number): MapBase => {
  const counted = places.filter(isCounted);
  const shown = (counted.length ? counted : places).map((place) => [place.lon, place.lat] as const);
  const side = Math.max(30, Math.min(96, width * 0.1));
  const top = Math.max(30, Math.min(64, height * 0.14));
  return fitProjection(shown, width, height, [
    side,
    top,
    Math.max(side + 1, width - side),
    Math.max(top + 1, height - top),
  ]);
};

/** Of the frame's width or height, what places must span for a projection to suit them. */
const SUITS = 0.4;

/**
 * Whether a projection that was chosen for other places suits these too: all are well within the frame and they are
 * not huddled together. Land that moves at every filter would tell nothing.
 */
export const suits = (base: MapBase, places: readonly PlaceAnswer[], width: number, height: number): boolean => {
  if (base.width !== width || base.height !== height) return false;
  const counted = places.filter(isCounted);
  const points = (counted.length ? counted : places).map((place) => base.project(place.lon, place.lat));
  if (!points.length) return true;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const edge = 24;
  const within = x0 >= edge && y0 >= edge && x1 <= width - edge && y1 <= height - edge;
  return within && Math.max((x1 - x0) / width, (y1 - y0) / height) >= SUITS;
};

/** Everything that follows from zoom and position, over marks that were arranged before for this zoom. */
export const placeMap = (
  base: MapBase,
  arranged: readonly ArrangedMark[],
  shapes: Shapes | null,
  options: MapOptions,
): MapGeometry => {
  const { width, height, words, still } = options;
  const view = options.view ?? FIT;
  const moved = view.k !== 1 || view.x !== 0 || view.y !== 0;
  const anySelected = arranged.some((mark) => mark.places.some((place) => place.selected));
  const drawn = (list: readonly ArrangedMark[]): readonly MapMark[] =>
    list.map((mark) => drawMark(mark, view, anySelected, options));
  const isSeen = (mark: ArrangedMark): boolean => {
    const [x, y] = [mark.x + view.x, mark.y + view.y];
    return x > -mark.r && y > -mark.r && x < width + mark.r && y < height + mark.r;
  };
  const marks = drawn(arranged.filter(isSeen));
  const off = arranged.filter((mark) => !isSeen(mark));
  const outside = off.length <= POINTERS ? drawn(off) : [];
  const pointers = outside.map((mark) => pointerTo(mark, width, height));
  return {
    width,
    height,
    view,
    landView: still ? FIT : view,
    zoom: base.zoom,
    bounds: base.bounds,
    paths: still
      ? landPaths(moved ? zoomedBase(base, view) : base, shapes, true)
      : landPaths(base, shapes, false, options.level),
    hasLand: shapes !== null,
    marks,
    labels: labelMap(marks, outside, pointers, options, words, options.covered),
    pointers,
    note: arranged.length ? null : words.map.noPlaces,
  };
};

/**
 * Draws places on a map of `width` by `height` px: the projection fits the places, rings are sized by the square root
 * of their number of meetings and parted by partner, labels avoid marks, each other and the frame.
 * Before the land shapes are there (`shapes` null) everything else stands where it will stay.
 */
export const layoutMap = (answer: PlacesAnswer, shapes: Shapes | null, options: MapOptions): MapGeometry => {
  const base = fitMap(answer.places, options.width, options.height);
  return placeMap(base, arrangeMarks(answer.places, base, options.view?.k ?? 1), shapes, options);
};
