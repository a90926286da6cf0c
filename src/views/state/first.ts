/**
 * The questions that the page begins with, known from the address alone: they are asked while the record is being read
 * and before anything is drawn, so that the page is drawn once, with all of its answers.
 */
import type { QueryClient } from "@tanstack/react-query";
import { parseWindow } from "#charts/timeline/window-text.ts";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type {
  AgreementRow,
  DayWindow,
  EventStore,
  Lanes,
  OfficialsQuestion,
  Portion,
  TimelineAnswer,
  TimelineQuestion,
} from "#model/questions.ts";
import { asLanes, readAddress, toFilter } from "#model/url.ts";

/** Rows of a list that are asked for together. */
export const PAGE = 48;

/** Rows shown of each group of papers, of each group of words, and of figures, before a reader asks for more. */
export const FIRST = { agreements: 6, commitments: 12, statistics: 16 } as const;
/** Rows of all groups of words together. */
export const TOGETHER = 36;

/** What is asked for before the reader wants more than the first rows of a long list. */
export const PORTIONS = {
  agreements: { whole: 120, each: FIRST.agreements, groups: 0 },
  commitments: { whole: 400, each: FIRST.commitments, groups: TOGETHER },
  statistics: { whole: 120, each: FIRST.statistics, groups: 0 },
} as const satisfies Record<string, Portion>;

export const OFFICIALS: Omit<OfficialsQuestion, "offset" | "limit"> = {
  sort: "meetings",
  text: "",
  side: null,
  organization: null,
};

/** A lane with more events than this in the window is drawn as density: its marks would be narrower than a finger. */
const MARKS = 160;
const LANES_AT_MOST = 24;

/** Two px to a column of density, for a timeline about as wide as the window of the browser. */
export const timelineQuestion = (lanes: Lanes, window: DayWindow | null, viewport: number): TimelineQuestion => ({
  lanes,
  window,
  columns: Math.max(2, Math.ceil(viewport / 160)) * 80,
  markLimit: MARKS,
  laneLimit: LANES_AT_MOST,
});

/** Partners and places that the marks of an answer mention. */
export const mentioned = (answer: TimelineAnswer): readonly string[] =>
  [
    ...new Set(
      answer.lanes.flatMap((lane) => (lane.marks ?? []).flatMap((mark) => [...mark.partners, mark.place ?? ""])),
    ),
  ]
    .filter((id) => id !== "")
    .sort();

/** Partners of papers, to be named. */
export const partnersOf = (rows: readonly AgreementRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ partners }) => partners))].sort();

interface Asked {
  readonly client: QueryClient;
  /** Of the dataset: tells its answers from those of another. */
  readonly key: string;
  readonly store: EventStore;
  /** The query string of the page, and the width of its window in px. */
  readonly search: string;
  readonly viewport: number;
}

/** Asks all of them; resolves when they are in the cache, where the views look for them. Never rejects. */
export const askFirst = async ({ client, key, store, search, viewport }: Asked): Promise<void> => {
  const { raw, view } = readAddress(search);
  const filter = toFilter(raw);
  const ask = <T>(question: readonly unknown[], answer: () => Promise<T>): Promise<T> =>
    client.fetchQuery({ queryKey: [key, ...question], queryFn: answer });
  const names = (ids: readonly string[]): Promise<unknown> =>
    ids.length ? ask(["names", ids], () => store.names(ids)) : Promise.resolve();
  const plain = (name: "summary" | "partners" | "facets" | "places" | "matrix", under: Filter = filter) =>
    ask([name, under], () => store[name](under) as Promise<unknown>);
  const window = view.window === null ? null : parseWindow(view.window);
  const timeline = timelineQuestion(asLanes(view.lanes), window, viewport);
  const page = { offset: 0, limit: PAGE };
  const { event } = view;
  await Promise.allSettled([
    ask(["unknown", filter], () => store.unknown(filter)),
    plain("partners"),
    plain("partners", NO_FILTER),
    plain("facets"),
    plain("summary"),
    ask(["timeline", filter, timeline], () => store.timeline(filter, timeline)).then((answer) =>
      names(mentioned(answer)),
    ),
    ask(["events", filter, 0], () => store.events(filter, page)),
    ...(event === null
      ? []
      : [
          ask(["event", filter, event], () => store.event(event, filter)).then((found) =>
            names(partnersOf(found?.agreements ?? [])),
          ),
        ]),
    plain("places"),
    ask(["officials", filter, OFFICIALS, 0], () => store.officials(filter, { ...OFFICIALS, ...page })),
    ask(["agreements", filter, PORTIONS.agreements], () => store.agreements(filter, PORTIONS.agreements)).then(
      ({ rows }) => names(partnersOf(rows)),
    ),
    ask(["commitments", filter, PORTIONS.commitments], () => store.commitments(filter, PORTIONS.commitments)),
    plain("matrix"),
    ask(["statistics", filter, PORTIONS.statistics], () => store.statistics(filter, PORTIONS.statistics)),
  ]);
};
