import type { Topology } from "topojson-specification";
import type { Detail, Shapes } from "./shapes.types.ts";
import { decodeTopology } from "./topology.ts";

type Json = { readonly default: unknown };

const FETCH: Readonly<Record<Detail, () => Promise<Json>>> = {
  all: () => import("./shapes.gen.json", { with: { type: "json" } }),
  far: () => import("./far.gen.json", { with: { type: "json" } }),
};
const asked = new Map<Detail, Promise<Shapes>>();

/** Fetches and decodes the land shapes once; a failed fetch is asked for again by the next call. Rejects offline. */
export const loadShapes = (detail: Detail = "all"): Promise<Shapes> => {
  const before = asked.get(detail);
  if (before) return before;
  const coming = FETCH[detail]()
    .then((world) => decodeTopology(world.default as Topology))
    .catch((fault: unknown) => {
      asked.delete(detail);
      throw fault;
    });
  asked.set(detail, coming);
  return coming;
};
