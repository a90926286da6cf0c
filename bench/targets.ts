/** What the dashboard must reach, and whether it does. */
import type { Cell } from "./cells.ts";
import type { Kind } from "./subjects.ts";

/** One frame of a screen of 60 Hz, ms. */
export const FRAME = 1000 / 60;
const MB = 1_000_000;

export interface Verdict {
  readonly what: string;
  readonly size: number;
  readonly unit: "ms" | "bytes" | "nodes";
  readonly value: number | null;
  /** At most this; null where what it is measured against is missing. */
  readonly limit: number | null;
  /** How the limit comes about, in words. */
  readonly rule: string;
  /** Null where one of the two is missing. */
  readonly reached: boolean | null;
}

interface Target {
  readonly what: string;
  readonly kind: Kind;
  readonly unit: Verdict["unit"];
  readonly from: number;
  readonly value: (cell: Cell) => number | null;
  readonly limit: (floor: Cell | null, size: number) => number | null;
  readonly rule: (size: number) => string;
}

const LARGE = 100_000;
const HUGE = 1_000_000;

const times = (factor: number, base: number | null | undefined): number | null => (base ? factor * base : null);
const plusFrame = (base: number | null | undefined): number | null => (base ? base + FRAME : null);

const loadFactor = (size: number): number => (size < LARGE ? 3 : size < HUGE ? 2 : 1.5);

const choice = (what: string, value: (cell: Cell) => number | null): Target => ({
  what,
  kind: "json",
  unit: "ms",
  from: 0,
  value,
  limit: (floor, size) => (size < HUGE ? plusFrame(floor && value(floor)) : times(2, floor && value(floor))),
  rule: (size) => (size < HUGE ? "the floor and a frame" : "2 × the floor"),
});

export const TARGETS: readonly Target[] = [
  {
    what: "load, JSON",
    kind: "json",
    unit: "ms",
    from: 0,
    value: (cell) => cell.load,
    limit: (floor, size) => times(loadFactor(size), floor?.load),
    rule: (size) => `${loadFactor(size)} × the floor`,
  },
  {
    what: "load, columnar file",
    kind: "columnar",
    unit: "ms",
    from: LARGE,
    value: (cell) => cell.load,
    limit: (floor) => times(2, floor?.load),
    rule: () => "2 × the floor",
  },
  choice("partner = KR", (cell) => cell.filter),
  choice("clear", (cell) => cell.clear),
  {
    what: "pan and zoom, p95 frame",
    kind: "json",
    unit: "ms",
    from: 0,
    value: (cell) => cell.frames?.p95 ?? null,
    limit: () => 20,
    rule: () => "20 ms",
  },
  {
    what: "JS heap after load",
    kind: "json",
    unit: "bytes",
    from: LARGE,
    value: (cell) => cell.heap,
    limit: (_, size) => (size < HUGE ? 40 * MB : 150 * MB),
    rule: (size) => (size < HUGE ? "40 MB" : "150 MB"),
  },
  {
    what: "DOM nodes",
    kind: "json",
    unit: "nodes",
    from: 0,
    value: (cell) => cell.nodes,
    limit: () => 4_000,
    rule: () => "4 000",
  },
];

const find = (cells: readonly Cell[], subject: string, size: number): Cell | null =>
  cells.find((cell) => cell.subject === subject && cell.size === size) ?? null;

const against = (value: number | null, limit: number | null): boolean | null =>
  value === null || limit === null ? null : value <= limit;

/** Each target at each size that ours was measured at. */
export const verdicts = (cells: readonly Cell[]): readonly Verdict[] =>
  TARGETS.flatMap((target) => {
    const subject = target.kind === "json" ? "ours" : "ours-columnar";
    const own = cells.filter((cell) => cell.subject === subject && cell.size >= target.from);
    return own.map((cell): Verdict => {
      const floor = find(cells, target.kind === "json" ? "floor" : "floor-columnar", cell.size);
      const [value, limit] = [target.value(cell), target.limit(floor, cell.size)];
      const { what, unit } = target;
      return {
        what,
        size: cell.size,
        unit,
        value,
        limit,
        rule: target.rule(cell.size),
        reached: against(value, limit) ?? (limit !== null && value === null ? false : null),
      };
    });
  });

export const MEASURES = ["load", "filter", "clear", "pan"] as const;
export type Measure = (typeof MEASURES)[number];

export const measured = (cell: Cell, measure: Measure): number | null =>
  measure === "pan" ? (cell.frames?.p95 ?? null) : cell[measure];

export interface Race {
  readonly measure: Measure;
  readonly size: number;
  readonly value: number | null;
  /** The fastest peer, or null where none finished. */
  readonly best: { readonly subject: string; readonly value: number } | null;
  readonly ahead: boolean;
}

const RACED_FROM: Readonly<Record<Measure, number>> = { load: 1_000, filter: 10_000, clear: 10_000, pan: 10_000 };

/** Ours beside the fastest peer in each cell where ours must be ahead of all. */
export const races = (cells: readonly Cell[], peers: readonly string[]): readonly Race[] =>
  MEASURES.flatMap((measure) =>
    cells
      .filter((cell) => cell.subject === "ours" && cell.size >= RACED_FROM[measure])
      .map(({ size, ...cell }): Race => {
        const value = measured({ size, ...cell }, measure);
        const rivals = cells.flatMap((other) => {
          const time = other.size === size && peers.includes(other.subject) ? measured(other, measure) : null;
          return time === null ? [] : [{ subject: other.subject, value: time }];
        });
        const best = rivals.sort((a, b) => a.value - b.value)[0] ?? null;
        return { measure, size, value, best, ahead: value !== null && (best === null || value < best.value) };
      }),
  );
