import type { Filter } from "#model/filter.ts";
import { type Counted, LIT_LIMIT, PLACE_PARTNERS, type PlaceAnswer, type PlacesAnswer } from "#model/questions.ts";
import { byCount, LIT_EVENTS } from "../rules.ts";
import { COUNTED, idAt } from "./columns.ts";
import { partnerName, placeName, type StoreContext } from "./context.ts";
import { litByPlace } from "./lit.ts";
import type { Selection } from "./selection.ts";
import { countedRows, placeTally, unplacedMeetings } from "./tally.ts";

/** Up to this many numbers the meetings of each place with each partner are counted in one table. */
const TABLE_AT_MOST = 4_000_000;

/** Meetings with each partner at a place; places by number plus one. */
const partnersByPlace = (selection: Selection): ((place: number) => Uint32Array) => {
  const { columns } = selection;
  const { place, flags, partners, vocabulary } = columns;
  const { offsets, values } = partners;
  const width = vocabulary.partners.size;
  const rows = vocabulary.places.size + 1;
  const count = (list: Uint32Array, rowOf: (place: number) => number, table: Uint32Array, step: number): void => {
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      const meeting = (flags[at] as number) & COUNTED ? step : 0;
      const row = rowOf(place[at] as number);
      const to = offsets.at(at + 1);
      for (let from = offsets.at(at); from < to; from++) table[row + (values[from] as number)]! += meeting;
    }
  };
  if (width * rows <= TABLE_AT_MOST) {
    const [table] = selection.counts(
      "places:partners",
      () => [new Uint32Array(width * rows)] as const,
      (list, counts, step) => count(list, (value) => value * width, counts[0], step),
    );
    return (value) => table.subarray(value * width, (value + 1) * width);
  }
  return selection.keep("places:partners", () => {
    // Only places that occur get a row.
    const rowOf = new Map<number, number>();
    const list = selection.list;
    for (let k = 0; k < list.length; k++) {
      const value = place[list[k] as number] as number;
      if (!rowOf.has(value)) rowOf.set(value, rowOf.size * width);
    }
    const table = new Uint32Array(rowOf.size * width);
    count(list, (value) => rowOf.get(value) ?? 0, table, 1);
    return (value: number): Uint32Array => {
      const row = rowOf.get(value);
      return row === undefined ? new Uint32Array(0) : table.subarray(row, row + width);
    };
  });
};

/** By number of the place: meetings whose place is in doubt, announced events, recalled events. */
const placeCounts = (selection: Selection): readonly [Uint32Array, Uint32Array, Uint32Array] => {
  const { place, flags, status, doubts, vocabulary } = selection.columns;
  const held = vocabulary.statuses.of("held");
  const toCome = vocabulary.statuses.of("announced");
  const size = vocabulary.places.size + 1;
  const [inferred, announced, recalled] = selection.counts(
    "places",
    () => [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)] as const,
    (list, counts, step) => {
      const [doubtful, planned, past] = counts;
      for (let k = 0; k < list.length; k++) {
        const at = list[k] as number;
        if ((flags[at] as number) & COUNTED && (doubts[at] as number) >> 4) doubtful[place[at] as number]! += step;
        if (status[at] !== held) (status[at] === toCome ? planned : past)[place[at] as number]! += step;
      }
    },
  );
  return [inferred.subarray(1), announced.subarray(1), recalled.subarray(1)];
};

/** The partners with most meetings, by count and then in order of name. */
const mostCounted = (context: StoreContext, counts: Uint32Array): Counted[] => {
  const { ids } = context.columns.vocabulary.partners;
  const ranks = context.selector.everything.keep("partnerRanks", () => {
    const inOrder = ids
      .map((id, value) => ({ id, value, label: partnerName(context.catalog, id), count: 0 }))
      .sort(byCount);
    const byValue = new Uint32Array(ids.length);
    inOrder.forEach(({ value }, rank) => {
      byValue[value] = rank;
    });
    return byValue;
  });
  const values: number[] = [];
  for (let value = 0; value < counts.length; value++) if ((counts[value] as number) > 0) values.push(value);
  values.sort((a, b) => (counts[b] as number) - (counts[a] as number) || (ranks[a] as number) - (ranks[b] as number));
  return values.slice(0, PLACE_PARTNERS).map((value) => {
    const id = ids[value] as string;
    return { id, label: partnerName(context.catalog, id), count: counts[value] as number };
  });
};

/** Ids of the first events of a selection without a place. */
const unplacedIds = ({ columns }: StoreContext, selection: Selection): string[] => {
  const ids: string[] = [];
  const list = selection.list;
  for (let k = 0; k < list.length && ids.length < LIT_LIMIT; k++) {
    const at = list[k] as number;
    if (columns.place[at] === 0 && (columns.flags[at] as number) & COUNTED) ids.push(idAt(columns, at));
  }
  return ids;
};

export const places = async (context: StoreContext, filter: Filter): Promise<PlacesAnswer> => {
  const { columns, catalog, selector } = context;
  const selection = await selector.select(filter, "place");
  const { meetings } = placeTally(selection);
  const [inferred, announced, recalled] = placeCounts(selection);
  const partnersAt = partnersByPlace(selection);
  const lit = selection.size <= LIT_EVENTS ? litByPlace(selection) : null;
  const chosen = new Set(filter.place);
  const { ids } = columns.vocabulary.places;
  const shown = (value: number): boolean =>
    (meetings[value] as number) + (announced[value] as number) + (recalled[value] as number) > 0 ||
    chosen.has(ids[value] as string);
  const rows = countedRows(meetings, ids, (id) => placeName(catalog, id), shown);
  const answers: PlaceAnswer[] = [];
  for (const { id, label, count } of rows) {
    const place = catalog.places.get(id);
    if (!place) continue;
    const value = columns.vocabulary.places.of(id);
    answers.push({
      id,
      name: label,
      country: place.country,
      lat: place.lat,
      lon: place.lon,
      count,
      inferred: inferred[value] as number,
      announced: announced[value] as number,
      recalled: recalled[value] as number,
      partners: mostCounted(context, partnersAt(value + 1)),
      selected: chosen.has(id),
      events: lit ? lit(value) : [],
    });
  }
  return { places: answers, unplaced: unplacedMeetings(selection), unplacedEvents: unplacedIds(context, selection) };
};
