/** Seats as cards in rows at one edge of the table: the head in the middle of the row that touches it. */
import type { Words } from "#model/words/en/index.ts";
import { type Box, moved, type Prose, prose, stack, TYPE } from "../kit/prose.ts";
import type { SeatGroup, SeatView } from "./seating.ts";

const GAP = 10;
const GROUP_GAP = 26;
const NARROWEST = 146;
const WIDEST = 232;
/** A card alone in its row. */
const ALONE = 290;
const PAD = 10;
const SEATS_DRAWN = 40;
/** Between a card and the table, or the row before it: room for the chair. */
const CHAIR = 9;
const CHAIR_WIDTH = 42;

export interface SeatCard {
  readonly key: string;
  /** Null where the card stands for nobody in particular. */
  readonly officialId: string | null;
  readonly label: string;
  readonly partner: string | null;
  readonly named: boolean;
  readonly certainty: SeatView["certainty"];
  readonly head: boolean;
  readonly box: Box;
  readonly chair: Box;
  readonly prose: readonly Prose[];
}

export interface GroupMark {
  readonly id: string;
  readonly partner: string | null;
  readonly label: Prose;
  /** A rule over the width of the group, between its cards and its label. */
  readonly rule: { readonly x1: number; readonly x2: number; readonly y: number };
}

export interface Edge {
  readonly cards: readonly SeatCard[];
  readonly groups: readonly GroupMark[];
  readonly height: number;
  /** Of the widest band. */
  readonly width: number;
}

/** Positions of a row from left to right, so that 0 stands in the middle and the next ones beside it. */
export const centred = (length: number): readonly number[] => {
  const row: number[] = [];
  for (let at = 0; at < length; at++) {
    const left = length % 2 === 1 ? at % 2 === 1 : at % 2 === 0 && at > 0;
    if (left) row.unshift(at);
    else row.push(at);
  }
  return row;
};

/** Rows of at most `columns` seats, nearest the table first: an odd row around the head, the rest in their order. */
export const rowsOf = (seats: number, columns: number): readonly (readonly number[])[] => {
  if (seats <= columns) return seats ? [centred(seats)] : [];
  const first = columns % 2 === 0 ? columns - 1 : columns;
  const rows = [centred(first)];
  for (let from = first; from < seats; from += columns) {
    rows.push(Array.from({ length: Math.min(columns, seats - from) }, (_, at) => from + at));
  }
  return rows;
};

interface Measured extends Omit<SeatCard, "box" | "chair" | "key"> {
  readonly width: number;
  readonly height: number;
}

const measured = (seat: SeatView | null, group: SeatGroup, width: number, words: Words, text: string): Measured => {
  const { event } = words;
  const named = seat !== null && seat.name !== null;
  const printed = [seat?.misprinted ? seat.printed : null, seat?.titlePrinted].filter(
    (form) => typeof form === "string",
  );
  const { prose: lines, y } = stack(
    [
      {
        text: seat ? (seat.name ?? event.unnamedSeat(seat.title)) : text,
        style: named ? TYPE.name : TYPE.italic,
        lines: 3,
      },
      { text: seat?.native ?? "", style: TYPE.note, lines: 1 },
      { text: named ? seat.title : "", style: TYPE.note, lines: 4, gap: 2 },
      { text: seat?.organization ?? "", style: TYPE.note, lines: 3 },
      { text: printed.length ? event.printedAs(printed) : "", style: TYPE.italic, lines: 4 },
      { text: seat && seat.certainty !== "stated" ? words.labels.certainty[seat.certainty] : "", style: TYPE.strong },
    ],
    { x: width / 2, y: PAD, width: width - 2 * PAD, anchor: "middle" },
  );
  return {
    officialId: seat?.officialId ?? null,
    label: [seat?.name ?? (seat ? event.unnamedSeat(seat.title) : text), named ? seat.title : ""]
      .filter(Boolean)
      .join(", "),
    partner: group.partner,
    named,
    certainty: seat?.certainty ?? "stated",
    head: Boolean(seat?.head && named),
    prose: lines,
    width,
    height: y + PAD,
  };
};

const cardWidth = (columns: number, groups: number, width: number): number =>
  Math.min(WIDEST, (width - (groups - 1) * GROUP_GAP - (columns - groups) * GAP) / columns);

interface Band {
  readonly groups: readonly { readonly group: SeatGroup; readonly columns: number }[];
  readonly card: number;
}

