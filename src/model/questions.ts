/**
 * Longer than other files, as the whole contract between stores and views: types alone, each resting on those above it.
 *
 * The questions a view may ask and what an answer is. A store answers them (`store/`); a layout draws the answer.
 * Answers hold what a figure needs and no more. All counts are of meetings unless they say otherwise.
 *
 * A *meeting* is an event that was held, is not a visit, has no parts and is not open-ended (`openEnded`).
 */
import type {
  Agreement,
  Certainty,
  Commitment,
  EngagementEvent,
  EventStatus,
  EventType,
  Evidence,
  Mechanism,
  Organization,
  Partner,
  Person,
  Place,
  Side,
  Source,
  Statistic,
  Topic,
} from "#data/schema.ts";
import type { Filter } from "./filter.ts";

export type Lanes = "partner" | "topic" | "official" | "type";
export const LANES = ["partner", "topic", "official", "type"] as const satisfies readonly Lanes[];

/** Days since 1970-01-01 UTC, both inclusive. */
export interface DayWindow {
  readonly start: number;
  readonly end: number;
}

export interface Counted {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export interface Summary {
  /** Meetings that match, and meetings in the whole record. */
  readonly meetings: number;
  readonly total: number;
  /** Of those that match, how many had a foreign partner. */
  readonly withPartner: number;
  /** All matching events by status, containers and open-ended ones included. */
  readonly events: Readonly<Record<EventStatus, number>>;
  readonly openEnded: number;
  /** Partners and cities of the matching meetings, most meetings first. */
  readonly partners: readonly Counted[];
  readonly places: readonly Counted[];
  /** First and last day of the matching meetings; null where none has a date. */
  readonly span: DayWindow | null;
  /** First and last bounded day of every event of the record. */
  readonly recordSpan: DayWindow | null;
  readonly agreements: Readonly<Partial<Record<Agreement["status"], number>>>;
  /** Commitments that match: what was asked for, and what was offered or promised. */
  readonly asks: number;
  readonly pledges: number;
}

/** Which of its parts an event's evidence leaves in doubt. */
export interface Doubts {
  /** The weakest of all its evidence. */
  readonly certainty: Certainty;
  readonly dateCertainty: Certainty;
  readonly placeCertainty: Certainty;
}

export interface TimelineMark extends Doubts {
  readonly id: string;
  /** Position in the store's order of time; ties keep the order of the record. */
  readonly index: number;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
  readonly type: EventType;
  readonly status: EventStatus;
  /** True where this is counted as a meeting. */
  readonly counted: boolean;
  /** True for a visit or an event that has parts. */
  readonly container: boolean;
  readonly partners: readonly string[];
  readonly place: string | null;
  /** Papers signed or adopted here. */
  readonly papers: readonly { readonly id: string; readonly status: Agreement["status"]; readonly title: string }[];
}

export interface TimelineLane {
  /** A value of the lanes' field, `~none` for events that have none, `~rest` for those beyond the limit. */
  readonly id: string;
  /** Its name; for types, `~none` and `~rest` the id itself, whose words are in the catalogue. */
  readonly label: string;
  /** Meetings in this lane under the filter, whatever the window. */
  readonly count: number;
  /** Events in this lane that touch the window. */
  readonly inWindow: number;
  /** Every event in the window, in order of time, or null where they are more than `markLimit`. */
  readonly marks: readonly TimelineMark[] | null;
  /** Events per column (`columns` of them over the window); null where `marks` is given. */
  readonly bins: Uint32Array | null;
}

export interface TimelineQuestion {
  readonly lanes: Lanes;
  /** Null fits the filtered rows. */
  readonly window: DayWindow | null;
  /** How many columns the drawing has room for. */
  readonly columns: number;
  /** A lane with more events than this in the window comes as bins. */
  readonly markLimit: number;
  /** Lanes at most; the rest are put together in a lane with id `~rest`. */
  readonly laneLimit: number;
}

export interface TimelineAnswer {
  readonly window: DayWindow;
  /** First and last day of the filtered events, and of the whole record. */
  readonly extent: DayWindow;
  readonly full: DayWindow;
  readonly lanes: readonly TimelineLane[];
  readonly columns: number;
  /** Matching events per column of `full`, by status: what the overview strip draws. */
  readonly overview: Readonly<Record<EventStatus, Uint32Array>>;
  /** The day after which nothing in the record has been held; what lies beyond is announced. */
  readonly heldUntil: number | null;
  /** Matching events without any date. */
  readonly undated: number;
}

/** How many partners a place is broken down by at most. */
export const PLACE_PARTNERS = 12;

export interface PlaceAnswer {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly count: number;
  /** Meetings here whose place is inferred or disputed. */
  readonly inferred: number;
  /** Announced and recalled events here, not counted. */
  readonly announced: number;
  readonly recalled: number;
  /** Meetings by partner, most first, `PLACE_PARTNERS` at most; one meeting with two partners is in both. */
  readonly partners: readonly Counted[];
  readonly selected: boolean;
  /** Up to `LIT_LIMIT` event ids, for lighting up. */
  readonly events: readonly string[];
}

export interface PlacesAnswer {
  readonly places: readonly PlaceAnswer[];
  /** Meetings that match and name no place. */
  readonly unplaced: number;
  readonly unplacedEvents: readonly string[];
}

/**
 * How many event ids an answer row carries at most for lighting up what belongs together. Places and matrix cells carry
 * none while more than 20 000 events match: those are drawn as density.
 */
export const LIT_LIMIT = 64;

export interface PartnerAnswer extends Counted {
  readonly kind: Partner["kind"];
  readonly selected: boolean;
  readonly events: readonly string[];
}

export interface Facet extends Counted {
  readonly selected: boolean;
}

/**
 * For each list clause its values with counts, under the filter without that clause. Labels of types and certainties are
 * the codes, whose words are in the catalogue; a topic counts what lies in it.
 */
export type FacetsAnswer = Readonly<
  Record<"topic" | "type" | "place" | "certainty" | "organization", readonly Facet[]>
>;

export type OfficialSort = "meetings" | "name" | "latest";

export interface OfficialsQuestion {
  /** In this order come people, and after them the holders of unnamed seats. */
  readonly sort: OfficialSort;
  readonly offset: number;
  readonly limit: number;
  readonly text: string;
  readonly side: Side | null;
  readonly organization: string | null;
}

/** How many of those across the table an official's answer names. */
export const COUNTERPARTS = 3;

export interface OfficialAnswer {
  /** A person's id, or `organization.seat` for the holders of a seat that is not named. */
  readonly id: string;
  readonly kind: "person" | "seat";
  readonly name: string;
  readonly native: string | null;
  /** Forms in print that differ from the canonical name. */
  readonly printedAs: readonly string[];
  /** Rank and title as of the latest matching meeting. */
  readonly rank: string | null;
  readonly role: string | null;
  /** Name of the body they sat for then. */
  readonly organization: string;
  readonly partner: string | null;
  readonly side: Side;
  readonly meetings: number;
  readonly partners: readonly Counted[];
  /** People who sat across the table at the matching meetings, the latest met first: at most `COUNTERPARTS`. */
  readonly counterparts: readonly { readonly id: string; readonly label: string }[];
  /** Whether the record has more of them than are named. */
  readonly moreCounterparts: boolean;
  /** Days of the matching meetings: first day and last day of each. */
  readonly days: readonly DayWindow[];
  readonly signed: number;
  readonly said: number;
  readonly selected: boolean;
  readonly events: readonly string[];
}

export interface OfficialsAnswer {
  readonly total: number;
  readonly people: number;
  readonly seats: number;
  readonly rows: readonly OfficialAnswer[];
  /** The time the strips of dates span. */
  readonly span: DayWindow | null;
}

export interface EventRow extends Doubts {
  readonly id: string;
  readonly title: string;
  readonly edtf: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly counted: boolean;
  readonly partners: readonly Counted[];
  readonly place: string | null;
  readonly placeName: string | null;
  /** Labels, in the order of the record. */
  readonly topics: readonly string[];
  readonly summary: string;
}

export interface EventsAnswer {
  readonly total: number;
  readonly rows: readonly EventRow[];
}

export interface EvidenceDetail {
  readonly evidence: Evidence;
  readonly source: Source | null;
  /** The publisher's page at the passage, or the outside address; null where it may not be linked. */
  readonly href: string | null;
}

export interface Seat {
  readonly officialId: string;
  readonly person: Person | null;
  readonly organization: Organization | null;
  readonly side: Side;
  readonly seat: string;
  readonly role: string | null;
  readonly rolePrinted: string | null;
  readonly namePrinted: string | null;
  readonly rankPrinted: string | null;
  readonly evidence: readonly EvidenceDetail[];
}

/** What the record adds to a name: who or what is meant, and how it is known. */
export interface About {
  readonly kind: "person" | "organization" | "mechanism";
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly evidence: readonly EvidenceDetail[];
}

export interface EventDetail extends Doubts {
  readonly event: EngagementEvent;
  readonly counted: boolean;
  readonly place: Place | null;
  readonly partners: readonly Partner[];
  readonly topics: readonly Topic[];
  readonly mechanisms: readonly Mechanism[];
  /** Of each mechanism, and of those people and bodies at the table that the record says more of. */
  readonly about: readonly About[];
  readonly seats: readonly Seat[];
  readonly container: { readonly id: string; readonly title: string } | null;
  readonly parts: readonly { readonly id: string; readonly title: string; readonly edtf: string | null }[];
  readonly agreements: readonly AgreementRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly statistics: readonly StatisticRow[];
  readonly evidence: readonly EvidenceDetail[];
  /** Neighbours in time among the events of the filter it was asked with. */
  readonly previous: { readonly id: string; readonly title: string } | null;
  readonly next: { readonly id: string; readonly title: string } | null;
}

export interface AgreementRow {
  readonly agreement: Agreement;
  readonly parties: readonly Counted[];
  /** Partner ids of the parties, the home state left out. */
  readonly partners: readonly string[];
  readonly implements: { readonly id: string; readonly title: string } | null;
  readonly implementedBy: readonly { readonly id: string; readonly title: string }[];
  readonly mentions: readonly {
    readonly event: { readonly id: string; readonly title: string; readonly edtf: string | null } | null;
    readonly status: Agreement["status"];
    readonly note: string | null;
    readonly evidence: readonly EvidenceDetail[];
  }[];
  readonly evidence: readonly EvidenceDetail[];
  readonly events: readonly string[];
}

/** What a request or promise leads to: the paper it speaks of, an event, or words that take it up. */
export interface CommitmentThread {
  readonly kind: "event" | "agreement" | "commitment";
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  /** Where a paper or words stand; null for an event, and for a paper of no event on record. */
  readonly event: string | null;
  /** True for words said at the same event, which are no later passage. */
  readonly sameEvent: boolean;
}

export interface CommitmentRow {
  readonly commitment: Commitment;
  readonly actor: { readonly id: string; readonly name: string; readonly partner: string | null };
  readonly addressee: { readonly id: string; readonly name: string; readonly partner: string | null };
  readonly speaker: string | null;
  /** The other side's partner id, or null for words among the home side. */
  readonly partner: string | null;
  readonly event: { readonly id: string; readonly title: string; readonly edtf: string | null };
  readonly topics: readonly Topic[];
  readonly followUp: readonly CommitmentThread[];
  readonly evidence: readonly EvidenceDetail[];
}

/**
 * How much of a long list is wanted: rows of each of its groups at most, and groups at most. Where the whole list has no
 * more than `whole` rows, it comes as a whole.
 */
export interface Portion {
  readonly whole: number;
  readonly each: number;
  readonly groups: number;
}

/** Commitments of one actor's partner toward another's, in order of time. */
export interface CommitmentGroup {
  readonly id: string;
  /** Names of the two partners; `rows` have their ids. */
  readonly actor: string;
  readonly addressee: string;
  readonly mutual: boolean;
  readonly rows: readonly CommitmentRow[];
  /** Rows in all, where only a portion of them is here. */
  readonly total?: number;
}

export interface CommitmentsAnswer {
  readonly total: number;
  readonly groups: readonly CommitmentGroup[];
  /** Groups in all, where only a portion of them is here. */
  readonly groupsTotal?: number;
}

export interface AgreementsAnswer {
  readonly total: number;
  /** Rows in all by status, where only a portion of them is here. */
  readonly statuses?: Readonly<Partial<Record<Agreement["status"], number>>>;
  readonly rows: readonly AgreementRow[];
}

export interface StatisticRow {
  readonly statistic: Statistic;
  readonly event: { readonly id: string; readonly title: string; readonly edtf: string | null } | null;
  readonly reporter: string | null;
  readonly evidence: readonly EvidenceDetail[];
}

export interface StatisticsAnswer {
  readonly total: number;
  readonly rows: readonly StatisticRow[];
}

/**
 * Who talks to whom about what, under the whole filter: only chosen partners and topics where some are chosen. A topic
 * counts what lies in it; topics that only hold others together are left out.
 */
export interface MatrixAnswer {
  readonly partners: readonly Counted[];
  readonly topics: readonly Counted[];
  /** Row by row: `cells[partner * topics.length + topic]` is the number of meetings. */
  readonly cells: Uint32Array;
  /** Event ids of each cell, up to `LIT_LIMIT`. */
  readonly events: readonly (readonly string[])[];
}

export type HitKind =
  | "person"
  | "seat"
  | "organization"
  | "partner"
  | "place"
  | "mechanism"
  | "topic"
  | "event"
  | "agreement";

export interface Hit {
  readonly kind: HitKind;
  readonly id: string;
  readonly label: string;
  /** What was found where it is not the label: a printed form, an alias, native script, words of a summary. */
  readonly matched: string | null;
  /** How many meetings it leads to. */
  readonly count: number;
}

export interface SearchAnswer {
  readonly total: number;
  /** Set while texts of events are still being indexed: everything else was searched. */
  readonly unfinished?: true;
  readonly groups: readonly { readonly kind: HitKind; readonly hits: readonly Hit[] }[];
}

/**
 * Answers the questions above. Asynchronous in type so that a worker or a remote engine can stand behind it; the local
 * store answers within a frame. Cost follows columns, pages and values, not the number of events.
 */
export interface EventStore {
  summary(filter: Filter): Promise<Summary>;
  timeline(filter: Filter, question: TimelineQuestion): Promise<TimelineAnswer>;
  places(filter: Filter): Promise<PlacesAnswer>;
  partners(filter: Filter): Promise<readonly PartnerAnswer[]>;
  facets(filter: Filter): Promise<FacetsAnswer>;
  officials(filter: Filter, question: OfficialsQuestion): Promise<OfficialsAnswer>;
  events(filter: Filter, page: { readonly offset: number; readonly limit: number }): Promise<EventsAnswer>;
  event(id: string, filter: Filter): Promise<EventDetail | null>;
  /** A portion has the first rows of each status. */
  agreements(filter: Filter, portion?: Portion): Promise<AgreementsAnswer>;
  commitments(filter: Filter, portion?: Portion): Promise<CommitmentsAnswer>;
  /** A portion has the first `each` rows. */
  statistics(filter: Filter, portion?: Portion): Promise<StatisticsAnswer>;
  matrix(filter: Filter): Promise<MatrixAnswer>;
  search(text: string, limit: number): Promise<SearchAnswer>;
  /** Names for ids of any kind, for chips and sentences; unknown ids are absent. */
  names(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Which of these filter values the record does not know. */
  unknown(filter: Filter): Promise<readonly { readonly key: keyof Filter; readonly value: string }[]>;
}
