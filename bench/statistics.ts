/** Middles and tails of a handful of measurements. */

/** The middle value, or the mean of the two in the middle; null where there is none. */
export const median = (values: readonly number[]): number | null => {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 ? upper : ((sorted[half - 1] as number) + upper) / 2;
};

/** The smallest value that at least this share (0 to 1) of all values do not exceed; null where there is none. */
export const percentile = (values: readonly number[], share: number): number | null => {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.min(sorted.length - 1, at)] as number;
};

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

/** How long frames took, told by three numbers; null where there were none. */
export const spread = (values: readonly number[]): Spread | null => {
  const middle = median(values);
  const tail = percentile(values, 0.95);
  return middle === null || tail === null ? null : { median: middle, p95: tail, worst: Math.max(...values) };
};

/** `value / base`; null where either is missing or the base is nothing. */
export const ratio = (value: number | null, base: number | null): number | null =>
  value === null || base === null || base <= 0 ? null : value / base;
