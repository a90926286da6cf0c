import type { Filter } from "#model/filter.ts";
import type { DayWindow, TimelineAnswer, TimelineLane, TimelineQuestion } from "#model/questions.ts";
import { boundedDays, columnsOf, fitted, wholeWindow } from "../rules.ts";
import { BLOCK, type Columns } from "./columns.ts";
import type { StoreContext } from "./context.ts";
import { chooseSlots, type LaneKind, laneKind, type Slots } from "./lanes.ts";
import { markAt } from "./marks.ts";
import type { Selection } from "./selection.ts";

/** Marks of one lane at most, however many are asked for. */
const MARKS_AT_MOST = 20_000;

/** First index at or after `from` whose position is not below `position`. */
const indexFrom = (list: Uint32Array, position: number, from: number): number => {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many positions of the list start on or before a day; none after them can touch a window that ends there. */
const startedBy = ({ start }: Columns, list: Uint32Array, day: number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((start[list[middle] as number] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Calls back with stretches of the list, from index up to index, that may touch a window. Blocks of events that all
 * ended before it are passed over, so that a narrow window costs little wherever it lies.
 */
const stretches = (
  columns: Columns,
  list: Uint32Array,
  window: DayWindow,
  found: (from: number, to: number) => void,
): void => {
  const until = startedBy(columns, list, window.end);
  for (let from = 0; from < until; ) {
    const block = Math.floor((list[from] as number) / BLOCK);
    const to = Math.min(until, indexFrom(list, (block + 1) * BLOCK, from + 1));
    if ((columns.lastEnds[block] as number) >= window.start) found(from, to);
    from = to;
  }
};

const accumulated = (steps: Int32Array, from: number, columns: number): Uint32Array => {
  const bins = new Uint32Array(columns);
  let sum = 0;
  for (let at = 0; at < columns; at++) {
    sum += steps[from + at] as number;
    bins[at] = sum;
  }
  return bins;
};

const overviewOf = (
  { columns }: StoreContext,
  selection: Selection,
  full: DayWindow,
  width: number,
): TimelineAnswer["overview"] => {
  const { start, end, status, dated, vocabulary } = columns;
  const [steps] = selection.counts(
    `overview:${width}`,
    () => [new Int32Array(vocabulary.statuses.size * (width + 1))] as const,
    (list, counts, step) => {
      const until = indexFrom(list, dated, 0);
      for (let k = 0; k < until; k++) {
        const at = list[k] as number;
        const base = (status[at] as number) * (width + 1);
        const [first, last] = columnsOf({ start: start[at] as number, end: end[at] as number }, full, width);
        counts[0][base + first]! += step;
        counts[0][base + last + 1]! -= step;
      }
    },
  );
  const bins = (name: string): Uint32Array => accumulated(steps, vocabulary.statuses.of(name) * (width + 1), width);
  return { held: bins("held"), announced: bins("announced"), recalled: bins("recalled") };
};

const heldUntil = ({ columns, selector }: StoreContext): number | null =>
  selector.everything.keep("heldUntil", () => {
    const { start, end, status, dated, vocabulary } = columns;
    const held = vocabulary.statuses.of("held");
    let last: number | null = null;
    for (let at = 0; at < dated; at++) {
      if (status[at] !== held) continue;
      const days = boundedDays({ start: start[at] as number, end: end[at] as number });
      if (days !== null && (last === null || days.end > last)) last = days.end;
    }
    return last;
  });

/** First and last day of the record; the day of its release where no event has a date. */
export const fullSpan = ({ catalog, selector }: StoreContext): DayWindow => {
  const span = selector.everything.span("events");
  if (span) return span;
  const day = Math.floor(Date.parse(catalog.meta.release) / 86_400_000);
  const at = Number.isFinite(day) ? day : 0;
  return { start: at, end: at };
};

/** What one walk over the window finds for each lane. */
interface Found {
  readonly inWindow: Uint32Array;
  /** Positions of the first `room` events of each lane. */
  readonly positions: Uint32Array;
  readonly room: number;
  /** Where a column begins (+1) or has ended (-1) to be covered, `width + 1` to a lane. */
  readonly steps: Int32Array;
}

const walkWindow = (
  selection: Selection,
  { lists }: LaneKind,
  { slots, slotOf, none, rest }: Slots,
  window: DayWindow,
  width: number,
  room: number,
): Found => {
  const { columns, list } = selection;
  const { start, end } = columns;
  const { offsets, values } = lists;
  const inWindow = new Uint32Array(slots.length);
  const positions = new Uint32Array(slots.length * room);
  const steps = new Int32Array(slots.length * (width + 1));
  const scale = width / (window.end - window.start + 1);
  const [opens, closes] = [window.start, window.end];
  stretches(columns, list, window, (fromIndex, toIndex) => {
    for (let k = fromIndex; k < toIndex; k++) {
      const at = list[k] as number;
      const [from, to] = [start[at] as number, end[at] as number];
      if (to < opens) continue;
      const first = Math.min(width - 1, Math.floor(((from > opens ? from : opens) - opens) * scale));
      let last = Math.ceil(((to < closes ? to : closes) + 1 - opens) * scale) - 1;
      if (last >= width) last = width - 1;
      if (last < first) last = first;
      const valuesFrom = offsets.at(at);
      const valuesTo = offsets.at(at + 1);
      let beyond = false;
      // One turn more than there are values: the last is for the lane of none or of the rest.
      for (let v = valuesFrom; v <= valuesTo; v++) {
        let slot: number;
        if (v < valuesTo) {
          slot = slotOf[values[v] as number] as number;
          if (slot === rest) {
            beyond ||= slot >= 0;
            continue;
          }
        } else slot = beyond ? rest : valuesFrom === valuesTo ? none : -1;
        if (slot < 0) continue;
        const count = inWindow[slot]!++;
        if (count < room) positions[slot * room + count] = at;
        const base = slot * (width + 1);
        steps[base + first]!++;
        steps[base + last + 1]!--;
      }
    }
  });
  return { inWindow, positions, room, steps };
};

export const timeline = async (
  context: StoreContext,
  filter: Filter,
  question: TimelineQuestion,
): Promise<TimelineAnswer> => {
  const selection = await context.selector.select(filter);
  const width = Math.max(1, Math.min(0xffff, Math.floor(question.columns) || 1));
  const full = fullSpan(context);
  const extent = selection.span("events") ?? full;
  const window = question.window === null ? fitted(extent) : wholeWindow(question.window);
  const kind = laneKind(context, question.lanes, selection, filter);
  const chosen = chooseSlots(kind, selection, question.laneLimit, question.lanes, context.selector.everything);
  const room = Math.max(0, Math.min(Math.floor(question.markLimit), selection.size, MARKS_AT_MOST)) || 0;
  const { inWindow, positions, steps } = walkWindow(selection, kind, chosen, window, width, room);
  const lanes = chosen.slots.map((slot, at): TimelineLane => {
    const count = inWindow[at] as number;
    const asMarks = count <= room;
    return {
      ...slot,
      inWindow: count,
      marks: asMarks
        ? Array.from(positions.subarray(at * room, at * room + count), (position) => markAt(context, full, position))
        : null,
      bins: asMarks ? null : accumulated(steps, at * (width + 1), width),
    };
  });
  return {
    window,
    extent,
    full,
    lanes,
    columns: width,
    overview: overviewOf(context, selection, full, width),
    heldUntil: heldUntil(context),
    undated: selection.list.length - indexFrom(selection.list, context.columns.dated, 0),
  };
};
