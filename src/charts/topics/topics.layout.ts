/** The matrix of partners and topics as numbers: heads, cells and bands in px. */
import { type Face, textWidth, wrapText } from "#lib/text-width.ts";
import type { Counted, MatrixAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Theme } from "../kit/theme.ts";
import { type ColumnHeads, columnHeads, HEAD, NARROWEST, PAD, TIP } from "./heads.ts";
import { bestInk, tint } from "./tint.ts";

export interface TopicsOptions {
  /** Px there are; the matrix may need more (`width` of the geometry) and is then for scrolling. */
  readonly width: number;
  readonly theme: Theme;
  readonly words: Words;
  /** Event ids to light up. */
  readonly lit: ReadonlySet<string>;
  readonly selectedPartners: readonly string[];
  readonly selectedTopics: readonly string[];
  /** The cell, row or column under the pointer. */
  readonly pointed: { readonly partner: string | null; readonly topic: string | null } | null;
}

export interface MatrixHead {
  readonly kind: "partner" | "topic";
  readonly id: string;
  /** Lines as shown, and the whole label. */
  readonly lines: readonly string[];
  readonly label: string;
  /** Where a row's label begins, or the foot of a column's. Px. */
  readonly x: number;
  readonly y: number;
  /** Colour of a partner's tab; null for a topic. */
  readonly colour: string | null;
  readonly strong: boolean;
  readonly selected: boolean;
  readonly said: string;
}

export interface MatrixCell {
  readonly partner: string;
  readonly topic: string;
  readonly count: number;
  /** Centre, and radius of the circle. Px. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: string;
  /** The number where there is room for it. */
  readonly text: string | null;
  readonly ink: string;
  readonly faded: boolean;
  readonly lit: boolean;
  readonly events: readonly string[];
  readonly said: string;
}

export interface TopicsGeometry {
  readonly width: number;
  readonly height: number;
  /** True where topics are the rows, since they would not fit as columns. */
  readonly turned: boolean;
  readonly mode: ColumnHeads["mode"];
  readonly rowHeight: number;
  readonly columnWidth: number;
  /** Right edge of the row labels, and foot of the column heads. */
  readonly left: number;
  readonly top: number;
  readonly rows: readonly MatrixHead[];
  readonly columns: readonly MatrixHead[];
  /** Row by row. */
  readonly cells: readonly (readonly MatrixCell[])[];
  /** Bands behind the row and the column pointed at: [x, y, width, height]. */
  readonly bands: readonly (readonly [number, number, number, number])[];
  readonly note: string | null;
}

export const CELL_TEXT = 10.5;
/** Labels of rows: one line, or two smaller ones. */
const LABEL = { size: 12, small: 11, line: 12.5 };
/** Height of a row of partners, and of the many rows of topics. */
const ROW = { plain: 34, turned: 29 };
const TAB = 12;
const RIGHT = 6;
const LARGEST = 14;
const SMALLEST = 4;
/** Where no number is large, every circle has room for one. */
const SMALLEST_FEW = 6.5;
const FEW = 25;

interface Frame {
  readonly turned: boolean;
  readonly labels: number;
  readonly heads: ColumnHeads;
  readonly width: number;
}

/** Short form of a partner for a narrow column: the id, which is a country's or an organisation's code. */
const code = (partner: Counted): string => partner.id;

const frameOf = (answer: MatrixAnswer, width: number, turned: boolean): Frame => {
  const [rows, columns] = turned ? [answer.topics, answer.partners] : [answer.partners, answer.topics];
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.label, LABEL.size, turned ? "sans" : "sans-bold")));
  const spare = width - RIGHT - TIP - columns.length * NARROWEST;
  const share = turned ? Math.max(68, Math.min(width * 0.42, spare - PAD)) : Math.max(90, width * 0.3);
  const labels = Math.ceil(Math.min(widest + 1, share, 230)) + (turned ? PAD : TAB + PAD);
  const room = width - labels - RIGHT;
  const named = columnHeads(
    columns.map((column) => column.label),
    room,
  );
  const heads = turned && named.mode === "slanted" ? columnHeads(columns.map(code), room) : named;
  return { turned, labels, heads, width: labels + heads.column * columns.length + heads.overhang + RIGHT };
};

/** Partners as rows where that fits, else topics as rows, else whichever is narrower. */
/** Px that a frame may be too wide by rounding. */
const HAIR = 0.5;

const chooseFrame = (answer: MatrixAnswer, width: number): Frame => {
  const plain = frameOf(answer, width, false);
  if (plain.width <= width + HAIR) return plain;
  const turned = frameOf(answer, width, true);
  return turned.width <= width + HAIR || turned.width < plain.width ? turned : plain;
};

/** One line where it fits, else two smaller ones. */
const rowLines = (label: string, face: Face, room: number): readonly string[] =>
  textWidth(label, LABEL.size, face) <= room ? [label] : wrapText(label, LABEL.small, face, room, 2);

const fits = (text: string, r: number): boolean => r >= 6 && textWidth(text, CELL_TEXT, "sans") <= 2 * r - 3;

