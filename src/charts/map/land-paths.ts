/** Outlines of sphere, graticule, land and borders under a projection, as SVG path texts. */
import { type GeoPermissibleObjects, type GeoStream, type GeoStreamWrapper, geoGraticule, geoPath } from "d3";
import { coarseShapes } from "./coarse.ts";
import type { MapBase } from "./projection.ts";
import type { Shapes } from "./shapes.types.ts";
import { shortPath } from "./short-path.ts";

export interface LandPaths {
  readonly sphere: string;
  readonly graticule: string;
  readonly land: string;
  readonly borders: string;
}

/** Points nearer than this, in px, to the last one drawn are left out of a cut drawing. */
const NEAREST = 1.5;

/** Passes on points at least `distance` px from the last one passed on, and no island that is left with too few. */
const thin = (distance: number, out: GeoStream): GeoStream => {
  let line: (readonly [number, number])[] = [];
  let least = 2;
  return {
    point: (x, y) => {
      const last = line[line.length - 1];
      if (last && Math.hypot(x - last[0], y - last[1]) < distance) return;
      line.push([x, y]);
    },
    lineStart: () => {
      line = [];
    },
    lineEnd: () => {
      if (line.length < least) return;
      out.lineStart();
      for (const [x, y] of line) out.point(x, y);
      out.lineEnd();
    },
    polygonStart: () => {
      least = 4;
      out.polygonStart();
    },
    polygonEnd: () => {
      least = 2;
      out.polygonEnd();
    },
    sphere: () => out.sphere?.(),
  };
};

const paths = (base: MapBase, shapes: Shapes | null, cut: boolean): LandPaths => {
  const { projection, width, height } = base;
  const clip = projection.clipExtent();
  if (cut) {
    projection.clipExtent([
      [0, 0],
      [width, height],
    ]);
  }
  const through: GeoStreamWrapper = cut
    ? { stream: (out) => projection.stream(thin(NEAREST, out)) }
    : { stream: (out) => projection.stream(out) };
  const step = base.kind === "world" ? 20 : 10;
  const short = shortPath();
  const whole = geoPath(through).digits(2);
  const cutOut = geoPath(through, short);
  const drawn = (shape: GeoPermissibleObjects | undefined): string => {
    if (!shape) return "";
    if (!cut) return whole(shape) ?? "";
    cutOut(shape);
    return short.take();
  };
  const result = {
    sphere: drawn({ type: "Sphere" }),
    graticule: drawn(geoGraticule().step([step, step])()),
    land: drawn(shapes?.land),
    borders: drawn(shapes?.borders),
  };
  projection.clipExtent(clip);
  return result;
};

const DEGREES = 180 / Math.PI;
const KEPT = 12;
const BARE: Shapes = {
  land: { type: "MultiPolygon", coordinates: [] },
  borders: { type: "MultiLineString", coordinates: [] },
};
const known = new WeakMap<Shapes, Map<string, LandPaths>>();

/** Px that the detail left out of a drawing may measure. */
const UNSEEN = 1.1;
/** Zooms by so much share a level of detail. */
const LEVEL = 2.5;

/** The level of detail for a zoom: the least zoom that shares it. */
export const levelOf = (zoom: number): number =>
  LEVEL ** Math.max(0, Math.ceil(Math.log(zoom) / Math.log(LEVEL) - 0.5));

/** The detail that can be seen at the zoom `level`, in degrees: nothing smaller has to be drawn. */
export const detailOf = (base: MapBase, level: number): number =>
  (UNSEEN * DEGREES) / (base.projection.scale() * level);

/** Outlines seen from far have no detail below so many degrees. */
export const FAR = 0.22;

/**
 * The outlines at zoom 1, remembered for the last few projections, with the detail that can be seen at the zoom
 * `level` (all there is where it is absent). `cut` leaves out what lies outside the frame and
 * detail below a pixel: right for a file, wrong for a map that is going to be moved.
 */
export const landPaths = (
  base: MapBase,
  shapes: Shapes | null,
  cut: boolean,
  level = Number.POSITIVE_INFINITY,
): LandPaths => {
  const owner = shapes ? coarseShapes(shapes, detailOf(base, level)) : BARE;
  const mine = known.get(owner) ?? new Map<string, LandPaths>();
  known.set(owner, mine);
  const key = `${base.key} ${cut}`;
  const before = mine.get(key);
  if (before) return before;
  const made = paths(base, owner, cut);
  const oldest = mine.keys().next();
  if (mine.size >= KEPT && !oldest.done) mine.delete(oldest.value);
  mine.set(key, made);
  return made;
};
