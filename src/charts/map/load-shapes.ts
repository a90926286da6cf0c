import type { Shapes } from "./shapes.types.ts";

let asked: Promise<Shapes> | null = null;

/** Fetches and decodes the land shapes once; a failed fetch is asked for again by the next call. Rejects offline. */
export const loadShapes = (): Promise<Shapes> => {
  asked ??= import("./shapes.ts")
    .then((module) => module.decodeShapes())
    .catch((fault: unknown) => {
      asked = null;
      throw fault;
    });
  return asked;
};
