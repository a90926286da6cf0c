/** The part of a matrix that has room: its largest rows and columns, in the order they had. */
import type { Counted, MatrixAnswer } from "#model/questions.ts";

/** Positions of the largest, and of those that are kept whatever they count, in the order they had. */
const foremostOf = (items: readonly Counted[], most: number, kept: readonly string[]): readonly number[] => {
  const held = items.flatMap((item, at) => (kept.includes(item.id) ? [at] : [])).slice(0, most);
  const others = items.map((_, at) => at).filter((at) => !held.includes(at));
  return [
    ...held,
    ...others.sort((a, b) => (items[b]?.count ?? 0) - (items[a]?.count ?? 0) || a - b).slice(0, most - held.length),
  ].sort((a, b) => a - b);
};

export interface MatrixRoom {
  readonly partners: number;
  readonly topics: number;
  /** Ids that have a place in it before all others. */
  readonly keptPartners?: readonly string[];
  readonly keptTopics?: readonly string[];
}

/** As many topics as leave room for a dozen partners, then as many partners as fit; never fewer than a few of each. */
export const roomOf = (answer: MatrixAnswer, cells: number): Pick<MatrixRoom, "partners" | "topics"> => {
  const rows = Math.max(1, Math.min(12, answer.partners.length));
  const topics = Math.max(1, Math.min(answer.topics.length, Math.max(10, Math.floor(cells / rows))));
  return { topics, partners: Math.max(6, Math.floor(cells / topics)) };
};

/** At most so many partners and topics of a matrix; the answer itself where it has no more. */
export const foremostMatrix = (answer: MatrixAnswer, room: MatrixRoom): MatrixAnswer => {
  const { partners, topics, cells, events } = answer;
  if (partners.length <= room.partners && topics.length <= room.topics) return answer;
  const rows = foremostOf(partners, room.partners, room.keptPartners ?? []);
  const columns = foremostOf(topics, room.topics, room.keptTopics ?? []);
  const places = rows.flatMap((row) => columns.map((column) => row * topics.length + column));
  return {
    partners: rows.flatMap((at) => partners[at] ?? []),
    topics: columns.flatMap((at) => topics[at] ?? []),
    cells: Uint32Array.from(places, (place) => cells[place] ?? 0),
    events: places.map((place) => events[place] ?? []),
  };
};
