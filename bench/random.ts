/** Chance that is the same everywhere: mulberry32 (Tommy Ettinger, public domain), and draws from it. */

export type Random = () => number;

export const mulberry32 = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

export const pick = <T>(random: Random, values: readonly T[]): T => values[below(random, values.length)] as T;

/** Draws 0 … size-1 unevenly: the first most often, as a power law that `flat` takes the point off. */
export const uneven = (random: Random, size: number, power: number, flat: number): (() => number) => {
  const sums = new Float64Array(size);
  let total = 0;
  for (let at = 0; at < size; at++) {
    total += (at + flat) ** -power;
    sums[at] = total;
  }
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};

/** 1, 2, 3 … with these shares. */
export const countBy = (random: Random, shares: readonly number[]): number => {
  let left = random();
  for (let at = 0; at < shares.length; at++) {
    left -= shares[at] as number;
    if (left < 0) return at + 1;
  }
  return shares.length;
};

/** Up to `count` different draws. */
export const different = (count: number, draw: () => number): number[] => {
  const drawn: number[] = [];
  for (let tries = 0; drawn.length < count && tries < count * 8; tries++) {
    const value = draw();
    if (!drawn.includes(value)) drawn.push(value);
  }
  return drawn;
};
