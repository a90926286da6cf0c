/** Ticks of a time axis in two levels, from centuries to single days, in UTC. */
import { calendarDay, dayNumber } from "#lib/dates.ts";
import { textWidth } from "#lib/text-width.ts";
import type { Words } from "#model/words/en/index.ts";

export interface Tick {
  readonly day: number;
  readonly x: number;
  /** Empty where the label has no room; the line stays. */
  readonly label: string;
  /** Where the label begins: at the tick, or at the left edge for the period the axis begins in. */
  readonly labelX: number;
}

export interface TimeTicks {
  /** Years, months or days. */
  readonly minor: readonly Tick[];
  /** What the minor ones belong to: years above months, months above days; none above years. */
  readonly major: readonly Tick[];
}

export interface TickOptions {
  readonly words: Words;
  /** Px of the labels. */
  readonly size: number;
  /** Space kept between two labels, px. */
  readonly gap: number;
  /** Space between a tick and its label, px. */
  readonly indent: number;
}

/** Days `start` to `end` (end exclusive, fractions allowed) drawn from `left` to `right` px. */
export interface TimeAxis {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

export const axisX = (axis: TimeAxis, day: number): number =>
  axis.left + ((day - axis.start) / (axis.end - axis.start)) * (axis.right - axis.left);

export const axisDay = (axis: TimeAxis, x: number): number =>
  axis.start + ((x - axis.left) / (axis.right - axis.left)) * (axis.end - axis.start);

type Unit = "day" | "month" | "year";
interface Step {
  readonly unit: Unit;
  readonly every: number;
  /** Shortest distance between two ticks of this step, days. */
  readonly days: number;
}

const YEARS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
const STEPS: readonly Step[] = [
  { unit: "day", every: 1, days: 1 },
  { unit: "day", every: 2, days: 2 },
  { unit: "day", every: 7, days: 7 },
  { unit: "month", every: 1, days: 28 },
  { unit: "month", every: 3, days: 90 },
  { unit: "month", every: 6, days: 181 },
  ...YEARS.map((every): Step => ({ unit: "year", every, days: 365 * every })),
];

/** Day numbers of a step's ticks within [from, to]; days of a month restart at the 1st, so that months line up. */
const stepDays = (step: Step, from: number, to: number): number[] => {
  const days: number[] = [];
  const { year, month } = calendarDay(Math.floor(from));
  if (step.unit === "year") {
    for (let at = Math.floor(year / step.every) * step.every; ; at += step.every) {
      const day = dayNumber(at, 1, 1);
      if (day > to) return days.filter((tick) => tick >= from);
      days.push(day);
    }
  }
  const first = step.unit === "month" ? Math.floor((month - 1) / step.every) * step.every + 1 : month;
  for (let at = first; ; at += step.unit === "month" ? step.every : 1) {
    const begin = dayNumber(year, at, 1);
    if (begin > to) return days.filter((tick) => tick >= from && tick <= to);
    if (step.unit === "month") days.push(begin);
    else {
      const length = dayNumber(year, at + 1, 1) - begin;
      for (let offset = 0; offset < length - step.every / 2; offset += step.every) days.push(begin + offset);
    }
  }
};

const MAJOR: Readonly<Record<Unit, Step | null>> = {
  day: { unit: "month", every: 1, days: 28 },
  month: { unit: "year", every: 1, days: 365 },
  year: null,
};

const sample = (step: Step, options: TickOptions): string =>
  step.unit === "day" ? "28" : step.unit === "month" ? options.words.dates.shortMonth(9) : "2000";

const minorLabel = (step: Step, day: number, words: Words): string => {
  const at = calendarDay(day);
  if (step.unit === "day") return String(at.day);
  return step.unit === "month" ? words.dates.shortMonth(at.month) : String(at.year);
};

const majorLabel = (step: Step, day: number, words: Words): string => {
  const at = calendarDay(day);
  return step.unit === "month" ? `${words.dates.shortMonth(at.month)} ${at.year}` : String(at.year);
};

/** Keeps a label only where it ends before the next one begins and before the right edge. */
const spaced = (ticks: readonly Tick[], right: number, options: TickOptions, face: "sans" | "sans-bold"): Tick[] => {
  let next = right;
  const kept: Tick[] = [];
  for (let at = ticks.length - 1; at >= 0; at--) {
    const tick = ticks[at] as Tick;
    const fits = tick.labelX + textWidth(tick.label, options.size, face) <= next;
    kept.unshift(fits ? tick : { ...tick, label: "" });
    if (fits) next = tick.labelX - options.gap;
  }
  return kept;
};

/** Ticks that suit the zoom: the finest step whose labels stand clear of each other. */
export const timeTicks = (axis: TimeAxis, options: TickOptions): TimeTicks => {
  const perDay = (axis.right - axis.left) / (axis.end - axis.start);
  const roomy = (step: Step): boolean =>
    step.days * perDay >= textWidth(sample(step, options), options.size, "sans") + options.indent + options.gap;
  const step = STEPS.find(roomy) ?? (STEPS[STEPS.length - 1] as Step);
  const place = (day: number, label: string): Tick => {
    const x = axisX(axis, day);
    return { day, x, label, labelX: x + options.indent };
  };
  const minor = stepDays(step, axis.start, axis.end).map((day) => place(day, minorLabel(step, day, options.words)));
  const above = MAJOR[step.unit];
  if (!above) return { minor: spaced(minor, axis.right, { ...options, gap: options.indent }, "sans"), major: [] };
  const major = stepDays(above, axis.start, axis.end).map((day) => place(day, majorLabel(above, day, options.words)));
  const begun: Tick = {
    day: axis.start,
    x: axis.left,
    label: majorLabel(above, Math.floor(axis.start), options.words),
    labelX: axis.left + options.indent,
  };
  const all = major[0]?.day === axis.start ? major : [begun, ...major];
  return {
    minor: spaced(minor, axis.right, { ...options, gap: options.indent }, "sans"),
    major: spaced(all, axis.right, options, "sans-bold"),
  };
};
