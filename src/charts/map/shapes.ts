import type { Topology } from "topojson-specification";
import world from "./shapes.gen.json" with { type: "json" };
import type { Shapes } from "./shapes.types.ts";
import { decodeTopology } from "./topology.ts";

/** Land and inner borders from Natural Earth, decoded: for commands and tests. The page fetches them (`loadShapes`). */
export const decodeShapes = (): Shapes => decodeTopology(world as unknown as Topology);
