/** Land for the map of an embed: brought by a script of its own, since a sandboxed frame may not read a file. */
import type { Shapes } from "#charts/map/shapes.types.ts";
import { decodeTopology } from "#charts/map/topology.ts";

let decoded: Shapes | null = null;

/** The shapes where their script has come; null before. Both functions in place of `#charts/map/load-shapes.ts`. */
export const shapesAtHand = (): Shapes | null => {
  if (!decoded && window.liaisonShapes) decoded = decodeTopology(window.liaisonShapes);
  return decoded;
};

/** Rejects where the script did not come. */
export const loadShapes = async (): Promise<Shapes> => {
  const shapes = shapesAtHand();
  if (!shapes) throw new Error("the shapes of the map did not come");
  return shapes;
};
