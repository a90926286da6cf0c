/** The result as Markdown: a table for each measure, what was to be reached, and on what machine. */
import type { Cell, Step } from "./cells.ts";
import { REASONS } from "./reasons.ts";
import { ratio } from "./statistics.ts";
import type { Subject } from "./subjects.ts";
import { bytes, count, duration, table, times } from "./table.ts";
import { type Race, races, type Verdict, verdicts } from "./targets.ts";

export interface Report {
  readonly cells: readonly Cell[];
  readonly subjects: readonly Subject[];
  /** Pages to each cell; a cell that has fewer says so. */
  readonly runs: number;
  readonly machine: readonly (readonly [name: string, value: string])[];
  readonly versions: readonly (readonly [name: string, value: string])[];
  /** The table of the questions' costs, where it was made. */
  readonly questions: string | null;
  /** What a reader must know about how this result came about, or null. */
  readonly note: string | null;
}

type Shown = (cell: Cell) => { readonly text: string; readonly value?: number | null } | null;

interface Figure {
  readonly title: string;
  readonly step: Step;
  readonly shown: Shown;
  readonly compared?: true;
}

const timed = (value: number | null): ReturnType<Shown> => (value === null ? null : { text: duration(value), value });

const FIGURES: readonly Figure[] = [
  {
    title: "Load: from navigation to all events painted",
    step: "load",
    shown: (cell) => timed(cell.load),
    compared: true,
  },
  {
    title: "Partner = KR, to painted in all views",
    step: "filter",
    shown: (cell) => timed(cell.filter),
    compared: true,
  },
  {
    title: "Clear the filter, to painted in all views",
    step: "clear",
    shown: (cell) => timed(cell.clear),
    compared: true,
  },
  {
    title: "Frames over two seconds of wheel and drag: median / p95 / worst, and lag after the last input",
    step: "pan",
    shown: ({ frames, lag }) =>
      frames && {
        text: `${[frames.median, frames.p95, frames.worst].map((ms) => ms.toFixed(0)).join(" / ")} ms, ${duration(lag)}`,
      },
  },
  {
    title: "JS heap of page and workers with buffers / memory of the page's process, after load",
    step: "load",
    shown: ({ heap, memory }) => (heap === null ? null : { text: `${bytes(heap)} / ${bytes(memory)}` }),
  },
  {
    title: "Nodes in the document after load",
    step: "load",
    shown: ({ nodes }) => (nodes === null ? null : { text: count(nodes) }),
  },
];

const isBase = ({ role }: Subject): boolean => role === "floor";

const figureTable = ({ cells, subjects, runs }: Report, { step, shown, compared }: Figure): string => {
  const sizes = [...new Set(cells.map(({ size }) => size))].sort((a, b) => a - b);
  const at = (name: string, size: number): Cell | null =>
    cells.find((cell) => cell.subject === name && cell.size === size) ?? null;
  const written = (subject: Subject, size: number): string => {
    const cell = at(subject.name, size);
    if (!cell) return "";
    const what = shown(cell);
    if (!what) return cell.failed[step] ?? cell.failed.load ?? "–";
    const floor = at(subject.kind === "json" ? "floor" : "floor-columnar", size);
    const base = compared && floor && !isBase(subject) ? (shown(floor)?.value ?? null) : null;
    const notes = [
      times(ratio(what.value ?? null, base)),
      cell.runs < runs ? `${cell.runs} ${cell.runs === 1 ? "run" : "runs"}` : "",
      cell.right === false ? "wrong rows" : "",
    ].filter(Boolean);
    return notes.length ? `${what.text} (${notes.join(", ")})` : what.text;
  };
  const rows = subjects
    .filter(({ name }) => cells.some((cell) => cell.subject === name))
    .map((subject) => [subject.label, ...sizes.map((size) => written(subject, size))]);
  return table(["", ...sizes.map(count)], rows);
};

