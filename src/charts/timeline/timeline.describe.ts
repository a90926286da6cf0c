/** What a timeline says in words, from exactly the rows it was given. */
import { ALT_MEDIUM, ALT_SHORT, type FigureTable, type FigureText, withinLimit } from "#charts/kit/figure-text.ts";
import { calendarDay } from "#lib/dates.ts";
import type { Lanes, TimelineAnswer, TimelineMark } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { countedInWindow, spanShown } from "./in-window.ts";
import { laneName } from "./lane-name.ts";

export interface DescribeOptions {
  readonly words: Words;
  readonly lanes: Lanes;
  readonly partnerName: (id: string) => string;
  readonly placeName?: (id: string) => string | null;
}

const TOP_LANES = 4;

/** Each event once, in order of time, whatever lanes it stands in. */
export const distinctMarks = (answer: TimelineAnswer): readonly TimelineMark[] => {
  const seen = new Map<string, TimelineMark>();
  for (const lane of answer.lanes) for (const mark of lane.marks ?? []) seen.set(mark.id, mark);
  return [...seen.values()].sort((a, b) => a.index - b.index);
};

const peakYear = (marks: readonly TimelineMark[]): readonly [number, number] | null => {
  const years = new Map<number, number>();
  for (const mark of marks) {
    if (!mark.counted || !Number.isFinite(mark.start)) continue;
    const { year } = calendarDay(mark.start);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years].reduce<readonly [number, number] | null>(
    (best, at) => (best && best[1] >= at[1] ? best : at),
    null,
  );
};

/** Meetings among the marks, each once. */
const meetingsIn = (answer: TimelineAnswer): number => {
  const seen = new Set<string>();
  for (const lane of answer.lanes) for (const mark of lane.marks ?? []) if (mark.counted) seen.add(mark.id);
  return seen.size;
};

/** The short text alternative alone: a moving window asks for it at every step. */
export const shortText = (
  answer: TimelineAnswer,
  { words, lanes }: Pick<DescribeOptions, "words" | "lanes">,
): string => {
  const said = words.timeline;
  if (answer.lanes.length === 0) return said.altNothing;
  const { start, end } = spanShown(answer);
  const text = answer.lanes.some((lane) => lane.marks === null)
    ? said.altShortDense(
        lanes,
        answer.lanes.reduce((most, lane) => Math.max(most, lane.inWindow), 0),
        start,
        end,
      )
    : said.altShort(lanes, meetingsIn(answer), start, end);
  return withinLimit([text], ALT_SHORT);
};

const rowOf = (mark: TimelineMark, { words, partnerName, placeName }: DescribeOptions) => ({
  id: mark.id,
  kind: "event" as const,
  cells: [
    words.timeline.when(mark),
    mark.title,
    words.labels.eventType[mark.type],
    words.labels.eventStatus[mark.status],
    mark.partners.map(partnerName).join(", "),
    mark.place === null ? "" : (placeName?.(mark.place) ?? ""),
    mark.papers.map((paper) => paper.title).join("; "),
    words.timeline.certaintyCell(mark),
  ],
});

/**
 * Title, alt texts, table and counting rule of the timeline as answered. A lane that came as density is one row of
 * the table, with its number of events; its events are not.
 */
export const describeTimeline = (answer: TimelineAnswer, options: DescribeOptions): FigureText => {
  const { words, lanes } = options;
  const said = words.timeline;
  const marks = distinctMarks(answer);
  const { start, end } = spanShown(answer);
  const title = said.title(lanes, start, end);
  const table = (): FigureTable => ({
    caption: title,
    columns: said.columns,
    rows: [
      ...marks.map((mark) => rowOf(mark, options)),
      ...answer.lanes
        .filter((lane) => lane.marks === null)
        .map((lane) => ({
          id: lane.id,
          cells: said.denseRow(laneName(lane, lanes, words), lane.inWindow, start, end),
        })),
    ],
  });
  if (answer.lanes.length === 0)
    return {
      title,
      alt: { short: said.altNothing, medium: said.altNothing, long: said.altNothing },
      table: table(),
      howWeCount: said.howWeCount,
    };
  const dense = answer.lanes.filter((lane) => lane.marks === null).length;
  const named = countedInWindow(answer)
    .map((lane) => ({ label: laneName(lane, lanes, words), count: lane.count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const peak = peakYear(marks);
  const latest = marks.findLast((mark) => mark.counted);
  const announced = marks.filter((mark) => mark.status === "announced").length;
  const short = shortText(answer, options);
  const sentences = [
    short,
    ...(named.length ? [said.altLanes(named.slice(0, TOP_LANES), Math.max(0, named.length - TOP_LANES))] : []),
    ...(peak && !dense ? [said.altPeak(peak[0], peak[1])] : []),
    ...(latest && !dense ? [said.altLatest(latest.title, latest.edtf)] : []),
    ...(announced ? [said.altAnnounced(announced)] : []),
    ...(dense ? [said.altDensity(dense)] : []),
    ...(answer.undated ? [`${said.undated(answer.undated)}.`] : []),
  ];
  const altRow = (mark: TimelineMark): string =>
    said.altRow({
      when: said.when(mark),
      title: mark.title,
      kind: said.kind(mark),
      partners: mark.partners.map(options.partnerName),
    });
  // What holds every mark is made when it is looked at.
  return {
    title,
    alt: {
      short,
      medium: withinLimit(sentences, ALT_MEDIUM),
      get long() {
        return [...sentences, ...marks.map(altRow)].join(" ");
      },
    },
    get table() {
      return table();
    },
    howWeCount: said.howWeCount,
  };
};
