/** Choosing a projection for a set of places: north up, centred on them, cut where nothing is shown. */
import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCircle,
  geoDistance,
  geoNaturalEarth1,
  geoPath,
} from "d3";

export type LonLat = readonly [lon: number, lat: number];
/** [left, top, right, bottom] in px. */
export type Box = readonly [number, number, number, number];

export interface MapBase {
  readonly kind: "regional" | "world";
  readonly projection: GeoProjection;
  /** The projection in words, so that the same one is not drawn twice. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Px of a place at zoom 1. */
  readonly project: (lon: number, lat: number) => readonly [number, number];
  /** What the whole sphere takes at zoom 1. */
  readonly bounds: Box;
  readonly zoom: readonly [min: number, max: number];
}

const RADIANS = Math.PI / 180;
/** Places further than this from their centre, in degrees, are shown on a map of the world. */
const REGION = 33;
/** Around the poles a map of the world tears the places apart, so the region may be larger. */
const POLAR = 52;
const POLAR_REGION = 75;
/** The least that is shown around a place, in degrees, so that a reader sees where it is. */
const LEAST = 11;
/** Of the sphere, in degrees from the centre of a regional map. */
const HORIZON = 100;
/** Px a radian at the deepest zoom. */
const DEEPEST = 9000;

type Vector = readonly [number, number, number];

const vector = ([lon, lat]: LonLat): Vector => {
  const [a, b] = [lon * RADIANS, lat * RADIANS];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
};
const lonLat = ([x, y, z]: Vector): LonLat => [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * Centre of a small circle that holds all points, and its radius in degrees: steps toward the farthest point by 1/i
 * (Bădoiu and Clarkson, "Smaller core-sets for balls", 2003), on the sphere.
 */
export const enclosingCap = (points: readonly LonLat[]): { readonly centre: LonLat; readonly radius: number } => {
  const vectors = points.map(vector);
  const first = vectors[0];
  if (!first) return { centre: [0, 0], radius: 180 };
  let centre = first;
  for (let step = 2; step < 60; step++) {
    let [far, least] = [first, dot(centre, first)];
    for (const one of vectors) {
      const near = dot(centre, one);
      if (near < least) [far, least] = [one, near];
    }
    const moved = centre.map((value, at) => value + ((far[at] ?? 0) - value) / step) as unknown as Vector;
    const length = Math.hypot(...moved);
    if (length < 1e-9) break;
    centre = [moved[0] / length, moved[1] / length, moved[2] / length];
  }
  const at = lonLat(centre);
  const radius = Math.max(...points.map((point) => geoDistance([...at], [...point]) / RADIANS));
  return { centre: at, radius };
};

/** Middle of the shortest stretch of longitude that holds all points. */
const middleLongitude = (points: readonly LonLat[]): number => {
  const sorted = points.map(([lon]) => lon).sort((a, b) => a - b);
  let [gap, after] = [-1, 0];
  sorted.forEach((lon, at) => {
    const previous = at === 0 ? (sorted[sorted.length - 1] ?? 0) - 360 : (sorted[at - 1] ?? 0);
    if (lon - previous > gap) [gap, after] = [lon - previous, lon];
  });
  const middle = after + (360 - gap) / 2;
  return sorted.length ? ((middle + 540) % 360) - 180 : 10;
};

const round = (value: number): number => Math.round(value * 1000) / 1000;

const finish = (kind: MapBase["kind"], projection: GeoProjection, width: number, height: number): MapBase => {
  const [[x0, y0], [x1, y1]] = geoPath(projection).bounds({ type: "Sphere" });
  const whole = Math.min(width / (x1 - x0), height / (y1 - y0));
  const deepest = Math.max(4, DEEPEST / projection.scale());
  const parts = [...projection.rotate(), projection.scale(), ...projection.translate(), width, height].map(round);
  return {
    kind,
    projection,
    key: `${kind} ${parts.join(" ")}`,
    width,
    height,
    project: (lon, lat) => projection([lon, lat]) ?? [Number.NaN, Number.NaN],
    bounds: [x0, y0, x1, y1],
    zoom: [Math.min(1, whole * 0.96), deepest],
  };
};

/** Moves a map of the world up or down where a pole would leave a strip empty, as far as its places stay inside. */
const coverFrame = (projection: GeoProjection, points: readonly LonLat[], height: number, inner: Box): void => {
  const [[, top], [, bottom]] = geoPath(projection).bounds({ type: "Sphere" });
  const ys = points.map(([lon, lat]) => projection([lon, lat])?.[1] ?? height / 2);
  const up = Math.min(Math.max(0, top), Math.max(0, Math.min(...ys) - inner[1]), Math.max(0, bottom - height));
  const down = Math.min(Math.max(0, height - bottom), Math.max(0, inner[3] - Math.max(...ys)), Math.max(0, -top));
  const [x, y] = projection.translate();
  projection.translate([x, y + down - up]);
};

/** The same projection with zoom and position in it, for a drawing that is not going to be moved. */
export const zoomedBase = (
  base: MapBase,
  view: { readonly k: number; readonly x: number; readonly y: number },
): MapBase => {
  const { kind, projection, width, height } = base;
  const [x, y] = projection.translate();
  const moved = kind === "regional" ? geoAzimuthalEqualArea().clipAngle(HORIZON) : geoNaturalEarth1();
  moved
    .rotate(projection.rotate())
    .scale(projection.scale() * view.k)
    .translate([x * view.k + view.x, y * view.k + view.y])
    .precision(projection.precision());
  return finish(kind, moved, width, height);
};

/**
 * A projection that shows all points inside `inner` (px). Near each other: Lambert's azimuthal equal-area, centred on
 * them. Far apart: Natural Earth, turned to their middle longitude, so that the antimeridian never parts them.
 */
export const fitProjection = (points: readonly LonLat[], width: number, height: number, inner: Box): MapBase => {
  const extent: [[number, number], [number, number]] = [
    [inner[0], inner[1]],
    [inner[2], inner[3]],
  ];
  const { centre, radius } = enclosingCap(points);
  const regional = radius <= (Math.abs(centre[1]) > POLAR ? POLAR_REGION : REGION);
  if (points.length > 0 && regional) {
    const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).clipAngle(HORIZON).precision(0.4);
    const shown: GeoPermissibleObjects =
      radius < LEAST
        ? geoCircle()
            .center([...centre])
            .radius(LEAST)()
        : { type: "MultiPoint", coordinates: points.map((point) => [...point]) };
    return finish("regional", projection.fitExtent(extent, shown), width, height);
  }
  const projection = geoNaturalEarth1()
    .rotate([-middleLongitude(points), 0])
    .precision(0.4);
  if (points.length > 1) {
    projection.fitExtent(extent, { type: "MultiPoint", coordinates: points.map((point) => [...point]) });
  }
  const world = geoNaturalEarth1()
    .rotate(projection.rotate())
    .precision(0.4)
    .fitExtent(
      [
        [6, 6],
        [width - 6, height - 6],
      ],
      { type: "Sphere" },
    );
  const fits = points.length > 1 && Number.isFinite(projection.scale()) && projection.scale() > world.scale();
  if (fits) coverFrame(projection, points, height, inner);
  return finish("world", fits ? projection : world, width, height);
};
