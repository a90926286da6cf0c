/** Draws a figure's tree on a page of PDFKit, element by element. */
import type { SvgNode } from "../svg-tree.ts";
import { type Lettering, letteringOf, type PlacedRun, placedRuns } from "./text.ts";

type Doc = PDFKit.PDFDocument;

interface Drawing {
  /** Files that have been registered. */
  readonly fonts: ReadonlySet<string>;
  /** The element of the document's structure that links belong to. */
  readonly links: ReturnType<Doc["struct"]>;
}

interface State extends Lettering {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashes: string;
  readonly dashesFrom: number;
  readonly join: string;
  readonly cap: string;
  readonly strokeOpacity: number;
  readonly href: string | null;
}

const START: State = {
  ...{ family: "", weight: 400, italic: false, size: 16, anchor: "start", fill: "#000000", opacity: 1 },
  ...{ stroke: "none", strokeWidth: 1, dashes: "none", dashesFrom: 0, join: "miter", cap: "butt", strokeOpacity: 1 },
  href: null,
};

/** Lean of a face that has no italic of its own, degrees. */
const LEAN = 12;

const stateOf = (attributes: SvgNode["attributes"], before: State): State => ({
  ...letteringOf(attributes, before),
  stroke: attributes.stroke ?? before.stroke,
  strokeWidth: Number(attributes["stroke-width"] ?? before.strokeWidth),
  dashes: attributes["stroke-dasharray"] ?? before.dashes,
  dashesFrom: Number(attributes["stroke-dashoffset"] ?? before.dashesFrom),
  join: attributes["stroke-linejoin"] ?? before.join,
  cap: attributes["stroke-linecap"] ?? before.cap,
  strokeOpacity: before.strokeOpacity * Number(attributes["stroke-opacity"] ?? 1) * Number(attributes.opacity ?? 1),
  href: attributes.href ?? before.href,
});

const transform = (doc: Doc, list: string): void => {
  for (const [, name, numbers = ""] of list.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b, c = 0] = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (name === "translate") doc.translate(a, b ?? 0);
    else if (name === "scale") doc.scale(a, b ?? a);
    else if (name === "rotate") doc.rotate(a, { origin: [b ?? 0, c] });
    else throw new RangeError(`a figure has no transform ${name}`);
  }
};

const colour = (value: string): string => {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new RangeError(`a figure has no colour ${value}`);
  return value;
};

/** Adds the outline of a basic shape to the current path. */
const outline = (doc: Doc, { name, attributes }: SvgNode): void => {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  if (name === "path") doc.path(attributes.d ?? "");
  else if (name === "circle") doc.circle(number("cx"), number("cy"), number("r"));
  else if (name === "ellipse") doc.ellipse(number("cx"), number("cy"), number("rx"), number("ry"));
  else if (name === "line") doc.moveTo(number("x1"), number("y1")).lineTo(number("x2"), number("y2"));
  else if (name === "rect") doc.roundedRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
  else throw new RangeError(`a figure has no element ${name}`);
};

const shape = (doc: Doc, node: SvgNode, state: State): void => {
  const filled = state.fill !== "none";
  const stroked = state.stroke !== "none" && state.strokeWidth > 0;
  if (!filled && !stroked) return;
  doc.save();
  if (filled) doc.fillColor(colour(state.fill), state.opacity);
  if (stroked) {
    doc.strokeColor(colour(state.stroke), state.strokeOpacity).lineWidth(state.strokeWidth);
    doc.lineJoin(state.join).lineCap(state.cap);
    const dashes = state.dashes === "none" ? [] : state.dashes.split(/[\s,]+/).map(Number);
    if (dashes.length) doc.dash(dashes, { phase: state.dashesFrom });
  }
  outline(doc, node);
  if (filled && stroked) doc.fillAndStroke();
  else if (filled) doc.fill();
  else doc.stroke();
  doc.restore();
};

const letters = (doc: Doc, { file, text, x, y, size, italic, fill, opacity }: PlacedRun): void => {
  doc.save().font(file, size).fillColor(colour(fill), opacity);
  doc.text(text, x, y, { lineBreak: false, baseline: "alphabetic", oblique: italic ? LEAN : false });
  doc.restore();
};

const link = (doc: Doc, runs: readonly PlacedRun[], href: string, parent: Drawing["links"]): void => {
  if (!runs.length) return;
  const left = Math.min(...runs.map(({ x }) => x));
  const right = Math.max(...runs.map(({ x, width }) => x + width));
  const top = Math.min(...runs.map(({ y, size }) => y - size));
  const foot = Math.max(...runs.map(({ y, size }) => y + size * 0.3));
  const element = doc.struct("Link", { alt: href });
  parent.add(element);
  doc.link(left, top, right - left, foot - top, href, { structParent: element });
  element.end();
};

/** Draws a cleaned figure. Throws where it holds what figures do not: another element, transform or kind of colour. */
export const drawFigure = (doc: Doc, root: SvgNode, { fonts, links }: Drawing): void => {
  const measure = (file: string, text: string, size: number): number => {
    if (!fonts.has(file)) throw new RangeError(`no bytes were given for ${file}`);
    return doc.font(file, size).widthOfString(text);
  };
  const walk = (node: SvgNode, before: State): void => {
    if (["title", "desc", "style"].includes(node.name)) return;
    const state = stateOf(node.attributes, before);
    doc.save();
    transform(doc, node.attributes.transform ?? "");
    if (node.name === "text") {
      const runs = placedRuns(node, state, measure);
      for (const run of runs) if (run.text.trim()) letters(doc, run);
      if (state.href) link(doc, runs, state.href, links);
    } else if (["svg", "g", "a"].includes(node.name)) {
      for (const child of node.children) if (typeof child === "object") walk(child, state);
    } else shape(doc, node, state);
    doc.restore();
  };
  walk(root, START);
};
