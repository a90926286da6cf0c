/** Dates of a record as days since 1970, for pages that need no more of EDTF than its digits. */

const day = (year: string, month: string, date: string): number => Date.UTC(+year, +month - 1, +date) / 86_400_000;

const first = (text: string): number => day(text.slice(0, 4), text.slice(5, 7) || "1", text.slice(8, 10) || "1");

const last = (text: string): number =>
  text.length >= 10
    ? first(text)
    : text.length >= 7
      ? Date.UTC(+text.slice(0, 4), +text.slice(5, 7), 0) / 86_400_000
      : Date.UTC(+text.slice(0, 4) + 1, 0, 0) / 86_400_000;

/** First and last day of a date or range, marks of doubt left aside; null where there is none. */
export const daysOf = (edtf: string | null): readonly [first: number, last: number] | null => {
  if (edtf === null) return null;
  // Nearly all dates are plain days.
  if (edtf.length === 10) {
    const only = first(edtf);
    return [only, only];
  }
  const plain = edtf.replace(/[?~%]/g, "");
  const slash = plain.indexOf("/");
  return slash < 0 ? [first(plain), last(plain)] : [first(plain.slice(0, slash)), last(plain.slice(slash + 1))];
};
