/** Positions by value: which events have a value, in two bytes a position. */
import type { Lists } from "./growing.ts";
import { Offsets } from "./offsets.ts";

const STRETCH = 16;

/** For each value the positions that have it, ascending: the low halves of those in one stretch of 65 536 after another. */
export interface Postings {
  readonly stretches: number;
  /** Where each stretch of each value begins. */
  readonly offsets: Offsets;
  readonly lows: Uint16Array;
}

/** Lists the other way round: for each value below `limit` the positions that list it. */
export const postingsOf = ({ offsets, values }: Lists, limit: number): Postings => {
  const size = offsets.length - 1;
  const stretches = Math.max(1, Math.ceil(size / (1 << STRETCH)));
  const next = new Uint32Array(limit * stretches + 1);
  for (let at = 0, from = 0; at < size; at++)
    for (const to = offsets.at(at + 1); from < to; from++)
      next[(values[from] as number) * stretches + (at >>> STRETCH) + 1]!++;
  const starts = new Offsets(next.length);
  for (let cell = 0, sum = 0; cell < next.length; cell++) {
    sum += next[cell] as number;
    next[cell] = sum;
    starts.push(sum);
  }
  const lows = new Uint16Array(values.length);
  for (let at = 0, from = 0; at < size; at++)
    for (const to = offsets.at(at + 1); from < to; from++)
      lows[next[(values[from] as number) * stretches + (at >>> STRETCH)]!++] = at;
  return { stretches, offsets: starts, lows };
};

/** How many positions have a value. */
export const postingsCount = ({ stretches, offsets }: Postings, value: number): number =>
  offsets.at((value + 1) * stretches) - offsets.at(value * stretches);

/** Calls back with the positions that have a value, ascending, until it is answered `false`. */
export const eachPosition = (
  { stretches, offsets, lows }: Postings,
  value: number,
  // biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to answer
  found: (at: number) => boolean | void,
): void => {
  for (let stretch = 0; stretch < stretches; stretch++) {
    const to = offsets.at(value * stretches + stretch + 1);
    for (let k = offsets.at(value * stretches + stretch); k < to; k++)
      if (found((stretch << STRETCH) | (lows[k] as number)) === false) return;
  }
};

/** The same from the last position to the first. */
export const eachPositionBack = (
  { stretches, offsets, lows }: Postings,
  value: number,
  found: (at: number) => boolean,
): void => {
  for (let stretch = stretches - 1; stretch >= 0; stretch--) {
    const from = offsets.at(value * stretches + stretch);
    for (let k = offsets.at(value * stretches + stretch + 1) - 1; k >= from; k--)
      if (!found((stretch << STRETCH) | (lows[k] as number))) return;
  }
};
