/** Rows of papers, words and figures, and the whole of one event, with every reference resolved. */
import type { Agreement, Commitment, EngagementEvent, Evidence, Statistic } from "#data/schema.ts";
import type {
  About,
  AgreementRow,
  CommitmentRow,
  Counted,
  Doubts,
  EventDetail,
  EvidenceDetail,
  Seat,
  StatisticRow,
} from "#model/questions.ts";
import { type Catalog, partnerOf } from "./catalog.ts";
import { evidenceHref } from "./href.ts";
import { officialId } from "./rules.ts";

export interface EventBrief {
  readonly id: string;
  readonly title: string;
  readonly edtf: string | null;
}

/** What details are made from: a store's own ways to its rows. */
export interface DetailSource {
  readonly catalog: Catalog;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly commitments: ReadonlyMap<string, Commitment>;
  brief(eventId: string): EventBrief | null;
  evidence(id: string): Evidence | null | Promise<Evidence | null>;
  /** Meetings of an organisation in the whole record. */
  meetingsOf(organization: string): number;
}

const known = <T>(map: ReadonlyMap<string, T>, ids: readonly string[]): T[] =>
  ids.map((id) => map.get(id)).filter((row) => row !== undefined);

export const evidenceDetails = async (source: DetailSource, ids: readonly string[]): Promise<EvidenceDetail[]> => {
  const details: EvidenceDetail[] = [];
  for (const id of ids) {
    const found = source.evidence(id);
    const evidence = found instanceof Promise ? await found : found;
    if (evidence === null) continue;
    const printed = evidence.source === null ? null : (source.catalog.sources.get(evidence.source) ?? null);
    details.push({ evidence, source: printed, href: evidenceHref(evidence, printed) });
  }
  return details;
};

/** Partner ids of these organisations, each once, the home state left out. */
export const foreignPartners = (catalog: Catalog, organizations: readonly string[]): string[] => [
  ...new Set(
    organizations
      .map((id) => partnerOf(catalog, id))
      .filter((partner): partner is string => partner !== null && partner !== catalog.home),
  ),
];

const titled = (agreement: Agreement): { id: string; title: string } => ({ id: agreement.id, title: agreement.title });

/** Ids of the events a paper was made or mentioned at. */
export const agreementEvents = (agreement: Agreement): string[] => [
  ...new Set([agreement.event, ...agreement.mentions.map((mention) => mention.event)].filter((id) => id !== null)),
];

export const agreementRow = async (source: DetailSource, agreement: Agreement): Promise<AgreementRow> => {
  const base = agreement.implements === null ? undefined : source.agreements.get(agreement.implements);
  const mentions: AgreementRow["mentions"][number][] = [];
  for (const mention of agreement.mentions)
    mentions.push({
      event: mention.event === null ? null : source.brief(mention.event),
      status: mention.status,
      note: mention.note ?? null,
      evidence: await evidenceDetails(source, mention.evidence),
    });
  return {
    agreement,
    parties: known(source.catalog.organizations, agreement.parties).map(
      (party): Counted => ({ id: party.id, label: party.name, count: source.meetingsOf(party.id) }),
    ),
    partners: foreignPartners(source.catalog, agreement.parties),
    implements: base ? titled(base) : null,
    implementedBy: [...source.agreements.values()].filter((other) => other.implements === agreement.id).map(titled),
    mentions,
    evidence: await evidenceDetails(source, agreement.evidence),
    events: agreementEvents(agreement).filter((id) => source.brief(id) !== null),
  };
};

const body = (catalog: Catalog, id: string): CommitmentRow["actor"] => ({
  id,
  name: catalog.organizations.get(id)?.name ?? id,
  partner: partnerOf(catalog, id),
});

