/** Figures as trees: read from the markup that their components render to, changed, and written out again. */

import { SaxesParser } from "saxes";

export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

/** What an XML file may not hold. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const encoded = (text: string): string =>
  text.replace(UNPRINTABLE, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** `signs` become numbers: quotes that would end a value, breaks that a reader would make blanks of. */
const kept = (text: string, signs: RegExp): string =>
  encoded(text).replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (SvgNode | string)[];
}

/** Reads the markup of one element. Throws a SyntaxError where it is not well-formed XML. */
export const readSvg = (markup: string): SvgNode => {
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => {
    throw new SyntaxError(message);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Open = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.write(markup.replace(UNPRINTABLE, " ")).close();
  const svg = root.children.find((child) => typeof child === "object");
  if (svg === undefined) throw new SyntaxError("the markup has no element");
  return svg;
};

/** The text between elements. */
export const writeText = (text: string): string => kept(text, /\r/g);

/** Each with a blank before it, as they stand in an opening tag. */
export const writeAttributes = (attributes: SvgNode["attributes"]): string =>
  Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${kept(value, /[\t\n\r"]/g)}"`)
    .join("");

/** As XML; an element without children closes itself. */
export const writeSvg = ({ name, attributes, children }: SvgNode): string => {
  const opening = writeAttributes(attributes);
  if (!children.length) return `<${name}${opening}/>`;
  const inside = children.map((child) => (typeof child === "string" ? writeText(child) : writeSvg(child))).join("");
  return `<${name}${opening}>${inside}</${name}>`;
};

/** Every element from the root down, each changed by `change` after its children; null leaves it out. */
export const mapSvg = (node: SvgNode, change: (node: SvgNode) => SvgNode | null): SvgNode | null =>
  change({
    ...node,
    children: node.children.flatMap((child) => {
      const next = typeof child === "string" ? child : mapSvg(child, change);
      return next === null ? [] : [next];
    }),
  });

/** A piece of text with the lettering it inherits. */
export interface Run {
  readonly text: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

const weightOf = (value: string): number => (value === "bold" ? 700 : value === "normal" ? 400 : Number(value) || 400);

/** The text that is drawn, piece by piece: titles and descriptions are not. */
export const runsOf = (root: SvgNode): readonly Run[] => {
  const runs: Run[] = [];
  const walk = (node: SvgNode, before: Omit<Run, "text">): void => {
    if (node.name === "title" || node.name === "desc" || node.name === "style") return;
    const { "font-family": family, "font-weight": weight, "font-style": style } = node.attributes;
    const lettering = {
      family: family ?? before.family,
      weight: weight === undefined ? before.weight : weightOf(weight),
      italic: style === undefined ? before.italic : style === "italic",
    };
    for (const child of node.children)
      if (typeof child === "string") runs.push({ text: child, ...lettering });
      else walk(child, lettering);
  };
  walk(root, { family: "", weight: 400, italic: false });
  return runs;
};
