/** The one list of figures: asked, said and drawn by name, the same for page, embed, file and command. */
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { Filter } from "#model/filter.ts";
import type { EventStore, Summary } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Names } from "#model/words/en/sentences.ts";
import type { Answers, Definition, Drawing, Drawn, FigureView } from "./definition.ts";
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
import { underFilter } from "./text.ts";

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

/** Everything a figure is drawn from: the question, its answer, and the names and counts that its words need. */
export interface Asked<N extends FigureName = FigureName> {
  readonly figure: N;
  readonly filter: Filter;
  readonly view: FigureView;
  readonly answer: Answers[N];
  readonly names: Names;
  readonly summary: Summary;
}

const namedIn = (filter: Filter): readonly string[] => [
  ...filter.partner,
  ...filter.official,
  ...filter.topic,
  ...filter.place,
];

/** Asks the store all that a figure needs. Rejects only where the store does. */
export const askFigure = async <N extends FigureName>(
  store: EventStore,
  figure: N,
  filter: Filter,
  view: FigureView,
): Promise<Asked<N>> => {
  const definition: Definition<N> = REGISTRY[figure];
  const [answer, summary] = await Promise.all([definition.ask(store, filter, view), store.summary(filter)]);
  const ids = new Set([...definition.mentions(answer), ...namedIn(filter)].filter((id) => id !== ""));
  return { figure, filter, view, answer, summary, names: await store.names([...ids].sort()) };
};

/** The filter as a phrase; empty where nothing is filtered, and for an event, which is one row whatever the filter. */
export const filterPhrase = ({ figure, filter, names }: Asked, words: Words): string =>
  figure === "event" ? "" : words.sentences.filterTitle(filter, names);

/** Title, text alternatives, table and counting rule, with the filter in words. */
export const describeFigure = <N extends FigureName>(asked: Asked<N>, words: Words): FigureText => {
  const definition: Definition<N> = REGISTRY[asked.figure];
  const text = definition.describe(asked.answer, { words, names: asked.names, view: asked.view });
  return underFilter(text, filterPhrase(asked, words), words);
};

export type DrawOptions = Pick<Drawing, "words" | "theme" | "width" | "height" | "shapes" | "rows">;

export interface DrawnFigure extends Drawn {
  readonly text: FigureText;
}

/**
 * Draws an answer as a static element with its own `<svg>`: no frame, title or footer. Text is measured with the face
 * of the enclosing `measuringWith`, which must also enclose the rendering of the element.
 */
export const drawFigure = <N extends FigureName>(asked: Asked<N>, options: DrawOptions): DrawnFigure => {
  const definition: Definition<N> = REGISTRY[asked.figure];
  const text = describeFigure(asked, options.words);
  const { names, view, filter } = asked;
  return { ...definition.draw(asked.answer, { ...options, names, view, filter, text }), text };
};

/** How many rows, cards or lanes a figure has to draw, and whether it says itself what it leaves out. */
export const rowsOf = <N extends FigureName>(asked: Asked<N>): { readonly all: number; readonly tells: boolean } => {
  const definition: Definition<N> = REGISTRY[asked.figure];
  return { all: definition.rows(asked.answer), tells: definition.tells };
};
