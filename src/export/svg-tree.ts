/** Figures as trees: read from the markup that their components render to, changed, and written out again. */

export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex || decimal
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex ? 16 : 10))
      : (ENTITIES[name ?? ""] ?? whole),
  );

/** What an XML file may not hold. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const encoded = (text: string): string =>
  text.replace(UNPRINTABLE, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (SvgNode | string)[];
}

const attributesOf = (text: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/([^\s=]+)="([^"]*)"/g)) found[name] = decoded(value);
  return found;
};

/**
 * Reads well-formed markup as react-dom/server writes it: no comments, declarations or entities beyond XML's own.
 * Throws a SyntaxError where elements do not nest.
 */
export const readSvg = (markup: string): SvgNode => {
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [, close, name = "", attributes = "", self, text] of markup.matchAll(
    /<(\/)?([a-zA-Z][\w:-]*)((?:\s+[^\s=]+="[^"]*")*)\s*(\/)?>|([^<]+)/g,
  )) {
    const top = open.at(-1) ?? root;
    if (text !== undefined) top.children.push(decoded(text));
    else if (close) {
      if (top.name !== name || open.length < 2) throw new SyntaxError(`</${name}> closes nothing`);
      open.pop();
    } else {
      const node: Open = { name, attributes: attributesOf(attributes), children: [] };
      top.children.push(node);
      if (!self) open.push(node);
    }
  }
  const [svg] = root.children;
  if (open.length !== 1 || typeof svg !== "object") throw new SyntaxError("the markup is not one whole element");
  return svg;
};

/** As XML; an element without children closes itself. */
export const writeSvg = ({ name, attributes, children }: SvgNode): string => {
  const opening = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${encoded(value).replaceAll('"', "&quot;")}"`)
    .join("");
  if (!children.length) return `<${name}${opening}/>`;
  const inside = children.map((child) => (typeof child === "string" ? encoded(child) : writeSvg(child))).join("");
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
