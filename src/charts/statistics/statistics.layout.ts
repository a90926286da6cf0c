/** Reported figures as bars on one axis a block, and as numerals where there is nothing to compare. */
import { scaleLinear } from "d3";
import { textWidth } from "#lib/text-width.ts";
import type { StatisticsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { type Box, bottom, type Prose, prose, stack, TYPE } from "../kit/prose.ts";
import { blocksOf, type StatBlock, type StatItem } from "./blocks.ts";

export interface StatisticsOptions {
  readonly width: number;
  readonly words: Words;
}

export interface StatMark {
  readonly id: string;
  readonly label: string;
  readonly certainty: StatItem["certainty"];
  /** Null for a numeral. */
  readonly bar: Box | null;
  readonly texts: readonly Prose[];
}

export interface StatGrid {
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  readonly label: Prose;
  readonly zero: boolean;
}

export interface StatBlockLayout {
  readonly id: string;
  readonly heading: readonly Prose[];
  readonly grid: readonly StatGrid[];
  readonly marks: readonly StatMark[];
  readonly box: Box;
}

export interface StatisticsLayout {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly StatBlockLayout[];
  readonly notes: readonly Prose[];
}

const TWO_COLUMNS = 760;
const COLUMN_GAP = 44;
const BLOCK_GAP = 26;
/** Narrower than this, a bar's label stands above it. */
const BESIDE = 400;
const CELL = 128;
const CELL_GAP = 14;
const WIDEST_CELL = 210;
/** Blocks of numerals stand side by side where each has this much room. */
const TILE = 220;
const AXIS = { ...TYPE.note, size: 10.5, leading: 14 };

const headingOf = (block: StatBlock, x: number, y: number, width: number) =>
  stack(
    [
      { text: block.heading, style: TYPE.group, lines: 2 },
      { text: block.context, style: TYPE.note, lines: 9 },
    ],
    { x, y, width },
  );

const doubt = (item: StatItem, words: Words): string =>
  item.certainty === "stated" ? item.said : `${item.said} (${words.labels.certainty[item.certainty]})`;

const barsOf = (
  block: StatBlock,
  { x, y, width }: { x: number; y: number; width: number },
  words: Words,
): StatBlockLayout => {
  const heading = headingOf(block, x, y, width);
  const beside = width >= BESIDE;
  const labelStyle = { ...TYPE.note, tone: "ink" as const };
  const widest = Math.max(...block.items.map((item) => textWidth(item.label, labelStyle.size, labelStyle.face)));
  const labels = beside ? Math.min(widest, width * 0.32) + 14 : 0;
  const values = Math.min(
    width * 0.35,
    Math.max(...block.items.map((item) => textWidth(doubt(item, words), TYPE.strong.size, TYPE.strong.face))) + 10,
  );
  const left = x + labels;
  const longest = Math.max(...block.items.map((item) => item.value));
  const scale = scaleLinear([0, longest || 1], [0, Math.max(20, width - labels - values)]);
  const top = heading.y + 6;
  let at = top + 4;
  const marks = block.items.map((item): StatMark => {
    const label = prose(item.label, {
      x: beside ? left - 8 : x,
      y: at + (beside ? 3 : 2),
      width: beside ? labels - 12 : width,
      style: labelStyle,
      anchor: beside ? "end" : "start",
      lines: 3,
    });
    const rowTop = beside ? at : bottom(label.box);
    const length = item.value > 0 ? Math.max(2, scale(item.value)) : 0;
    const value = prose(doubt(item, words), {
      x: left + length + 7,
      y: rowTop + 2.5,
      width: Math.max(values, x + width - left - length) - 8,
      style: TYPE.strong,
      lines: 3,
    });
    at = Math.max(bottom(label.box), bottom(value.box), rowTop + 20) + 3;
    return {
      id: item.id,
      label: words.statistics.rowSaid(item.label, item.said),
      certainty: item.certainty,
      bar: { x: left, y: rowTop + 4, width: length, height: 14 },
      texts: [label, value],
    };
  });
  const tickWidth = textWidth(words.number(Math.ceil(longest)), AXIS.size, AXIS.face) + 24;
  const room = (scale.range()[1] ?? 0) / tickWidth;
  const grid = scale.ticks(Math.max(1, Math.min(6, Math.floor(room)))).map(
    (tick): StatGrid => ({
      x: left + scale(tick),
      y1: !beside && tick === 0 ? at : top,
      y2: at,
      zero: tick === 0,
      label: prose(words.number(tick), {
        x: left + scale(tick),
        y: at + 1,
        width: tickWidth,
        style: AXIS,
        anchor: beside || tick > 0 ? "middle" : "start",
        lines: 1,
      }),
    }),
  );
  const end = Math.max(at, ...grid.map((line) => bottom(line.label.box)));
  const inside = grid.filter(({ label }) => label.box.x >= 0 && label.box.x + label.box.width <= x + width);
  return { id: block.id, heading: heading.prose, grid: inside, marks, box: { x, y, width, height: end - y } };
};

/** @param column px from a column of the figure to the next: numerals stand in these where there is one for each */
const numeralsOf = (
  block: StatBlock,
  { x, y, width }: { x: number; y: number; width: number },
  column: number,
  words: Words,
): StatBlockLayout => {
  const heading = headingOf(block, x, y, width);
  const { length } = block.items;
  const columns = Math.max(1, Math.min(length, Math.floor((width + CELL_GAP) / (CELL + CELL_GAP))));
  const packed = Math.min(columns > 1 ? WIDEST_CELL : width, (width - (columns - 1) * CELL_GAP) / columns);
  const aligned = length * column <= width + COLUMN_GAP + 0.5;
  const cell = aligned ? column - COLUMN_GAP : packed;
  const step = aligned ? column : packed + CELL_GAP;
  const marks: StatMark[] = [];
  let top = heading.y + 6;
  for (let from = 0; from < block.items.length; from += columns) {
    const row = block.items.slice(from, from + columns).map((item, at): StatMark => {
      const full = textWidth(item.said, TYPE.numeral.size, TYPE.numeral.face);
      const size = Math.max(12, Math.min(TYPE.numeral.size, (TYPE.numeral.size * (cell - 1)) / full));
      const caution = item.certainty === "stated" ? "" : words.labels.certainty[item.certainty];
      const { prose: texts } = stack(
        [
          { text: item.said, style: { ...TYPE.numeral, size, leading: Math.max(18, size * 1.2) }, lines: 6 },
          { text: item.label, style: TYPE.note, lines: 4 },
          { text: caution, style: TYPE.italic, lines: 1 },
        ],
        { x: x + at * step, y: top, width: cell },
      );
      return {
        id: item.id,
        label: words.statistics.rowSaid(item.label, item.said),
        certainty: item.certainty,
        bar: null,
        texts,
      };
    });
    marks.push(...row);
    top = Math.max(top, ...row.flatMap((mark) => mark.texts.map((text) => bottom(text.box)))) + 12;
  }
  return { id: block.id, heading: heading.prose, grid: [], marks, box: { x, y, width, height: top - 12 - y } };
};

const barBlocks = (blocks: readonly StatBlock[], width: number, words: Words): readonly StatBlockLayout[] => {
  let y = 0;
  return blocks.map((block) => {
    const laid = barsOf(block, { x: 0, y, width }, words);
    y = bottom(laid.box) + BLOCK_GAP;
    return laid;
  });
};

/** Row by row in columns of one width; a block of several numerals takes as many columns as they need. */
const numeralBlocks = (
  blocks: readonly StatBlock[],
  { x, y, width }: { x: number; y: number; width: number },
  words: Words,
): readonly StatBlockLayout[] => {
  const items = blocks.reduce((sum, block) => sum + block.items.length, 0);
  const columns = Math.max(1, Math.min(items, Math.floor((width + COLUMN_GAP) / (TILE + COLUMN_GAP))));
  const column = (width + COLUMN_GAP) / columns;
  let [at, top, end] = [0, y, y];
  return blocks.map((block) => {
    const wanted = block.items.length * (CELL + CELL_GAP) - CELL_GAP + COLUMN_GAP;
    const taken = Math.min(columns, Math.ceil(wanted / column));
    if (at + taken > columns) [at, top] = [0, end + BLOCK_GAP];
    const frame = { x: x + at * column, y: top, width: taken * column - COLUMN_GAP };
    const laid = numeralsOf(block, frame, column, words);
    at += taken;
    end = Math.max(end, bottom(laid.box));
    return laid;
  });
};

/**
 * Lays out reported figures in a frame of `width` px: bars to the left of numerals where there is room for both, else
 * one below the other; numerals side by side where they fit. Bars start at zero; the smallest is still seen, and every
 * value stands beside its bar.
 */
export const layoutStatistics = (answer: StatisticsAnswer, { width, words }: StatisticsOptions): StatisticsLayout => {
  const all = blocksOf(answer, words);
  const bars = all.filter((block) => block.kind === "bars");
  const numerals = all.filter((block) => block.kind === "numerals");
  const two = width >= TWO_COLUMNS && bars.length > 0 && numerals.length > 0;
  const first = Math.round((width - COLUMN_GAP) * 0.57);
  const barred = barBlocks(bars, two ? first : width, words);
  const below = two ? 0 : Math.max(0, ...barred.map((block) => bottom(block.box) + BLOCK_GAP));
  const left = two ? first + COLUMN_GAP : 0;
  const blocks = [...barred, ...numeralBlocks(numerals, { x: left, y: below, width: width - left }, words)];
  const end = Math.max(0, ...blocks.map((block) => bottom(block.box)));
  const note = prose(all.length ? words.statistics.footnote : words.statistics.none, {
    x: 0,
    y: all.length ? end + 16 : 0,
    width,
    style: TYPE.note,
  });
  return { width, height: Math.ceil(bottom(note.box) + 2), blocks, notes: [note] };
};
