/** Which mark an arrow key leads to. */

export interface Standing {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export type Direction = "left" | "right" | "up" | "down";

export const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const AXIS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
/** Px aside weigh this much more than px ahead. */
const ASIDE = 2;

/** The nearest mark in a direction, within 60° of it or, where none is, anywhere on that side; null at the edge. */
export const stepTo = (marks: readonly Standing[], from: string, direction: Direction): string | null => {
  const here = marks.find((mark) => mark.id === from);
  if (!here) return marks[0]?.id ?? null;
  const [ax, ay] = AXIS[direction];
  let best: { readonly id: string; readonly cost: number } | null = null;
  for (const mark of marks) {
    if (mark.id === from) continue;
    const [dx, dy] = [mark.x - here.x, mark.y - here.y];
    const ahead = dx * ax + dy * ay;
    const aside = Math.abs(dx * ay) + Math.abs(dy * ax);
    if (ahead <= 0) continue;
    const cost = ahead + ASIDE * aside + (aside > ahead * 1.75 ? 1e6 : 0);
    if (!best || cost < best.cost) best = { id: mark.id, cost };
  }
  return best?.id ?? null;
};
