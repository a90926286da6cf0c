import type { Detail, Shapes } from "./shapes.types.ts";

const FETCH: Readonly<Record<Detail, () => Promise<Shapes>>> = {
  all: () => import("./shapes.ts").then((module) => module.decodeShapes()),
  far: () => import("./far.ts").then((module) => module.decodeFar()),
};
const asked = new Map<Detail, Promise<Shapes>>();

/** Fetches and decodes the land shapes once; a failed fetch is asked for again by the next call. Rejects offline. */
export const loadShapes = (detail: Detail = "all"): Promise<Shapes> => {
  const before = asked.get(detail);
  if (before) return before;
  const coming = FETCH[detail]().catch((fault: unknown) => {
    asked.delete(detail);
    throw fault;
  });
  asked.set(detail, coming);
  return coming;
};
