/** The common forms of dates, read without the full parser: an archive has millions of them. */
import { dayNumber, plainDay } from "./dates.ts";

/** Days as `dates.ts` counts them, both inclusive. */
export interface CommonDate {
  readonly start: number;
  readonly end: number;
  /** True where any part is uncertain or approximate. */
  readonly doubtful: boolean;
}

type Span = Pick<CommonDate, "start" | "end">;

const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^\d{4}$/;
/** One mark of doubt; with several the full parser has to say what goes together. */
const MARKED = /^\d{4}(?:-\d{2}){0,2}[?~%](?:-\d{2}){0,2}$/;
const BOTH_AT_END = /^[\d-]+[?~%]\/[\d-]+[?~%]$/;

const plainSpan = (text: string): Span | null => {
  const day = plainDay(text);
  if (day !== null) return { start: day, end: day };
  const month = MONTH.exec(text);
  if (month) {
    const [year, at] = [Number(month[1]), Number(month[2])];
    return at >= 1 && at <= 12 ? { start: dayNumber(year, at, 1), end: dayNumber(year, at + 1, 1) - 1 } : null;
  }
  return YEAR.test(text) ? { start: dayNumber(Number(text), 1, 1), end: dayNumber(Number(text), 12, 31) } : null;
};

const half = (text: string): CommonDate | null => {
  const plain = plainSpan(text);
  if (plain) return { ...plain, doubtful: false };
  if (!MARKED.test(text)) return null;
  const unmarked = plainSpan(text.replace(/[?~%]/g, ""));
  return unmarked && { ...unmarked, doubtful: true };
};

const readAnew = (date: string): CommonDate | null => {
  const slash = date.indexOf("/");
  if (slash < 0) return half(date);
  const [from, to] = [half(date.slice(0, slash)), half(date.slice(slash + 1))];
  if (!from || !to || from.start >= to.start || (from.doubtful && to.doubtful && !BOTH_AT_END.test(date))) return null;
  return { start: from.start, end: to.end, doubtful: from.doubtful || to.doubtful };
};

/** Dates read of late: each row is read to be checked and to be kept, and a conference has many rows of one date. */
const read = new Map<string, CommonDate | null>();
const READ_AT_MOST = 4_096;

/** A date in one of the common forms as the full parser reads it; null for every other, be it good or not. */
export const commonDate = (date: string): CommonDate | null => {
  const known = read.get(date);
  if (known !== undefined) return known;
  if (read.size >= READ_AT_MOST) read.clear();
  const found = readAnew(date);
  read.set(date, found);
  return found;
};
