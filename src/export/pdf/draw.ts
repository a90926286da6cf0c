/** A figure's tree as the operators of a PDF page. */
import type { SvgNode } from "../svg-tree.ts";
import type { Segment } from "./path.ts";
import { outlineOf } from "./shapes.ts";
import { type Lettering, letteringOf, type PlacedRun, placedRuns } from "./text.ts";
import type { TrueType } from "./truetype.ts";

/** a b c d e f of PDF and SVG alike. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Link {
  readonly href: string;
  /** In the figure's units. */
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
}

export interface Page {
  readonly operators: string;
  /** Glyphs drawn of each font file, with what each stands for. */
  readonly glyphs: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Pairs of opacities of fill and stroke, by the name they are called by. */
  readonly opacities: ReadonlyMap<string, readonly [fill: number, stroke: number]>;
  readonly links: readonly Link[];
}

interface State extends Lettering {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashes: string;
  readonly join: string;
  readonly cap: string;
  readonly strokeOpacity: number;
  readonly matrix: Matrix;
}

/** A number as PDF reads it: no exponent, three decimals at most. */
export const num = (value: number): string => String(Math.round(value * 1000) / 1000 + 0);

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const NOT_MOVED: Matrix = [1, 0, 0, 1, 0, 0];

const matrixOf = (transform: string): Matrix => {
  let whole = NOT_MOVED;
  for (const [, name, list = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b, c, d = 0, e = 0, f = 0] = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
    if (name === "translate") whole = times(whole, [1, 0, 0, 1, a, b ?? 0]);
    else if (name === "scale") whole = times(whole, [a, 0, 0, b ?? a, 0, 0]);
    else if (name === "matrix") whole = times(whole, [a, b ?? 0, c ?? 0, d, e, f]);
    else if (name === "rotate") {
      const [x, y] = [b ?? 0, c ?? 0];
      whole = times(times(times(whole, [1, 0, 0, 1, x, y]), [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -x, -y]);
    } else throw new RangeError(`a figure has no transform ${name}`);
  }
  return whole;
};

const rgb = (colour: string): string => {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!found) throw new RangeError(`a figure has no colour ${colour}`);
  return found
    .slice(1)
    .map((part) => num(Number.parseInt(part, 16) / 255))
    .join(" ");
};

const JOINS: Readonly<Record<string, string>> = { miter: "0 j", round: "1 j", bevel: "2 j" };
const CAPS: Readonly<Record<string, string>> = { butt: "0 J", round: "1 J", square: "2 J" };
/** Lean of a face that has no italic of its own: 12 degrees. */
const LEAN = 0.2126;

const pathOf = (segments: readonly Segment[]): string =>
  segments.map(([kind, ...numbers]) => [...numbers.map(num), kind].join(" ")).join("\n");

