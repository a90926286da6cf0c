/** Land for the map of an embed: brought by a script of its own, since a sandboxed frame may not read a file. */
import type { Shapes } from "#charts/map/shapes.types.ts";
import { decodeTopology } from "#charts/map/topology.ts";

/** In place of `#charts/map/load-shapes.ts`. Rejects where the script did not come. */
export const loadShapes = async (): Promise<Shapes> => {
  const topology = window.liaisonShapes;
  if (!topology) throw new Error("the shapes of the map did not come");
  return decodeTopology(topology);
};
