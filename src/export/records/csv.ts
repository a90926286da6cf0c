import type { Table, Value } from "./table.ts";

/**
 * What a spreadsheet would run instead of show: its first sign, after any blanks, begins a formula. Wide forms of the
 * signs count, and so do a tab or a line break in front (OWASP, "CSV Injection").
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** A text with an apostrophe before it where a spreadsheet would take it for a formula; numbers need none. */
export const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const LIST_MARK = " | ";

const plain = (value: Value): string => {
  if (value === null) return "";
  if (typeof value === "object") return neutral(value.join(LIST_MARK));
  return typeof value === "string" ? neutral(value) : String(value);
};

/**
 * Quotes wherever a reader could see a break. Semicolons and tabs are among them because spreadsheets in many
 * countries split at those.
 */
const cell = (value: Value): string => {
  const text = plain(value);
  return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * A table as CSV (RFC 4180): a byte order mark so that spreadsheets read UTF-8, a head, one line a record, CRLF.
 * Lists are joined by " | ", null is empty, texts that begin like a formula get an apostrophe in front.
 */
export const toCsv = (table: Table): string => {
  const lines = [table.columns, ...table.rows.map((row) => table.columns.map((column) => row[column] ?? null))];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
};