/** A geometry with what is pointed at brought out; cells, and heads that stay as they are, are the same objects. */
export const pointedAt = (geometry: TopicsGeometry, pointed: TopicsOptions["pointed"]): TopicsGeometry => {
  if (!pointed) return geometry;
  const { rows, columns, left, top, rowHeight, columnWidth } = geometry;
  const isPointed = (head: MatrixHead): boolean => pointed[head.kind] === head.id;
  const strong = (head: MatrixHead): MatrixHead => (isPointed(head) && !head.strong ? { ...head, strong: true } : head);
  const bands = [
    ...rows.flatMap((row, at) =>
      isPointed(row) ? [[0, top + at * rowHeight, left + columnWidth * columns.length, rowHeight] as const] : [],
    ),
    ...columns.flatMap((column, at) =>
      isPointed(column) ? [[left + at * columnWidth, top, columnWidth, rowHeight * rows.length] as const] : [],
    ),
  ];
  return { ...geometry, rows: rows.map(strong), columns: columns.map(strong), bands };
};

/**
 * Lays out meetings by partner and topic. A circle's area follows the number of meetings, its tint too; the number
 * stands inside where it fits. Heads of columns never overlap: upright in lines, else slanted.
 */
export const layoutTopics = (answer: MatrixAnswer, options: TopicsOptions): TopicsGeometry => {
  const { theme, words, lit } = options;
  const { partners, topics, cells: counts } = answer;
  const frame = chooseFrame(answer, options.width);
  const { turned, heads } = frame;
  const [rowItems, columnItems] = turned ? [topics, partners] : [partners, topics];
  const empty = partners.length === 0 || topics.length === 0;
  const left = frame.labels;
  const rowHeight = turned ? ROW.turned : ROW.plain;
  const top = Math.ceil(heads.height) + (turned ? TAB : 4);
  const most = counts.reduce((high, count) => Math.max(high, count), 1);
  const largest = Math.min(LARGEST, heads.column / 2 - 1, rowHeight / 2 - 2);
  const smallest = most <= FEW ? SMALLEST_FEW : SMALLEST;
  const chosen = { partner: new Set(options.selectedPartners), topic: new Set(options.selectedTopics) };

  const head = (
    item: Counted,
    kind: MatrixHead["kind"],
    lines: readonly string[],
    x: number,
    y: number,
  ): MatrixHead => ({
    kind,
    id: item.id,
    lines,
    label: item.label,
    x,
    y,
    colour: kind === "partner" ? theme.partner(item.id) : null,
    strong: (kind === "partner" && !turned) || chosen[kind].has(item.id),
    selected: chosen[kind].has(item.id),
    said: words.topics.head(item.label, item.count),
  });
  const columnX = (at: number): number => left + (at + 0.5) * heads.column;
  const rowY = (at: number): number => top + (at + 0.5) * rowHeight;

  const rows = rowItems.map((item, at) => {
    const face = turned ? "sans" : "sans-bold";
    const lines = rowLines(item.label, face, left - PAD - (turned ? 0 : TAB));
    return head(item, turned ? "topic" : "partner", lines, turned ? 0 : TAB, rowY(at));
  });
  const columns = columnItems.map((item, at) =>
    head(item, turned ? "partner" : "topic", heads.lines[at] ?? [], columnX(at), top - (turned ? TAB : 4)),
  );
  const cell = (partnerAt: number, topicAt: number, x: number, y: number): MatrixCell => {
    const [partner, topic] = [partners[partnerAt], topics[topicAt]];
    const index = partnerAt * topics.length + topicAt;
    const count = counts[index] ?? 0;
    const events = answer.events[index] ?? [];
    const share = count / most;
    const r = count === 0 ? 0 : Math.max(smallest, largest * Math.sqrt(share));
    const fill = tint(theme, partner?.id ?? "", share);
    const faded =
      (chosen.partner.size > 0 && !chosen.partner.has(partner?.id ?? "")) ||
      (chosen.topic.size > 0 && !chosen.topic.has(topic?.id ?? ""));
    return {
      partner: partner?.id ?? "",
      topic: topic?.id ?? "",
      count,
      x,
      y,
      r,
      fill,
      text: count > 0 && fits(words.number(count), r) ? words.number(count) : null,
      ink: bestInk(theme, fill),
      faded,
      lit: lit.size > 0 && events.some((event) => lit.has(event)),
      events,
      said: words.topics.cell(partner?.label ?? "", topic?.label ?? "", count),
    };
  };
  const cells = rowItems.map((_, row) =>
    columnItems.map((__, column) => cell(turned ? column : row, turned ? row : column, columnX(column), rowY(row))),
  );
  const geometry: TopicsGeometry = {
    width: Math.ceil(empty ? options.width : Math.max(frame.width - HAIR, options.width)),
    height: empty ? 90 : top + rowHeight * rowItems.length + 4,
    turned,
    mode: heads.mode,
    rowHeight,
    columnWidth: heads.column,
    left,
    top,
    rows: empty ? [] : rows,
    columns: empty ? [] : columns,
    cells: empty ? [] : cells,
    bands: [],
    note: empty ? words.topics.none : null,
  };
  return pointedAt(geometry, options.pointed);
};

export { HEAD, LABEL };
