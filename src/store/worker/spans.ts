/** Dates that travel with answers, read already: the page then says them in words without the full reader. */
import type { DateSpan } from "#lib/dates.ts";
import { parseDate } from "#lib/edtf-dates.ts";

/**
 * What an EDTF date that is not plain may look like, told quickly from names, ids and sentences. None begins with a
 * letter but Y and X: ids such as "s1234", by the thousand, would each be read in vain.
 */
const UNPLAIN = /^(?=.*[?~%X/.YESs])[\d?~%X/.Y+-][\d?~%X/.YESs+-]{3,79}$/;
/** What `UNPLAIN` may begin with, by the signs' codes: most texts are names and ids, told by their first sign. */
const BEGINS = Uint8Array.from({ length: 128 }, (_, code) => (/[\d?~%X/.Y+-]/.test(String.fromCharCode(code)) ? 1 : 0));
const TOLD_AT_MOST = 50_000;

/** Finds the dates in what is said to one page, each once. */
export class Spans {
  private readonly told = new Set<string>();

  /** Spans of all dates in `said`, however deep, that are not plain and were not told before. */
  in(...said: readonly unknown[]): readonly DateSpan[] {
    const found: DateSpan[] = [];
    const look = (value: unknown): void => {
      if (typeof value === "string") {
        if (BEGINS[value.charCodeAt(0)] === 1) this.note(value, found);
      } else if (Array.isArray(value)) for (const part of value) look(part);
      else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value))
        for (const key in value) look(value[key as keyof typeof value]);
    };
    for (const each of said) look(each);
    return found;
  }

  private note(text: string, found: DateSpan[]): void {
    if (!UNPLAIN.test(text) || this.told.has(text) || this.told.size >= TOLD_AT_MOST) return;
    this.told.add(text);
    const parsed = parseDate(text);
    if (parsed.ok) found.push(parsed.value);
  }
}
