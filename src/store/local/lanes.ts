/** Which lanes a timeline has: the values of one field with most meetings, the rest together, and those without any. */
import type { Filter, ListKey } from "#model/filter.ts";
import type { Lanes } from "#model/questions.ts";
import { byCodeUnit, LANE_NONE, LANE_REST } from "../rules.ts";
import { type Bits, countBoth, countOfAll, setBit } from "./bits.ts";
import { COUNTED } from "./columns.ts";
import { officialName, partnerName, type StoreContext, topicLabel } from "./context.ts";
import type { Lists } from "./growing.ts";
import { Offsets } from "./offsets.ts";
import type { Selection } from "./selection.ts";
import { type ListName, setTally, type Tally, tallyOf } from "./tally.ts";
import type { Codes } from "./vocabulary.ts";

export interface LaneKind {
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

export const laneKind = (context: StoreContext, lanes: Lanes, selection: Selection, filter: Filter): LaneKind => {
  const { columns, catalog } = context;
  const { vocabulary } = columns;
  const chosen = filter[CLAUSE[lanes]] as readonly string[];
  if (lanes === "type") {
    const lists = context.selector.everything.keep("lists:type", () => ({
      offsets: Offsets.counting(columns.size + 1),
      values: Uint16Array.from(columns.type),
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

/** A lane to draw. */
export interface Slot {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** The lanes to draw and the lane of each value: -1 for none. The lane after the last named one holds the rest. */
export interface Slots {
  readonly slots: readonly Slot[];
  readonly slotOf: Int32Array;
  readonly none: number;
  readonly rest: number;
}

/** Events that have no value of a field. */
const without = (everything: Selection, key: Lanes, { offsets }: Lists): Bits =>
  everything.keep(`without:${key}`, () => {
    const bits = new Uint32Array(everything.bits.length);
    for (let at = 0; at + 1 < offsets.length; at++) if (offsets.at(at) === offsets.at(at + 1)) setBit(bits, at);
    return bits;
  });

/** Meetings that lie in any lane put together into the rest. */
const meetingsBeyond = (
  { lists }: LaneKind,
  selection: Selection,
  slotOf: Int32Array,
  rest: number,
  key: Lanes,
): number =>
  selection.keep(`rest:${key}:${rest}`, () => {
    const { flags } = selection.columns;
    const list = selection.list;
    let meetings = 0;
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      if (!((flags[at] as number) & COUNTED)) continue;
      for (let v = lists.offsets.at(at); v < lists.offsets.at(at + 1); v++)
        if (slotOf[lists.values[v] as number] === rest) {
          meetings++;
          break;
        }
    }
    return meetings;
  });

export const chooseSlots = (
  kind: LaneKind,
  selection: Selection,
  limit: number,
  key: Lanes,
  everything: Selection,
): Slots => {
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
  const most = Math.max(1, limit);
  for (const value of values.slice(0, most)) {
    slotOf[value] = slots.length;
    slots.push({
      id: codes.ids[value] as string,
      label: label(value),
      count: tally.meetings[value] as number,
    });
  }
  let none = -1;
  let rest = -1;
  if (values.length > most) {
    rest = slots.length;
    for (const value of values.slice(most)) slotOf[value] = rest;
    slots.push({ id: LANE_REST, label: LANE_REST, count: meetingsBeyond(kind, selection, slotOf, rest, key) });
  }
  const bare = wanted === null ? without(everything, key, kind.lists) : null;
  if (bare !== null && countBoth(bare, selection.bits) > 0) {
    none = slots.length;
    slots.push({ id: LANE_NONE, label: LANE_NONE, count: countOfAll(bare, selection.bits, selection.columns.counted) });
  }
  return { slots, slotOf, none, rest };
};
