/** Fills columns one row at a time, so that a loader can hand over rows as they arrive. */
import type { EngagementEvent, Evidence } from "#data/schema.ts";
import { plainDay } from "#lib/dates.ts";
import type { Catalog } from "../catalog.ts";
import { readDate } from "../dates.ts";
import { officialId } from "../rules.ts";
import {
  CONTAINER,
  COUNTED,
  type Columns,
  FOREIGN,
  OPEN_ENDED,
  ordered,
  UNDATED_END,
  UNDATED_START,
} from "./columns.ts";
import { EvidenceColumn } from "./evidence.ts";
import { type Filling, remember } from "./filling.ts";
import { growingI32, growingU8, growingU32 } from "./growing.ts";
import { ListColumn } from "./list-column.ts";
import { ParentColumn, partsOf } from "./parents.ts";
import { Titles } from "./phrases.ts";
import { StringTable } from "./strings.ts";
import { Codes, createVocabulary } from "./vocabulary.ts";

export interface ColumnsBuilder {
  /**
   * Adds an event; false where its id is taken, then nothing is added. Rows may come in any order of time; references
   * the catalogue does not know are left out.
   */
  add(event: EngagementEvent): boolean;
  /**
   * Adds a piece of evidence, before or after the events that name it; false where its id is taken. One that is not
   * usable only takes its id.
   */
  addEvidence(evidence: Pick<Evidence, "id" | "certainty" | "about">, usable?: boolean): boolean;
  /** The columns being filled, for who adds many rows at once. */
  readonly filling: Filling;
  hasEvent(id: string): boolean;
  hasEvidence(id: string): boolean;
  /** Rows added with a reference to something that is not there, ascending. */
  strays(): Uint32Array;
  /** Cuts events that lie in themselves loose, at the step that leads back, and tells which. */
  rings(): readonly { readonly event: number; readonly id: string; readonly partOf: string }[];
  /** Columns over the rows so far; filling goes on. */
  soFar(): Columns;
  /** Ends filling; the builder must not be added to any more. */
  finish(): Columns;
}

export interface BuilderOptions {
  /** Whether columns keep titles, where whole rows are not in memory. */
  readonly titles?: boolean;
}

