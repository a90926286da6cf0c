/** What stands around a drawing in a report: its title above, whence and under what terms below. */
import { type Prose, prose, type TextStyle, TYPE } from "#charts/kit/prose.ts";
import { textWidth } from "#lib/text-width.ts";

/** A piece of the last line, with where it leads. */
export interface Piece {
  readonly text: string;
  readonly href: string | null;
}

export interface FrameText {
  readonly title: string;
  /** Said under the drawing: what it leaves out. */
  readonly note: string;
  readonly lines: readonly string[];
  readonly pieces: readonly Piece[];
}

export interface PlacedPiece extends Piece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface FrameLayout {
  readonly pad: number;
  readonly title: Prose;
  /** Top of the drawing, and what stands below it counted from its foot. */
  readonly top: number;
  readonly note: Prose;
  readonly rule: number | null;
  readonly lines: readonly Prose[];
  readonly pieces: readonly PlacedPiece[];
  /** Bars between pieces of one line. */
  readonly bars: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
  readonly below: number;
}

const small: TextStyle = { ...TYPE.note, size: 10.5, leading: 14.5 };
export const FOOT = small;
const GAP = 12;
const PIECE_GAP = 8;

const placePieces = (pieces: readonly Piece[], x: number, y: number, width: number) => {
  const placed: PlacedPiece[] = [];
  const bars: FrameLayout["bars"][number][] = [];
  let [left, line] = [x, y];
  for (const piece of pieces) {
    const wide = textWidth(piece.text, small.size, small.face);
    if (left > x && left + wide > x + width) [left, line] = [x, line + small.leading];
    const middle = line + small.leading / 2;
    if (left > x) bars.push({ x: left - PIECE_GAP, y1: middle - 4, y2: middle + 4 });
    placed.push({ ...piece, x: left, y: middle + small.size * 0.35, width: wide });
    left += wide + 2 * PIECE_GAP;
  }
  return { placed, bars, y: pieces.length ? line + small.leading : y };
};

/** Lays out title and footer in a frame of `width` px; texts that are empty take no room. */
export const layoutFrame = ({ title, note, lines, pieces }: FrameText, width: number, bare: boolean): FrameLayout => {
  const pad = bare ? 0 : width < 500 ? 14 : 20;
  const inner = width - 2 * pad;
  const style = width < 500 ? { ...TYPE.title, size: 15, leading: 20 } : TYPE.title;
  const head = prose(title, { x: pad, y: pad - 3, width: inner, style, lines: 3 });
  const said = prose(note, { x: pad, y: 6, width: inner, style: TYPE.note, lines: 2 });
  let y = said.lines.length ? said.box.y + said.box.height : 0;
  const ruled = lines.length + pieces.length > 0;
  const rule = ruled ? y + GAP : null;
  if (rule !== null) y = rule + 7;
  const placed = lines.map((line) => {
    const next = prose(line, { x: pad, y, width: inner, style: small, lines: 3 });
    y = next.box.y + next.box.height;
    return next;
  });
  const last = placePieces(pieces, pad, y, inner);
  return {
    pad,
    title: head,
    top: head.lines.length ? head.box.y + head.box.height + GAP : pad,
    note: said,
    rule,
    lines: placed,
    pieces: last.placed,
    bars: last.bars,
    below: last.y + (ruled ? pad - 6 : pad),
  };
};
