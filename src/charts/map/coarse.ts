/** Outlines with no more detail than can be seen: what a map of the world costs follows its pixels. */
import type { GeoJSON, Geometry, Position } from "geojson";
import type { Shapes } from "./shapes.types.ts";

type Line = readonly Position[];

const at = (line: Line, index: number): readonly [number, number] => {
  const point = line[index];
  return [point?.[0] ?? 0, point?.[1] ?? 0];
};

/** Twice the area of a ring on the plane of its degrees; its sign tells the way round. */
const area = (ring: Line): number => {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [[x0, y0], [x1, y1]] = [at(ring, index - 1), at(ring, index)];
    sum += x0 * y1 - x1 * y0;
  }
  return sum;
};

/** Leaves out points nearer than `degrees` to the last one kept; both ends stay. */
export const thinLine = (line: Line, degrees: number): Position[] => {
  const kept: Position[] = [];
  let [x0, y0] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const last = line.length - 1;
  line.forEach((point, index) => {
    const [x, y] = at(line, index);
    const apart = Math.hypot((x - x0) * Math.cos((y * Math.PI) / 180), y - y0);
    if (index > 0 && index < last && apart < degrees) return;
    kept.push(point);
    [x0, y0] = [x, y];
  });
  return kept;
};

/** The ring with less detail, or null where nothing is left of it or it would turn inside out. */
const thinRing = (ring: Line, degrees: number): Position[] | null => {
  const thin = thinLine(ring, degrees);
  const left = area(thin);
  return thin.length < 4 || Math.abs(left) < degrees * degrees || Math.sign(left) !== Math.sign(area(ring))
    ? null
    : thin;
};

const thinPolygon = (rings: readonly Line[], degrees: number): Position[][] => {
  const [coast, ...holes] = rings.map((ring) => thinRing(ring, degrees));
  return coast ? [coast, ...holes.filter((hole) => hole !== null)] : [];
};

const thinGeometry = (shape: Geometry, degrees: number): Geometry => {
  switch (shape.type) {
    case "Polygon":
      return { ...shape, coordinates: thinPolygon(shape.coordinates, degrees) };
    case "MultiPolygon":
      return {
        ...shape,
        coordinates: shape.coordinates.map((rings) => thinPolygon(rings, degrees)).filter((rings) => rings.length),
      };
    case "LineString":
      return { ...shape, coordinates: thinLine(shape.coordinates, degrees) };
    case "MultiLineString":
      return { ...shape, coordinates: shape.coordinates.map((line) => thinLine(line, degrees)) };
    case "GeometryCollection":
      return { ...shape, geometries: shape.geometries.map((one) => thinGeometry(one, degrees)) };
    default:
      return shape;
  }
};

const thinShape = (shape: GeoJSON, degrees: number): GeoJSON => {
  if (shape.type === "FeatureCollection")
    return {
      ...shape,
      features: shape.features.map((one) => ({ ...one, geometry: thinGeometry(one.geometry, degrees) })),
    };
  return shape.type === "Feature"
    ? { ...shape, geometry: thinGeometry(shape.geometry, degrees) }
    : thinGeometry(shape, degrees);
};

const known = new WeakMap<Shapes, Map<number, Shapes>>();

/** Shapes without detail below `degrees`, rounded down to a power of the root of two; all there is below 1/64. */
export const coarseShapes = (shapes: Shapes, degrees: number): Shapes => {
  const step = 2 ** (Math.floor(2 * Math.log2(degrees)) / 2);
  if (!(step >= 1 / 64)) return shapes;
  const mine = known.get(shapes) ?? new Map<number, Shapes>();
  known.set(shapes, mine);
  const before = mine.get(step);
  if (before) return before;
  const coarse = { land: thinShape(shapes.land, step), borders: thinShape(shapes.borders, step) };
  mine.set(step, coarse);
  return coarse;
};
