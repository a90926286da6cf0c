/** Outlines of marks as SVG paths, cut into vertical strips where several partners share one. Sizes in px. */

export type MarkShape = "circle" | "square" | "triangle" | "house" | "bar" | "diamond";

type Point = readonly [x: number, y: number];

const n = (value: number): string => String(Math.round(value * 100) / 100);
const path = (points: readonly Point[]): string =>
  points.length < 3 ? "" : `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}Z`;

/** Corners of a shape of the given width and height about 0 0; circles and bars have as many as look round. */
const corners = (shape: MarkShape, width: number, height: number): Point[] => {
  const [w, h] = [width / 2, height / 2];
  switch (shape) {
    case "square":
      return [
        [-w, -h],
        [w, -h],
        [w, h],
        [-w, h],
      ];
    case "triangle":
      return [
        [0, -h * 1.08],
        [w * 1.08, h * 0.86],
        [-w * 1.08, h * 0.86],
      ];
    case "house":
      return [
        [0, -h * 1.12],
        [w, -h * 0.1],
        [w, h * 0.92],
        [-w, h * 0.92],
        [-w, -h * 0.1],
      ];
    case "diamond":
      return [
        [0, -h],
        [w, 0],
        [0, h],
        [-w, 0],
      ];
    default: {
      const radius = Math.min(w, h);
      const flat = Math.max(0, w - radius);
      return Array.from({ length: 32 }, (_, at): Point => {
        const angle = (at + 0.5) * (Math.PI / 16) - Math.PI / 2;
        return [Math.cos(angle) * radius + (Math.cos(angle) > 0 ? flat : -flat), Math.sin(angle) * radius];
      });
    }
  }
};

/** Sutherland and Hodgman's clipping of a convex outline by a vertical line, keeping the side where keep(x) > 0. */
const clipped = (points: readonly Point[], at: number, side: 1 | -1): Point[] => {
  const out: Point[] = [];
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] as Point;
    const [a, b] = [(point[0] - at) * side, (next[0] - at) * side];
    if (a >= 0) out.push(point);
    if (a * b < 0) out.push([at, point[1] + ((next[1] - point[1]) * a) / (a - b)]);
  });
  return out;
};

/** The outline of a shape centred on cx, cy. */
export const shapePath = (shape: MarkShape, cx: number, cy: number, width: number, height = width): string => {
  if (shape === "circle" || shape === "bar") {
    const r = Math.min(width, height) / 2;
    const flat = Math.max(0, width / 2 - r);
    const arc = `A${n(r)} ${n(r)} 0 0 1 `;
    return (
      `M${n(cx - flat)} ${n(cy - r)}${flat > 0 ? `L${n(cx + flat)} ${n(cy - r)}` : ""}${arc}${n(cx + flat)} ${n(cy + r)}` +
      `${flat > 0 ? `L${n(cx - flat)} ${n(cy + r)}` : ""}${arc}${n(cx - flat)} ${n(cy - r)}Z`
    );
  }
  return path(corners(shape, width, height).map(([x, y]) => [cx + x, cy + y]));
};

/** The outline cut into `parts` vertical strips of equal width, left to right. */
export const shapeStrips = (
  shape: MarkShape,
  cx: number,
  cy: number,
  width: number,
  height: number,
  parts: number,
): string[] => {
  if (parts <= 1) return [shapePath(shape, cx, cy, width, height)];
  const outline = corners(shape, width, height);
  const xs = outline.map(([x]) => x);
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  return Array.from({ length: parts }, (_, part) => {
    const from = low + ((high - low) * part) / parts;
    const to = low + ((high - low) * (part + 1)) / parts;
    const strip = clipped(clipped(outline, from, 1), to, -1);
    return path(strip.map(([x, y]) => [cx + x, cy + y]));
  });
};

/** Parallel 45° lines within a box, as one path: a hatching that needs no pattern and so no id. */
export const hatchPath = (x: number, y: number, width: number, height: number, spacing: number): string => {
  const lines: string[] = [];
  for (let at = spacing; at < width + height; at += spacing) {
    const [x0, y0] = at <= height ? [0, at] : [at - height, height];
    const [x1, y1] = at <= width ? [at, 0] : [width, at - width];
    lines.push(`M${n(x + x0)} ${n(y + y0)}L${n(x + x1)} ${n(y + y1)}`);
  }
  return lines.join("");
};

/** Dashes of about `period` px that close evenly around a shape, with one centred on each corner it begins at. */
export const outlineDash = (
  shape: MarkShape,
  width: number,
  height: number,
  period = 4,
): { readonly strokeDasharray: string; readonly strokeDashoffset: number } => {
  const round = shape === "circle" || shape === "bar";
  const points = corners(shape, width, height);
  const length = round
    ? Math.PI * Math.min(width, height) + 2 * Math.abs(width - height)
    : points.reduce((sum, [x, y], at) => {
        const [nx, ny] = points[(at + 1) % points.length] as Point;
        return sum + Math.hypot(nx - x, ny - y);
      }, 0);
  const sides = round ? 1 : points.length;
  const dashes = Math.max(1, Math.round(length / period / sides)) * sides;
  const each = length / dashes;
  return { strokeDasharray: `${n(each * 0.56)} ${n(each * 0.44)}`, strokeDashoffset: Number(n(each * 0.28)) };
};
