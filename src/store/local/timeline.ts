import type { Filter, ListKey } from "#model/filter.ts";
import type {
  DayWindow,
  Lanes,
  TimelineAnswer,
  TimelineLane,
  TimelineMark,
  TimelineQuestion,
} from "#model/questions.ts";
import { boundedDays, byCodeUnit, fitted, isPaper, LANE_NONE, LANE_REST, wholeWindow } from "../rules.ts";
import { CONTAINER, COUNTED, type Columns, edtfAt, idAt, positionOf } from "./columns.ts";
import {
  doubtsAt,
  idsAt,
  isCounted,
  officialName,
  partnerName,
  placeIdAt,
  type StoreContext,
  statusAt,
  topicLabel,
  typeAt,
} from "./context.ts";
import type { Lists } from "./growing.ts";
import type { Selection } from "./select.ts";
import { type ListName, setTally, type Tally, tallyOf } from "./tally.ts";
import type { Codes } from "./vocabulary.ts";

interface LaneKind {
  readonly lists: Lists;
  readonly codes: Codes;
  readonly tally: Tally;
  readonly label: (id: string) => string;
  readonly chosen: readonly string[];
  /** Whether a value has a lane where none is chosen. */
  readonly shown: (value: number) => boolean;
}

const LISTS: Readonly<Record<Exclude<Lanes, "type">, ListName>> = {
  partner: "partners",
  topic: "topics",
  official: "officials",
};
const CLAUSE: Readonly<Record<Lanes, ListKey>> = {
  partner: "partner",
  topic: "topic",
  official: "official",
  type: "type",
};

const laneKind = (context: StoreContext, lanes: Lanes, selection: Selection, filter: Filter): LaneKind => {
  const { columns, catalog } = context;
  const { vocabulary } = columns;
  const chosen = filter[CLAUSE[lanes]] as readonly string[];
  if (lanes === "type") {
    const lists = selection.keep("lists:type", () => ({
      offsets: Uint32Array.from({ length: columns.size + 1 }, (_, at) => at),
      values: columns.type,
    }));
    return {
      lists,
      codes: vocabulary.types,
      tally: setTally(selection, "byType"),
      label: (id) => id,
      chosen,
      shown: () => true,
    };
  }
  const name = LISTS[lanes];
  const label = (id: string): string =>
    lanes === "partner"
      ? partnerName(catalog, id)
      : lanes === "topic"
        ? topicLabel(catalog, id)
        : officialName(catalog, id);
  return {
    lists: columns[name],
    codes: vocabulary[name as "partners" | "topics" | "officials"],
    tally: tallyOf(selection, name),
    label,
    chosen,
    shown: (value) => lanes !== "topic" || columns.namedTopics.has(value),
  };
};

/** One lane being filled. */
interface Slot {
  readonly id: string;
  readonly label: string;
  count: number;
  inWindow: number;
}

/** The lanes to draw and the lane of each value: -1 for none. The lane after the last named one holds the rest. */
interface Slots {
  readonly slots: Slot[];
  readonly slotOf: Int32Array;
  readonly none: number;
  readonly rest: number;
}

const meetingsWithout = (lists: Lists, flags: Uint8Array, list: Uint32Array): { events: number; meetings: number } => {
  let [events, meetings] = [0, 0];
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    if (lists.offsets[at] !== lists.offsets[at + 1]) continue;
    events++;
    meetings += (flags[at] as number) & COUNTED;
  }
  return { events, meetings };
};

