/** One event as the table they sat at, seen from above. */
import { parseDate } from "#lib/dates.ts";
import type { EventDetail } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { CHIP_HEIGHT, type Chip, chip, chipRow } from "../kit/chips.ts";
import { type Box, bottom, type Prose, prose, TYPE } from "../kit/prose.ts";
import { type Edge, edgeOf, lowered } from "./bands.ts";
import { papersOf, seating } from "./seating.ts";

export interface EventOptions {
  readonly width: number;
  readonly words: Words;
  /** `full` has the title above date and place, `when` date and place only; `none` begins with the seats. */
  readonly heading?: "full" | "when" | "none";
}

export interface Sheet {
  readonly id: string;
  readonly box: Box;
  readonly chip: Chip;
  readonly title: Prose;
}

export interface EventLayout {
  readonly width: number;
  readonly height: number;
  readonly id: string;
  readonly status: EventDetail["event"]["status"];
  readonly heading: readonly Prose[];
  readonly flags: readonly Chip[];
  readonly above: Edge;
  readonly below: Edge;
  readonly table: Box;
  readonly papers: readonly Sheet[];
  /** Topics and what found no room, written on the table. */
  readonly onTable: readonly Prose[];
  readonly parts: readonly { readonly id: string; readonly text: Prose }[];
  readonly notes: readonly Prose[];
}

const TABLE_NARROWEST = 440;
const SHEET_NARROWEST = 210;
const SHEET_WIDEST = 420;
const SHEETS_DRAWN = 6;
const PARTS_DRAWN = 10;
const INSET = 14;
/** UCDP GED where_prec up to which a place is a city. */
const CITY = 2;

/** Cautions about date, place and status, in the order they are read. */
export const flagsOf = (detail: EventDetail, words: Words): readonly string[] => {
  const { event, dateCertainty, placeCertainty, place } = detail;
  const date = event.date === null ? null : parseDate(event.date);
  const said = date?.ok === true && date.value.doubtful;
  return [
    event.date !== null && dateCertainty === "inferred" && !said ? words.event.dateInferred : "",
    event.date !== null && dateCertainty === "disputed" ? words.event.dateDisputed : "",
    place && placeCertainty !== "stated"
      ? words.event.placeFlag(placeCertainty, (event.placePrecision ?? 1) <= CITY)
      : "",
    words.event.statusFlag[event.status],
  ].filter((flag) => flag !== "");
};

/** Date and place in words, as they stand under the title. */
export const whenOf = (detail: EventDetail, words: Words): string => {
  const { date } = detail.event;
  const said = date === null ? words.event.noDate : words.dates.eventDate(date, detail);
  return words.event.when(said, detail.place?.name ?? words.event.noPlace);
};

const headingOf = (detail: EventDetail, { width, words, heading = "full" }: EventOptions) => {
  if (heading === "none") return { heading: [], flags: [], y: 0 };
  const lines: Prose[] = [];
  if (heading === "full") lines.push(prose(detail.event.title, { x: 0, y: 0, width, style: TYPE.title, lines: 3 }));
  const top = lines[0] ? bottom(lines[0].box) + 3 : 0;
  const when = prose(whenOf(detail, words), { x: 0, y: top, width, style: { ...TYPE.body, tone: "quiet" }, lines: 3 });
  const flags = flagsOf(detail, words).map((word) => ({ word, tone: "flag" as const }));
  const beside = when.lines.length === 1 && when.box.width + 120 < width;
  const row = beside
    ? chipRow(flags, { x: 0, y: top, width, from: when.box.width + 8 })
    : chipRow(flags, { x: 0, y: bottom(when.box) + 3, width });
  const y = Math.max(bottom(when.box), row.y) + 3;
  const container = detail.container
    ? [prose(words.event.partOf(detail.container.title), { x: 0, y, width, style: TYPE.note, lines: 2 })]
    : [];
  return { heading: [...lines, when, ...container], flags: row.chips, y: container[0] ? bottom(container[0].box) : y };
};

