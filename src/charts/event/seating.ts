/** Who sat where: the participants of an event as groups along the two edges of a table, before any measure. */
import { fold } from "#lib/fold.ts";
import type { EventDetail, Seat } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { type Weakest, weakestOf } from "../kit/certainty.ts";

export interface SeatView {
  readonly officialId: string;
  /** Null for a seat whose holder is not named. */
  readonly name: string | null;
  readonly native: string | null;
  /** For an unnamed seat its office, else rank and title on that day. */
  readonly title: string;
  readonly organization: string;
  /** As printed where that differs from the name. */
  readonly printed: string | null;
  /** True where the printed form differs in more than case and diacritics. */
  readonly misprinted: boolean;
  /** The title as printed where the canonical one says it in other words. */
  readonly titlePrinted: string | null;
  readonly head: boolean;
  readonly certainty: Weakest;
}

export interface SeatGroup {
  readonly id: string;
  readonly label: string;
  /** Partner whose colour the group has; null for the home side. */
  readonly partner: string | null;
  readonly seats: readonly SeatView[];
}

export interface Seating {
  readonly above: readonly SeatGroup[];
  readonly below: readonly SeatGroup[];
}

/** Only evidence about who was there; a doubtful date says nothing about a seat. */
const certaintyOf = (seat: Seat): Weakest =>
  weakestOf(seat.evidence.filter(({ evidence }) => !evidence.about || evidence.about.includes("participants")));

/** Null too where one of both only leaves out what the other has: "Deputy Minister" of Public Security. */
const otherTitle = (canonical: string | null, printed: string | null): string | null => {
  if (canonical === null || printed === null) return null;
  const [ours, theirs] = [fold(canonical), fold(printed)];
  return ours.includes(theirs) || theirs.includes(ours) ? null : printed;
};

const viewOf = (seat: Seat, words: Words): SeatView => {
  const name = seat.person?.name ?? seat.namePrinted;
  const role = seat.role ?? seat.rolePrinted;
  const office = role ?? words.event.office(seat.seat);
  return {
    officialId: seat.officialId,
    name: name ?? null,
    native: seat.person?.native ?? null,
    title: name === null ? office : [seat.rankPrinted, role].filter(Boolean).join(", "),
    organization: seat.organization?.name ?? "",
    printed: seat.person && seat.namePrinted && seat.namePrinted !== seat.person.name ? seat.namePrinted : null,
    misprinted: Boolean(seat.person && seat.namePrinted && fold(seat.namePrinted) !== fold(seat.person.name)),
    titlePrinted: otherTitle(role, seat.rolePrinted),
    head: seat.seat === "head",
    certainty: certaintyOf(seat),
  };
};

/** The head first, then as in the record; where nobody is marked as head, whoever is named first. */
const headFirst = (seats: readonly SeatView[]): readonly SeatView[] => {
  const head = seats.findIndex((seat) => seat.head);
  const first = head >= 0 ? head : 0;
  return seats.map((_, at) => seats[at === 0 ? first : at <= first ? at - 1 : at]).filter((seat) => seat !== undefined);
};

const bySeatKey = (seats: readonly Seat[], key: (seat: Seat) => string): ReadonlyMap<string, readonly Seat[]> => {
  const groups = new Map<string, Seat[]>();
  for (const seat of seats) {
    const group = groups.get(key(seat));
    if (group) group.push(seat);
    else groups.set(key(seat), [seat]);
  }
  return groups;
};

const partnerOf = (seat: Seat): string => seat.organization?.partner ?? seat.person?.partner ?? "";

/** Seats of one's own side only, as at an embassy: the visitors above, their hosts below. */
const amongThemselves = (home: readonly Seat[], words: Words): Seating => {
  const bodies = [...bySeatKey(home, (seat) => seat.organization?.id ?? "")];
  const group = (id: string, seats: readonly Seat[], label: string): SeatGroup => ({
    id,
    label,
    partner: null,
    seats: headFirst(seats.map((seat) => viewOf(seat, words))),
  });
  if (bodies.length > 1) {
    const groups = bodies.map(([id, seats]) => group(id, seats, seats[0]?.organization?.name ?? words.event.homeSide));
    return { above: groups.slice(0, 1), below: groups.slice(1) };
  }
  const label = home[0]?.organization?.name ?? words.event.homeSide;
  const [first, ...rest] = headFirst(home.map((seat) => viewOf(seat, words)));
  const side = (id: string, seats: readonly SeatView[]): SeatGroup => ({ id, label, partner: null, seats });
  return {
    above: [side("home", first ? [first] : [])],
    below: rest.length ? [side("home-rest", rest)] : [],
  };
};

/**
 * Home side above, partners below, one group a partner; a partner without a seat in the record keeps an empty group.
 * An event without a partner, such as a visit to one's own embassy, has the home side at both edges.
 */
export const seating = (detail: EventDetail, words: Words): Seating => {
  const home = detail.seats.filter((seat) => seat.side === "home");
  const others = detail.seats.filter((seat) => seat.side === "partner");
  if (others.length === 0 && detail.partners.length === 0) return amongThemselves(home, words);
  const known = new Map(detail.partners.map((partner) => [partner.id, partner.name]));
  const seated = bySeatKey(others, (seat) => {
    const partner = partnerOf(seat);
    return known.has(partner) || detail.partners.length !== 1 ? partner : (detail.partners[0]?.id ?? "");
  });
  const ids = [...new Set([...known.keys(), ...seated.keys()])];
  const homeState = home.map(partnerOf).find((id) => id !== "");
  return {
    above: [
      {
        id: "home",
        label: homeState ? words.country(homeState) : words.event.homeSide,
        partner: null,
        seats: headFirst(home.map((seat) => viewOf(seat, words))),
      },
    ],
    below: ids.map((id) => ({
      id: id || "other",
      label: known.get(id) ?? (id ? words.country(id) : words.event.otherSide),
      partner: id,
      seats: headFirst((seated.get(id) ?? []).map((seat) => viewOf(seat, words))),
    })),
  };
};

/** Papers signed or adopted at this very event; what was only talked about does not lie on the table. */
export const papersOf = (
  detail: EventDetail,
): readonly { readonly id: string; readonly title: string; readonly status: "signed" | "adopted" }[] =>
  detail.agreements.flatMap(({ agreement }) => {
    if (agreement.event !== detail.event.id) return [];
    const said = [
      agreement.status,
      ...agreement.mentions.filter((mention) => mention.event === detail.event.id).map((mention) => mention.status),
    ];
    const status = said.find((value) => value === "signed" || value === "adopted");
    return status === "signed" || status === "adopted" ? [{ id: agreement.id, title: agreement.title, status }] : [];
  });
