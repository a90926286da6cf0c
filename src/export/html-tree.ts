/** HTML written from trees, as figures are: what a record holds becomes text or the value of an attribute, never markup. */
import { type SvgNode, writeAttributes, writeSvg, writeText } from "./svg-tree.ts";

type Child = SvgNode | string | null;

export const element = (name: string, attributes: SvgNode["attributes"], ...children: readonly Child[]): SvgNode => ({
  name,
  attributes,
  children: children.filter((child) => child !== null),
});

const VOID = new Set(["meta", "br"]);

/** @throws RangeError for a style sheet that would end its element */
export const writeHtml = (node: SvgNode): string => {
  const { name, attributes, children } = node;
  if (name === "svg") return writeSvg(node);
  const opening = `<${name}${writeAttributes(attributes)}>`;
  if (VOID.has(name)) return opening;
  if (name === "style") {
    const sheet = children.join("");
    if (sheet.includes("<")) throw new RangeError("a style sheet holds no <");
    return `${opening}${sheet}</style>`;
  }
  const inside = children.map((child) => (typeof child === "string" ? writeText(child) : writeHtml(child))).join("");
  return `${opening}${inside}</${name}>`;
};