export const createBuilder = (catalog: Catalog, options: BuilderOptions = {}): ColumnsBuilder => {
  const vocabulary = createVocabulary(catalog);
  const ids = new StringTable();
  const titles = options.titles ? new Titles() : null;
  const [start, end] = [growingI32(), growingI32()];
  const [type, status, flags, doubts] = [growingU8(), growingU8(), growingU8(), growingU8()];
  const [place, dateText] = [growingU32(), growingU32()];
  const dates = new Map<string, number>([["", 0]]);
  const partners = new ListColumn();
  const topics = new ListColumn();
  const mechanisms = new ListColumn();
  const officials = new ListColumn();
  const organizations = new ListColumn();
  const [sides, seatOrganizations, seatRoles, seatRanks] = [growingU8(), growingU32(), growingU32(), growingU32()];
  const seatTexts = new Codes([""]);
  const printedNames = new Map<number, Set<string>>();
  const printedRoles = new Map<number, Set<string>>();
  const namedTopics = new Set<number>();
  const parents = new ParentColumn();
  const evidence = new EvidenceColumn();
  /** Rows that name something the catalogue does not know. */
  const unknown = growingU32();
  let stray = false;

  const addDate = (date: string | null): number => {
    const day = date === null ? null : plainDay(date);
    if (date === null || day !== null) {
      start.push(day ?? UNDATED_START);
      end.push(day ?? UNDATED_END);
      dateText.push(0);
      return 0;
    }
    const read = readDate(date);
    start.push(read?.start ?? UNDATED_START);
    end.push(read?.end ?? UNDATED_END);
    const known = dates.get(date);
    dateText.push(known ?? dates.size);
    if (known === undefined) dates.set(date, dates.size);
    return read?.doubtful ? 1 << 2 : 0;
  };

  const addParticipants = (event: EngagementEvent): void => {
    for (const participant of event.participants) {
      const id = officialId(participant);
      const organization =
        participant.organization === null ? -1 : vocabulary.organizations.of(participant.organization);
      if (participant.organization !== null && organization < 0) stray = true;
      organizations.add(organization);
      if (participant.evidence) evidence.mention(participant.evidence);
      if (participant.person !== null && !catalog.people.has(participant.person)) stray = true;
      if (id === null || (participant.person === null && organization < 0)) continue;
      const official = participant.person === null ? vocabulary.officials.add(id) : vocabulary.officials.of(id);
      if (official < 0) continue;
      remember(printedNames, official, participant.namePrinted);
      remember(printedRoles, official, participant.role);
      remember(printedRoles, official, participant.rolePrinted);
      if (!officials.add(official)) continue;
      sides.push(participant.side === "home" ? 0 : 1);
      seatOrganizations.push(organization + 1);
      seatRoles.push(seatTexts.add(participant.role ?? participant.rolePrinted ?? ""));
      seatRanks.push(seatTexts.add(participant.rankPrinted ?? ""));
    }
    officials.endRow();
    organizations.endRow();
  };

  const addValues = (column: ListColumn, codes: Codes, values: readonly string[]): void => {
    for (const value of values) {
      const code = codes.of(value);
      if (code < 0) stray = true;
      else column.add(code);
    }
    column.endRow();
  };

  const addTopics = (values: readonly string[]): void => {
    for (const id of values) {
      const topic = vocabulary.topics.of(id);
      if (topic < 0) {
        stray = true;
        continue;
      }
      namedTopics.add(topic);
      for (const lies of vocabulary.topicChains[topic] as readonly number[]) topics.add(lies);
    }
    topics.endRow();
  };

  const addPlace = (id: string | null): void => {
    const known = id === null ? -1 : vocabulary.places.of(id);
    if (id !== null && known < 0) stray = true;
    place.push(known + 1);
  };

  const isForeign = (event: EngagementEvent): boolean => {
    for (const id of event.partners) if (id !== catalog.home && catalog.partners.has(id)) return true;
    return false;
  };

  /** @param last whether the vocabulary may be handed over as it is, since no more rows will come */
  const columns = (last: boolean): Columns => {
    const [allFlags, allDoubts] = [flags.done(), doubts.done()];
    evidence.weaken(allDoubts);
    const parts = partsOf(parents.done(ids));
    for (const container of parts.containers)
      allFlags[container] = ((allFlags[container] as number) | CONTAINER) & ~COUNTED;
    return ordered({
      vocabulary: last ? vocabulary : { ...vocabulary, officials: new Codes(vocabulary.officials.ids) },
      ids,
      evidence,
      titles,
      start: start.done(),
      end: end.done(),
      type: type.done(),
      status: status.done(),
      doubts: allDoubts,
      flags: allFlags,
      place: place.done(),
      dateText: dateText.done(),
      dateTexts: [...dates.keys()],
      partners: partners.done(),
      topics: topics.done(),
      mechanisms: mechanisms.done(),
      officials: officials.done(),
      sides: sides.done(),
      seatOrganizations: seatOrganizations.done(),
      seatRoles: seatRoles.done(),
      seatRanks: seatRanks.done(),
      seatTexts: last ? seatTexts.ids : [...seatTexts.ids],
      organizations: organizations.done(),
      parts,
      printedNames,
      printedRoles,
      namedTopics,
    });
  };

  return {
    add(event) {
      const row = ids.add(event.id);
      if (row < 0) return false;
      stray = false;
      titles?.add(event.title);
      doubts.push(addDate(event.date));
      evidence.mention(event.evidence);
      evidence.endMain();
      type.push(vocabulary.types.of(event.type));
      status.push(vocabulary.statuses.of(event.status));
      addPlace(event.place);
      parents.push(event.partOf);
      addValues(partners, vocabulary.partners, event.partners);
      addTopics(event.topics);
      addValues(mechanisms, vocabulary.mechanisms, event.mechanisms);
      addParticipants(event);
      evidence.endRow();
      for (const { actors, recipients } of event.plover)
        for (const id of [...actors, ...recipients]) if (!catalog.partners.has(id)) stray = true;
      if (stray) unknown.push(row);
      const meeting = event.status === "held" && event.type !== "visit" && event.openEnded !== true;
      flags.push(
        (meeting ? COUNTED : 0) |
          (event.type === "visit" ? CONTAINER : 0) |
          (event.openEnded === true ? OPEN_ENDED : 0) |
          (isForeign(event) ? FOREIGN : 0),
      );
      return true;
    },
    filling: {
      catalog,
      vocabulary,
      ids,
      titles,
      start,
      end,
      type,
      status,
      flags,
      doubts,
      place,
      dateText,
      dates,
      partners,
      topics,
      mechanisms,
      officials,
      organizations,
      sides,
      seatOrganizations,
      seatRoles,
      seatRanks,
      seatTexts,
      printedNames,
      printedRoles,
      namedTopics,
      parents,
      evidence,
    },
    addEvidence: (row, usable = true) => evidence.define(row, usable),
    hasEvent: (id) => ids.find(id) >= 0,
    hasEvidence: (id) => evidence.has(id),
    strays: () => {
      const found = new Set<number>(unknown.done());
      for (const row of evidence.strays()) found.add(row);
      for (const row of parents.strays(ids)) found.add(row);
      return Uint32Array.from(found).sort();
    },
    rings: () => parents.cutRings(ids),
    soFar: () => columns(false),
    finish() {
      const done = columns(true);
      evidence.forgetMentions();
      ids.trim();
      titles?.trim();
      return done;
    },
  };
};
