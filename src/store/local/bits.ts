/** Sets of event positions as bits, 32 to a word. */
export type Bits = Uint32Array;

export const wordsFor = (size: number): number => (size + 31) >>> 5;

/** Every position below `size`. */
export const allBits = (size: number): Bits => {
  const bits = new Uint32Array(wordsFor(size)).fill(0xffffffff);
  if (size & 31) bits[bits.length - 1] = (1 << (size & 31)) - 1;
  return bits;
};

export const setBit = (bits: Bits, at: number): void => {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
};

export const hasBit = (bits: Bits, at: number): boolean => (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;

/** Sets every position from `from` up to and without `to`. */
export const setRange = (bits: Bits, from: number, to: number): void => {
  for (let at = from; at < to; ) {
    if ((at & 31) === 0 && at + 32 <= to) {
      bits[at >>> 5] = 0xffffffff;
      at += 32;
    } else {
      setBit(bits, at);
      at += 1;
    }
  }
};

export const andInto = (target: Bits, other: Bits): void => {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] as number) & (other[at] as number);
};

export const orInto = (target: Bits, other: Bits): void => {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] as number) | (other[at] as number);
};

const ones = (word: number): number => {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

export const countBits = (bits: Bits): number => {
  let count = 0;
  for (let at = 0; at < bits.length; at++) count += ones(bits[at] as number);
  return count;
};

/** How many positions are in both. */
export const countBoth = (a: Bits, b: Bits): number => {
  let count = 0;
  for (let at = 0; at < a.length; at++) count += ones((a[at] as number) & (b[at] as number));
  return count;
};

/** How many positions are in one of them only. */
export const countDiffering = (a: Bits, b: Bits): number => {
  let count = 0;
  for (let at = 0; at < a.length; at++) count += ones((a[at] as number) ^ (b[at] as number));
  return count;
};

/** How many positions are in all three. */
export const countOfAll = (a: Bits, b: Bits, c: Bits): number => {
  let count = 0;
  for (let at = 0; at < a.length; at++) count += ones((a[at] as number) & (b[at] as number) & (c[at] as number));
  return count;
};

/** The positions in ascending order. */
export const positions = (bits: Bits): Uint32Array => {
  const list = new Uint32Array(countBits(bits));
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    let left = bits[word] as number;
    const base = word << 5;
    while (left !== 0) {
      const lowest = left & -left;
      list[count++] = base + 31 - Math.clz32(lowest);
      left ^= lowest;
    }
  }
  return list;
};
