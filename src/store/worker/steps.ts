/**
 * Events after which the page gets a store over what there is, where reading all takes long enough to be noticed, and
 * the share of the file beyond which it rather waits for the whole. Few: each time every view asks anew.
 */
const STEPS = [
  { events: 2_000, until: 1 / 2 },
  { events: 50_000, until: 1 / 10 },
] as const;
const NOTICED_MS = 1_000;
/** What must still be to come: to draw the page takes the better part of a second, which the rest then waits longer for. */
const WORTH_MS = 3_000;

export interface Read {
  /** Events read so far. */
  readonly events: number;
  /** Of the file, from 0 to 1; 0 where its size is not known. */
  readonly share: number;
  /** Since reading began, ms. */
  readonly ms: number;
}

/** Steps taken once the page has a store over what is read; `taken`, those before, where it rather gets none now. */
export const stepsAfter = (taken: number, { events, share, ms }: Read): number => {
  const rest = share > 0 ? (ms / share) * (1 - share) : Number.POSITIVE_INFINITY;
  const due = STEPS.findLastIndex((step) => events >= step.events);
  return due < taken || ms < NOTICED_MS || rest < WORTH_MS || share > (STEPS[due]?.until ?? 0) ? taken : due + 1;
};
