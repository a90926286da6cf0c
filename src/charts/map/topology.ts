import { feature } from "topojson-client";
import type { GeometryCollection, MultiLineString, MultiPolygon, Topology } from "topojson-specification";
import type { Shapes } from "./shapes.types.ts";

type World = Topology<{ land: GeometryCollection<object> | MultiPolygon; borders: MultiLineString }>;

/** Land and inner borders out of the topology that `npm run shapes` makes. */
export const decodeTopology = (world: Topology): Shapes => {
  const topology = world as unknown as World;
  return { land: feature(topology, topology.objects.land), borders: feature(topology, topology.objects.borders) };
};
