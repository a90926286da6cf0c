/** Outlines of SVG's basic shapes as segments. */
import type { SvgNode } from "../svg-tree.ts";
import { type Segment, segmentsOf } from "./path.ts";

/** How far the handle of a curve stands off for a quarter of a circle. */
const QUARTER = 0.5522847498;

const ellipse = (cx: number, cy: number, rx: number, ry: number): readonly Segment[] => {
  const [hx, hy] = [rx * QUARTER, ry * QUARTER];
  return [
    ["m", cx + rx, cy],
    ["c", cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry],
    ["c", cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy],
    ["c", cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry],
    ["c", cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy],
    ["h"],
  ];
};

const rectangle = (x: number, y: number, width: number, height: number, rx: number, ry: number): readonly Segment[] => {
  if (width <= 0 || height <= 0) return [];
  const [a, b] = [Math.min(rx, width / 2), Math.min(ry, height / 2)];
  const [right, foot] = [x + width, y + height];
  if (a <= 0 || b <= 0) return [["m", x, y], ["l", right, y], ["l", right, foot], ["l", x, foot], ["h"]];
  const [ha, hb] = [a * (1 - QUARTER), b * (1 - QUARTER)];
  return [
    ["m", x + a, y],
    ["l", right - a, y],
    ["c", right - ha, y, right, y + hb, right, y + b],
    ["l", right, foot - b],
    ["c", right, foot - hb, right - ha, foot, right - a, foot],
    ["l", x + a, foot],
    ["c", x + ha, foot, x, foot - hb, x, foot - b],
    ["l", x, y + b],
    ["c", x, y + hb, x + ha, y, x + a, y],
    ["h"],
  ];
};

/** Segments of a path, rect, circle, ellipse or line; null for anything else. */
export const outlineOf = ({ name, attributes }: SvgNode): readonly Segment[] | null => {
  const number = (key: string, otherwise = 0): number => Number(attributes[key] ?? otherwise);
  switch (name) {
    case "path":
      return segmentsOf(attributes["d"] ?? "");
    case "circle":
      return ellipse(number("cx"), number("cy"), number("r"), number("r"));
    case "ellipse":
      return ellipse(number("cx"), number("cy"), number("rx"), number("ry"));
    case "line":
      return [
        ["m", number("x1"), number("y1")],
        ["l", number("x2"), number("y2")],
      ];
    case "rect": {
      const rx = number("rx", number("ry"));
      return rectangle(number("x"), number("y"), number("width"), number("height"), rx, number("ry", rx));
    }
    default:
      return null;
  }
};
