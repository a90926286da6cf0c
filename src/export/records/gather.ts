/** Asks a store for the rows of a data file: what a figure shows, or everything. */
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type {
  AgreementRow,
  CommitmentRow,
  DayWindow,
  EventDetail,
  EventStore,
  EvidenceDetail,
  MatrixAnswer,
  OfficialsQuestion,
  PartnerAnswer,
  PlaceAnswer,
  StatisticRow,
} from "#model/questions.ts";
import type { TableName } from "./table.ts";

export type DataFigure =
  | "timeline"
  | "map"
  | "officials"
  | "partners"
  | "topics"
  | "agreements"
  | "commitments"
  | "statistics"
  | "event";

/** What is on the screen: the figure with the filter it was asked with, and what the figure narrows beyond that. */
export interface Seen {
  readonly figure: DataFigure;
  readonly filter: Filter;
  /** The timeline's zoom; null fits the filtered rows. */
  readonly window?: DayWindow | null;
  /** The open event, for the event figure. */
  readonly event?: string | null;
  readonly officials?: Pick<OfficialsQuestion, "text" | "side" | "organization">;
}

/** Rows by table; a table that was not asked for is absent. */
export interface Gathered {
  readonly events: readonly EventDetail[];
  readonly places: readonly PlaceAnswer[];
  readonly unplaced: number;
  readonly partners: readonly PartnerAnswer[];
  readonly matrix: MatrixAnswer | null;
  readonly agreements: readonly AgreementRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly statistics: readonly StatisticRow[];
  /** Ids of the officials shown; null for all. */
  readonly officials: ReadonlySet<string> | null;
  /** Events by id that tables of counts refer to. */
  readonly known: ReadonlyMap<string, EventDetail>;
  readonly names: Readonly<Record<string, string>>;
  /** The tables to write, the figure's own first. */
  readonly tables: readonly TableName[];
}

const TABLES: Readonly<Record<DataFigure, readonly TableName[]>> = {
  timeline: ["events"],
  map: ["events", "places"],
  officials: ["participants"],
  partners: ["partners"],
  topics: ["topics"],
  agreements: ["agreements"],
  commitments: ["commitments"],
  statistics: ["statistics"],
  event: ["participants", "events", "agreements", "commitments", "statistics"],
};

/** Tables of a figure, its own first; `places` only beside others, since its rows are places and not records. */
export const tablesOf = (figure: DataFigure): readonly TableName[] => TABLES[figure];

const EVERY_TABLE: readonly TableName[] = [
  "events",
  "participants",
  "places",
  "agreements",
  "commitments",
  "statistics",
  "partners",
  "topics",
];

const PAGE = 2_000;

/** Events whose details a file may hold: beyond, a browser has no room for them, and the record's own file is better. */
export const MOST_EVENTS = 50_000;

/** More events than a file of rows is made of. */
export class TooManyRows extends Error {
  readonly rows: number;

  constructor(rows: number) {
    super(`${rows} events are more than the ${MOST_EVENTS} that a file of rows may hold`);
    this.name = "TooManyRows";
    this.rows = rows;
  }
}

const eventIds = async (store: EventStore, filter: Filter, window: DayWindow | null): Promise<readonly EventSpan[]> => {
  const found: EventSpan[] = [];
  for (;;) {
    const { total, rows } = await store.events(filter, { offset: found.length, limit: PAGE });
    if (total > MOST_EVENTS && window === null) throw new TooManyRows(total);
    found.push(...rows);
    if (found.length >= total || rows.length === 0) return found;
  }
};

type EventSpan = Pick<Awaited<ReturnType<EventStore["events"]>>["rows"][number], "id" | "start" | "end" | "edtf">;

/** Open ends reach as far as the window; an event without a date is in no window. */
const touches = (event: EventSpan, window: DayWindow): boolean =>
  event.edtf !== null && (event.start ?? -Infinity) <= window.end && (event.end ?? Infinity) >= window.start;

/** Events asked for together, before whoever draws the page has a turn: one by one each would cost a round. */
const AT_A_TIME = 200;
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Told how far the asking for events is, from 0 to 1, where there are more than are asked for together. */
export type Tell = (share: number) => void;

const details = async (
  store: EventStore,
  ids: readonly string[],
  filter: Filter,
  tell?: Tell,
): Promise<EventDetail[]> => {
  if (ids.length > MOST_EVENTS) throw new TooManyRows(ids.length);
  const found: EventDetail[] = [];
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    if (from > 0) {
      tell?.(from / ids.length);
      await turn();
    }
    const together = await Promise.all(ids.slice(from, from + AT_A_TIME).map((id) => store.event(id, filter)));
    found.push(...together.filter((detail) => detail !== null));
  }
  return found;
};

