/**
 * Dates in EDTF as records and addresses have them, for the embed's build, which puts this in place of edtf.js: years,
 * months, days and seasons, with `?`, `~`, `%`, unspecified digits, and intervals of these. The build makes sure that
 * both read every date of the record alike; what this does not read is told as a value that is not known.
 */
const DAY = 86_400_000;

type Part = "year" | "month" | "day";

interface Mask {
  readonly value: number;
  is(part: Part): number;
}

const mask = (parts: ReadonlySet<Part>): Mask => ({ value: parts.size, is: (part) => (parts.has(part) ? 1 : 0) });

interface PlainDate {
  readonly min: number;
  readonly max: number;
  readonly edtf: string;
  readonly precision: number;
  readonly uncertain: Mask;
  readonly approximate: Mask;
  readonly unspecified: Mask;
}

type End = PlainDate | number | null;

const bound = (end: End, which: "min" | "max", open: number): number =>
  typeof end === "object" && end !== null ? end[which] : open;

export class Interval {
  readonly lower: End;
  readonly upper: End;
  readonly min: number;
  readonly max: number;
  constructor(lower: End, upper: End) {
    this.lower = lower;
    this.upper = upper;
    this.min = bound(lower, "min", Number.NEGATIVE_INFINITY);
    this.max = bound(upper, "max", Number.POSITIVE_INFINITY);
  }
}

/** Sets of dates are not read. */
export class List {
  readonly min = Number.NaN;
  readonly max = Number.NaN;
}

const utc = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

const DATE = /^([?~%]?)(\d{4}|\d{3}X|\d{2}XX)([?~%]?)(?:-([?~%]?)(\d{2}|XX)([?~%]?)(?:-([?~%]?)(\d{2}|XX)([?~%]?))?)?$/;
const PARTS = ["year", "month", "day"] as const;

const readDate = (text: string): PlainDate => {
  const found = DATE.exec(text);
  if (!found) throw new SyntaxError(`"${text}" is no date that is read here`);
  const [, y0 = "", year = "", y1 = "", m0 = "", month, m1 = "", d0 = "", day, d1 = ""] = found;
  const precision = day !== undefined ? 3 : month !== undefined ? 2 : 1;
  const marks = { "?": new Set<Part>(), "~": new Set<Part>() };
  const put = (mark: string, parts: readonly Part[]): void => {
    for (const part of parts) {
      if (mark === "?" || mark === "%") marks["?"].add(part);
      if (mark === "~" || mark === "%") marks["~"].add(part);
    }
  };
  // A mark before a part is of that part alone, one after it of the part and all before it.
  for (const [at, before] of [y0, m0, d0].entries()) put(before, PARTS.slice(at, at + 1));
  for (const [at, after] of [y1, m1, d1].entries()) put(after, PARTS.slice(0, at + 1));
  const open = new Set<Part>();
  if (year.includes("X")) open.add("year");
  if (month === "XX") open.add("month");
  if (day === "XX") open.add("day");
  const [from, to] = [Number(year.replaceAll("X", "0")), Number(year.replaceAll("X", "9"))];
  const season = month !== undefined && /^2[1-4]$/.test(month);
  if (season || (open.has("month") && day !== undefined && day !== "XX"))
    throw new SyntaxError(`"${text}" is not read`);
  const number = month === undefined || month === "XX" ? null : Number(month);
  if (number !== null && (number < 1 || number > 12)) throw new SyntaxError(`"${text}" has no such month`);
  const [first, last] = [number ?? 1, number ?? 12];
  const date = day === undefined || day === "XX" ? null : Number(day);
  const min = utc(from, first, date ?? 1);
  const max = date === null ? utc(to, last + 1, 0) : utc(to, last, date);
  if (date !== null && (date < 1 || new Date(min).getUTCDate() !== date))
    throw new SyntaxError(`"${text}" has no such day`);
  return {
    ...{ min, max: max + DAY - 1, edtf: text, precision },
    uncertain: mask(marks["?"]),
    approximate: mask(marks["~"]),
    unspecified: mask(open),
  };
};

const readEnd = (text: string, open: number): End => (text === "" ? null : text === ".." ? open : readDate(text));

/** Reads a date or an interval. Throws a SyntaxError for what it does not read. */
export default function edtf(text: string): PlainDate | Interval {
  const halves = text.split("/");
  if (halves.length > 2) throw new SyntaxError(`"${text}" has too many halves`);
  if (halves.length === 1) return readDate(text);
  const [lower, upper] = [
    readEnd(halves[0] ?? "", Number.NEGATIVE_INFINITY),
    readEnd(halves[1] ?? "", Number.POSITIVE_INFINITY),
  ];
  if (typeof lower !== "object" && typeof upper !== "object") throw new SyntaxError(`"${text}" has no end`);
  return new Interval(lower, upper);
}
