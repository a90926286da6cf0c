/** An answer to the timeline question as geometry: lanes, ticks, marks or density, labels. */
import { type LabelWanted, placeLabels } from "#charts/kit/interval-labels.ts";
import { axisX, type TimeAxis, timeTicks } from "#charts/kit/ticks.ts";
import { fitText, textWidth } from "#lib/text-width.ts";
import type { DayWindow, Lanes, TimelineAnswer, TimelineLane } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { densityOfBins, densityOfMarks } from "./density.layout.ts";
import { type LaneRow, type PlacedMark, type TimelineLayout, TYPE } from "./geometry.ts";
import { packLane, placeBracket, placeMark, splitContainers, UNIT_MOST, unpacked } from "./lane.layout.ts";
import { laneName } from "./lane-name.ts";

export interface TimelineOptions {
  /** Px of the whole drawing, labels of the lanes included. */
  readonly width: number;
  readonly words: Words;
  readonly lanes: Lanes;
  /** What is drawn, in days, fractions allowed; the answer's window where absent. */
  readonly window?: DayWindow;
  /** Names above the lanes instead of beside them; by default below 560 px. */
  readonly compact?: boolean;
  /** Highest stack a lane makes room for, px; by default it depends on how many lanes there are. */
  readonly laneRoom?: number;
  /** Heights lanes keep at least, by id, so that zooming in does not move the page. */
  readonly floors?: ReadonlyMap<string, number>;
  /** At most so many marks are drawn one by one; the fullest lanes turn into density first. */
  readonly markBudget?: number;
}

const HEADER = 38;
const INSET = 12;
const PAD = 11;
const NAME_ROW = 19;
const LABEL_WIDEST = 300;
const LABEL_NARROWEST = 110;
const LABELS_UP_TO = 90;
const AHEAD_NARROWEST = 20;

interface Frame {
  readonly options: TimelineOptions;
  readonly compact: boolean;
  readonly axis: TimeAxis;
  readonly edges: readonly [number, number];
  readonly gutter: number;
  readonly room: number;
}

/** Room for a lane's stack: generous for a few lanes, three rows for many. */
const laneRoom = (lanes: number): number => Math.max(44, Math.min(140, Math.round(420 / Math.max(1, lanes))));

const gutterOf = (lanes: readonly TimelineLane[], options: TimelineOptions): number => {
  const names = lanes.map((lane) => textWidth(laneName(lane, options.lanes, options.words), TYPE.lane, "sans-bold"));
  const counts = lanes.map((lane) => textWidth(options.words.number(lane.count), TYPE.lane, "sans"));
  const wanted = 12 + Math.max(60, ...names) + 10 + Math.max(8, ...counts) + 16;
  return Math.ceil(Math.min(wanted, Math.max(150, options.width * 0.24)));
};

const frameOf = (answer: TimelineAnswer, options: TimelineOptions): Frame => {
  const compact = options.compact ?? options.width < 560;
  const gutter = compact ? 0 : gutterOf(answer.lanes, options);
  const window = options.window ?? answer.window;
  const edges = [gutter, Math.max(gutter + 60, options.width - 1)] as const;
  return {
    options,
    compact,
    gutter,
    edges,
    axis: { start: window.start, end: window.end + 1, left: edges[0] + INSET, right: edges[1] - INSET },
    room: options.laneRoom ?? laneRoom(answer.lanes.length),
  };
};

/** Lanes whose marks are drawn one by one: the emptiest first, up to the budget. */
const withinBudget = (answer: TimelineAnswer, budget: number): ReadonlySet<string> => {
  const sized = answer.lanes.filter((lane) => lane.marks !== null).sort((a, b) => a.inWindow - b.inWindow);
  const kept = new Set<string>();
  let sum = 0;
  for (const lane of sized) {
    sum += lane.marks?.length ?? 0;
    if (sum > budget) break;
    kept.add(lane.id);
  }
  return kept;
};

type Content = Pick<LaneRow, "unit" | "marks" | "brackets" | "density"> & { readonly high: number };

/** What stands in a lane, drawn from a baseline of 0 upward. */
const contentOf = (lane: TimelineLane, answered: DayWindow, single: boolean, frame: Frame): Content => {
  const { axis, edges, room, options } = frame;
  const bare = { unit: UNIT_MOST, marks: [], brackets: [] };
  if (!lane.marks) {
    const density = lane.bins ? densityOfBins(lane.bins, answered, axis, edges, room) : null;
    return { ...bare, density, high: density ? room : UNIT_MOST };
  }
  const { plain, containers } = splitContainers(lane.marks);
  const { unit, depth, rows, extents } = single ? packLane(plain, axis, edges, room) : unpacked(plain, axis, edges);
  if (!rows) return { ...bare, density: densityOfMarks(extents, edges, room), high: room };
  const marks = extents.map((extent, at) => placeMark(extent, rows[at] ?? 0, unit, 0, lane.id, options.lanes));
  const brackets = containers
    .filter((mark) => axisX(axis, mark.end + 1) > edges[0] && axisX(axis, mark.start) < edges[1])
    .map((mark) => placeBracket(mark, marks, axis, edges, 4, lane.id, options.lanes));
  return { unit, marks, brackets, density: null, high: Math.max(UNIT_MOST, depth * unit) };
};

const priorityOf = ({ mark }: PlacedMark): number =>
  mark.counted ? 0 : mark.status === "held" ? 1 : mark.status === "announced" ? 2 : 3;