const officialIds = async (store: EventStore, { filter, officials }: Seen): Promise<ReadonlySet<string> | null> => {
  if (!officials && filter.official.length === 0) return null;
  const question = { text: "", side: null, organization: null, sort: "name", ...officials } as const;
  const ids = new Set<string>();
  for (;;) {
    const { total, rows } = await store.officials(filter, { ...question, offset: ids.size, limit: PAGE });
    for (const row of rows) ids.add(row.id);
    if (rows.length === 0 || ids.size >= total) return ids;
  }
};

const eventRows = async (store: EventStore, seen: Seen, tell?: Tell): Promise<readonly EventDetail[]> => {
  if (seen.figure === "event") return seen.event ? details(store, [seen.event], seen.filter) : [];
  const { window = null } = seen;
  const rows = await eventIds(store, seen.filter, window);
  const inSight = window ? rows.filter((row) => touches(row, window)) : rows;
  return details(
    store,
    inSight.map((row) => row.id),
    seen.filter,
    tell,
  );
};

/** Events that counts refer to and that are not among the rows. */
const withKnown = async (
  store: EventStore,
  events: readonly EventDetail[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, EventDetail>> => {
  const known = new Map(events.map((detail) => [detail.event.id, detail]));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  for (const detail of await details(store, missing, NO_FILTER)) known.set(detail.event.id, detail);
  return known;
};

const gatherTables = async (
  store: EventStore,
  seen: Seen,
  tables: readonly TableName[],
  tell?: Tell,
): Promise<Gathered> => {
  const { filter, figure } = seen;
  const wants = (...names: readonly TableName[]): boolean => names.some((name) => tables.includes(name));
  const events = wants("events", "participants") ? await eventRows(store, seen, tell) : [];
  const places = wants("places") ? await store.places(filter) : { places: [], unplaced: 0 };
  const partners = wants("partners") ? await store.partners(filter) : [];
  const matrix = wants("topics") ? await store.matrix(filter) : null;
  const own = figure === "event";
  const agreements = own
    ? events.flatMap((detail) => detail.agreements)
    : wants("agreements")
      ? (await store.agreements(filter)).rows
      : [];
  const commitments = own
    ? events.flatMap((detail) => detail.commitments)
    : wants("commitments")
      ? (await store.commitments(filter)).groups.flatMap((group) => group.rows)
      : [];
  const statistics = own
    ? events.flatMap((detail) => detail.statistics)
    : wants("statistics")
      ? (await store.statistics(filter)).rows
      : [];
  const counted = [...partners.flatMap((row) => row.events), ...(matrix?.events.flat() ?? [])];
  const unnamed = agreements.flatMap(({ agreement }) => [
    ...(agreement.signatories ?? []),
    ...(agreement.topics ?? []),
  ]);
  return {
    events,
    places: places.places,
    unplaced: places.unplaced,
    partners,
    matrix,
    agreements,
    commitments,
    statistics,
    officials: wants("participants") && !own ? await officialIds(store, seen) : null,
    known: await withKnown(store, events, counted),
    names: await store.names([...new Set(unnamed)]),
    tables,
  };
};

/**
 * The rows of what is seen. Cost follows the rows: every event is asked for on its own.
 * @throws TooManyRows, and what the store throws
 */
export const gatherSeen = (store: EventStore, seen: Seen, tell?: Tell): Promise<Gathered> =>
  gatherTables(store, seen, tablesOf(seen.figure), tell);

/** Every row of the record in every table. */
export const gatherEverything = (store: EventStore, tell?: Tell): Promise<Gathered> =>
  gatherTables(store, { figure: "timeline", filter: NO_FILTER }, EVERY_TABLE, tell);

/** All evidence behind the rows of what was gathered, in the order of the tables. */
export const evidenceBehind = (gathered: Gathered): readonly EvidenceDetail[] => {
  const has = (name: TableName): boolean => gathered.tables.includes(name);
  const counts = has("partners") || has("topics");
  return [
    ...gathered.events.flatMap((detail) => detail.evidence),
    ...(counts ? [...gathered.known.values()].flatMap((detail) => detail.evidence) : []),
    ...gathered.agreements.flatMap((row) => [...row.evidence, ...row.mentions.flatMap((mention) => mention.evidence)]),
    ...gathered.commitments.flatMap((row) => row.evidence),
    ...gathered.statistics.flatMap((row) => row.evidence),
  ];
};
