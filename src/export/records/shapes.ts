/** What each kind of record puts into its columns. Keys stay the same in every language. */
import type {
  AgreementRow,
  CommitmentRow,
  EventDetail,
  MatrixAnswer,
  PartnerAnswer,
  PlaceAnswer,
  Seat,
  StatisticRow,
} from "#model/questions.ts";
import type { AllWords } from "#model/words/en/index.ts";
import { addressesOf, proofCells } from "./proof.ts";
import { dateCells, type Shape } from "./table.ts";

export interface ShapeOptions {
  readonly words: AllWords;
  /** ISO day on which the file is made. */
  readonly retrieved: string;
  /** Names of ids that rows carry without a name; an id without one stands for itself. */
  readonly names: Readonly<Record<string, string>>;
}

export interface SeatRow {
  readonly detail: EventDetail;
  readonly seat: Seat;
}

/** Meetings of a partner, or of a partner on a topic, with the passages of the meetings that are at hand. */
export interface CellRow {
  readonly partner: MatrixAnswer["partners"][number];
  readonly topic: MatrixAnswer["topics"][number];
  readonly count: number;
  readonly events: readonly EventDetail[];
}

export interface PartnerRow {
  readonly partner: PartnerAnswer;
  readonly events: readonly EventDetail[];
}

