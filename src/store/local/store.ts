/** The store that answers in the page (or a worker) from columns. */
import type { Agreement, Commitment, LiaisonRecord, Statistic } from "#data/schema.ts";
import type { EventStore } from "#model/questions.ts";
import { byId, type Catalog, createCatalog } from "../catalog.ts";
import type { DetailSource } from "../details.ts";
import { createBuilder } from "./builder.ts";
import { type Columns, edtfAt, positionOf } from "./columns.ts";
import type { StoreContext } from "./context.ts";
import { facets, matrix, partners } from "./counts.ts";
import { event, events } from "./events.ts";
import { names, unknown } from "./names.ts";
import { officials } from "./officials.ts";
import { agreements, commitments, statistics } from "./papers.ts";
import { places } from "./places.ts";
import { Recent } from "./recent.ts";
import { type RowSource, rowsInMemory } from "./rows.ts";
import { search } from "./search.ts";
import { createSelector } from "./select.ts";
import { summary } from "./summary.ts";
import { tallyOf } from "./tally.ts";
import { createTexts } from "./text.ts";
import { timeline } from "./timeline.ts";

/** What a store is made of once the rows have been read. */
export interface StoreParts {
  readonly columns: Columns;
  readonly rows: RowSource;
  /** The catalogue to answer with, where it knows more than the one the columns were filled by. */
  readonly catalog?: Catalog;
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  readonly statistics: readonly Statistic[];
}

/** Few: the page keeps what it was told, and asks again only for what it has forgotten. */
const ANSWERS_KEPT = 8;

/** Keeps the latest answers to a question, so that going back to a filter costs nothing. */
const keeping = <A extends readonly unknown[], T>(ask: (...asked: A) => Promise<T>): ((...asked: A) => Promise<T>) => {
  const kept = new Recent<Promise<T>>(ANSWERS_KEPT);
  return (...asked) => {
    const key = JSON.stringify(asked);
    const known = kept.get(key);
    if (known) return known;
    const answer = ask(...asked);
    // What went wrong, such as a row that did not arrive, is asked for anew the next time.
    answer.catch(() => kept.delete(key));
    return kept.set(key, answer);
  };
};

/** A store over columns that were filled elsewhere, such as by a loader that reads row by row. */
export const createColumnStore = (parts: StoreParts): EventStore => {
  const { columns, rows } = parts;
  const catalog = parts.catalog ?? columns.vocabulary.catalog;
  const texts = createTexts(columns, rows, parts.agreements);
  const selector = createSelector(columns, texts.anywhere);
  const details: DetailSource = {
    catalog,
    agreements: byId(parts.agreements),
    commitments: byId(parts.commitments),
    brief: (id) => {
      const at = positionOf(columns, id);
      return at < 0 ? null : { id, title: rows.title(at), edtf: edtfAt(columns, at) };
    },
    evidence: (id) => rows.evidence(id),
    meetingsOf: (id) =>
      tallyOf(selector.everything, "organizations").meetings[columns.vocabulary.organizations.of(id)] ?? 0,
  };
  const context: StoreContext = {
    columns,
    catalog,
    rows,
    selector,
    details,
    agreements: parts.agreements,
    commitments: parts.commitments,
    statistics: parts.statistics,
  };
  const find = keeping((text: string, limit: number) => search(context, texts, text, limit));
  return {
    summary: keeping((filter) => summary(context, filter)),
    timeline: keeping((filter, question) => timeline(context, filter, question)),
    places: keeping((filter) => places(context, filter)),
    partners: keeping((filter) => partners(context, filter)),
    facets: keeping((filter) => facets(context, filter)),
    officials: keeping((filter, question) => officials(context, filter, question)),
    events: keeping((filter, page) => events(context, filter, page)),
    event: keeping((id, filter) => event(context, id, filter)),
    agreements: keeping((filter, portion) => agreements(context, filter, portion)),
    commitments: keeping((filter, portion) => commitments(context, filter, portion)),
    statistics: keeping((filter, portion) => statistics(context, filter, portion)),
    matrix: keeping((filter) => matrix(context, filter)),
    // What is found before all texts are indexed is not kept.
    search: (text, limit) => (texts.prepare() ? find(text, limit) : search(context, texts, text, limit)),
    names: async (ids) => names(context, ids),
    unknown: async (filter) => unknown(context, filter),
  };
};

/** A store over a checked record that is all in memory. Ids and dates it does not know are no error. */
export const createLocalStore = (record: LiaisonRecord): EventStore => {
  const builder = createBuilder(createCatalog(record));
  for (const row of record.evidence) builder.addEvidence(row);
  for (const row of record.events) builder.add(row);
  const columns = builder.finish();
  return createColumnStore({
    columns,
    rows: rowsInMemory(record.events, record.evidence, columns.order.rows),
    agreements: record.agreements,
    commitments: record.commitments,
    statistics: record.statistics,
  });
};
