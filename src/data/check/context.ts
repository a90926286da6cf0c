/** What the rules of the complete check share. */
import type { DateSpan } from "#lib/dates.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import { type Fault, shortValue } from "../faults.ts";
import type { CollectionName, LiaisonRecord } from "../schema.ts";

/** Rules beyond those every record must keep to be shown. The words for them: `model/words/en/check.ts`. */
export type CheckRule =
  | "date-precision"
  | "place-precision"
  | "outside-whole"
  | "before-announced"
  | "after-source"
  | "outside-event"
  | "due-before-said"
  | "as-of-before-period"
  | "as-of-after-source"
  | "release-before-source"
  | "no-date"
  | "status-not-said"
  | "not-a-country"
  | "country-code-of-igo"
  | "outside-country"
  | "wrong-unit"
  | "drug-missing"
  | "drug-unwanted"
  | "printed-number"
  | "not-whole"
  | "no-side"
  | "empty-seat"
  | "seat-twice"
  | "not-there"
  | "foreign-home"
  | "other-partner"
  | "partner-absent"
  | "person-of-other-partner"
  | "home-as-partner"
  | "embassy-partner"
  | "no-home"
  | "no-container"
  | "no-evidence"
  | "outside-alone"
  | "no-note"
  | "outside-without-address"
  | "outside-with-pointer"
  | "pointer-missing"
  | "basis-outside"
  | "end-before-start"
  | "in-clutter"
  | "fragment-words"
  | "fragment-code"
  | "mode"
  | "auxiliary"
  | "no-actor"
  | "actor-and-recipient"
  | "no-recipient"
  | "recipient-unwanted"
  | "actor-elsewhere"
  | "same-side"
  | "speaker-of-other-side"
  | "same-as-name"
  | "twice"
  | "blank"
  | "seat-is-person"
  | "unused";

/** What the check must know of the world and data may not import. */
export interface World {
  /** Whether a code is one of ISO 3166-1 alpha-2 today. */
  readonly isCountry: (code: string) => boolean;
  /** Whether a point lies in or near a country; null where the country's shape is not known. */
  readonly inCountry: (code: string, lat: number, lon: number) => boolean | null;
}

export type Report = (
  collection: CollectionName | "meta",
  record: string,
  field: string,
  value: unknown,
  rule: CheckRule,
  detail?: string,
) => void;

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

export const indexOf = (record: LiaisonRecord) => ({
  record,
  sources: byId(record.sources),
  partners: byId(record.partners),
  organizations: byId(record.organizations),
  people: byId(record.people),
  events: byId(record.events),
  evidence: byId(record.evidence),
  /** The state whose engagements these are; null where the focus body names none. */
  home: record.organizations.find(({ id }) => id === record.meta.focus)?.partner ?? null,
});

export type Index = ReturnType<typeof indexOf>;

/** The span of a date, or null where there is none. */
export const spanOf = (edtf: string | null | undefined): DateSpan | null => {
  if (!edtf) return null;
  const parsed = parseDate(edtf);
  return parsed.ok ? parsed.value : null;
};

/**
 * Days on which the sources of some evidence were published, latest last; none where one of them has no date, for then
 * it is not known which came first.
 */
export const publishedDays = (index: Index, evidence: readonly string[]): readonly number[] => {
  const days = evidence.map((id) => spanOf(index.sources.get(index.evidence.get(id)?.source ?? "")?.published)?.end);
  const known = days.filter((day) => day !== undefined);
  return known.length < days.length ? [] : known.sort((a, b) => a - b);
};

/** Faults of the complete check, in a list. */
export const reporter = (faults: Fault<CheckRule>[]): Report => {
  return (collection, record, field, value, rule, detail = "") => {
    faults.push({ collection, record, field, value: shortValue(value), rule, detail, severity: "noted" });
  };
};
