import { feature } from "topojson-client";
import type { GeometryCollection, MultiLineString, MultiPolygon, Topology } from "topojson-specification";
import world from "./shapes.gen.json" with { type: "json" };
import type { Shapes } from "./shapes.types.ts";

type World = Topology<{ land: GeometryCollection<object> | MultiPolygon; borders: MultiLineString }>;

/** Land and inner borders from Natural Earth, decoded. Import this module dynamically (`loadShapes`): it is heavy. */
export const decodeShapes = (): Shapes => {
  const topology = world as unknown as World;
  return { land: feature(topology, topology.objects.land), borders: feature(topology, topology.objects.borders) };
};
