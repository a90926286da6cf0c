/** What is wrong with a record, and what to do when it cannot be shown. */
import type { FailureKind, LoadFailure, RefusalReason } from "#data/failures.ts";
import type { Fault, FaultRule } from "#data/faults.ts";

const PATTERN: Readonly<Record<string, string>> = {
  id: "is not an id (letters, digits, dot, hyphen and underscore, beginning with a letter or digit)",
  country: "is not a country code of two capital letters",
  address: "is not an http or https address",
  day: "is not a day written YYYY-MM-DD",
  seat: "is not a seat (small letters, digits and hyphens)",
  digest: "is not a SHA-256 digest of 64 hexadecimal digits",
};
const TYPE: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
};

const typeName = (detail: string): string =>
  detail
    .split(" | ")
    .map((type) => TYPE[type] ?? type)
    .join(" or ");

const RULE: Readonly<Record<FaultRule, (detail: string) => string>> = {
  missing: () => "is missing",
  "unknown-field": () => "is a field this version does not know",
  type: (detail) => `is not ${typeName(detail)}`,
  "one-of": (detail) => `is not one of: ${detail}`,
  pattern: (detail) => PATTERN[detail] ?? `does not match ${detail}`,
  "too-short": (detail) => (detail === "1" ? "is empty" : `is shorter than ${detail} characters`),
  "too-long": (detail) => `is longer than ${detail} characters`,
  "too-small": (detail) => `is below ${detail}`,
  "too-large": (detail) => `is above ${detail}`,
  "too-few": (detail) => `has fewer than ${detail} entries`,
  "too-many": (detail) => `has more than ${detail} entries`,
  "not-edtf": (detail) => detail,
  "duplicate-id": (detail) => `is the id of an earlier row too (this is ${rowName(detail)})`,
  "unknown-reference": (detail) => `is not an id in ${detail}`,
  cycle: () => "leads back to the row itself",
  "not-a-list": () => "is not a list",
  "no-party": () => "names no organization of this record",
};

/** "#12" as "row 12"; an id as it is. */
export const rowName = (record: string): string => (record.startsWith("#") ? `row ${record.slice(1)}` : record);

/** The rule a value breaks, to be read after the value: "is not a date in EDTF (ISO 8601-2)". */
export const rule = (fault: Fault): string => RULE[fault.rule](fault.detail);

/** `events e-x: date "2019-13-45" is not a date in EDTF (ISO 8601-2)`. */
export const fault = (fault: Fault): string => {
  const what = [fault.field, fault.value].filter(Boolean).join(" ");
  const where = [fault.collection, rowName(fault.record)].filter(Boolean).join(" ");
  return what ? `${where}: ${what} ${rule(fault)}` : `${where} ${rule(fault)}`;
};

export const severity: Readonly<Record<Fault["severity"], string>> = {
  "left-out": "left out",
  noted: "shown without the faulty part",
};

const REFUSED: Readonly<Record<RefusalReason, string>> = {
  empty: "The address bar names no data.",
  "not-an-address": "What the address bar names as data is not an address.",
  scheme: "Data can only be opened from an http or https address.",
  "other-site": "Data can only be opened from this same site.",
  credentials: "An address with a name or password in it is not opened.",
};

const notJson = (detail: string): string => {
  if (detail === "html") return "The file is a web page, not data.";
  const [line, column] = detail.split(":");
  return detail ? `The file is not JSON: line ${line}, character ${column} cannot be read.` : "The file is not JSON.";
};

const wrongShape = (detail: string): string =>
  detail === "object"
    ? "The file is JSON, but not a record of engagements."
    : `The file is JSON, but not a record of engagements: it has no list of ${detail}.`;

const COLUMNAR: Readonly<Record<string, string>> = {
  "": "It is damaged.",
  table: "It is one table; a record is a ZIP archive with a table for each of its lists.",
  archive: "It is a ZIP archive that is damaged, or of a kind that is not read here.",
  packed: "The columns in it are compressed; only plain Arrow tables are read here.",
  record: "Its record.json is not JSON.",
};

const notColumnar = (detail: string): string => {
  if (detail.startsWith("no-")) {
    const lacks = detail === "no-record" ? "record.json" : `table of ${detail.slice(3)}`;
    return `The file is a ZIP archive, but not a record of engagements: it has no ${lacks}.`;
  }
  return COLUMNAR[detail] ?? `Its table of ${detail} is not an Arrow file, or is damaged.`;
};

type Told = { readonly title: string; readonly text: (detail: string) => string };

const FAILURE: Readonly<Record<FailureKind, Told>> = {
  offline: {
    title: "The record could not be reached",
    text: () => "The site did not answer. The connection may be down.",
  },
  "not-found": { title: "There is no record at this address", text: () => "The site has no such file." },
  http: {
    title: "The site did not give out the record",
    text: (detail) => `It answered with status ${detail}.`,
  },
  empty: { title: "The file is empty", text: () => "There is nothing in it." },
  truncated: {
    title: "The file stops in the middle",
    text: () => "Its end is missing, perhaps because a transfer was broken off.",
  },
  "not-json": { title: "The file cannot be read", text: notJson },
  "not-columnar": { title: "The file cannot be read", text: notColumnar },
  "wrong-shape": { title: "This is another kind of file", text: wrongShape },
  "wrong-version": {
    title: "The record has another version",
    text: (detail) => `It says version ${detail}; this page reads version 1.`,
  },
  refused: { title: "This address is not opened", text: (detail) => REFUSED[detail as RefusalReason] ?? "" },
  "too-big": { title: "The file is too large", text: () => "A file of at most 500 MB can be opened." },
  unreadable: { title: "The file could not be read", text: () => "The browser was not allowed to read it." },
  aborted: { title: "Loading was stopped", text: () => "The record was not loaded." },
};

/** Heading and explanation of why nothing can be shown. */
export const failure = ({ kind, detail }: LoadFailure): { readonly title: string; readonly text: string } => ({
  title: FAILURE[kind].title,
  text: FAILURE[kind].text(detail),
});
