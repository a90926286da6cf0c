/**
 * Makes two files in `src/charts/map/` from world-atlas (Natural Earth, 1:50 million): land and inner borders as one
 * topology, with points taken out by Visvalingam's method until the file fits its budget. `shapes.gen.json` has the
 * detail that a region needs, `far.gen.json` what can be seen of the whole world at once.
 *
 * Run `npm run shapes` after raising world-atlas. The results are committed.
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

interface Detail {
  readonly file: string;
  /** Steradians: the smallest triangle a point may span, and the smallest island that stays. */
  readonly point: number;
  readonly island: number;
  /** Steps to which the width and height of the world are rounded. */
  readonly steps: number;
  /** Bytes, gzip. */
  readonly budget: number;
}

const DETAILS: readonly Detail[] = [
  { file: "shapes.gen.json", point: 2e-6, island: 6e-6, steps: 1e4, budget: 58_000 },
  { file: "far.gen.json", point: 2.5e-5, island: 6e-5, steps: 3e3, budget: 18_000 },
];

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

const weighed = presimplify(both, sphericalTriangleArea);

for (const { file, point, island, steps, budget } of DETAILS) {
  const thinned = simplify(weighed, point);
  const kept = filter(thinned, filterAttachedWeight(thinned, island, areaOf));
  const text = JSON.stringify(quantize(kept, steps), (key, value) => (key === "bbox" ? undefined : value));
  const bytes = gzipSync(text, { level: 9 }).length;
  if (bytes > budget) {
    console.error(`${file} takes ${bytes} bytes gzip, more than ${budget}: keep less detail in scripts/map-shapes.ts.`);
    process.exit(1);
  }
  writeFileSync(new URL(`../src/charts/map/${file}`, import.meta.url), text);
  console.log(`src/charts/map/${file}: ${text.length} bytes, ${bytes} gzip`);
}
