/** In what order papers and words are listed, and how words are grouped. */
import type { Agreement, Commitment, Statistic } from "#data/schema.ts";
import type {
  AgreementRow,
  AgreementsAnswer,
  CommitmentRow,
  CommitmentsAnswer,
  Portion,
  StatisticRow,
  StatisticsAnswer,
} from "#model/questions.ts";
import { type Catalog, partnerOf } from "./catalog.ts";
import { byCodeUnit, daysOf, isPaper } from "./rules.ts";

const LAST = Number.POSITIVE_INFINITY;
const startOf = (date: string | null | undefined): number => daysOf(date ?? null)?.start ?? LAST;

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** What was signed or adopted first, then by date, the day of its event where it has none of its own. */
export const agreementsInOrder = (
  agreements: readonly Agreement[],
  eventDate: (id: string) => string | null,
): Agreement[] => {
  const dated = agreements.map((row) => ({
    row,
    day: startOf(row.date ?? (row.event === null ? null : eventDate(row.event))),
  }));
  dated.sort(
    (a, b) =>
      compare(isPaper(a.row.status) ? 0 : 1, isPaper(b.row.status) ? 0 : 1) ||
      compare(a.day, b.day) ||
      byCodeUnit(a.row.title, b.row.title),
  );
  return dated.map(({ row }) => row);
};

/** In order of the event each was said at; ties keep the order of the record. */
export const commitmentsInOrder = (
  commitments: readonly Commitment[],
  eventDate: (id: string) => string | null,
): Commitment[] =>
  commitments
    .map((row) => ({ row, day: startOf(eventDate(row.event)) }))
    .sort((a, b) => compare(a.day, b.day))
    .map(({ row }) => row);

interface Side {
  readonly id: string;
  readonly label: string;
}

const sideOf = (catalog: Catalog, organization: string): Side => {
  const partner = partnerOf(catalog, organization);
  return partner === null
    ? { id: organization, label: catalog.organizations.get(organization)?.name ?? organization }
    : { id: partner, label: catalog.partners.get(partner)?.name ?? partner };
};

interface Group<Row> {
  readonly id: string;
  readonly actor: string;
  readonly addressee: string;
  readonly mutual: boolean;
  readonly rows: Row[];
}

/** Words of one side toward another; what both said of both is put together whoever is named first. */
export const groupedCommitments = (catalog: Catalog, rows: readonly Commitment[]): readonly Group<Commitment>[] => {
  const groups = new Map<string, Group<Commitment>>();
  for (const row of rows) {
    const mutual = row.mutual === true;
    let [actor, addressee] = [sideOf(catalog, row.actor), sideOf(catalog, row.addressee)];
    const homeSecond = addressee.id === catalog.home && actor.id !== catalog.home;
    const homeFirst = actor.id === catalog.home;
    if (mutual && (homeSecond || (!homeFirst && addressee.id < actor.id))) [actor, addressee] = [addressee, actor];
    const id = `${actor.id}${mutual ? "+" : ">"}${addressee.id}`;
    const known = groups.get(id);
    if (known) known.rows.push(row);
    else groups.set(id, { id, actor: actor.label, addressee: addressee.label, mutual, rows: [row] });
  }
  return [...groups.values()].sort(
    (a, b) =>
      b.rows.length - a.rows.length ||
      byCodeUnit(a.actor, b.actor) ||
      byCodeUnit(a.addressee, b.addressee) ||
      byCodeUnit(a.id, b.id),
  );
};

const isWhole = (total: number, portion: Portion | undefined): portion is undefined =>
  portion === undefined || total <= portion.whole;

/** Agreements in their order, or a portion of them, as an answer. */
export const agreementsAnswer = async (
  found: readonly Agreement[],
  portion: Portion | undefined,
  row: (agreement: Agreement) => Promise<AgreementRow>,
): Promise<AgreementsAnswer> => {
  if (isWhole(found.length, portion)) return { total: found.length, rows: await Promise.all(found.map(row)) };
  const statuses: Partial<Record<Agreement["status"], number>> = {};
  const shown = found.filter(({ status }) => {
    const before = statuses[status] ?? 0;
    statuses[status] = before + 1;
    return before < portion.each;
  });
  return { total: found.length, statuses, rows: await Promise.all(shown.map(row)) };
};

/** Commitments in their order, or a portion of them, in groups. */
export const commitmentsAnswer = async (
  catalog: Catalog,
  found: readonly Commitment[],
  portion: Portion | undefined,
  row: (commitment: Commitment) => Promise<CommitmentRow>,
): Promise<CommitmentsAnswer> => {
  const groups = groupedCommitments(catalog, found);
  const whole = isWhole(found.length, portion);
  const shown = whole ? groups : groups.slice(0, portion.groups);
  const answered = shown.map(async (group) => ({
    ...group,
    ...(whole ? {} : { total: group.rows.length }),
    rows: await Promise.all((whole ? group.rows : group.rows.slice(0, portion.each)).map(row)),
  }));
  return {
    total: found.length,
    ...(whole ? {} : { groupsTotal: groups.length }),
    groups: await Promise.all(answered),
  };
};

/** Figures, or the first of them, as an answer. */
export const statisticsAnswer = async (
  found: readonly Statistic[],
  portion: Portion | undefined,
  row: (statistic: Statistic) => Promise<StatisticRow>,
): Promise<StatisticsAnswer> => {
  const shown = isWhole(found.length, portion) ? found : found.slice(0, portion.each);
  return { total: found.length, rows: await Promise.all(shown.map(row)) };
};
