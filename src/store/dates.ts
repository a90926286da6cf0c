/** Days of a date as it is written, the common forms read without the full parser: an archive has millions of them. */
import { dayNumber, parseDate, plainDay } from "#lib/dates.ts";
import type { DayWindow } from "#model/questions.ts";

/** An open end, and as far as days are told apart: what a `Date` can hold. */
export const FAR = 100_000_000;

export interface ReadDate extends DayWindow {
  /** True where any part is uncertain or approximate. */
  readonly doubtful: boolean;
}

const clamp = (day: number): number => Math.max(-FAR, Math.min(FAR, day));

const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^\d{4}$/;
/** One mark of doubt; with several the full parser has to say what goes together. */
const MARKED = /^\d{4}(?:-\d{2}){0,2}[?~%](?:-\d{2}){0,2}$/;
const BOTH_AT_END = /^[\d-]+[?~%]\/[\d-]+[?~%]$/;

const plainSpan = (text: string): DayWindow | null => {
  const day = plainDay(text);
  if (day !== null) return { start: day, end: day };
  const month = MONTH.exec(text);
  if (month) {
    const [year, at] = [Number(month[1]), Number(month[2])];
    return at >= 1 && at <= 12 ? { start: dayNumber(year, at, 1), end: dayNumber(year, at + 1, 1) - 1 } : null;
  }
  return YEAR.test(text) ? { start: dayNumber(Number(text), 1, 1), end: dayNumber(Number(text), 12, 31) } : null;
};

const half = (text: string): ReadDate | null => {
  const plain = plainSpan(text);
  if (plain) return { ...plain, doubtful: false };
  if (!MARKED.test(text)) return null;
  const unmarked = plainSpan(text.replace(/[?~%]/g, ""));
  return unmarked && { ...unmarked, doubtful: true };
};

const quick = (date: string): ReadDate | null => {
  const slash = date.indexOf("/");
  if (slash < 0) return half(date);
  const [from, to] = [half(date.slice(0, slash)), half(date.slice(slash + 1))];
  if (!from || !to || from.start >= to.start || (from.doubtful && to.doubtful && !BOTH_AT_END.test(date))) return null;
  return { start: from.start, end: to.end, doubtful: from.doubtful || to.doubtful };
};

/** Start and end day of an EDTF date, an open end as ±`FAR`; null where it is missing or unreadable. */
export const readDate = (date: string | null): ReadDate | null => {
  if (date === null) return null;
  const read = quick(date);
  if (read) return read;
  const parsed = parseDate(date);
  if (!parsed.ok) return null;
  return { start: clamp(parsed.value.start), end: clamp(parsed.value.end), doubtful: parsed.value.doubtful };
};
