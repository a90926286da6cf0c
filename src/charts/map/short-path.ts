import type { GeoContext } from "d3";

/** A drawing context that writes lines as SVG path text, in steps from point to point and tenths of a px. */
export interface ShortPath extends GeoContext {
  /** The text so far; the next path starts empty. */
  readonly take: () => string;
}

const tenths = (value: number): string => {
  const text = String(value / 10);
  return text.startsWith("0.") ? text.slice(1) : text.startsWith("-0.") ? `-${text.slice(2)}` : text;
};

/** Two numbers, parted by a space only where the second has no sign. */
const pair = (x: number, y: number): string => `${tenths(x)}${y < 0 ? "" : " "}${tenths(y)}`;

/** About half as long as absolute points; positions are rounded before they are subtracted, so errors never add up. */
export const shortPath = (): ShortPath => {
  let text = "";
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let first = true;
  let stepped = false;
  const round = (value: number): number => Math.round(value * 10);
  return {
    moveTo: (toX, toY) => {
      const [nextX, nextY] = [round(toX), round(toY)];
      text += first ? `M${pair(nextX, nextY)}` : `m${pair(nextX - x, nextY - y)}`;
      [x, y, startX, startY, first, stepped] = [nextX, nextY, nextX, nextY, false, false];
    },
    lineTo: (toX, toY) => {
      const [dx, dy] = [round(toX) - x, round(toY) - y];
      if (dx === 0 && dy === 0) return;
      text += `${stepped ? (dx < 0 ? "" : " ") : "l"}${pair(dx, dy)}`;
      [x, y, stepped] = [x + dx, y + dy, true];
    },
    closePath: () => {
      text += "z";
      [x, y, stepped] = [startX, startY, false];
    },
    beginPath: () => undefined,
    arc: () => undefined,
    take: () => {
      const taken = text;
      [text, first, x, y, stepped] = ["", true, 0, 0, false];
      return taken;
    },
  };
};