/** What lies and is written on the table: sheets in rows, then the topics. */
const tableOf = (detail: EventDetail, table: { x: number; y: number; width: number }, words: Words) => {
  const papers = papersOf(detail);
  const drawn = papers.slice(0, SHEETS_DRAWN);
  const room = table.width - 2 * INSET;
  const columns = Math.max(1, Math.min(drawn.length, Math.floor((room + 10) / (SHEET_NARROWEST + 10))));
  const sheet = Math.min(SHEET_WIDEST, (room - (columns - 1) * 10) / columns);
  const sheets: Sheet[] = [];
  let y = table.y + 12;
  for (let from = 0; from < drawn.length; from += columns) {
    const row = drawn.slice(from, from + columns);
    const start = table.x + (table.width - row.length * sheet - (row.length - 1) * 10) / 2;
    const placed = row.map((paper, at): Sheet => {
      const x = start + at * (sheet + 10);
      const title = prose(paper.title, {
        x: x + sheet / 2,
        y: y + 9 + CHIP_HEIGHT + 4,
        width: sheet - 28,
        style: { ...TYPE.name, size: 13 },
        anchor: "middle",
        lines: 5,
      });
      const word = words.labels.agreementStatus[paper.status];
      const mark = chip(word, "settled", { x: 0, y: y + 9, width: sheet - 28 });
      return {
        id: paper.id,
        title,
        chip: chip(word, "settled", { x: x + (sheet - mark.box.width) / 2, y: y + 9, width: sheet - 28 }),
        box: { x, y, width: sheet, height: bottom(title.box) + 11 - y },
      };
    });
    const height = Math.max(...placed.map((entry) => entry.box.height));
    sheets.push(...placed.map((entry) => ({ ...entry, box: { ...entry.box, height } })));
    y += height + 8;
  }
  const more = papers.length - drawn.length;
  const lines = [
    more ? words.event.papersMore(more) : "",
    detail.topics.length ? words.event.topicsOnTable(detail.topics.map((topic) => topic.label)) : "",
  ];
  const written: Prose[] = [];
  for (const line of lines) {
    const text = prose(line, {
      x: table.x + table.width / 2,
      y,
      width: room,
      style: TYPE.note,
      anchor: "middle",
      lines: 9,
    });
    if (text.lines.length === 0) continue;
    written.push(text);
    y = bottom(text.box);
  }
  return { sheets, written, height: Math.max(40, y + 12 - table.y) };
};

const partsOf = (detail: EventDetail, y: number, { width, words }: EventOptions) => {
  if (detail.parts.length === 0) return { heading: [], parts: [], y };
  const heading = prose(words.event.partsHeading(detail.parts.length), { x: 0, y: y + 12, width, style: TYPE.group });
  let at = bottom(heading.box) + 2;
  const parts = detail.parts.slice(0, PARTS_DRAWN).map((part) => {
    const said = part.edtf === null ? part.title : words.event.when(words.dates.date(part.edtf), part.title);
    const text = prose(said, { x: 0, y: at, width, style: TYPE.body, lines: 2 });
    at = bottom(text.box) + 2;
    return { id: part.id, text };
  });
  const left = detail.parts.length - parts.length;
  const more = left > 0 ? [prose(words.event.partsMore(left), { x: 0, y: at, width, style: TYPE.note })] : [];
  return { heading: [heading, ...more], parts, y: more[0] ? bottom(more[0].box) : at };
};

/**
 * Lays out one event in a frame of `width` px: heading, one side above the table, the other below, what was signed on
 * the table, the parts of a visit, a note. Height follows from the text. Nothing overlaps and nothing leaves the frame.
 */
export const layoutEvent = (detail: EventDetail, options: EventOptions): EventLayout => {
  const { width, words } = options;
  const head = headingOf(detail, options);
  const sides = seating(detail, words);
  const above = lowered(edgeOf(sides.above, { side: "above", width, words }), head.y + (head.y ? 14 : 0));
  const top = head.y + (head.y ? 14 : 0) + above.height;
  const below = edgeOf(sides.below, { side: "below", width, words });
  const span = Math.min(width, Math.max(TABLE_NARROWEST, above.width, below.width));
  const table = { x: (width - span) / 2, y: top, width: span };
  const laid = tableOf(detail, table, words);
  const seatsEnd = top + laid.height + below.height;
  const parts = partsOf(detail, seatsEnd, options);
  const unnamed = [...sides.above, ...sides.below].some(
    (group) => group.seats.some((seat) => seat.name === null) || group.seats.length === 0,
  );
  const note = prose(words.event.footnote(unnamed), { x: 0, y: parts.y + 12, width, style: TYPE.note, lines: 3 });
  return {
    width,
    height: Math.ceil(bottom(note.box) + 2),
    id: detail.event.id,
    status: detail.event.status,
    heading: head.heading,
    flags: head.flags,
    above,
    below: lowered(below, top + laid.height),
    table: { ...table, height: laid.height },
    papers: laid.sheets,
    onTable: laid.written,
    parts: parts.parts,
    notes: [...parts.heading, note],
  };
};
