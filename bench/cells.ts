/** What one library did with one number of events. */
import type { Spread } from "./statistics.ts";

export const STEPS = ["load", "filter", "clear", "pan"] as const;
export type Step = (typeof STEPS)[number];

export interface Shipped {
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
}

/** One fresh page. A step that was not reached, not tried or not finished is null. */
export interface Run {
  /** ms */
  readonly load: number | null;
  readonly filter: number | null;
  readonly clear: number | null;
  /** Intervals between frames while a hand moved, ms. */
  readonly frames: readonly number[] | null;
  /** From the last movement of the hand to the next frame, ms. */
  readonly lag: number | null;
  /** JavaScript heap of page and workers with the buffers they hold, after a collection, bytes. */
  readonly heap: number | null;
  /** Anonymous memory of the page's process, bytes. */
  readonly memory: number | null;
  readonly nodes: number | null;
  readonly shipped: Shipped | null;
  /** Rows shown after loading, and with the partner chosen. */
  readonly count: number | null;
  readonly chosen: number | null;
  /** The step that failed and why: "over 60 s", "page crashed" or the message of an error. */
  readonly failed: { readonly step: Step; readonly why: string } | null;
  /** What the page complained of, at most a few. */
  readonly errors: readonly string[];
}

/** Medians of several pages. */
export interface Cell {
  readonly subject: string;
  readonly size: number;
  /** Pages that finished loading. */
  readonly runs: number;
  readonly load: number | null;
  readonly filter: number | null;
  readonly clear: number | null;
  readonly frames: Spread | null;
  readonly lag: number | null;
  readonly heap: number | null;
  readonly memory: number | null;
  readonly nodes: number | null;
  readonly shipped: Shipped | null;
  readonly failed: Readonly<Partial<Record<Step, string>>>;
  /** Whether the rows shown are as many as the record has. */
  readonly right: boolean | null;
  readonly errors: readonly string[];
}
