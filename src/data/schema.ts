/**
 * The shape of a Liaison record: the one truth. Types are inferred from it, `public/data/schema.json` and the fast
 * validators are generated from it (`npm run data:schema`).
 *
 * Terms: EDTF (ISO 8601-2) for dates, ISO 3166-1 alpha-2 for states, GeoNames for places, Popolo for people and
 * bodies, PLOVER for event codes, UCDP GED for precision codes, W3C Web Annotation for evidence.
 */
import { z } from "zod";
import { PATTERNS, RECORD_VERSION, SCHEMA_ENUMS } from "./enums.ts";

export type { SCHEMA_ENUMS } from "./enums.ts";

const id = z.string().regex(PATTERNS.id).max(120).describe("Stable id, referred to by other rows");
const ref = z.string().min(1).max(120);
const text = z.string().min(1);
const edtf = z.string().min(4).max(80).describe("Date in EDTF, ISO 8601-2");
const refs = z.array(ref);
const evidenceRefs = z.array(ref).describe("Ids in evidence: where each of these facts is printed");
const iso2 = z.string().regex(PATTERNS.country).describe("ISO 3166-1 alpha-2");
const webAddress = z.string().regex(PATTERNS.address).describe("An http or https address");

const oneOf = <K extends keyof typeof SCHEMA_ENUMS>(key: K) => z.enum(SCHEMA_ENUMS[key]);

export const metaSchema = z.strictObject({
  version: z
    .literal(RECORD_VERSION)
    .optional()
    .describe("Version of this shape; taken as the current one where absent"),
  title: text,
  focus: ref.describe("Id of the organisation whose engagements these are"),
  release: z.string().regex(PATTERNS.day).describe("Day this state of the record was released"),
  license: text,
  counting: text.describe("How meetings are counted, in words a reader can check"),
  coverage: text.optional().describe("What the record covers and what it leaves out"),
});

export const sourceSchema = z.strictObject({
  id,
  title: text,
  publisher: text,
  published: edtf.nullable(),
  byline: text.nullable(),
  url: webAddress,
  copyOf: webAddress.optional().describe("Address of the original where this is a copy"),
  clutter: z
    .array(z.tuple([z.int().min(0), z.int().min(0)]))
    .optional()
    .describe("Character ranges of page furniture, start to end, end exclusive"),
  textQuality: z.enum(["clean", "corrupted"]).optional(),
  note: text.optional(),
});

export const partnerSchema = z.strictObject({
  id,
  name: text,
  kind: oneOf("partnerKind"),
  aliases: z.array(text).optional().describe("Other names it is printed under or searched by"),
});

export const placeSchema = z.strictObject({
  id,
  name: text,
  country: iso2,
  lat: z.number().min(-90).max(90).describe("Degrees north, WGS 84"),
  lon: z.number().min(-180).max(180).describe("Degrees east, WGS 84"),
  geonames: z.int().positive().nullable(),
  aliases: z.array(text).optional(),
});

export const organizationSchema = z.strictObject({
  id,
  name: text,
  aliases: z.array(text),
  partner: ref.nullable().describe("The partner this body belongs to; the home state for the focus body"),
  parent: ref.nullable(),
  acronym: text.optional(),
  sector: oneOf("sector").optional(),
  note: text.optional(),
  evidence: evidenceRefs.optional(),
});

export const personSchema = z.strictObject({
  id,
  name: text.describe("Canonical name"),
  sortName: text.optional(),
  native: text.nullable().describe("Name in native script"),
  aliases: z.array(text).describe("Correct variants"),
  weakAliases: z.array(text).describe("Printed misspellings: useful to find, never to show as the name"),
  partner: ref.nullable(),
  note: text.optional(),
  evidence: evidenceRefs.optional(),
});

export const topicSchema = z.strictObject({
  id,
  label: text,
  parent: ref.nullable(),
  context: oneOf("ploverContext").optional(),
});

