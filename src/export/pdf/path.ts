/** SVG path data as PDF writes it: moves, lines, cubic curves, closes. */

/** A segment with absolute numbers; arcs and quadratic curves have become cubic ones. */
export type Segment =
  | readonly ["m" | "l", number, number]
  | readonly ["c", number, number, number, number, number, number]
  | readonly ["h"];

const COUNTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** Commands with their numbers; one that repeats is repeated, and a move that repeats is a line. Flags of arcs may touch. */
const commandsOf = (data: string): readonly (readonly [string, readonly number[]])[] => {
  const commands: [string, number[]][] = [];
  for (const [, command = "", rest = ""] of data.matchAll(/([a-z])([^a-z]*(?:e[-+]?\d+[^a-z]*)*)/gi)) {
    const count = COUNTS[command.toLowerCase()];
    if (count === undefined) throw new SyntaxError(`a path has no command ${command}`);
    const numbers: number[] = [];
    let left = rest;
    for (;;) {
      const flag = count === 7 && (numbers.length % 7 === 3 || numbers.length % 7 === 4);
      const found = (flag ? /^[\s,]*([01])/ : /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i).exec(left);
      if (!found) break;
      numbers.push(Number(found[1]));
      left = left.slice(found[0].length);
    }
    if (left.trim() || (count ? numbers.length % count || !numbers.length : numbers.length))
      throw new SyntaxError(`cannot read the path at ${command}${rest}`);
    if (!count) commands.push([command, []]);
    for (let at = 0; at < numbers.length; at += count) {
      const next = at && command === "m" ? "l" : at && command === "M" ? "L" : command;
      commands.push([next, numbers.slice(at, at + count)]);
    }
  }
  return commands;
};

type Curve = readonly [number, number, number, number, number, number];

/** An elliptical arc as curves of a quarter turn at most: conversion to centre form of SVG 2, appendix B.2.4. */
const arcCurves = (x0: number, y0: number, numbers: readonly number[]): readonly Curve[] => {
  const [rx0 = 0, ry0 = 0, turn = 0, large = 0, sweep = 0, x = 0, y = 0] = numbers;
  if (!rx0 || !ry0) return [[x0, y0, x, y, x, y]];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x0 - x) / 2, (y0 - y) / 2];
  const [px, py] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const grow = Math.max(1, Math.sqrt((px / rx0) ** 2 + (py / ry0) ** 2));
  const [rx, ry] = [Math.abs(rx0) * grow, Math.abs(ry0) * grow];
  const under = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2;
  const root = Math.sqrt(Math.max(0, under) / ((rx * py) ** 2 + (ry * px) ** 2 || 1)) * (large === sweep ? -1 : 1);
  const [cxp, cyp] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const [cx, cy] = [cos * cxp - sin * cyp + (x0 + x) / 2, sin * cxp + cos * cyp + (y0 + y) / 2];
  const first = Math.atan2((py - cyp) / ry, (px - cxp) / rx);
  let span = Math.atan2((-py - cyp) / ry, (-px - cxp) / rx) - first;
  if (sweep && span < 0) span += 2 * Math.PI;
  if (!sweep && span > 0) span -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2 + 1e-9)));
  const step = span / parts;
  const handle = (4 / 3) * Math.tan(step / 4);
  const at = (u: number, v: number): readonly [number, number] => [
    cos * rx * u - sin * ry * v + cx,
    sin * rx * u + cos * ry * v + cy,
  ];
  return Array.from({ length: parts }, (_, part): Curve => {
    const [a, b] = [first + part * step, first + (part + 1) * step];
    const end = part === parts - 1 ? ([x, y] as const) : at(Math.cos(b), Math.sin(b));
    return [
      ...at(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)),
      ...at(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)),
      ...end,
    ];
  });
};

/** Segments of path data. Throws a SyntaxError where it is none. */
export const segmentsOf = (data: string): readonly Segment[] => {
  const out: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** The last control point, for the smooth curves after it. */
  let [controlX, controlY, smooth] = [0, 0, ""];
  for (const [command, given] of commandsOf(data)) {
    const kind = command.toLowerCase();
    const relative = command === kind;
    const [ox, oy] = relative ? [x, y] : [0, 0];
    const arc = kind === "a";
    const n = given.map((value, at) => (arc && at < 5 ? value : value + ((arc ? at - 5 : at) % 2 ? oy : ox)));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
    const mirror = (kinds: string): readonly [number, number] =>
      kinds.includes(smooth) && smooth ? [2 * x - controlX, 2 * y - controlY] : [x, y];
    const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void => {
      out.push(["c", x1, y1, x2, y2, toX, toY]);
      [controlX, controlY, x, y] = [x2, y2, toX, toY];
    };
    const quadratic = (qx: number, qy: number, toX: number, toY: number): void => {
      curve(
        x + (2 / 3) * (qx - x),
        y + (2 / 3) * (qy - y),
        toX + (2 / 3) * (qx - toX),
        toY + (2 / 3) * (qy - toY),
        toX,
        toY,
      );
      [controlX, controlY] = [qx, qy];
    };
    if (kind === "m" || kind === "l") {
      out.push([kind, a, b]);
      [x, y] = [a, b];
      if (kind === "m") [startX, startY] = [a, b];
    } else if (kind === "h" || kind === "v") {
      [x, y] = kind === "h" ? [a, y] : [x, (given[0] ?? 0) + oy];
      out.push(["l", x, y]);
    } else if (kind === "c") curve(a, b, c, d, e, f);
    else if (kind === "s") curve(...mirror("cs"), a, b, c, d);
    else if (kind === "q") quadratic(a, b, c, d);
    else if (kind === "t") quadratic(...mirror("qt"), a, b);
    else if (arc) for (const part of arcCurves(x, y, n)) curve(...part);
    else {
      out.push(["h"]);
      [x, y] = [startX, startY];
    }
    smooth = kind;
  }
  return out;
};
