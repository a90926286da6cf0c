/** Ids of the events behind a row of an answer, for lighting up what belongs together. */
import { LIT_LIMIT } from "#model/questions.ts";
import { idAt } from "./columns.ts";
import type { Lists } from "./growing.ts";
import { eachPosition, type Postings } from "./postings.ts";
import type { Selection } from "./selection.ts";

/** A selection of at most this many events is walked itself, a larger one by the positions of each value. */
const FEW_EVENTS = 20_000;

const byPostings = (selection: Selection, postings: Postings, value: number): string[] => {
  const ids: string[] = [];
  eachPosition(postings, value, (at) => {
    if (selection.has(at)) ids.push(idAt(selection.columns, at));
    return ids.length < LIT_LIMIT;
  });
  return ids;
};

/**
 * For each value the ids of the first `LIT_LIMIT` events of a selection that have it.
 * @param lists the values of each event
 * @param postings the events of each value
 */
export const litBy = (
  selection: Selection,
  lists: Lists,
  postings: Postings,
): ((value: number) => readonly string[]) => {
  if (selection.size > FEW_EVENTS) return (value) => byPostings(selection, postings, value);
  const { columns, list } = selection;
  const found = new Map<number, string[]>();
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    let id: string | null = null;
    for (let from = lists.offsets.at(at); from < lists.offsets.at(at + 1); from++) {
      const value = lists.values[from] as number;
      let ids = found.get(value);
      if (!ids) {
        ids = [];
        found.set(value, ids);
      }
      if (ids.length >= LIT_LIMIT) continue;
      id ??= idAt(columns, at);
      ids.push(id);
    }
  }
  return (value) => found.get(value) ?? [];
};

/** The same for places, of which an event has one or none. */
export const litByPlace = (selection: Selection): ((place: number) => readonly string[]) => {
  const { columns, list } = selection;
  if (selection.size > FEW_EVENTS) return (place) => byPostings(selection, columns.byPlace, place);
  const found: string[][] = columns.vocabulary.places.ids.map(() => []);
  for (let k = 0; k < list.length; k++) {
    const at = list[k] as number;
    const ids = found[(columns.place[at] as number) - 1];
    if (ids && ids.length < LIT_LIMIT) ids.push(idAt(columns, at));
  }
  return (place) => found[place] ?? [];
};