const chooseSlots = (kind: LaneKind, selection: Selection, limit: number, key: Lanes): Slots => {
  const { codes, tally, chosen } = kind;
  const wanted = chosen.length > 0 ? new Set(chosen) : null;
  const values: number[] = [];
  for (let value = 0; value < codes.size; value++)
    if (
      (tally.events[value] as number) > 0 &&
      (wanted === null ? kind.shown(value) : wanted.has(codes.ids[value] as string))
    )
      values.push(value);
  const labels = new Map(values.map((value) => [value, kind.label(codes.ids[value] as string)]));
  const label = (value: number): string => labels.get(value) ?? "";
  values.sort(
    (a, b) =>
      (tally.meetings[b] as number) - (tally.meetings[a] as number) ||
      byCodeUnit(label(a), label(b)) ||
      byCodeUnit(codes.ids[a] as string, codes.ids[b] as string),
  );
  const slots: Slot[] = [];
  const slotOf = new Int32Array(codes.size).fill(-1);
  const without =
    wanted === null
      ? selection.keep(`without:${key}`, () => meetingsWithout(kind.lists, selection.columns.flags, selection.list))
      : { events: 0, meetings: 0 };
  const most = Math.max(1, limit);
  for (const value of values.slice(0, most)) {
    slotOf[value] = slots.length;
    slots.push({
      id: codes.ids[value] as string,
      label: label(value),
      count: tally.meetings[value] as number,
      inWindow: 0,
    });
  }
  let none = -1;
  let rest = -1;
  if (values.length > most) {
    rest = slots.length;
    for (const value of values.slice(most)) slotOf[value] = rest;
    slots.push({ id: LANE_REST, label: LANE_REST, count: 0, inWindow: 0 });
  }
  if (without.events > 0) {
    none = slots.length;
    slots.push({ id: LANE_NONE, label: LANE_NONE, count: without.meetings, inWindow: 0 });
  }
  return { slots, slotOf, none, rest };
};

/** Calls back once for each lane an event lies in. */
const eachSlot = (lists: Lists, { slotOf, none, rest }: Slots, at: number, found: (slot: number) => void): void => {
  const [from, to] = [lists.offsets[at] as number, lists.offsets[at + 1] as number];
  if (from === to) {
    if (none >= 0) found(none);
    return;
  }
  let inRest = false;
  for (let k = from; k < to; k++) {
    const slot = slotOf[lists.values[k] as number] as number;
    if (slot < 0) continue;
    if (slot === rest) inRest = true;
    else found(slot);
  }
  if (inRest) found(rest);
};

const papersByEvent = (context: StoreContext): ReadonlyMap<number, TimelineMark["papers"]> =>
  context.selector.everything.keep("papers", () => {
    const papers = new Map<number, TimelineMark["papers"]>();
    for (const { id, status, title, event } of context.agreements) {
      if (event === null || !isPaper(status)) continue;
      const at = positionOf(context.columns, event);
      papers.set(at, [...(papers.get(at) ?? []), { id, status, title }]);
    }
    return papers;
  });

const markAt = (context: StoreContext, full: DayWindow, at: number): TimelineMark => {
  const { columns, rows } = context;
  const flags = columns.flags[at] as number;
  return {
    ...doubtsAt(columns, at),
    id: idAt(columns, at),
    index: at,
    title: rows.title(at),
    start: Math.max(columns.start[at] as number, Math.min(full.start, columns.end[at] as number)),
    end: Math.min(columns.end[at] as number, Math.max(full.end, columns.start[at] as number)),
    edtf: edtfAt(columns, at) ?? "",
    type: typeAt(columns, at),
    status: statusAt(columns, at),
    counted: isCounted(columns, at),
    container: (flags & CONTAINER) !== 0,
    partners: idsAt(columns.partners, columns.vocabulary.partners.ids, at),
    place: placeIdAt(columns, at),
    papers: papersByEvent(context).get(at) ?? [],
  };
};