export const mechanismSchema = z.strictObject({
  id,
  name: text,
  acronym: text.nullable(),
  kind: oneOf("mechanismKind"),
  aliases: z.array(text),
  period: edtf.nullable().optional(),
  note: text.optional(),
  evidence: evidenceRefs,
});

export const participantSchema = z.strictObject({
  person: ref.nullable().describe("Null for a seat whose holder is not named"),
  organization: ref.nullable(),
  side: oneOf("side"),
  seat: z
    .string()
    .regex(PATTERNS.seat)
    .describe("head, member, entourage, delegation, or the office of an unnamed holder"),
  role: text.nullable().optional().describe("Canonical title on that day"),
  rolePrinted: text.nullable(),
  namePrinted: text.nullable(),
  rankPrinted: text.nullable(),
  evidence: evidenceRefs.optional(),
});

export const ploverSchema = z.strictObject({
  event: oneOf("ploverEvent"),
  mode: oneOf("ploverMode").nullable(),
  auxiliary: oneOf("ploverAuxiliary").nullable(),
  contexts: z.array(oneOf("ploverContext")),
  actors: refs.describe("Partner ids; all parties where no host is clear"),
  recipients: refs,
});

export const eventSchema = z.strictObject({
  id,
  type: oneOf("eventType"),
  status: oneOf("eventStatus"),
  title: text,
  date: edtf.nullable().describe("When it happened or is to happen; null where nothing bounds it"),
  datePrecision: z
    .int()
    .min(1)
    .max(5)
    .nullable()
    .describe("UCDP GED date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year"),
  place: ref.nullable(),
  placePrecision: z.int().min(1).max(7).nullable().describe("UCDP GED where_prec: 1 exact place … 6 country only"),
  partOf: ref.nullable(),
  partners: refs.describe("Who they met, never where"),
  participants: z.array(participantSchema),
  topics: refs,
  mechanisms: refs,
  plover: z.array(ploverSchema),
  summary: text.describe("In the record's own words"),
  openEnded: z.boolean().optional().describe("True where the source gives no number of meetings; never counted"),
  evidence: evidenceRefs,
});

export const agreementSchema = z.strictObject({
  id,
  type: oneOf("agreementType"),
  title: text.describe("Canonical title"),
  titlePrinted: text.nullable().optional(),
  parties: refs.describe("Organisation ids"),
  signatories: refs.optional().describe("Person ids"),
  status: oneOf("agreementStatus").describe("As of the latest mention"),
  date: edtf.nullable(),
  event: ref.nullable().describe("Where it was signed, adopted or announced"),
  implements: ref.nullable().describe("The agreement this one implements"),
  mentions: z.array(
    z.strictObject({
      event: ref.nullable(),
      status: oneOf("agreementStatus"),
      evidence: evidenceRefs,
      note: text.optional(),
    }),
  ),
  topics: refs.optional(),
  note: text.optional(),
  evidence: evidenceRefs,
});

export const commitmentSchema = z.strictObject({
  id,
  actor: ref.describe("Organisation id of who asked or promised"),
  addressee: ref.describe("Organisation id of whom it was said to"),
  mutual: z.boolean().optional().describe("True where both sides said it of both"),
  speaker: ref.nullable().optional().describe("Person id"),
  act: oneOf("commitmentAct"),
  verbPrinted: text.nullable().optional(),
  strength: z.int().min(1).max(5).optional().describe("1 wish … 5 firm"),
  status: oneOf("commitmentStatus").describe("As of the source; delivery is never inferred"),
  topics: refs,
  due: edtf.nullable(),
  event: ref.describe("Where it was said"),
  followUp: z
    .array(z.strictObject({ kind: z.enum(["event", "agreement", "commitment"]), id: ref, note: text.optional() }))
    .optional(),
  summary: text,
  evidence: evidenceRefs,
});

