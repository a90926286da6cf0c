/** The one list of figures: asked, said and drawn by name, the same for page, embed, file and command. */
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { Filter } from "#model/filter.ts";
import type { EventStore } from "#model/questions.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { Definition, FigureView } from "./definition.ts";
import type { FigureName } from "./names.ts";
import { agreements } from "./of/agreements.tsx";
import { commitments } from "./of/commitments.tsx";
import { event } from "./of/event.tsx";
import { map } from "./of/map.tsx";
import { officials } from "./of/officials.tsx";
import { partners } from "./of/partners.tsx";
import { statistics } from "./of/statistics.tsx";
import { timeline } from "./of/timeline.tsx";
import { topics } from "./of/topics.tsx";
import { type Asked, askWith, type DrawnFigure, type DrawOptions, describeWith, drawWith } from "./one.ts";

const REGISTRY: { readonly [N in FigureName]: Definition<N> } = {
  timeline,
  map,
  officials,
  partners,
  topics,
  agreements,
  commitments,
  statistics,
  event,
};

/** Asks the store all that a figure needs. Rejects only where the store does. */
export const askFigure = async <N extends FigureName>(
  store: EventStore,
  figure: N,
  filter: Filter,
  view: FigureView,
): Promise<Asked<N>> => askWith<N>(REGISTRY[figure], store, figure, filter, view);

/** Title, text alternatives, table and counting rule, with the filter in words. */
export const describeFigure = <N extends FigureName>(asked: Asked<N>, words: AllWords): FigureText =>
  describeWith<N>(REGISTRY[asked.figure], asked, words);

/**
 * Draws an answer as a static element with its own `<svg>`: no frame, title or footer. Text is measured with the face
 * of the enclosing `measuringWith`, which must also enclose the rendering of the element.
 */
export const drawFigure = <N extends FigureName>(asked: Asked<N>, options: DrawOptions): DrawnFigure =>
  drawWith<N>(REGISTRY[asked.figure], asked, options);

/** How many rows, cards or lanes a figure has to draw, and whether it says itself what it leaves out. */
export const rowsOf = <N extends FigureName>(asked: Asked<N>): { readonly all: number; readonly tells: boolean } => {
  const definition: Definition<N> = REGISTRY[asked.figure];
  return { all: definition.rows(asked.answer), tells: definition.tells };
};