/** Positions of the list up to and without `to` are all whose events may touch a window that ends on `lastDay`. */
const listUpTo = ({ start }: Columns, list: Uint32Array, lastDay: number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((start[list[middle] as number] as number) <= lastDay) low = middle + 1;
    else high = middle;
  }
  return low;
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
): TimelineAnswer["overview"] =>
  selection.keep(`overview:${width}`, () => {
    const { start, end, status, vocabulary } = columns;
    const steps = new Int32Array(vocabulary.statuses.size * (width + 1));
    const list = selection.list;
    const to = listUpTo(columns, list, full.end);
    const scale = width / (full.end - full.start + 1);
    for (let k = 0; k < to; k++) {
      const at = list[k] as number;
      const [from, until] = [start[at] as number, end[at] as number];
      if (until < full.start) continue;
      const base = (status[at] as number) * (width + 1);
      const first = Math.min(width - 1, Math.floor((Math.max(from, full.start) - full.start) * scale));
      const last = Math.ceil((Math.min(until, full.end) + 1 - full.start) * scale) - 1;
      steps[base + first]!++;
      steps[base + Math.max(first, Math.min(width - 1, last)) + 1]!--;
    }
    const bins = (name: string): Uint32Array => accumulated(steps, vocabulary.statuses.of(name) * (width + 1), width);
    return { held: bins("held"), announced: bins("announced"), recalled: bins("recalled") };
  });

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

export const timeline = async (
  context: StoreContext,
  filter: Filter,
  question: TimelineQuestion,
): Promise<TimelineAnswer> => {
  const { columns, selector } = context;
  const selection = await selector.select(filter);
  const width = Math.max(1, Math.floor(question.columns) || 1);
  const full = fullSpan(context);
  const extent = selection.span("events") ?? full;
  const window = question.window === null ? fitted(extent) : wholeWindow(question.window);
  const kind = laneKind(context, question.lanes, selection, filter);
  const chosen = chooseSlots(kind, selection, question.laneLimit, question.lanes);
  const { slots, rest } = chosen;
  const { start, end, flags } = columns;
  const list = selection.list;
  const to = listUpTo(columns, list, window.end);
  const steps = new Int32Array(slots.length * (width + 1));
  const scale = width / (window.end - window.start + 1);
  let [first, last] = [0, 0];
  const count = (slot: number): void => {
    (slots[slot] as Slot).inWindow++;
    steps[slot * (width + 1) + first]!++;
    steps[slot * (width + 1) + last + 1]!--;
  };
  for (let k = 0; k < to; k++) {
    const at = list[k] as number;
    if ((end[at] as number) < window.start) continue;
    first = Math.min(width - 1, Math.floor((Math.max(start[at] as number, window.start) - window.start) * scale));
    last = Math.ceil((Math.min(end[at] as number, window.end) + 1 - window.start) * scale) - 1;
    last = Math.max(first, Math.min(width - 1, last));
    eachSlot(kind.lists, chosen, at, count);
  }
  if (rest >= 0)
    (slots[rest] as Slot).count = selection.keep(`rest:${question.lanes}:${rest}`, () => {
      let meetings = 0;
      for (let k = 0; k < list.length; k++) {
        const at = list[k] as number;
        if (!((flags[at] as number) & COUNTED)) continue;
        for (let v = kind.lists.offsets[at] as number; v < (kind.lists.offsets[at + 1] as number); v++)
          if (chosen.slotOf[kind.lists.values[v] as number] === rest) {
            meetings++;
            break;
          }
      }
      return meetings;
    });
  const marks: (TimelineMark[] | null)[] = slots.map((slot) => (slot.inWindow <= question.markLimit ? [] : null));
  if (marks.some((lane) => lane !== null)) {
    for (let k = 0; k < to; k++) {
      const at = list[k] as number;
      if ((end[at] as number) < window.start) continue;
      let mark: TimelineMark | null = null;
      eachSlot(kind.lists, chosen, at, (slot) => {
        const lane = marks[slot];
        if (!lane) return;
        mark ??= markAt(context, full, at);
        lane.push(mark);
      });
    }
  }
  const lanes = slots.map(
    (slot, at): TimelineLane => ({
      ...slot,
      marks: marks[at] ?? null,
      bins: marks[at] ? null : accumulated(steps, at * (width + 1), width),
    }),
  );
  return {
    window,
    extent,
    full,
    lanes,
    columns: width,
    overview: overviewOf(context, selection, full, width),
    heldUntil: heldUntil(context),
    undated: undatedIn(columns, list),
  };
};

const undatedIn = ({ dated }: Columns, list: Uint32Array): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < dated) low = middle + 1;
    else high = middle;
  }
  return list.length - low;
};
