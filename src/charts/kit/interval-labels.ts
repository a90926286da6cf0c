/** Places labels beside marks where there is room: right, else left, else shortened, else not at all. */

export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface LabelWanted {
  readonly id: string;
  /** What the label stands beside; also an obstacle, so pass it in `obstacles` too. */
  readonly beside: Box;
  readonly text: string;
  /** Lower is placed first; ties keep their order. */
  readonly priority: number;
}

export interface LabelPlaced {
  readonly id: string;
  readonly text: string;
  /** Where the text begins ("start") or ends ("end"), px. */
  readonly x: number;
  /** Middle of the line, px. */
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly box: Box;
}

export interface LabelOptions {
  readonly left: number;
  readonly right: number;
  /** Height of a line, px. */
  readonly line: number;
  /** Between a mark and its label, px. */
  readonly gap: number;
  /** Between a label and the next thing, px: clearly more than `gap`, so that nobody takes it for that thing's. */
  readonly apart: number;
  /** Full and shortened labels are at most and at least this wide, px. */
  readonly widest: number;
  readonly narrowest: number;
  readonly width: (text: string) => number;
  readonly fit: (text: string, width: number) => string;
}

const overlaps = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** A shortened label goes to the left only where that shows clearly more of it. */
const LEFT_HANDICAP = 36;

/** Free px to either side of a mark on its line, up to the next obstacle or the edge. */
const room = (wanted: LabelWanted, taken: readonly Box[], y0: number, y1: number, options: LabelOptions) => {
  let left = wanted.beside.x0 - options.left;
  let right = options.right - wanted.beside.x1;
  for (const box of taken) {
    if (box.y0 >= y1 || box.y1 <= y0 || box === wanted.beside) continue;
    if (box.x0 >= wanted.beside.x1) right = Math.min(right, box.x0 - wanted.beside.x1 - options.apart);
    else if (box.x1 <= wanted.beside.x0) left = Math.min(left, wanted.beside.x0 - box.x1 - options.apart);
    else return { left: 0, right: 0 };
  }
  return { left: left - options.gap, right: right - options.gap };
};

/**
 * Greedy placement on the line of each mark. A label never meets an obstacle, another label or an edge.
 * `obstacles` holds every mark's box, the very objects given as `beside`.
 */
export const placeLabels = (
  wanted: readonly LabelWanted[],
  obstacles: readonly Box[],
  options: LabelOptions,
): LabelPlaced[] => {
  const taken = [...obstacles];
  const placed: LabelPlaced[] = [];
  for (const want of [...wanted].sort((a, b) => a.priority - b.priority)) {
    const y = (want.beside.y0 + want.beside.y1) / 2;
    const [y0, y1] = [y - options.line / 2, y + options.line / 2];
    const free = room(want, taken, y0, y1, options);
    const full = options.width(want.text) <= options.widest ? want.text : options.fit(want.text, options.widest);
    const needed = options.width(full);
    const leftward = needed > free.right && (needed <= free.left || free.left > free.right + LEFT_HANDICAP);
    const anchor = leftward ? "end" : "start";
    const side = anchor === "end" ? free.left : free.right;
    const text = needed <= side ? full : side >= options.narrowest ? options.fit(full, side) : "";
    if (text === "") continue;
    const width = options.width(text);
    const x = anchor === "start" ? want.beside.x1 + options.gap : want.beside.x0 - options.gap;
    const box: Box = anchor === "start" ? { x0: x, x1: x + width, y0, y1 } : { x0: x - width, x1: x, y0, y1 };
    if (taken.some((other) => other !== want.beside && overlaps(other, box))) continue;
    taken.push(box);
    placed.push({ id: want.id, text, x, y, anchor, box });
  }
  return placed;
};
