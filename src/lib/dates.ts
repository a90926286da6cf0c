/**
 * Dates in EDTF (ISO 8601-2) as spans of whole days.
 *
 * A day is an integer: days since 1970-01-01 in UTC, so that no time zone can move a meeting. Spans include both ends.
 */
import { err, ok, type Result } from "./result.ts";

export const DAY_MS = 86_400_000;

/** Which part of a date its source leaves in doubt; `whole` where all of it is. */
export type Doubt = "none" | "year" | "month" | "day" | "whole";

/** One end of a span as it is written: `month` and `day` are null where the date is not that precise. */
export interface DatePoint {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number | null;
  /** 1 to 31 */
  readonly day: number | null;
  readonly doubt: Doubt;
  readonly approximate: boolean;
}

export interface DateSpan {
  readonly edtf: string;
  /** First day; -Infinity where the start is open. */
  readonly start: number;
  /** Last day, inclusive; Infinity where the end is open. */
  readonly end: number;
  /** True where the text is an interval, even of one day. */
  readonly interval: boolean;
  /** Null where that end is open. A single date has the same point twice. */
  readonly from: DatePoint | null;
  readonly to: DatePoint | null;
  /** True where any part is uncertain or approximate. */
  readonly doubtful: boolean;
}

/** Day number of a calendar day in UTC; `month` from 1. */
export const dayNumber = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
};

/** ISO calendar date (`YYYY-MM-DD`) of a day number. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Year, month (from 1) and day of the month of a day number. */
export const calendarDay = (day: number): { year: number; month: number; day: number } => {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

const DASH = 0x2d;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A number written with the digits of `text` from `from` up to `to`; NaN where there is another sign. */
const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/**
 * A plain `YYYY-MM-DD` as a day number, or null. Archives hold millions of these, so they take no parser and no `Date`.
 * Days are counted in eras of 400 years that begin in March, as in Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms".
 */
export const plainDay = (text: string): number | null => {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= (DAYS_OF_MONTH[month - 1] as number))) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const ofEra = fromMarch - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
};

const YEAR_OR_MONTH = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;

/** A plain day, month or year, which most dates are: the full parser takes a third of a millisecond for each. */
const plainPoint = (text: string): { start: number; end: number; point: DatePoint } | null => {
  const sure = { doubt: "none", approximate: false } as const;
  const day = plainDay(text);
  if (day !== null) return { start: day, end: day, point: { ...calendarDay(day), ...sure } };
  const [, digitsOfYear, digitsOfMonth] = YEAR_OR_MONTH.exec(text) ?? [];
  if (digitsOfYear === undefined) return null;
  const year = Number(digitsOfYear);
  const month = digitsOfMonth === undefined ? null : Number(digitsOfMonth);
  return {
    start: dayNumber(year, month ?? 1, 1),
    end: (month === null ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - 1,
    point: { year, month, day: null, ...sure },
  };
};

const plainSpan = (text: string): DateSpan | null => {
  const slash = text.indexOf("/");
  const from = plainPoint(slash < 0 ? text : text.slice(0, slash));
  const to = slash < 0 ? from : plainPoint(text.slice(slash + 1));
  if (!from || !to || (slash >= 0 && from.start >= to.start)) return null;
  return {
    edtf: text,
    start: from.start,
    end: to.end,
    interval: slash >= 0,
    from: from.point,
    to: to.point,
    doubtful: false,
  };
};

/** Reads any EDTF date that is not plain, or says what is wrong with it. */
export type FullReader = (text: string) => Result<DateSpan>;

const known = new Map<string, Result<DateSpan>>();
const KNOWN_AT_MOST = 50_000;
let readFully: FullReader | null = null;

const know = (text: string, result: Result<DateSpan>): Result<DateSpan> => {
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(text, result);
  return result;
};

/** From now on dates that are not plain are read by `reader`; `edtf-dates.ts` does this where it is imported. */
export const readFullyWith = (reader: FullReader): void => {
  readFully = reader;
  known.clear();
};

/** Takes over spans that were read elsewhere, so that a page need not load the full reader to say a date in words. */
export const rememberSpans = (spans: readonly DateSpan[]): void => {
  for (const span of spans) if (!known.has(span.edtf)) know(span.edtf, ok(span));
};

/**
 * Reads an EDTF date, levels 0 to 2. Plain days, months and years and intervals of them are read here, all others by
 * the full reader, which is there wherever `edtf-dates.ts` was imported. Never throws.
 * @returns the span, or a sentence that names the text and what is wrong with it.
 */
export const parseDate = (text: string): Result<DateSpan> => {
  const before = known.get(text);
  if (before) return before;
  if (text.length > 80) return know(text, err("a date is at most 80 characters long"));
  const plain = plainSpan(text);
  if (plain) return know(text, ok(plain));
  return readFully ? know(text, readFully(text)) : err(`"${text}" is not a plain date`);
};