export const statisticSchema = z.strictObject({
  id,
  indicator: oneOf("indicator"),
  drug: text.nullable(),
  drugPrinted: text.nullable().optional(),
  value: z.number().min(0),
  valuePrinted: text,
  unit: oneOf("unit"),
  country: iso2,
  period: edtf.nullable(),
  asOf: edtf.nullable(),
  reporter: ref.optional(),
  event: ref.nullable(),
  note: text.optional(),
  evidence: evidenceRefs,
});

export const evidenceSchema = z.strictObject({
  id,
  source: ref.nullable().describe("Null where the basis is outside the releases"),
  paragraph: z.int().min(1).nullable().describe("Counting non-empty lines of the source text from 1"),
  start: z.int().min(0).nullable().describe("Character offset, from 0"),
  end: z.int().min(1).nullable().describe("Character offset, exclusive"),
  sha256: z.string().regex(PATTERNS.digest).nullable().describe("Of the passage's UTF-8 bytes"),
  fragment: z
    .string()
    .nullable()
    .describe("Value of a text directive: at most four words at either end, percent-encoded"),
  certainty: oneOf("certainty"),
  basis: oneOf("basis"),
  about: z
    .array(oneOf("evidenceAbout"))
    .optional()
    .describe("Which part of the row this supports; the whole row where absent"),
  url: webAddress.nullable().optional().describe("Address of an outside source"),
  note: text.nullable().describe("Why a value is inferred or disputed, for a reader"),
});

/** Row schema of each collection, in the order a reader of the file meets them. */
export const COLLECTIONS = {
  sources: sourceSchema,
  partners: partnerSchema,
  places: placeSchema,
  organizations: organizationSchema,
  people: personSchema,
  topics: topicSchema,
  mechanisms: mechanismSchema,
  events: eventSchema,
  agreements: agreementSchema,
  commitments: commitmentSchema,
  statistics: statisticSchema,
  evidence: evidenceSchema,
} as const;

export type CollectionName = keyof typeof COLLECTIONS;

export const recordSchema = z.strictObject({
  $schema: z.string().optional().describe("Address of this schema, for editors"),
  meta: metaSchema,
  sources: z.array(sourceSchema).describe("Texts the record cites"),
  partners: z.array(partnerSchema).describe("States and organisations of states they met, and the home state"),
  places: z.array(placeSchema).describe("Where they met, or are to meet"),
  organizations: z.array(organizationSchema).describe("Bodies on either side"),
  people: z.array(personSchema).describe("Officials by their canonical name"),
  topics: z.array(topicSchema).describe("What was spoken about; a closed list"),
  mechanisms: z.array(mechanismSchema).describe("Dialogues, plans, conference series and campaigns"),
  events: z.array(eventSchema).describe("Visits, conferences and the meetings within them"),
  agreements: z.array(agreementSchema).describe("Papers signed, adopted, recalled or ready to sign: one row each"),
  commitments: z.array(commitmentSchema).describe("What was asked for, offered and promised"),
  statistics: z.array(statisticSchema).describe("Figures as they were reported"),
  evidence: z.array(evidenceSchema).describe("Pointers to the passages where facts are printed"),
});

export type LiaisonRecord = z.infer<typeof recordSchema>;
export type Meta = z.infer<typeof metaSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Partner = z.infer<typeof partnerSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Organization = z.infer<typeof organizationSchema>;
export type Person = z.infer<typeof personSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Mechanism = z.infer<typeof mechanismSchema>;
export type Participant = z.infer<typeof participantSchema>;
export type EngagementEvent = z.infer<typeof eventSchema>;
export type Agreement = z.infer<typeof agreementSchema>;
export type Commitment = z.infer<typeof commitmentSchema>;
export type Statistic = z.infer<typeof statisticSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type EventType = EngagementEvent["type"];
export type EventStatus = EngagementEvent["status"];
export type Certainty = Evidence["certainty"];
export type Side = Participant["side"];
