import type { Topology } from "topojson-specification";
import type { Detail, Shapes } from "./shapes.types.ts";
import { decodeTopology } from "./topology.ts";

type Json = { readonly default: unknown };

const FETCH: Readonly<Record<Detail, () => Promise<Json>>> = {
  all: () => import("./shapes.gen.json", { with: { type: "json" } }),
  far: () => import("./far.gen.json", { with: { type: "json" } }),
};
const asked = new Map<Detail, Promise<Shapes>>();
const there = new Map<Detail, Shapes>();

/** The land shapes where they have come already; null before: nothing is fetched. */
export const shapesAtHand = (detail: Detail): Shapes | null => there.get(detail) ?? null;

/** Fetches and decodes the land shapes once; a failed fetch is asked for again by the next call. Rejects offline. */
export const loadShapes = (detail: Detail = "all"): Promise<Shapes> => {
  const before = asked.get(detail);
  if (before) return before;
  const coming = FETCH[detail]()
    .then((world) => {
      const shapes = decodeTopology(world.default as Topology);
      there.set(detail, shapes);
      return shapes;
    })
    .catch((fault: unknown) => {
      asked.delete(detail);
      throw fault;
    });
  asked.set(detail, coming);
  return coming;
};
