/**
 * Dates of every EDTF form, read with edtf.js. Whoever reads records imports this; a page whose records are read in a
 * worker gets the spans from there and loads this only for what a reader types.
 */
import edtf, { Interval, List } from "edtf";
import { DAY_MS, type DatePoint, type DateSpan, type Doubt, parseDate, readFullyWith } from "./dates.ts";
import { err, ok, type Result } from "./result.ts";

export { parseDate };

type Parsed = ReturnType<typeof edtf>;
type ParsedDate = Extract<Parsed, { precision?: number }>;

const doubtOf = (date: ParsedDate): Doubt => {
  const mask = date.uncertain;
  if (!mask?.value) return "none";
  const parts = (["year", "month", "day"] as const).filter((part) => mask.is(part));
  return parts.length === 1 && (date.precision ?? 1) > 1 ? (parts[0] as Doubt) : "whole";
};

const pointOf = (date: ParsedDate): DatePoint => {
  const at = new Date(date.min);
  const precision = date.precision ?? 1;
  return {
    year: at.getUTCFullYear(),
    month: precision > 1 && !date.unspecified?.is("month") ? at.getUTCMonth() + 1 : null,
    day: precision > 2 && !date.unspecified?.is("day") ? at.getUTCDate() : null,
    doubt: doubtOf(date),
    approximate: Boolean(date.approximate?.value),
  };
};

const isDate = (value: Parsed | number | null): value is ParsedDate =>
  typeof value === "object" && value !== null && !(value instanceof Interval) && !(value instanceof List);

const firstDay = (ms: number): number => (Number.isFinite(ms) ? Math.floor(ms / DAY_MS) : ms);

const DAY = /(\d{4})[?~%]?-[?~%]?(\d{2})[?~%]?-[?~%]?(\d{2})/g;

/** edtf.js 4.11.1 takes 29 February for 1 March where there is none. */
const dayThatIsNone = (text: string): string | null => {
  for (const [written, year, month, day] of text.matchAll(DAY)) {
    const at = new Date(0);
    at.setUTCFullYear(Number(year), Number(month), 0);
    if (Number(month) <= 12 && Number(day) > at.getUTCDate()) return written;
  }
  return null;
};

const readSpan = (text: string): Result<DateSpan> => {
  const none = dayThatIsNone(text);
  if (none !== null) return err(`"${text}" names ${none}, a day that month does not have`);
  // edtf.js 4.11.1 has the first four months of a year end with May.
  if (/^\d{4}-3[789]$/.test(text)) return err(`"${text}" is a third of a year; write its months as an interval`);
  if (/\dT\d/.test(text)) return err(`"${text}" has a time of day; write the day alone`);
  // edtf.js 4.11.1 throws a TypeError on an interval whose first half is open, so the open half is read here.
  if (text.startsWith("../") && text.length > 3) {
    const last = parseDate(text.slice(3));
    if (last.ok && last.value.interval) return err(`"${text}" is more than two dates`);
    return last.ok
      ? ok({ ...last.value, edtf: text, start: Number.NEGATIVE_INFINITY, interval: true, from: null })
      : last;
  }
  let parsed: Parsed;
  try {
    parsed = edtf(text);
  } catch {
    return err(`"${text}" is not a date in EDTF (ISO 8601-2)`);
  }
  // An interval with an empty half ("/2019": start not known) has null there.
  const start = firstDay((parsed.min as number | null) ?? Number.NEGATIVE_INFINITY);
  const end = firstDay((parsed.max as number | null) ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(start) || Number.isNaN(end)) return err(`"${text}" has no first or last day`);
  if (end < start) return err(`"${text}" ends before it begins`);
  if (parsed instanceof Interval) {
    const from = isDate(parsed.lower) ? pointOf(parsed.lower) : null;
    const to = isDate(parsed.upper) ? pointOf(parsed.upper) : null;
    const doubtful = [from, to].some((point) => point !== null && (point.doubt !== "none" || point.approximate));
    return ok({ edtf: text, start, end, interval: true, from, to, doubtful });
  }
  if (!isDate(parsed)) return err(`"${text}" is a set of dates; write an interval instead`);
  if (parsed.unspecified?.is("year"))
    return err(`"${text}" leaves its year open; mark a year in doubt with "?" instead`);
  const point = pointOf(parsed);
  return ok({
    edtf: text,
    start,
    end,
    interval: false,
    from: point,
    to: point,
    doubtful: point.doubt !== "none" || point.approximate,
  });
};

readFullyWith(readSpan);