const amount = ({ unit }: Verdict, value: number | null): string =>
  unit === "ms" ? duration(value) : unit === "bytes" ? bytes(value) : count(value);

const said = (reached: boolean | null): string =>
  reached === null ? "not measured" : reached ? "reached" : "**not reached**";

const targetTable = (all: readonly Verdict[]): string =>
  table(
    ["", "events", "measured", "at most", "", "why not, and what would move it"],
    all.map((verdict) => [
      verdict.what,
      count(verdict.size),
      amount(verdict, verdict.value),
      `${amount(verdict, verdict.limit)} (${verdict.rule})`,
      said(verdict.reached),
      verdict.reached === false ? (REASONS[`${verdict.what} ${verdict.size}`] ?? REASONS[verdict.what] ?? "") : "",
    ]),
    "text",
  );

const NAMES = { load: "load", filter: "partner = KR", clear: "clear", pan: "p95 frame" } as const;

const raceTable = (all: readonly Race[], subjects: readonly Subject[]): string =>
  table(
    ["", "events", "Liaison", "fastest other", ""],
    all.map(({ measure, size, value, best, ahead }) => [
      NAMES[measure],
      count(size),
      duration(value),
      best
        ? `${duration(best.value)} (${subjects.find(({ name }) => name === best.subject)?.label ?? best.subject})`
        : "none finished",
      ahead ? "ahead" : "**not ahead**",
    ]),
    "text",
  );

const shippedTable = ({ cells, subjects }: Report): string =>
  table(
    ["", "files", "bytes", "gzip"],
    subjects.flatMap(({ name, label }) => {
      const shipped = cells.find((cell) => cell.subject === name && cell.shipped)?.shipped;
      return shipped ? [[label, String(shipped.files), bytes(shipped.raw), bytes(shipped.gzip)]] : [];
    }),
  );

/** Sentence on how many targets and races are won. */
export const summary = (report: Report): string => {
  const targets = verdicts(report.cells).filter(({ reached }) => reached !== null);
  const peers = report.subjects.filter(({ role }) => role === "peer").map(({ name }) => name);
  const run = races(report.cells, peers);
  const won = targets.filter(({ reached }) => reached).length;
  const ahead = run.filter((race) => race.ahead).length;
  return `${won} of ${targets.length} targets reached; ahead of every other library in ${ahead} of ${run.length} cells.`;
};

/** The whole file. */
export const markdown = (report: Report): string => {
  const { machine, versions, runs, subjects, cells, questions, note } = report;
  const peers = subjects.filter(({ role }) => role === "peer").map(({ name }) => name);
  const parts = [
    "# Measured side by side",
    "",
    "Written by `npm run bench`. Each number is the median of fresh pages in one browser on one machine, all of them",
    `served by the same plain server, ${runs} to a cell unless it says fewer. Each cell names how many times the floor`,
    "it takes. The floor is the least a page has to do: typed columns, postings per partner, a canvas of time, a map and",
    "two lists. Painted means that the second frame after the change has begun. Heap and memory are those of one more page",
    "to each cell, for a collection makes a browser forget what it compiled. What took over the limit is told as such;",
    "ratios are what counts, times belong to the machine.",
    ...(note ? ["", `**Note.** ${note}`] : []),
    "",
    summary(report),
    ...FIGURES.flatMap((figure) => ["", `## ${figure.title}`, "", figureTable(report, figure)]),
    ...["", "## Bytes shipped, data left out", "", shippedTable(report)],
    ...["", "## What it must reach", "", targetTable(verdicts(cells))],
    ...["", "## Beside the fastest other library", "", raceTable(races(cells, peers), subjects)],
    ...(questions ? ["", "## What a question costs", "", questions] : []),
    ...["", "## Machine and versions", "", table(["", ""], [...machine, ...versions], "text")],
  ];
  return `${parts.join("\n")}\n`;
};