/** Draws a cleaned figure. Throws where it holds what figures do not: another element, transform or kind of colour. */
export const drawPage = (root: SvgNode, fonts: ReadonlyMap<string, TrueType>): Page => {
  const out: string[] = [];
  const glyphs = new Map<string, Map<number, string>>();
  const opacities = new Map<string, readonly [number, number]>();
  const links: Link[] = [];

  const glyphsOf = (file: string, text: string): readonly number[] => {
    const font = fonts.get(file);
    const known = glyphs.get(file) ?? new Map<number, string>();
    glyphs.set(file, known);
    return [...text].map((char) => {
      const glyph = font?.glyph(char.codePointAt(0) ?? 0) ?? 0;
      if (!known.has(glyph)) known.set(glyph, char);
      return glyph;
    });
  };
  const measure = (file: string, text: string): number => {
    const font = fonts.get(file);
    return font ? [...text].reduce((sum, char) => sum + font.advance(font.glyph(char.codePointAt(0) ?? 0)), 0) : 0;
  };
  const opacity = (fill: number, stroke: number): string => {
    if (fill >= 1 && stroke >= 1) return "";
    const name = `O${num(fill)}x${num(stroke)}`.replaceAll(".", "_");
    opacities.set(name, [fill, stroke]);
    return `/${name} gs\n`;
  };

  const letters = (run: PlacedRun): void => {
    const codes = glyphsOf(run.file, run.text).map((glyph) => glyph.toString(16).padStart(4, "0"));
    out.push(
      `q\n${opacity(run.opacity, 1)}${rgb(run.fill)} rg\nBT /${run.file.replace(/\W/g, "_")} ${num(run.size)} Tf ` +
        `1 0 ${run.italic ? LEAN : 0} -1 ${num(run.x)} ${num(run.y)} Tm <${codes.join("")}> Tj ET\nQ`,
    );
  };

  const shape = (segments: readonly Segment[], state: State): void => {
    const filled = state.fill !== "none";
    const stroked = state.stroke !== "none" && state.strokeWidth > 0;
    if (!segments.length || !(filled || stroked)) return;
    const pen = stroked
      ? `${rgb(state.stroke)} RG ${num(state.strokeWidth)} w ${JOINS[state.join] ?? "0 j"} ${CAPS[state.cap] ?? "0 J"} ` +
        `[${state.dashes === "none" ? "" : state.dashes.replaceAll(",", " ")}] 0 d\n`
      : "";
    const ink = filled ? `${rgb(state.fill)} rg\n` : "";
    const paint = filled && stroked ? "B" : filled ? "f" : "S";
    out.push(`q\n${opacity(state.opacity, state.strokeOpacity)}${ink}${pen}${pathOf(segments)}\n${paint}\nQ`);
  };

  const link = (href: string, runs: readonly PlacedRun[], m: Matrix): void => {
    const points = runs.flatMap(({ x, y, width, size }) => [
      [x, y - size],
      [x + width, y + size * 0.3],
    ]);
    const xs = points.map(([x = 0, y = 0]) => m[0] * x + m[2] * y + m[4]);
    const ys = points.map(([x = 0, y = 0]) => m[1] * x + m[3] * y + m[5]);
    if (xs.length) links.push({ href, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] });
  };

  const stateOf = (attributes: SvgNode["attributes"], before: State): State => {
    const own = Number(attributes["opacity"] ?? 1);
    return {
      ...letteringOf(attributes, before),
      stroke: attributes["stroke"] ?? before.stroke,
      strokeWidth: Number(attributes["stroke-width"] ?? before.strokeWidth),
      dashes: attributes["stroke-dasharray"] ?? before.dashes,
      join: attributes["stroke-linejoin"] ?? before.join,
      cap: attributes["stroke-linecap"] ?? before.cap,
      strokeOpacity: before.strokeOpacity * Number(attributes["stroke-opacity"] ?? 1) * own,
      matrix: attributes["transform"] ? times(before.matrix, matrixOf(attributes["transform"])) : before.matrix,
    };
  };

  const walk = (node: SvgNode, before: State, href: string | null): void => {
    if (["title", "desc", "style"].includes(node.name)) return;
    const state = stateOf(node.attributes, before);
    const transform = node.attributes["transform"];
    if (transform) out.push(`q\n${matrixOf(transform).map(num).join(" ")} cm`);
    if (node.name === "text") {
      const runs = placedRuns(node, state, measure);
      for (const run of runs) if (run.text.trim()) letters(run);
      if (href) link(href, runs, state.matrix);
    } else if (["svg", "g", "a"].includes(node.name)) {
      for (const child of node.children)
        if (typeof child === "object") walk(child, state, node.attributes["href"] ?? href);
    } else {
      const outline = outlineOf(node);
      if (!outline) throw new RangeError(`a figure has no element ${node.name}`);
      shape(outline, state);
    }
    if (transform) out.push("Q");
  };

  walk(
    root,
    {
      ...{ family: "", weight: 400, italic: false, size: 16, anchor: "start", fill: "#000000", opacity: 1 },
      ...{ stroke: "none", strokeWidth: 1, dashes: "none", join: "miter", cap: "butt", strokeOpacity: 1 },
      matrix: NOT_MOVED,
    },
    null,
  );
  return { operators: out.join("\n"), glyphs, opacities, links };
};
