/** In what order papers and words are listed, and how words are grouped. */
import type { Agreement, Commitment } from "#data/schema.ts";
import type { CommitmentGroup, CommitmentRow } from "#model/questions.ts";
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
  const day = (row: Agreement): number => startOf(row.date ?? (row.event === null ? null : eventDate(row.event)));
  return [...agreements].sort(
    (a, b) =>
      compare(isPaper(a.status) ? 0 : 1, isPaper(b.status) ? 0 : 1) ||
      compare(day(a), day(b)) ||
      byCodeUnit(a.title, b.title),
  );
};

/** In order of the event each was said at; ties keep the order of the record. */
export const commitmentsInOrder = (
  commitments: readonly Commitment[],
  eventDate: (id: string) => string | null,
): Commitment[] => [...commitments].sort((a, b) => compare(startOf(eventDate(a.event)), startOf(eventDate(b.event))));

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

/** Words of one side toward another; what both said of both is put together whoever is named first. */
export const groupedCommitments = (catalog: Catalog, rows: readonly CommitmentRow[]): CommitmentGroup[] => {
  const groups = new Map<string, { group: Omit<CommitmentGroup, "rows">; rows: CommitmentRow[] }>();
  for (const row of rows) {
    const mutual = row.commitment.mutual === true;
    let [actor, addressee] = [sideOf(catalog, row.commitment.actor), sideOf(catalog, row.commitment.addressee)];
    const homeSecond = addressee.id === catalog.home && actor.id !== catalog.home;
    const homeFirst = actor.id === catalog.home;
    if (mutual && (homeSecond || (!homeFirst && addressee.id < actor.id))) [actor, addressee] = [addressee, actor];
    const id = `${actor.id}${mutual ? "+" : ">"}${addressee.id}`;
    const known = groups.get(id);
    if (known) known.rows.push(row);
    else groups.set(id, { group: { id, actor: actor.label, addressee: addressee.label, mutual }, rows: [row] });
  }
  return [...groups.values()]
    .map(({ group, rows: own }) => ({ ...group, rows: own }))
    .sort(
      (a, b) =>
        b.rows.length - a.rows.length ||
        byCodeUnit(a.actor, b.actor) ||
        byCodeUnit(a.addressee, b.addressee) ||
        byCodeUnit(a.id, b.id),
    );
};
