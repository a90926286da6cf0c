/** Papers, words and figures: rows of their own that are in or out by the events they belong to. */
import type { Agreement, Commitment, Statistic } from "#data/schema.ts";
import { type Filter, isUnfiltered, without } from "#model/filter.ts";
import type { AgreementsAnswer, CommitmentsAnswer, Portion, StatisticsAnswer } from "#model/questions.ts";
import { agreementEvents, agreementRow, commitmentRow, foreignPartners, statisticRow } from "../details.ts";
import {
  agreementsAnswer,
  agreementsInOrder,
  commitmentsAnswer,
  commitmentsInOrder,
  statisticsAnswer,
} from "../order.ts";
import { edtfAt, positionOf } from "./columns.ts";
import type { StoreContext } from "./context.ts";
import type { Selection } from "./selection.ts";

export interface Papers {
  readonly agreements: readonly Agreement[];
  readonly commitments: readonly Commitment[];
  readonly statistics: readonly Statistic[];
}

interface Link {
  /** Positions of the events it belongs to. */
  readonly events: readonly number[];
  /** Foreign partners of its own. */
  readonly partners: readonly string[];
}

const links = (context: StoreContext) =>
  context.selector.everything.keep("links", () => {
    const { columns, catalog } = context;
    const at = (ids: readonly string[]): number[] =>
      ids.map((id) => positionOf(columns, id)).filter((found) => found >= 0);
    return {
      agreements: context.agreements.map(
        (row): Link => ({ events: at(agreementEvents(row)), partners: foreignPartners(catalog, row.parties) }),
      ),
      commitments: context.commitments.map(
        (row): Link => ({ events: at([row.event]), partners: foreignPartners(catalog, [row.actor, row.addressee]) }),
      ),
      statistics: context.statistics.map(
        (row): Link => ({ events: row.event === null ? [] : at([row.event]), partners: [] }),
      ),
    };
  });

/** Those that match, in the order of the record. */
export const matchingPapers = async (
  context: StoreContext,
  filter: Filter,
  ...skipped: (keyof Filter)[]
): Promise<Papers> => {
  const asked = without(filter, ...skipped);
  const selection: Selection = await context.selector.select(asked);
  const alone = isUnfiltered(without(asked, "partner"));
  const chosen = new Set(asked.partner);
  const matches = ({ events, partners }: Link): boolean => {
    if (chosen.size > 0 && partners.length > 0 && !partners.some((id) => chosen.has(id))) return false;
    return events.length === 0 ? alone : events.some((at) => selection.has(at));
  };
  return selection.keep(`papers:${alone}:${[...chosen].sort().join()}`, () => {
    const all = links(context);
    const own = <T>(rows: readonly T[], of: readonly Link[]): T[] => rows.filter((_, at) => matches(of[at] as Link));
    return {
      agreements: own(context.agreements, all.agreements),
      commitments: own(context.commitments, all.commitments),
      statistics: own(context.statistics, all.statistics),
    };
  });
};

const dateOf =
  ({ columns }: StoreContext) =>
  (id: string): string | null => {
    const at = positionOf(columns, id);
    return at < 0 ? null : edtfAt(columns, at);
  };

export const agreements = async (
  context: StoreContext,
  filter: Filter,
  portion?: Portion,
): Promise<AgreementsAnswer> => {
  const found = agreementsInOrder((await matchingPapers(context, filter)).agreements, dateOf(context));
  return agreementsAnswer(found, portion, (row) => agreementRow(context.details, row));
};

export const commitments = async (
  context: StoreContext,
  filter: Filter,
  portion?: Portion,
): Promise<CommitmentsAnswer> => {
  const found = commitmentsInOrder((await matchingPapers(context, filter)).commitments, dateOf(context));
  return commitmentsAnswer(context.catalog, found, portion, (row) => commitmentRow(context.details, row));
};

export const statistics = async (
  context: StoreContext,
  filter: Filter,
  portion?: Portion,
): Promise<StatisticsAnswer> => {
  const found = (await matchingPapers(context, filter)).statistics;
  return statisticsAnswer(found, portion, (row) => statisticRow(context.details, row));
};
