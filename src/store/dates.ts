/** Days of a date as it is written. */
import { commonDate } from "#lib/common-dates.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import type { DayWindow } from "#model/questions.ts";

/** An open end, and as far as days are told apart: what a `Date` can hold. */
export const FAR = 100_000_000;

export interface ReadDate extends DayWindow {
  /** True where any part is uncertain or approximate. */
  readonly doubtful: boolean;
}

const clamp = (day: number): number => Math.max(-FAR, Math.min(FAR, day));

/** Start and end day of an EDTF date, an open end as ±`FAR`; null where it is missing or unreadable. */
export const readDate = (date: string | null): ReadDate | null => {
  if (date === null) return null;
  const read = commonDate(date);
  if (read) return read;
  const parsed = parseDate(date);
  if (!parsed.ok) return null;
  return { start: clamp(parsed.value.start), end: clamp(parsed.value.end), doubtful: parsed.value.doubtful };
};
