/** Makes a drawing fill the room there is: larger type where it is short, fewer rows where it is long. */
import type { Theme } from "#charts/kit/theme.ts";
import type { Shapes } from "#charts/map/shapes.types.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { Asked, DrawnFigure } from "./one.ts";
import { drawFigure, rowsOf } from "./registry.ts";

export interface Room {
  readonly width: number;
  /** Null is as high as the drawing needs. */
  readonly height: number | null;
  /** What a height of its own may come to. */
  readonly tallest: number | null;
}

export interface Fitted {
  readonly drawn: DrawnFigure;
  /** Px on the figure for a px of the drawing. */
  readonly scale: number;
  /** Rows drawn of all there are; equal where none is left out. */
  readonly shown: number;
  readonly all: number;
}

interface With {
  readonly words: AllWords;
  readonly theme: Theme;
  readonly shapes: Shapes | null;
}

/** Rows at most where nothing limits the height. */
const ROWS = 60;
/** How much larger than on the page type may be where there is room, and how much smaller where there is not. */
const ZOOMS = [0.76, 0.86, 1, 1.12, 1.24] as const;

/** A drawing rounds its width up to a px: it is made that much smaller. */
const NEARLY = 0.995;

/**
 * The most rows, at least one, that overflow no room (1 is just full): down by estimate, then up by
 * one. A drawing may change its arrangement with its rows, so that heights need not rise with them.
 */
const mostRows = (all: number, overflow: (rows: number) => number): number => {
  let rows = all;
  for (let over = overflow(rows); over > 1 && rows > 1; over = overflow(rows))
    rows = Math.max(1, Math.min(rows - 1, Math.floor(rows / over)));
  while (rows < all && overflow(rows + 1) <= 1) rows++;
  return rows;
};

/** Draws for a room. A drawing that fits at no size of type and no number of rows is made smaller as a whole. */
export const fitFigure = (asked: Asked, room: Room, options: With): Fitted => {
  const { all } = rowsOf(asked);
  const most = Math.min(all, ROWS);
  const limit = room.height ?? room.tallest ?? Number.POSITIVE_INFINITY;
  const draw = (zoom: number, rows: number): DrawnFigure =>
    drawFigure(asked, {
      ...options,
      width: room.width * zoom,
      height: room.height === null ? null : room.height * zoom,
      rows,
    });
  const scaleOf = (drawn: DrawnFigure): number => Math.min(room.width / drawn.width, limit / drawn.height);
  const fits = (drawn: DrawnFigure, zoom: number): boolean => scaleOf(drawn) * zoom >= NEARLY;
  const zooms: readonly number[] = room.height === null ? [1] : ZOOMS;
  const least = zooms.at(-1) ?? 1;
  const first = draw(least, most);
  const few = all > 1 && !fits(first, least);
  const rows = few ? mostRows(most, (count) => NEARLY / least / scaleOf(draw(least, count))) : most;
  for (const zoom of zooms) {
    const drawn = draw(zoom, rows);
    if (fits(drawn, zoom)) return { drawn, scale: scaleOf(drawn), shown: rows, all };
  }
  const drawn = few ? draw(least, rows) : first;
  return { drawn, scale: scaleOf(drawn), shown: rows, all };
};