const nameIn = (names: ShapeOptions["names"], id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id;

const allAddresses = (details: readonly EventDetail[]): readonly string[] =>
  addressesOf(details.flatMap((detail) => detail.evidence));

export const eventShape = ({ words, retrieved }: ShapeOptions): Shape<EventDetail> => ({
  name: "events",
  cells: {
    id: ({ event }) => event.id,
    type: ({ event }) => event.type,
    status: ({ event }) => event.status,
    counted: ({ counted }) => counted,
    title: ({ event }) => event.title,
    ...dateCells("date", ({ event }) => event.date),
    date_in_words: (detail) => (detail.event.date === null ? null : words.dates.eventDate(detail.event.date, detail)),
    date_precision: ({ event }) => event.datePrecision,
    date_certainty: ({ dateCertainty }) => dateCertainty,
    place: ({ place }) => place?.name ?? null,
    country: ({ place }) => place?.country ?? null,
    latitude: ({ place }) => place?.lat ?? null,
    longitude: ({ place }) => place?.lon ?? null,
    geonames: ({ place }) => place?.geonames ?? null,
    place_precision: ({ event }) => event.placePrecision,
    place_certainty: ({ placeCertainty }) => placeCertainty,
    partners: ({ event }) => event.partners,
    partner_names: ({ partners }) => partners.map((partner) => partner.name),
    people: ({ seats }) => seats.flatMap(({ person }) => (person ? [person.name] : [])),
    organizations: ({ seats }) => [...new Set(seats.flatMap(({ organization }) => organization?.name ?? []))],
    topics: ({ topics }) => topics.map((topic) => topic.label),
    mechanisms: ({ mechanisms }) => mechanisms.map((mechanism) => mechanism.name),
    agreements: ({ agreements }) => agreements.map(({ agreement }) => agreement.id),
    commitments: ({ commitments }) => commitments.map(({ commitment }) => commitment.id),
    statistics: ({ statistics }) => statistics.map(({ statistic }) => statistic.id),
    part_of: ({ event }) => event.partOf,
    summary: ({ event }) => event.summary,
    ...proofCells(({ evidence }) => evidence, retrieved),
  },
});

export const seatShape = ({ retrieved }: ShapeOptions): Shape<SeatRow> => ({
  name: "participants",
  cells: {
    event: ({ detail }) => detail.event.id,
    event_title: ({ detail }) => detail.event.title,
    event_status: ({ detail }) => detail.event.status,
    counted: ({ detail }) => detail.counted,
    ...dateCells("date", ({ detail }) => detail.event.date),
    side: ({ seat }) => seat.side,
    official: ({ seat }) => seat.officialId,
    name: ({ seat }) => seat.person?.name ?? null,
    name_native: ({ seat }) => seat.person?.native ?? null,
    name_printed: ({ seat }) => seat.namePrinted,
    rank_printed: ({ seat }) => seat.rankPrinted,
    seat: ({ seat }) => seat.seat,
    role: ({ seat }) => seat.role,
    role_printed: ({ seat }) => seat.rolePrinted,
    organization: ({ seat }) => seat.organization?.id ?? null,
    organization_name: ({ seat }) => seat.organization?.name ?? null,
    ...proofCells(({ detail, seat }) => (seat.evidence.length ? seat.evidence : detail.evidence), retrieved),
  },
});

export const placeShape = ({ retrieved }: ShapeOptions): Shape<PlaceAnswer> => ({
  name: "places",
  cells: {
    id: (place) => place.id,
    name: (place) => place.name,
    country: (place) => place.country,
    latitude: (place) => place.lat,
    longitude: (place) => place.lon,
    meetings: (place) => place.count,
    meetings_inferred: (place) => place.inferred,
    announced: (place) => place.announced,
    recalled: (place) => place.recalled,
    partners: (place) => place.partners.map((partner) => partner.id),
    partner_names: (place) => place.partners.map((partner) => partner.label),
    partner_meetings: (place) => place.partners.map((partner) => String(partner.count)),
    retrieved: () => retrieved,
  },
});

export const agreementShape = ({ names, retrieved }: ShapeOptions): Shape<AgreementRow> => ({
  name: "agreements",
  cells: {
    id: ({ agreement }) => agreement.id,
    type: ({ agreement }) => agreement.type,
    status: ({ agreement }) => agreement.status,
    title: ({ agreement }) => agreement.title,
    title_printed: ({ agreement }) => agreement.titlePrinted ?? null,
    ...dateCells("date", ({ agreement }) => agreement.date),
    parties: ({ agreement }) => agreement.parties,
    party_names: ({ parties }) => parties.map((party) => party.label),
    partners: ({ partners }) => partners,
    signatories: ({ agreement }) => (agreement.signatories ?? []).map((id) => nameIn(names, id)),
    event: ({ agreement }) => agreement.event,
    implements: (row) => row.implements?.id ?? null,
    implements_title: (row) => row.implements?.title ?? null,
    mentioned_at: ({ mentions }) => mentions.flatMap(({ event, status }) => (event ? [`${event.id}: ${status}`] : [])),
    topics: ({ agreement }) => (agreement.topics ?? []).map((id) => nameIn(names, id)),
    note: ({ agreement }) => agreement.note ?? null,
    ...proofCells(({ evidence }) => evidence, retrieved),
  },
});

export const commitmentShape = ({ words, retrieved }: ShapeOptions): Shape<CommitmentRow> => ({
  name: "commitments",
  cells: {
    id: ({ commitment }) => commitment.id,
    actor: ({ actor }) => actor.id,
    actor_name: ({ actor }) => actor.name,
    addressee: ({ addressee }) => addressee.id,
    addressee_name: ({ addressee }) => addressee.name,
    partner: ({ partner }) => partner,
    mutual: ({ commitment }) => commitment.mutual ?? false,
    speaker: ({ speaker }) => speaker,
    act: ({ commitment }) => commitment.act,
    act_in_words: ({ commitment }) => words.labels.commitmentAct[commitment.act],
    verb_printed: ({ commitment }) => commitment.verbPrinted ?? null,
    strength: ({ commitment }) => commitment.strength ?? null,
    status: ({ commitment }) => commitment.status,
    topics: ({ topics }) => topics.map((topic) => topic.label),
    ...dateCells("due", ({ commitment }) => commitment.due),
    event: ({ event }) => event.id,
    event_title: ({ event }) => event.title,
    ...dateCells("date", ({ event }) => event.edtf),
    summary: ({ commitment }) => commitment.summary,
    leads_to: ({ followUp }) => followUp.map(({ kind, id }) => `${kind}: ${id}`),
    ...proofCells(({ evidence }) => evidence, retrieved),
  },
});

export const statisticShape = ({ retrieved }: ShapeOptions): Shape<StatisticRow> => ({
  name: "statistics",
  cells: {
    id: ({ statistic }) => statistic.id,
    indicator: ({ statistic }) => statistic.indicator,
    drug: ({ statistic }) => statistic.drug,
    drug_printed: ({ statistic }) => statistic.drugPrinted ?? null,
    value: ({ statistic }) => statistic.value,
    value_printed: ({ statistic }) => statistic.valuePrinted,
    unit: ({ statistic }) => statistic.unit,
    country: ({ statistic }) => statistic.country,
    ...dateCells("period", ({ statistic }) => statistic.period),
    ...dateCells("as_of", ({ statistic }) => statistic.asOf),
    reporter: ({ reporter }) => reporter,
    event: ({ statistic }) => statistic.event,
    event_title: ({ event }) => event?.title ?? null,
    note: ({ statistic }) => statistic.note ?? null,
    ...proofCells(({ evidence }) => evidence, retrieved),
  },
});

export const partnerShape = ({ retrieved }: ShapeOptions): Shape<PartnerRow> => ({
  name: "partners",
  cells: {
    id: ({ partner }) => partner.id,
    name: ({ partner }) => partner.label,
    kind: ({ partner }) => partner.kind,
    meetings: ({ partner }) => partner.count,
    events: ({ events }) => events.map(({ event }) => event.id),
    source_urls: ({ events }) => allAddresses(events),
    retrieved: () => retrieved,
  },
});

export const cellShape = ({ retrieved }: ShapeOptions): Shape<CellRow> => ({
  name: "topics",
  cells: {
    partner: ({ partner }) => partner.id,
    partner_name: ({ partner }) => partner.label,
    topic: ({ topic }) => topic.id,
    topic_label: ({ topic }) => topic.label,
    meetings: ({ count }) => count,
    events: ({ events }) => events.map(({ event }) => event.id),
    source_urls: ({ events }) => allAddresses(events),
    retrieved: () => retrieved,
  },
});
