/** The window in the address bar: `2018-04..2019-12`, two EDTF dates, both included. */
import { calendarDay, dayNumber, isoDay, parseDate } from "#lib/dates.ts";
import type { DayWindow } from "#model/questions.ts";

const pad = (value: number): string => String(value).padStart(2, "0");
const FIRST = dayNumber(0, 1, 1);
const LAST = dayNumber(9999, 12, 31);

/** A year where the end falls on a year's, a month where on a month's, else a day. */
const written = (day: number, end: boolean): string => {
  const at = calendarDay(day);
  const next = calendarDay(day + 1);
  const month = end ? next.day === 1 : at.day === 1;
  const year = month && (end ? next.month === 1 : at.month === 1);
  const name = String(at.year).padStart(4, "0");
  return year ? name : month ? `${name}-${pad(at.month)}` : isoDay(day);
};

/** Whole days, at least one, within the years 0 to 9999. */
export const wholeDays = (window: DayWindow): DayWindow => {
  const start = Math.max(FIRST, Math.min(LAST, Math.round(window.start))) + 0;
  return { start, end: Math.min(LAST, Math.max(start, Math.round(window.end))) + 0 };
};

/** Text of a window, rounded to whole days. */
export const formatWindow = (window: DayWindow): string => {
  const { start, end } = wholeDays(window);
  return `${written(start, false)}..${written(end, true)}`;
};

/** The window of a text, or null where it is none. Either half may be any EDTF date with a first and a last day. */
export const parseWindow = (text: string): DayWindow | null => {
  const halves = text.split("..");
  if (halves.length !== 2) return null;
  const [from, to] = halves.map((half) => parseDate(half));
  if (!from?.ok || !to?.ok) return null;
  const { start } = from.value;
  const { end } = to.value;
  return Number.isFinite(start) && Number.isFinite(end) && start <= end ? { start, end } : null;
};
