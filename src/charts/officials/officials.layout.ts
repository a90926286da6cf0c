/** Officials as cards in a grid, each with a strip of meeting dates on one shared axis of time. */
import type { OfficialAnswer, OfficialsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { type Box, bottom, moved, type Prose, prose, stack, TYPE } from "../kit/prose.ts";
import { misprints, monogram, type StripMark, stripOf } from "./people.ts";

export interface OfficialsOptions {
  readonly width: number;
  readonly words: Words;
}

export interface OfficialCard {
  readonly id: string;
  readonly label: string;
  readonly named: boolean;
  readonly selected: boolean;
  /** Partner whose colour the card has; null for the home side. */
  readonly partner: string | null;
  readonly box: Box;
  readonly disc: { readonly x: number; readonly y: number; readonly r: number; readonly monogram: string };
  readonly texts: readonly Prose[];
  readonly tally: readonly Prose[];
  /** Line above the tally. */
  readonly rule: number;
  readonly strip: { readonly box: Box; readonly marks: readonly StripMark[] };
}

export interface OfficialsLayout {
  readonly width: number;
  readonly height: number;
  readonly heading: readonly Prose[];
  readonly cards: readonly OfficialCard[];
  readonly notes: readonly Prose[];
}

const GAP = 12;
const NARROWEST = 236;
const PAD = 14;
const DISC = 19;
const STRIP = 14;

type Place = Pick<Box, "x" | "y" | "width">;

/** Everything of a card but its height, which follows from its neighbours; the foot stands at `bodyEnd`. */
const bodyOf = (row: OfficialAnswer, { x, y, width }: Place, words: Words, nameOf: (id: string) => string) => {
  const named = row.kind === "person";
  const left = x + PAD + 2 * DISC + 10;
  const role = [row.rank, row.role].filter(Boolean).join(" · ");
  const misprinted = misprints(row.name, row.printedAs);
  const country = row.partner ? nameOf(row.partner) : "";
  const counterparts = row.counterparts.map(({ label }) => label);
  return stack(
    [
      { text: row.name, style: named ? TYPE.name : TYPE.italic, lines: 3 },
      { text: row.native ?? "", style: TYPE.note, lines: 2 },
      { text: row.name.toLowerCase().startsWith(role.toLowerCase()) ? "" : role, style: TYPE.note, lines: 4, gap: 2 },
      { text: named ? "" : words.officials.unnamed, style: TYPE.note, lines: 1 },
      { text: row.name.endsWith(row.organization) ? "" : row.organization, style: TYPE.note, lines: 2 },
      { text: country === row.organization ? "" : country, style: TYPE.note, lines: 1 },
      { text: misprinted.length ? words.officials.printedAs(misprinted) : "", style: TYPE.italic, lines: 2 },
      { text: words.officials.across(counterparts, row.moreCounterparts), style: TYPE.note, lines: 3, gap: 2 },
    ],
    { x: left, y: y + PAD, width: x + width - PAD - left },
  );
};

/** Names of partners as the record has them, from whoever met them; a home state is named by its code. */
const namesOf = (answer: OfficialsAnswer, words: Words): ((id: string) => string) => {
  const known = new Map(answer.rows.flatMap((row) => row.partners.map(({ id, label }) => [id, label] as const)));
  return (id) => known.get(id) ?? (/^[A-Z]{2}$/.test(id) ? words.country(id) : id);
};

const cardOf = (
  row: OfficialAnswer,
  place: Place & { readonly bodyEnd: number },
  span: OfficialsAnswer["span"],
  words: Words,
  nameOf: (id: string) => string,
): OfficialCard => {
  const { x, y, width, bodyEnd } = place;
  const inner = width - 2 * PAD;
  const { officials } = words;
  const tally = stack(
    [
      { text: officials.tally(row.meetings, row.partners.length), style: TYPE.strong, lines: 2 },
      { text: officials.deeds(row.signed, row.said), style: TYPE.note, lines: 2 },
    ],
    { x: x + PAD, y: bodyEnd + 10, width: inner },
  );
  const strip = { x: x + PAD, y: tally.y + 6, width: inner, height: STRIP };
  return {
    id: row.id,
    label: officials.rowSaid(row.name, row.role ?? "", officials.tally(row.meetings, row.partners.length)),
    named: row.kind === "person",
    selected: row.selected,
    partner: row.side === "home" ? null : row.partner,
    box: { x, y, width, height: bottom(strip) + 10 - y },
    disc: { x: x + PAD + DISC, y: y + PAD + DISC, r: DISC, monogram: row.kind === "person" ? monogram(row.name) : "–" },
    texts: bodyOf(row, place, words, nameOf).prose,
    tally: tally.prose,
    rule: bodyEnd + 4,
    strip: { box: strip, marks: stripOf(row.days, span, inner) },
  };
};

/** The same card with its foot `dy` px lower and its box as high as its row. */
const stretched = (card: OfficialCard, height: number): OfficialCard => {
  const dy = height - card.box.height;
  return {
    ...card,
    box: { ...card.box, height },
    tally: card.tally.map((text) => moved(text, 0, dy)),
    rule: card.rule + dy,
    strip: { ...card.strip, box: { ...card.strip.box, y: card.strip.box.y + dy } },
  };
};

/** How many cards stand side by side in a frame of `width` px, and how wide each is. */
export const cardGrid = (width: number): { readonly columns: number; readonly card: number; readonly gap: number } => {
  const columns = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  return { columns, card: (width - (columns - 1) * GAP) / columns, gap: GAP };
};

/** Lays out the rows of an answer as cards; those of one row are equally high. */
export const layoutOfficials = (answer: OfficialsAnswer, { width, words }: OfficialsOptions): OfficialsLayout => {
  const { officials } = words;
  const { rows, span } = answer;
  // How many there are stands in the figure's title.
  const partial = rows.length < answer.total ? officials.shown(rows.length, answer.total) : "";
  const heading = prose(rows.length ? partial : officials.none, { x: 0, y: 0, width, style: TYPE.note });
  const nameOf = namesOf(answer, words);
  const { columns, card, gap } = cardGrid(width);
  const cards: OfficialCard[] = [];
  let y = heading.lines.length ? bottom(heading.box) + 10 : 0;
  for (let from = 0; from < rows.length; from += columns) {
    const placed = rows.slice(from, from + columns).map((row, at) => {
      const place = { x: at * (card + gap), y, width: card };
      const bodyEnd = Math.max(bodyOf(row, place, words, nameOf).y, y + PAD + 2 * DISC) + 6;
      return cardOf(row, { ...place, bodyEnd }, span, words, nameOf);
    });
    const height = Math.max(...placed.map((entry) => entry.box.height));
    cards.push(...placed.map((entry) => stretched(entry, height)));
    y += height + gap;
  }
  const notes = rows.length
    ? stack(
        [
          { text: span ? officials.strip(words.dates.months(span.start, span.end)) : "", style: TYPE.note },
          { text: officials.footnote, style: TYPE.note },
        ],
        { x: 0, y, width },
      )
    : { prose: [], y: bottom(heading.box) };
  return { width, height: Math.ceil(notes.y + 2), heading: [heading], cards, notes: notes.prose };
};
