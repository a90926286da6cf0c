/** Dates in words, from EDTF, by one function for the whole product. */
import { calendarDay, type DatePoint, parseDate } from "#lib/dates.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SEASONS = ["spring", "summer", "autumn", "winter"];
const ORDINALS = ["first", "second", "third", "fourth"];

/** What stands for a month in EDTF where a part of the year is meant: 21 to 36, 40 and 41. */
const partOfYear = (code: number): string | null => {
  const which = (code - 21) % 4;
  if (code < 25) return `${SEASONS[which]}`;
  if (code < 29) return `northern ${SEASONS[which]}`;
  if (code < 33) return `southern ${SEASONS[which]}`;
  if (code < 37) return `${ORDINALS[which]} quarter of`;
  return code === 40 || code === 41 ? `${ORDINALS[code - 40]} half of` : null;
};
const DASH = "–";

const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);

const year = (value: number): string => (value < 0 ? `${-value} BC` : String(value));

const point = (at: DatePoint): string => {
  const parts = [
    at.day === null ? null : String(at.day),
    at.month === null ? null : monthName(at.month),
    year(at.year),
  ];
  return parts.filter((part) => part !== null).join(" ");
};

const same = (a: DatePoint, b: DatePoint): boolean => a.year === b.year && a.month === b.month && a.day === b.day;

const range = (from: DatePoint, to: DatePoint): string => {
  if (same(from, to)) return point(from);
  if (from.year !== to.year || from.month === null || to.month === null) {
    const joint = from.month === null && to.month === null ? DASH : ` ${DASH} `;
    return `${point(from)}${joint}${point(to)}`;
  }
  if (from.month !== to.month)
    return `${point({ ...from, year: from.year }).replace(` ${year(from.year)}`, "")} ${DASH} ${point(to)}`;
  return from.day === null || to.day === null ? point(to) : `${from.day}${DASH}${point(to)}`;
};

const doubts = (points: readonly (DatePoint | null)[], doubt: "inferred" | "disputed"): string => {
  const said = new Set<string>();
  for (const at of points) {
    if (!at) continue;
    if (at.doubt === "whole") said.add(doubt);
    else if (at.doubt !== "none") said.add(`${at.doubt} ${doubt}`);
    if (at.approximate) said.add("approximate");
  }
  return said.size ? `, ${[...said].join(", ")}` : "";
};

/**
 * An EDTF date in words: `2019?-07-08` is "8 July 2019, year inferred", `2019-10-15/2019-10-18` "15–18 October 2019",
 * `../2019-11-15` "until 15 November 2019". Text that is not EDTF comes back as it is, so that nothing is hidden.
 * @param doubt what a "?" stands for, where its evidence says more than the date can
 */
export const date = (edtf: string, doubt: "inferred" | "disputed" = "inferred"): string => {
  const [, ofYear, code] = /^(\d{4})-(2[1-9]|3\d|4[01])$/.exec(edtf) ?? [];
  const part = partOfYear(Number(code));
  if (part !== null) return `${part} ${ofYear}`;
  const parsed = parseDate(edtf);
  if (!parsed.ok) return edtf;
  const { from, to } = parsed.value;
  const tail = doubts([from, to], doubt);
  if (from && to) return range(from, to) + tail;
  if (to) return `until ${point(to)}${tail}`;
  if (from) return `since ${point(from)}${tail}`;
  return "no date";
};

/** When a meeting took place whose day is only known to lie in a span: "on a day within 15–18 October 2019". */
export const meetingDate = (edtf: string, doubt: "inferred" | "disputed" = "inferred"): string => {
  const parsed = parseDate(edtf);
  if (!parsed.ok) return edtf;
  const { interval, start, end, from, to } = parsed.value;
  if (!interval || start === end) return date(edtf, doubt);
  return `on a day ${from && to ? "within " : ""}${date(edtf, doubt)}`;
};

/** When an event was: a meeting on a day, or on one within a span; a visit or conference all of its days. */
export const eventDate = (
  edtf: string,
  { counted, dateCertainty }: { readonly counted: boolean; readonly dateCertainty: "stated" | "inferred" | "disputed" },
): string => (counted ? meetingDate : date)(edtf, dateCertainty === "disputed" ? "disputed" : "inferred");

/** A day number as "8 July 2019". */
export const day = (value: number): string => {
  const at = calendarDay(value);
  return `${at.day} ${monthName(at.month)} ${year(at.year)}`;
};

/** First and last day as months: "April 2018 to November 2019". */
export const months = (start: number, end: number): string => {
  const [a, b] = [calendarDay(start), calendarDay(end)];
  const last = `${monthName(b.month)} ${year(b.year)}`;
  if (a.year === b.year && a.month === b.month) return last;
  return a.year === b.year ? `${monthName(a.month)} to ${last}` : `${monthName(a.month)} ${year(a.year)} to ${last}`;
};

export const shortMonth = (month: number): string => monthName(month).slice(0, 3);
