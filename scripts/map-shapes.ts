/**
 * Makes `src/charts/map/shapes.gen.json` from world-atlas (Natural Earth, 1:50 million): land and inner borders as one
 * topology, with points taken out by Visvalingam's method until the file fits its budget of 60 KB gzip.
 *
 * Run `npm run shapes` after raising world-atlas. The result is committed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { meshArcs, quantize } from "topojson-client";
import {
  filter,
  filterAttachedWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from "topojson-simplify";
import type { GeometryCollection, Objects, Topology } from "topojson-specification";

const OUT = new URL("../src/charts/map/shapes.gen.json", import.meta.url);
/** Steradians: the smallest triangle a point may span, and the smallest island that stays. */
const POINT = 2e-6;
const ISLAND = 6e-6;
const BUDGET = 58_000;

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const source = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
/** The package's own types forget that a ring may be an island or a hole. */
const areaOf = sphericalRingArea as unknown as Parameters<typeof filterAttachedWeight>[2];

const world = JSON.parse(readFileSync(source, "utf8")) as World;
const { arcs, transform, ...rest } = world;
const borders = meshArcs(world, world.objects.countries, (a, b) => a !== b);
const both = { ...rest, arcs, transform, objects: { land: world.objects.land, borders } } as unknown as Topology<
  Objects<object>
>;

const thinned = simplify(presimplify(both, sphericalTriangleArea), POINT);
const kept = filter(thinned, filterAttachedWeight(thinned, ISLAND, areaOf));
const text = JSON.stringify(quantize(kept, 1e4), (key, value) => (key === "bbox" ? undefined : value));
const bytes = gzipSync(text, { level: 9 }).length;

if (bytes > BUDGET) {
  console.error(
    `The shapes take ${bytes} bytes gzip, more than ${BUDGET}. Raise POINT or ISLAND in scripts/map-shapes.ts.`,
  );
  process.exit(1);
}
writeFileSync(OUT, text);
console.log(`src/charts/map/shapes.gen.json: ${text.length} bytes, ${bytes} gzip`);
