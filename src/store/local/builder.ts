/** Fills columns one row at a time, so that a loader can hand over rows as they arrive. */
import type { EngagementEvent, Evidence } from "#data/schema.ts";
import { plainDay } from "#lib/dates.ts";
import type { Catalog } from "../catalog.ts";
import { readDate } from "../dates.ts";
import { officialId, weakness } from "../rules.ts";
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
import { type Growing, growingI32, growingU8, growingU32, type Lists } from "./growing.ts";
import { StringTable } from "./strings.ts";
import { type Codes, createVocabulary } from "./vocabulary.ts";

class ListColumn {
  readonly offsets: Growing<Uint32Array> = growingU32();
  readonly values: Growing<Uint32Array> = growingU32();
  private from = 0;

  constructor() {
    this.offsets.push(0);
  }

  /** Adds a value to the row being filled; false where it has it already or the number is no number of a value. */
  add(value: number): boolean {
    if (value < 0) return false;
    for (let at = this.from; at < this.values.length; at++) if (this.values.at(at) === value) return false;
    this.values.push(value);
    return true;
  }

  endRow(): void {
    this.from = this.values.length;
    this.offsets.push(this.from);
  }

  done(): Lists {
    return { offsets: this.offsets.done(), values: this.values.done() };
  }
}

const remember = (map: Map<number, Set<string>>, key: number, text: string | null | undefined): void => {
  if (!text) return;
  const known = map.get(key);
  if (known) known.add(text);
  else map.set(key, new Set([text]));
};

/** Certainty of a piece of evidence and which parts of an event it speaks of, in one byte. */
const packed = (row: Pick<Evidence, "certainty" | "about">): number =>
  weakness(row.certainty) | (row.about?.includes("date") ? 4 : 0) | (row.about?.includes("place") ? 8 : 0);

export interface ColumnsBuilder {
  /** Adds an event. Rows may come in any order of time; references the catalogue does not know are left out. */
  add(event: EngagementEvent): void;
  /** Adds a piece of evidence, before or after the events that name it. */
  addEvidence(evidence: Pick<Evidence, "id" | "certainty" | "about">): void;
  /** Ends filling; the builder must not be used again. */
  finish(): Columns;
}

export const createBuilder = (catalog: Catalog): ColumnsBuilder => {
  const vocabulary = createVocabulary(catalog);
  const ids = new StringTable();
  const [start, end] = [growingI32(), growingI32()];
  const [type, status, flags, doubts] = [growingU8(), growingU8(), growingU8(), growingU8()];
  const [place, dateText] = [growingU32(), growingU32()];
  const dates = new Map<string, number>([["", 0]]);
  const partners = new ListColumn();
  const topics = new ListColumn();
  const mechanisms = new ListColumn();
  const officials = new ListColumn();
  const organizations = new ListColumn();
  const [sides, seatOrganizations] = [growingU8(), growingU32()];
  const printedNames = new Map<number, Set<string>>();
  const printedRoles = new Map<number, Set<string>>();
  const namedTopics = new Set<number>();
  const containers = new Set<string>();
  const evidence = new Map<string, number>();
  const [waiting, waitingFor] = [growingU32(), [] as string[]];

  const weaker = (known: number, code: number): number => {
    const weak = code & 3;
    const all = Math.max(known & 3, weak);
    const date = code & 4 ? Math.max((known >> 2) & 3, weak) : (known >> 2) & 3;
    const where = code & 8 ? Math.max((known >> 4) & 3, weak) : (known >> 4) & 3;
    return all | (date << 2) | (where << 4);
  };

  const addDate = (date: string | null): number => {
    const read = readDate(date);
    start.push(read?.start ?? UNDATED_START);
    end.push(read?.end ?? UNDATED_END);
    if (date === null || plainDay(date) !== null) {
      dateText.push(0);
      return 0;
    }
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
      organizations.add(organization);
      if (id === null || (participant.person === null && organization < 0)) continue;
      const official = participant.person === null ? vocabulary.officials.add(id) : vocabulary.officials.of(id);
      if (official < 0) continue;
      remember(printedNames, official, participant.namePrinted);
      remember(printedRoles, official, participant.role);
      remember(printedRoles, official, participant.rolePrinted);
      if (!officials.add(official)) continue;
      sides.push(participant.side === "home" ? 0 : 1);
      seatOrganizations.push(organization + 1);
    }
    officials.endRow();
    organizations.endRow();
  };

  const addValues = (column: ListColumn, codes: Codes, values: readonly string[]): void => {
    for (const value of values) column.add(codes.of(value));
    column.endRow();
  };

  return {
    add(event) {
      const row = ids.add(event.id);
      let doubt = addDate(event.date);
      for (const id of event.evidence) {
        const code = evidence.get(id);
        if (code === undefined) {
          waiting.push(row);
          waitingFor.push(id);
        } else doubt = weaker(doubt, code);
      }
      doubts.push(doubt);
      type.push(vocabulary.types.of(event.type));
      status.push(vocabulary.statuses.of(event.status));
      place.push((event.place === null ? -1 : vocabulary.places.of(event.place)) + 1);
      if (event.partOf !== null) containers.add(event.partOf);
      addValues(partners, vocabulary.partners, event.partners);
      for (const id of event.topics) {
        const topic = vocabulary.topics.of(id);
        if (topic < 0) continue;
        namedTopics.add(topic);
        for (const lies of vocabulary.topicChains[topic] ?? []) topics.add(lies);
      }
      topics.endRow();
      addValues(mechanisms, vocabulary.mechanisms, event.mechanisms);
      addParticipants(event);
      const foreign = event.partners.some((id) => id !== catalog.home && catalog.partners.has(id));
      const meeting = event.status === "held" && event.type !== "visit" && event.openEnded !== true;
      flags.push(
        (meeting ? COUNTED : 0) |
          (event.type === "visit" ? CONTAINER : 0) |
          (event.openEnded === true ? OPEN_ENDED : 0) |
          (foreign ? FOREIGN : 0),
      );
    },
    addEvidence(row) {
      if (!evidence.has(row.id)) evidence.set(row.id, packed(row));
    },
    finish() {
      const [allFlags, allDoubts] = [flags.done(), doubts.done()];
      for (let at = 0; at < waitingFor.length; at++) {
        const code = evidence.get(waitingFor[at] as string);
        const row = waiting.at(at);
        if (code !== undefined) allDoubts[row] = weaker(allDoubts[row] as number, code);
      }
      for (const id of containers) {
        const row = ids.find(id);
        if (row >= 0) allFlags[row] = ((allFlags[row] as number) | CONTAINER) & ~COUNTED;
      }
      ids.trim();
      return ordered({
        vocabulary,
        ids,
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
        organizations: organizations.done(),
        printedNames,
        printedRoles,
        namedTopics,
      });
    },
  };
};
