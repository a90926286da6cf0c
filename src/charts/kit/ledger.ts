/** Rows under headings: a word for what state each is in, what it is about, what it leads to, and when. */

import { textWidth } from "#lib/text-width.ts";
import { CHIP_HEIGHT, type Chip, type ChipTone, chip, chipRow, chipWidth } from "./chips.ts";
import { type Box, bottom, type Prose, prose, stack, type TextStyle, TYPE } from "./prose.ts";
import type { RecordKind } from "./record-kind.ts";
import { threadsOf } from "./threads.ts";

export interface EntryLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly lines?: number;
  /** Where the line leads; it is drawn with an elbow before it. */
  readonly target?: { readonly kind: RecordKind; readonly id: string };
}

export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly chip: { readonly word: string; readonly tone: ChipTone };
  readonly flags: readonly string[];
  readonly lines: readonly EntryLine[];
  readonly when: string;
}

export interface EntryGroup {
  readonly id: string;
  readonly heading: string;
  /** Stands at the right end of the heading. */
  readonly count: string;
  readonly entries: readonly Entry[];
}

export interface LedgerRow {
  readonly id: string;
  readonly label: string;
  readonly box: Box;
  readonly chip: Chip;
  readonly flags: readonly Chip[];
  readonly lines: readonly {
    readonly text: Prose;
    readonly elbow: { readonly x: number; readonly y: number } | null;
    readonly target: EntryLine["target"] | null;
  }[];
  readonly when: Prose;
}

export interface LedgerThread {
  readonly from: string;
  readonly to: string;
  /** Middle of the first row's first line, along the margin, to the other's. */
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  readonly end: number;
}

export interface LedgerLayout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly {
    readonly id: string;
    readonly heading: Prose;
    readonly count: Prose;
    readonly rule: number;
  }[];
  readonly rows: readonly LedgerRow[];
  readonly threads: readonly LedgerThread[];
  readonly margin: number;
  readonly notes: readonly Prose[];
}

