/** One figure asked, said and drawn by its definition: for whoever has the one and does not want the others. */
import type { FigureText } from "#charts/kit/figure-text.ts";
import { isoDay, parseDate } from "#lib/dates.ts";
import type { Filter } from "#model/filter.ts";
import type { EventStore, Summary } from "#model/questions.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { Names } from "#model/words/en/sentences.ts";
import type { Answers, Definition, Drawing, Drawn, FigureView } from "./definition.ts";
import type { FigureName } from "./names.ts";
import { publishersBehind } from "./publishers.ts";
import { underFilter, withPeriod } from "./text.ts";

/** Figures of meetings as such, with the clause of the filter that each of them skips. */
const OF_MEETINGS: Partial<Readonly<Record<FigureName, "partner" | "place" | "official" | null>>> = {
  partners: "partner",
  map: "place",
  officials: "official",
  topics: null,
  agreements: null,
  commitments: null,
};

/** Everything a figure is drawn from: the question, its answer, and the names and counts that its words need. */
export interface Asked<N extends FigureName = FigureName> {
  readonly figure: N;
  readonly filter: Filter;
  readonly view: FigureView;
  readonly answer: Answers[N];
  readonly names: Names;
  readonly summary: Summary;
  /** Whose pages stand behind the rows; null where they are too many to be asked for. */
  readonly publishers: readonly string[] | null;
}

/** The filter with the days that a zoomed timeline shows; that of every other figure as it is. */
const filterShown = (figure: FigureName, filter: Filter, { window }: FigureView): Filter => {
  if (figure !== "timeline" || window === null) return filter;
  const span = (edtf: string | null) => {
    const read = edtf === null ? null : parseDate(edtf);
    return read?.ok ? read.value : null;
  };
  const { start = Number.NEGATIVE_INFINITY } = span(filter.from) ?? {};
  const { end = Number.POSITIVE_INFINITY } = span(filter.to) ?? {};
  return {
    ...filter,
    from: start >= window.start ? filter.from : isoDay(window.start),
    to: end <= window.end ? filter.to : isoDay(window.end),
  };
};

const namedIn = (filter: Filter): readonly string[] => [
  ...filter.partner,
  ...filter.official,
  ...filter.topic,
  ...filter.place,
];

/** Asks the store all that a figure needs. Rejects only where the store does. */
export const askWith = async <N extends FigureName>(
  definition: Definition<N>,
  store: EventStore,
  figure: N,
  filter: Filter,
  view: FigureView,
): Promise<Asked<N>> => {
  const [answer, summary] = await Promise.all([
    definition.ask(store, filter, view),
    store.summary(filterShown(figure, filter, view)),
  ]);
  const named = [...definition.mentions(answer), ...namedIn(filter), view.officials?.organization ?? ""];
  const ids = new Set(named.filter((id) => id !== ""));
  const window = figure === "timeline" ? view.window : null;
  const [names, publishers] = await Promise.all([
    store.names([...ids].sort()),
    publishersBehind(store, definition.behind(answer), filter, window),
  ]);
  return { figure, filter, view, answer, summary, names, publishers };
};

/** How the officials are narrowed by themselves, as phrases. */
const narrowing = ({ figure, view: { officials }, names }: Asked, words: AllWords): readonly string[] => {
  if (figure !== "officials" || !officials) return [];
  const { side = null, organization = null, text = "" } = officials;
  return [
    ...(side === null ? [] : [words.labels.side[side]]),
    ...(organization === null ? [] : [names[organization] ?? organization]),
    ...(text.trim() === "" ? [] : [words.figures.found(text.trim())]),
  ];
};

/** The filter as a phrase; empty where nothing is filtered, and for an event, which is one row whatever the filter. */
export const filterPhrase = (asked: Asked, words: AllWords): string => {
  const { figure, filter, names } = asked;
  if (figure === "event") return "";
  return [words.sentences.filterTitle(filter, names), ...narrowing(asked, words)].filter(Boolean).join(", ");
};

/** The same with the days that a zoomed timeline shows, which its title says by itself. */
export const shownPhrase = (asked: Asked, words: AllWords): string =>
  filterPhrase({ ...asked, filter: filterShown(asked.figure, asked.filter, asked.view) }, words);

/** What a figure is called among others of its record: an event by its title, the others by their kind. */
export const figureTitle = ({ figure, answer }: Asked, words: AllWords): string =>
  figure === "event" && answer !== null && "event" in answer
    ? answer.event.title
    : words.figures.names[figure].toLowerCase();

/** "Showing 4 of 14 meetings, with Republic of Korea"; empty for an event, which is one whatever the filter. */
export const statusOf = ({ figure, summary, filter, names }: Asked, words: AllWords): string =>
  figure === "event" ? "" : words.sentences.status(summary, filter, names);

/** Title, text alternatives, table and counting rule, with the filter in words. */
export const describeWith = <N extends FigureName>(
  definition: Definition<N>,
  asked: Asked<N>,
  words: AllWords,
): FigureText => {
  const text = definition.describe(asked.answer, { words, names: asked.names, view: asked.view });
  const { span } = asked.summary;
  const skipped = OF_MEETINGS[asked.figure];
  // More meetings than the summary has stand behind a figure that skips a clause.
  const known = skipped !== undefined && (skipped === null || asked.filter[skipped].length === 0);
  const dated = known && span ? withPeriod(text, words.figures.altPeriod(span.start, span.end)) : text;
  return underFilter(dated, filterPhrase(asked, words), words);
};

export type DrawOptions = Pick<Drawing, "words" | "theme" | "width" | "height" | "shapes" | "rows" | "pointing">;

export interface DrawnFigure extends Drawn {
  readonly text: FigureText;
}

/** Draws an answer as a static element with its own `<svg>`; see `drawFigure`. */
export const drawWith = <N extends FigureName>(
  definition: Definition<N>,
  asked: Asked<N>,
  options: DrawOptions,
): DrawnFigure => {
  const text = describeWith(definition, asked, options.words);
  const { names, view, filter } = asked;
  return { ...definition.draw(asked.answer, { ...options, names, view, filter, text }), text };
};
