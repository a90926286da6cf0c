/**
 * Which fields refer to which collection, and what becomes of a row whose reference leads nowhere.
 *
 * `row`: the row says nothing without it and is left out. `null`: the field is set to null. `drop`: an optional field
 * is removed. A list loses the entry; `row` on a list means that the row goes when none of its entries is left.
 */
import type { CollectionName } from "./schema.ts";

export type Loss = "row" | "null" | "drop" | "entry";

export interface Reference {
  /** Field path; `[]` stands for each entry of a list: `participants[].person`. */
  readonly path: readonly string[];
  readonly to: CollectionName;
  readonly loss: Loss;
}

const at = (path: string, to: CollectionName, loss: Loss): Reference => ({ path: path.split("."), to, loss });
const evidence = at("evidence.[]", "evidence", "entry");

/** References without which a row makes no sense; none of them leads to a collection that has such itself. */
export const ESSENTIAL: Readonly<Partial<Record<CollectionName, readonly Reference[]>>> = {
  // A pointer into an unknown text points nowhere.
  evidence: [at("source", "sources", "row")],
  // A paper between nobody.
  agreements: [at("parties.[]", "organizations", "row")],
  commitments: [
    at("actor", "organizations", "row"),
    at("addressee", "organizations", "row"),
    at("event", "events", "row"),
  ],
};

export const OTHER: Readonly<Partial<Record<CollectionName, readonly Reference[]>>> = {
  organizations: [at("partner", "partners", "null"), at("parent", "organizations", "null"), evidence],
  people: [at("partner", "partners", "null"), evidence],
  topics: [at("parent", "topics", "null")],
  mechanisms: [evidence],
  events: [
    at("place", "places", "null"),
    at("partOf", "events", "null"),
    at("partners.[]", "partners", "entry"),
    at("participants.[].person", "people", "null"),
    at("participants.[].organization", "organizations", "null"),
    at("participants.[].evidence.[]", "evidence", "entry"),
    at("topics.[]", "topics", "entry"),
    at("mechanisms.[]", "mechanisms", "entry"),
    at("plover.[].actors.[]", "partners", "entry"),
    at("plover.[].recipients.[]", "partners", "entry"),
    evidence,
  ],
  agreements: [
    at("signatories.[]", "people", "entry"),
    at("event", "events", "null"),
    at("implements", "agreements", "null"),
    at("mentions.[].event", "events", "null"),
    at("mentions.[].evidence.[]", "evidence", "entry"),
    at("topics.[]", "topics", "entry"),
    evidence,
  ],
  commitments: [at("speaker", "people", "null"), at("topics.[]", "topics", "entry"), evidence],
  statistics: [at("reporter", "organizations", "drop"), at("event", "events", "null"), evidence],
};

/** Fields by which a row hangs under another of its kind; a ring among them is cut. */
export const PARENTS = {
  organizations: "parent",
  topics: "parent",
  events: "partOf",
  agreements: "implements",
} as const;

/** Date fields; `row`: a row whose date cannot be read is left out, `null`: shown without that date. */
export const DATES: Readonly<Partial<Record<CollectionName, readonly { field: string; loss: "row" | "null" }[]>>> = {
  sources: [{ field: "published", loss: "null" }],
  mechanisms: [{ field: "period", loss: "null" }],
  events: [{ field: "date", loss: "row" }],
  agreements: [{ field: "date", loss: "row" }],
  commitments: [{ field: "due", loss: "null" }],
  statistics: [
    { field: "period", loss: "row" },
    { field: "asOf", loss: "row" },
  ],
};