export interface LedgerOptions {
  readonly width: number;
  /** Rows from which to which; ids that are not in the groups are left out. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
  readonly notes: readonly string[];
}

/** Narrower than this, word and date stand above the text instead of beside it. */
const COLUMNS_FROM = 560;
const WIDEST_CHIP = 168;
const WIDEST_DATE = 164;
const TRACK = 7;
const ELBOW = 16;
const PAD = 9;

interface Columns {
  readonly beside: boolean;
  /** Left end of what is read. */
  readonly left: number;
  readonly right: number;
  readonly chip: number;
  readonly text: number;
  readonly textWidth: number;
  readonly date: number;
}

const columnsOf = (groups: readonly EntryGroup[], margin: number, width: number): Columns => {
  const entries = groups.flatMap((group) => group.entries);
  const beside = width >= COLUMNS_FROM;
  const chips = Math.min(WIDEST_CHIP, Math.max(0, ...entries.map(({ chip: { word, tone } }) => chipWidth(word, tone))));
  const text = beside ? margin + Math.ceil(chips) + 14 : margin;
  const dates = Math.max(0, ...entries.map(({ when }) => textWidth(when, TYPE.note.size, TYPE.note.face)));
  const date = beside ? Math.min(WIDEST_DATE, Math.ceil(dates) + 1) : width - margin;
  return {
    beside,
    left: margin,
    right: width,
    chip: beside ? Math.ceil(chips) + 1 : width - margin,
    text,
    textWidth: beside ? width - text - date - 14 : width - margin,
    date,
  };
};

const linesOf = (entry: Entry, columns: Columns, y: number) => {
  const placed: LedgerRow["lines"][number][] = [];
  let at = y;
  for (const { text, style, lines = 4, target } of entry.lines) {
    const indent = target ? ELBOW : 0;
    const next = prose(text, { x: columns.text + indent, y: at, width: columns.textWidth - indent, style, lines });
    const first = next.lines[0];
    if (!first) continue;
    placed.push({
      text: next,
      elbow: target ? { x: columns.text + 3, y: next.box.y + style.leading / 2 } : null,
      target: target ?? null,
    });
    at = bottom(next.box);
  }
  return { lines: placed, y: at };
};

const rowOf = (entry: Entry, columns: Columns, y: number): LedgerRow => {
  const { beside, left, right } = columns;
  const top = y + PAD;
  const word = chip(entry.chip.word, entry.chip.tone, { x: left, y: top, width: columns.chip });
  const flags = entry.flags.map((flag) => ({ word: flag, tone: "flag" as const }));
  const box = (end: number): Box => ({ x: left, y, width: right - left, height: end + PAD - y });
  if (beside) {
    const flagged = chipRow(flags, { x: left, y: top + CHIP_HEIGHT + 4, width: columns.chip });
    const text = linesOf(entry, columns, top);
    const when = prose(entry.when, {
      x: right,
      y: top + 1,
      width: columns.date,
      style: TYPE.note,
      anchor: "end",
      lines: 4,
    });
    const end = Math.max(bottom(word.box), flagged.chips.length ? flagged.y : 0, text.y, bottom(when.box));
    return {
      id: entry.id,
      label: entry.label,
      box: box(end),
      chip: word,
      flags: flagged.chips,
      lines: text.lines,
      when,
    };
  }
  const flagged = chipRow(flags, { x: left, y: top, width: right - left, from: word.box.x + word.box.width + 6 });
  const text = linesOf(entry, columns, Math.max(bottom(word.box), flagged.chips.length ? flagged.y : 0) + 3);
  const when = prose(entry.when, { x: left, y: text.y, width: columns.date, style: TYPE.note, lines: 2 });
  return {
    id: entry.id,
    label: entry.label,
    box: box(bottom(when.box)),
    chip: word,
    flags: flagged.chips,
    lines: text.lines,
    when,
  };
};

/**
 * Lays out a ledger in a frame of `width` px. Rows are as high as their text; threads run in a margin at the left, from
 * the row a link starts at to the row it leads to.
 */
export const layoutLedger = (groups: readonly EntryGroup[], { width, links, notes }: LedgerOptions): LedgerLayout => {
  const order = new Map(groups.flatMap((group) => group.entries).map((entry, at) => [entry.id, at]));
  const known = links.flatMap(({ from, to }) => {
    const [a, b] = [order.get(from), order.get(to)];
    return a === undefined || b === undefined ? [] : [{ from: a, to: b }];
  });
  const threads = threadsOf(known);
  const tracks = Math.max(0, ...threads.map((thread) => thread.track + 1));
  const margin = tracks ? 10 + tracks * TRACK : 0;
  const columns = columnsOf(groups, margin, width);
  const rows: LedgerRow[] = [];
  const heads: LedgerLayout["groups"][number][] = [];
  let y = 0;
  for (const group of groups) {
    const top = y ? y + 14 : 0;
    const count = prose(group.count, { x: width, y: top, width: 90, style: TYPE.note, anchor: "end", lines: 1 });
    const room = width - margin - count.box.width - 12;
    const heading = prose(group.heading, { x: margin, y: top, width: room, style: TYPE.group, lines: 3 });
    y = bottom(heading.box) + 5;
    heads.push({ id: group.id, heading, count, rule: y });
    for (const entry of group.entries) {
      const row = rowOf(entry, columns, y);
      rows.push(row);
      y = bottom(row.box);
    }
  }
  const middle = (at: number): number => (rows[at]?.chip.box.y ?? 0) + CHIP_HEIGHT / 2;
  const foot = stack(
    notes.map((text) => ({ text, style: TYPE.note })),
    { x: 0, y: groups.length ? y + 12 : 0, width },
  );
  return {
    width,
    height: Math.ceil(foot.y + 2),
    groups: heads,
    rows,
    threads: threads.map(({ from, to, track }) => ({
      from: rows[from]?.id ?? "",
      to: rows[to]?.id ?? "",
      x: margin - 8 - track * TRACK,
      y1: middle(from),
      y2: middle(to),
      end: margin - 3,
    })),
    margin,
    notes: foot.prose,
  };
};
