import type { Topology } from "topojson-specification";
import world from "./far.gen.json" with { type: "json" };
import type { Shapes } from "./shapes.types.ts";
import { decodeTopology } from "./topology.ts";

/** The same as `decodeShapes` with no more detail than a map of the whole world shows, in a fourth of the bytes. */
export const decodeFar = (): Shapes => decodeTopology(world as unknown as Topology);
