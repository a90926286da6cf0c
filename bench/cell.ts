/** Several fresh pages of one subject over one record. */
import type { Cell, Run, Step } from "./cells.ts";
import { type Expected, isRight } from "./expected.ts";
import { median, spread } from "./statistics.ts";
import type { Subject } from "./subjects.ts";

const known = (values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null);

/** Medians over runs; the frames of all runs are told together. */
export const cellOf = (subject: Subject, size: number, runs: readonly Run[], expected: Expected): Cell => {
  const middle = (key: "load" | "filter" | "clear" | "lag" | "heap" | "memory" | "nodes"): number | null =>
    median(known(runs.map((run) => run[key])));
  const failed: Partial<Record<Step, string>> = {};
  for (const run of runs) if (run.failed) failed[run.failed.step] ??= run.failed.why;
  const rights = runs.map((run) => isRight(expected, subject, run.count, run.chosen)).filter((right) => right !== null);
  return {
    subject: subject.name,
    size,
    runs: known(runs.map((run) => run.load)).length,
    load: middle("load"),
    filter: middle("filter"),
    clear: middle("clear"),
    frames: spread(runs.flatMap((run) => run.frames ?? [])),
    lag: middle("lag"),
    heap: middle("heap"),
    memory: middle("memory"),
    nodes: middle("nodes"),
    shipped: runs.find((run) => run.shipped)?.shipped ?? null,
    failed,
    right: rights.length ? rights.every(Boolean) : null,
    errors: [...new Set(runs.flatMap((run) => run.errors))].slice(0, 5),
  };
};

export interface Repeat {
  readonly runs: number;
  /** ms taken by its own pages after which no further one is begun. */
  readonly budget: number;
  readonly once: (skip: ReadonlySet<Step>, first: boolean) => Promise<Run>;
}

/** Fresh pages of one subject, taken one at a time. */
export interface Series {
  readonly taken: readonly Run[];
  /** Takes another page, unless there are enough. @returns whether it did */
  next(): Promise<boolean>;
}

/**
 * A step that failed is not tried again, so that the others are still measured; without loading there is nothing to
 * measure.
 */
export const series = ({ runs, budget, once }: Repeat): Series => {
  const taken: Run[] = [];
  const skip = new Set<Step>();
  let spent = 0;
  let over = false;
  return {
    taken,
    next: async () => {
      if (over || taken.length >= runs || (taken.length > 0 && spent >= budget)) return false;
      const began = performance.now();
      const run = await once(skip, taken.length === 0);
      spent += performance.now() - began;
      taken.push(run);
      const step = run.failed?.step;
      if (step === "load") over = true;
      else if (step === "pan") skip.add("pan");
      else if (step) for (const chosen of ["filter", "clear"] as const) skip.add(chosen);
      return true;
    },
  };
};

/** Takes one page of each in turn until all have enough: what else the machine does then falls on all of them alike. */
export const inTurn = async (all: readonly Pick<Series, "next">[]): Promise<void> => {
  let waiting = all;
  while (waiting.length > 0) {
    const more: Pick<Series, "next">[] = [];
    for (const one of waiting) if (await one.next()) more.push(one);
    waiting = more;
  }
};