/** Groups side by side as long as their cards stay wide enough to read. */
const bandsOf = (groups: readonly SeatGroup[], width: number): readonly Band[] => {
  const most = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  const bands: { group: SeatGroup; columns: number }[][] = [];
  for (const group of groups) {
    const next = { group, columns: Math.min(Math.max(1, group.seats.length), most) };
    const last = bands.at(-1);
    const together = [...(last ?? []), next];
    const columns = together.reduce((sum, entry) => sum + entry.columns, 0);
    if (last && cardWidth(columns, together.length, width) >= NARROWEST) last.push(next);
    else bands.push([next]);
  }
  return bands.map((entries) => {
    const columns = entries.reduce((sum, entry) => sum + entry.columns, 0);
    const alone = columns === 1 ? Math.min(ALONE, width) : cardWidth(columns, entries.length, width);
    return { groups: entries, card: alone };
  });
};

const cardsOf = (group: SeatGroup, width: number, words: Words): readonly Measured[] => {
  if (group.seats.length === 0) return [measured(null, group, width, words, words.event.nobodyNamed)];
  const drawn = group.seats.length > SEATS_DRAWN ? group.seats.slice(0, SEATS_DRAWN - 1) : group.seats;
  const cards = drawn.map((seat) => measured(seat, group, width, words, ""));
  const left = group.seats.length - drawn.length;
  return left ? [...cards, measured(null, group, width, words, words.event.seatsMore(left))] : cards;
};

/**
 * Lays out one edge in a frame of `width` px, from the table outwards. `y` grows away from the table, so that one
 * function serves both edges; `placed` turns it into the drawing's own direction.
 */
export const edgeOf = (
  groups: readonly SeatGroup[],
  { side, width, words }: { side: "above" | "below"; width: number; words: Words },
): Edge => {
  const cards: SeatCard[] = [];
  const marks: GroupMark[] = [];
  let [out, widest] = [0, 0];
  for (const band of bandsOf(groups, width)) {
    const spans = band.groups.map(({ columns }) => columns * band.card + (columns - 1) * GAP);
    const total = spans.reduce((sum, span) => sum + span, 0) + (spans.length - 1) * GROUP_GAP;
    let left = (width - total) / 2;
    let inner = out;
    band.groups.forEach(({ group, columns }, at) => {
      const span = spans[at] ?? 0;
      const all = cardsOf(group, band.card, words);
      let row = out;
      for (const seats of rowsOf(all.length, columns)) {
        const height = Math.max(...seats.map((seat) => all[seat]?.height ?? 0));
        const start = left + (span - seats.length * band.card - (seats.length - 1) * GAP) / 2;
        seats.forEach((seat, place) => {
          const card = all[seat];
          if (!card) return;
          const x = start + place * (band.card + GAP);
          const chair = { x: x + (band.card - CHAIR_WIDTH) / 2, y: row + CHAIR - 5, width: CHAIR_WIDTH, height: 5 };
          cards.push({
            ...card,
            key: `${group.id}.${seat}`,
            box: { x, y: row + CHAIR, width: band.card, height },
            chair,
          });
        });
        row += CHAIR + height;
      }
      inner = Math.max(inner, row);
      left += span + GROUP_GAP;
    });
    left = (width - total) / 2;
    out = inner;
    band.groups.forEach(({ group }, at) => {
      const span = spans[at] ?? 0;
      const label = prose(group.label, {
        x: left + span / 2,
        y: inner + 12,
        width: span,
        style: TYPE.group,
        anchor: "middle",
        lines: 2,
      });
      marks.push({ id: group.id, partner: group.partner, label, rule: { x1: left, x2: left + span, y: inner + 7 } });
      out = Math.max(out, label.box.y + label.box.height + 4);
      left += span + GROUP_GAP;
    });
    widest = Math.max(widest, total);
  }
  return placed({ cards, groups: marks, height: out, width: widest }, side);
};

const placed = (edge: Edge, side: "above" | "below"): Edge => {
  const turn = (box: Box): Box => (side === "below" ? box : { ...box, y: edge.height - box.y - box.height });
  return {
    ...edge,
    cards: edge.cards.map((card) => {
      const box = turn(card.box);
      return { ...card, box, chair: turn(card.chair), prose: card.prose.map((text) => moved(text, box.x, box.y)) };
    }),
    groups: edge.groups.map((group) => {
      const box = turn(group.label.box);
      const y = side === "below" ? group.rule.y : edge.height - group.rule.y;
      return { ...group, label: moved(group.label, 0, box.y - group.label.box.y), rule: { ...group.rule, y } };
    }),
  };
};

/** The same edge further down. */
export const lowered = (edge: Edge, dy: number): Edge => {
  const down = <B extends Box>(box: B): B => ({ ...box, y: box.y + dy });
  return {
    ...edge,
    cards: edge.cards.map((card) => ({
      ...card,
      box: down(card.box),
      chair: down(card.chair),
      prose: card.prose.map((text) => moved(text, 0, dy)),
    })),
    groups: edge.groups.map((group) => ({
      ...group,
      label: moved(group.label, 0, dy),
      rule: { ...group.rule, y: group.rule.y + dy },
    })),
  };
};