/** Titles beside marks, where they fit; a crowded lane has none. */
const withLabels = (marks: readonly PlacedMark[], frame: Frame): readonly PlacedMark[] => {
  if (marks.length > LABELS_UP_TO) return marks;
  const wanted: LabelWanted[] = marks.map((placed, at) => ({
    id: String(at),
    beside: placed.box,
    text: frame.options.words.timeline.markLabel(placed.mark),
    priority: priorityOf(placed),
  }));
  const labels = placeLabels(
    wanted,
    marks.map((placed) => placed.box),
    {
      left: frame.edges[0] + 2,
      right: frame.edges[1] - 2,
      line: 13,
      gap: 7,
      apart: 18,
      widest: frame.compact ? frame.options.width * 0.62 : LABEL_WIDEST,
      narrowest: LABEL_NARROWEST,
      width: (text) => textWidth(text, TYPE.label, "sans"),
      fit: (text, width) => fitText(text, TYPE.label, "sans", width),
    },
  );
  const found = new Map(labels.map(({ id, text, x, y, anchor }) => [Number(id), { text, x, y, anchor }]));
  return marks.map((placed, at) => ({ ...placed, label: found.get(at) ?? null }));
};

const shifted = (placed: PlacedMark, dy: number): PlacedMark => ({
  ...placed,
  cy: placed.cy + dy,
  papers: placed.papers.map((paper) => ({ ...paper, cy: paper.cy + dy })),
  label: placed.label && { ...placed.label, y: placed.label.y + dy },
  box: { ...placed.box, y0: placed.box.y0 + dy, y1: placed.box.y1 + dy },
});

const rowOf = (lane: TimelineLane, content: Content, y: number, frame: Frame): LaneRow => {
  const { compact, options, gutter } = frame;
  const natural = content.high + 2 * PAD + (compact ? NAME_ROW - PAD + 3 : 0);
  const height = Math.max(natural, options.floors?.get(lane.id) ?? 0);
  const baseline = y + height - PAD;
  const countText = options.words.number(lane.count);
  const countWidth = textWidth(countText, TYPE.lane, "sans");
  const nameRoom = (compact ? options.width : gutter - 16) - 12 - countWidth - 10;
  const fullLabel = laneName(lane, options.lanes, options.words);
  const label = fitText(fullLabel, TYPE.lane, "sans-bold", nameRoom);
  const labelY = compact ? y + 12 : baseline - Math.max(content.unit, UNIT_MOST) / 2;
  const countX = compact ? 12 + textWidth(label, TYPE.lane, "sans-bold") + 7 : gutter - 16 - countWidth;
  return {
    id: lane.id,
    label,
    fullLabel,
    count: lane.count,
    countText,
    countX,
    y,
    height,
    baseline,
    labelX: 12,
    labelY,
    tab: { x: 0, y: labelY - 7, width: 4, height: 14 },
    unit: content.unit,
    marks: withLabels(content.marks, frame).map((placed) => shifted(placed, baseline)),
    brackets: content.brackets.map((bracket) => ({ ...bracket, y: bracket.y + baseline })),
    density: content.density,
  };
};

/** The part of the drawing after the last day anything was held, and its note below the lanes. */
const aheadOf = (answer: TimelineAnswer, frame: Frame, bottom: number): TimelineLayout["ahead"] => {
  if (answer.heldUntil === null || answer.full.end <= answer.heldUntil) return null;
  const x = Math.max(frame.edges[0], axisX(frame.axis, answer.heldUntil + 1));
  const width = frame.edges[1] - x;
  if (width < AHEAD_NARROWEST) return null;
  const text = frame.options.words.timeline.ahead;
  const fits = textWidth(text, TYPE.note, "sans") <= frame.edges[1] - frame.edges[0] - 8;
  return { x, width, label: fits ? { text, x: frame.edges[1] - 4, y: bottom + 10 } : null };
};

/**
 * Lays a timeline out. Pure: the same answer and options give the same numbers. Days are whole in UTC; a window
 * includes both its ends, so a day takes the width from its own x to the next day's.
 * @returns geometry in px, for `Timeline` to draw; nothing in it overlaps but brackets, which lie below marks.
 */
export const layoutTimeline = (answer: TimelineAnswer, options: TimelineOptions): TimelineLayout => {
  const frame = frameOf(answer, options);
  const single = withinBudget(answer, options.markBudget ?? 1400);
  const lanes: LaneRow[] = [];
  let y = HEADER;
  for (const lane of answer.lanes) {
    const row = rowOf(lane, contentOf(lane, answer.window, single.has(lane.id), frame), y, frame);
    lanes.push(row);
    y += row.height;
  }
  const nothing = options.words.timeline.nothing;
  const empty =
    answer.lanes.length === 0 ? { text: nothing, width: Math.ceil(textWidth(nothing, TYPE.lane, "sans")) + 16 } : null;
  const bottom = empty ? y + 64 : y;
  const announces = !empty && answer.heldUntil !== null && answer.full.end > answer.heldUntil;
  const ahead = empty ? null : aheadOf(answer, frame, bottom);
  return {
    width: options.width,
    height: bottom + (announces ? 17 : 1),
    compact: frame.compact,
    lanesBy: options.lanes,
    window: options.window ?? answer.window,
    axis: frame.axis,
    plot: { left: frame.edges[0], right: frame.edges[1], top: HEADER, bottom },
    ticks: timeTicks(frame.axis, { words: options.words, size: TYPE.axis, gap: 14, indent: 4 }),
    majorY: 11,
    minorY: 28,
    lanes,
    ahead,
    empty,
  };
};