export const commitmentRow = async (source: DetailSource, commitment: Commitment): Promise<CommitmentRow> => {
  const { catalog } = source;
  return {
    commitment,
    actor: body(catalog, commitment.actor),
    addressee: body(catalog, commitment.addressee),
    speaker: commitment.speaker ? (catalog.people.get(commitment.speaker)?.name ?? null) : null,
    partner: foreignPartners(catalog, [commitment.actor, commitment.addressee])[0] ?? null,
    event: source.brief(commitment.event) ?? { id: commitment.event, title: commitment.event, edtf: null },
    topics: known(catalog.topics, commitment.topics),
    followUp: (commitment.followUp ?? []).map(({ kind, id, note }) => ({
      kind,
      id,
      label:
        (kind === "event"
          ? source.brief(id)?.title
          : kind === "agreement"
            ? source.agreements.get(id)?.title
            : source.commitments.get(id)?.summary) ?? id,
      note: note ?? null,
      event:
        (kind === "agreement" ? source.agreements : kind === "commitment" ? source.commitments : null)?.get(id)
          ?.event ?? null,
      sameEvent: kind === "commitment" && source.commitments.get(id)?.event === commitment.event,
    })),
    evidence: await evidenceDetails(source, commitment.evidence),
  };
};

export const statisticRow = async (source: DetailSource, statistic: Statistic): Promise<StatisticRow> => ({
  statistic,
  event: statistic.event === null ? null : source.brief(statistic.event),
  reporter: statistic.reporter
    ? (source.catalog.organizations.get(statistic.reporter)?.name ?? statistic.reporter)
    : null,
  evidence: await evidenceDetails(source, statistic.evidence),
});

const seats = async (source: DetailSource, event: EngagementEvent): Promise<Seat[]> => {
  const rows: Seat[] = [];
  for (const participant of event.participants)
    rows.push({
      officialId: officialId(participant) ?? `~.${participant.seat}`,
      person: participant.person === null ? null : (source.catalog.people.get(participant.person) ?? null),
      organization:
        participant.organization === null ? null : (source.catalog.organizations.get(participant.organization) ?? null),
      side: participant.side,
      seat: participant.seat,
      role: participant.role ?? null,
      rolePrinted: participant.rolePrinted,
      namePrinted: participant.namePrinted,
      rankPrinted: participant.rankPrinted,
      evidence: await evidenceDetails(source, participant.evidence ?? []),
    });
  return rows;
};

/** What the record says of the people and bodies at an event beyond their names, and of its mechanisms. */
const about = (source: DetailSource, event: EngagementEvent): Promise<About[]> => {
  const { people, organizations, mechanisms } = source.catalog;
  const at = (key: "person" | "organization"): string[] => [
    ...new Set(event.participants.flatMap((participant) => participant[key] ?? [])),
  ];
  const rows = [
    ...known(people, at("person")).map((row) => ({ row, kind: "person" as const })),
    ...known(organizations, at("organization")).map((row) => ({ row, kind: "organization" as const })),
    ...known(mechanisms, event.mechanisms).map((row) => ({ row, kind: "mechanism" as const })),
  ];
  const said = rows.filter(({ row, kind }) => kind === "mechanism" || row.note);
  return Promise.all(
    said.map(async ({ row: { id, name, note, evidence }, kind }) => ({
      ...{ kind, id, name, note: note ?? null },
      evidence: await evidenceDetails(source, evidence ?? []),
    })),
  );
};

export interface EventContext {
  readonly doubts: Doubts;
  readonly counted: boolean;
  readonly parts: EventDetail["parts"];
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  readonly statistics: readonly Statistic[];
  readonly previous: EventDetail["previous"];
  readonly next: EventDetail["next"];
}

export const eventDetail = async (
  source: DetailSource,
  event: EngagementEvent,
  context: EventContext,
): Promise<EventDetail> => {
  const { catalog } = source;
  const container = event.partOf === null ? null : source.brief(event.partOf);
  return {
    ...context.doubts,
    event,
    counted: context.counted,
    place: event.place === null ? null : (catalog.places.get(event.place) ?? null),
    partners: known(catalog.partners, event.partners),
    topics: known(catalog.topics, event.topics),
    mechanisms: known(catalog.mechanisms, event.mechanisms),
    about: await about(source, event),
    seats: await seats(source, event),
    container: container && { id: container.id, title: container.title },
    parts: context.parts,
    agreements: await Promise.all(context.agreements.map((row) => agreementRow(source, row))),
    commitments: await Promise.all(context.commitments.map((row) => commitmentRow(source, row))),
    statistics: await Promise.all(context.statistics.map((row) => statisticRow(source, row))),
    evidence: await evidenceDetails(source, event.evidence),
    previous: context.previous,
    next: context.next,
  };
};
