import type { Filter } from "#model/filter.ts";
import { type Counted, LIT_LIMIT, PLACE_PARTNERS, type PlaceAnswer, type PlacesAnswer } from "#model/questions.ts";
import { byCount, LIT_EVENTS } from "../rules.ts";
import { COUNTED, idAt } from "./columns.ts";
import { partnerName, placeName, type StoreContext } from "./context.ts";
import { litByPlace } from "./lit.ts";
import type { Selection } from "./select.ts";
import { countedRows } from "./tally.ts";

/** Up to this many numbers the meetings of each place with each partner are counted in one table. */
const TABLE_AT_MOST = 4_000_000;

/** By number of the place plus one; 0 holds what names no place. */
interface PlaceCounts {
  readonly meetings: Uint32Array;
  readonly inferred: Uint32Array;
  readonly announced: Uint32Array;
  readonly recalled: Uint32Array;
  /** Meetings with each partner at a place. */
  readonly partnersAt: (place: number) => Uint32Array;
}

const partnerTable = (selection: Selection): ((place: number) => Uint32Array) => {
  const { columns, list } = selection;
  const { place, flags, partners, vocabulary } = columns;
  const { offsets, values } = partners;
  const width = vocabulary.partners.size;
  const rows = vocabulary.places.size + 1;
  if (width * rows > TABLE_AT_MOST) {
    const byPlace = new Map<number, Uint32Array>();
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      if (!((flags[at] as number) & COUNTED)) continue;
      const counts = byPlace.get(place[at] as number) ?? new Uint32Array(width);
      byPlace.set(place[at] as number, counts);
      for (let from = offsets[at] as number; from < (offsets[at + 1] as number); from++)
        counts[values[from] as number]!++;
    }
    return (value) => byPlace.get(value) ?? new Uint32Array(0);
  }
  const table = new Uint32Array(width * rows);
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    const meeting = (flags[at] as number) & COUNTED;
    const row = (place[at] as number) * width;
    const to = offsets[at + 1] as number;
    for (let from = offsets[at] as number; from < to; from++) table[row + (values[from] as number)]! += meeting;
  }
  return (value) => table.subarray(value * width, (value + 1) * width);
};

const placeCounts = (selection: Selection): PlaceCounts =>
  selection.keep("places", () => {
    const { columns, list } = selection;
    const { place, flags, status, doubts, vocabulary } = columns;
    const counts = (): Uint32Array => new Uint32Array(vocabulary.places.size + 1);
    const [meetings, inferred, announced, recalled] = [counts(), counts(), counts(), counts()];
    const held = vocabulary.statuses.of("held");
    const toCome = vocabulary.statuses.of("announced");
    for (let k = 0; k < list.length; k++) {
      const at = list[k] as number;
      const value = place[at] as number;
      const meeting = (flags[at] as number) & COUNTED;
      meetings[value]! += meeting;
      if (meeting && (doubts[at] as number) >> 4) inferred[value]!++;
      if (status[at] !== held) (status[at] === toCome ? announced : recalled)[value]!++;
    }
    return { meetings, inferred, announced, recalled, partnersAt: partnerTable(selection) };
  });

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
  const counts = placeCounts(selection);
  const lit = selection.size <= LIT_EVENTS ? litByPlace(selection) : null;
  const chosen = new Set(filter.place);
  const { ids } = columns.vocabulary.places;
  const shown = (value: number): boolean =>
    (counts.meetings[value + 1] as number) +
      (counts.announced[value + 1] as number) +
      (counts.recalled[value + 1] as number) >
      0 || chosen.has(ids[value] as string);
  const rows = countedRows(counts.meetings.subarray(1), ids, (id) => placeName(catalog, id), shown);
  const answers: PlaceAnswer[] = [];
  for (const { id, label, count } of rows) {
    const place = catalog.places.get(id);
    if (!place) continue;
    const value = columns.vocabulary.places.of(id) + 1;
    answers.push({
      id,
      name: label,
      country: place.country,
      lat: place.lat,
      lon: place.lon,
      count,
      inferred: counts.inferred[value] as number,
      announced: counts.announced[value] as number,
      recalled: counts.recalled[value] as number,
      partners: mostCounted(context, counts.partnersAt(value)),
      selected: chosen.has(id),
      events: lit ? lit(value - 1) : [],
    });
  }
  return { places: answers, unplaced: counts.meetings[0] as number, unplacedEvents: unplacedIds(context, selection) };
};
