/** Countries of today: their codes from the runtime's Unicode data, their shapes from Natural Earth (world-atlas). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoContains, geoDistance } from "d3";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { World } from "../src/data/check.ts";

/** Two-letter codes that Unicode names but ISO 3166-1 does not assign. */
const NOT_ISO = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split(" "));

const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** The code in use today for a code or a three-digit number: "704" is VN, "SU" is RU. */
const current = (code: string): string => (Intl.getCanonicalLocales(`und-${code}`)[0] ?? "").slice("und-".length);

/** Whether `code` is one of ISO 3166-1 alpha-2. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NOT_ISO.has(code) && names.of(code) !== undefined && current(code) === code;

/** Shapes are simplified: a harbour may lie in their sea. One degree of a great circle, 111 km. */
const MARGIN = Math.PI / 180;

type Shape = Feature<Polygon | MultiPolygon>;

const readShapes = (): ReadonlyMap<string, Shape> => {
  const path = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const topology = JSON.parse(readFileSync(path, "utf8")) as Topology<{ countries: GeometryCollection }>;
  const { features } = feature(topology, topology.objects.countries) as FeatureCollection<Polygon | MultiPolygon>;
  return new Map(features.filter(({ id }) => id !== undefined).map((each) => [current(String(each.id)), each]));
};

const outlines = ({ geometry }: Shape): Position[] =>
  (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat(2);

let shapes: ReadonlyMap<string, Shape> | null = null;

/** Whether a point lies in a country or within a degree of its outline; null where no shape is known. */
export const inCountry = (code: string, lat: number, lon: number): boolean | null => {
  shapes ??= readShapes();
  const shape = shapes.get(code);
  if (!shape) return null;
  const point: [number, number] = [lon, lat];
  if (geoContains(shape, point)) return true;
  return outlines(shape).some(([x = 0, y = 0]) => geoDistance(point, [x, y]) < MARGIN);
};

export const world: World = { isCountry, inCountry };
