/** Labels beside points: twelve places to stand, first come first served. */

export interface LabelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A round mark, px. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface LabelledPoint extends Disc {
  readonly id: string;
  /** Size of its label in px. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel extends LabelBox {
  readonly id: string;
  /** Which side of its mark the text leans on. */
  readonly anchor: "start" | "middle" | "end";
}

/** Where a label may stand: the way it leans from its mark, best first. */
const SIDES: readonly (readonly [dx: number, dy: number])[] = [
  [1, 0],
  [-1, 0],
  [1, -0.5],
  [1, 0.5],
  [-1, -0.5],
  [-1, 0.5],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, 1],
  [0, -1],
];
const CELL = 64;

/** At distance `gap` from the mark in the direction of dx, dy; the label's own middle leans the same way. */
const boxAt = (point: LabelledPoint, dx: number, dy: number, gap: number): LabelBox => {
  const reach = (point.r + gap) / Math.hypot(dx, dy);
  const ax = point.x + dx * reach;
  const ay = point.y + dy * reach;
  const x0 = dx > 0 ? ax : dx < 0 ? ax - point.width : ax - point.width / 2;
  const y0 = ay + ((dy - 1) * point.height) / 2;
  return { x0, y0, x1: x0 + point.width, y1: y0 + point.height };
};

export const boxesMeet = (a: LabelBox, b: LabelBox): boolean =>
  a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

export const boxMeetsDisc = (box: LabelBox, disc: Disc): boolean => {
  const dx = disc.x - Math.max(box.x0, Math.min(disc.x, box.x1));
  const dy = disc.y - Math.max(box.y0, Math.min(disc.y, box.y1));
  return dx * dx + dy * dy < disc.r * disc.r;
};

/** Things by the squares of a grid their boxes touch, so that a crowd costs no more than its neighbourhood. */
const grid = <T>() => {
  const cells = new Map<string, T[]>();
  const each = (box: LabelBox, visit: (key: string) => void): void => {
    for (let x = Math.floor(box.x0 / CELL); x <= Math.floor(box.x1 / CELL); x++)
      for (let y = Math.floor(box.y0 / CELL); y <= Math.floor(box.y1 / CELL); y++) visit(`${x} ${y}`);
  };
  return {
    add: (box: LabelBox, thing: T): void =>
      each(box, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(thing);
        else cells.set(key, [thing]);
      }),
    some: (box: LabelBox, test: (thing: T) => boolean): boolean => {
      let found = false;
      each(box, (key) => {
        found ||= cells.get(key)?.some(test) ?? false;
      });
      return found;
    },
  };
};

/**
 * Places labels beside their marks, in the order given (foremost first), each at the first of twelve sides where it
 * meets no mark, no label placed before and no edge of the frame: greedy, over the usual eight positions
 * and four between them
 * (Christensen, Marks and Shieber, "An empirical study of algorithms for point-feature label placement", 1995).
 * @param marks every mark that must stay free, those of `points` included
 * @param gap px between a mark and its label
 * @param taken boxes where no label may lie
 * @returns labels by id; a point without room has none
 */
export const placeLabels = (
  points: readonly LabelledPoint[],
  marks: readonly Disc[],
  frame: LabelBox,
  gap = 4,
  taken: readonly LabelBox[] = [],
): ReadonlyMap<string, PlacedLabel> => {
  const discs = grid<Disc>();
  for (const mark of marks)
    discs.add({ x0: mark.x - mark.r, y0: mark.y - mark.r, x1: mark.x + mark.r, y1: mark.y + mark.r }, mark);
  const boxes = grid<LabelBox>();
  for (const box of taken) boxes.add(box, box);
  const placed = new Map<string, PlacedLabel>();
  for (const point of points) {
    for (const [dx, dy] of SIDES) {
      const box = boxAt(point, dx, dy, gap);
      const inside = box.x0 >= frame.x0 && box.y0 >= frame.y0 && box.x1 <= frame.x1 && box.y1 <= frame.y1;
      if (!inside) continue;
      if (discs.some(box, (disc) => boxMeetsDisc(box, disc)) || boxes.some(box, (other) => boxesMeet(box, other)))
        continue;
      boxes.add(box, box);
      placed.set(point.id, { id: point.id, ...box, anchor: dx > 0 ? "start" : dx < 0 ? "end" : "middle" });
      break;
    }
  }
  return placed;
};
