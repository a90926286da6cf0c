/** From a figure as a page draws it to one that stands in a file of its own. */
import { mapSvg, readSvg, type SvgNode } from "./svg-tree.ts";

/** What only a page needs. */
const OF_PAGES =
  /^(?:aria-.*|role|tabindex|class|cursor|pointer-events|data-(?!event|official|place|partner|agreement|commitment|statistic|figure).*)$/;

const rounded = (value: string): string =>
  value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));

const kept = (attributes: SvgNode["attributes"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !OF_PAGES.test(name))
      .map(([name, value]) => [name, name === "transform" || name.startsWith("data-") ? value : rounded(value)]),
  );

/** Drawn for the pointer alone. */
const unseen = ({ name, attributes }: SvgNode): boolean =>
  name === "rect" && attributes.fill === "none" && attributes.stroke === undefined;

/** A figure inside of a figure becomes a group, since not every program knows a nested drawing. */
const asGroup = ({ attributes, children }: SvgNode): SvgNode => {
  const { xmlns: _, width: __, height: ___, viewBox: ____, display: _____, ...rest } = attributes;
  return { name: "g", attributes: rest, children };
};

const ownTitle = (node: SvgNode): boolean => node.name === "title" || node.name === "desc";

/**
 * Reads markup of a composed figure and takes out what only a page needs: roles of its parts, handles for the pointer,
 * nesting, empty groups, more than two decimals. Throws a SyntaxError for anything that is not one SVG element.
 */
export const cleanFigure = (markup: string): SvgNode => {
  const root = readSvg(markup);
  if (root.name !== "svg") throw new SyntaxError("a figure is an svg element");
  const inside = root.children.flatMap((child) => {
    const next =
      typeof child === "string"
        ? child
        : mapSvg(child, (node) => {
            if (unseen(node)) return null;
            const plain = { ...node, attributes: kept(node.attributes) };
            if (node.name === "svg") return asGroup(plain);
            if (node.name === "g" && !node.children.length) return null;
            return plain;
          });
    return next === null ? [] : [next];
  });
  const titles = inside.filter((child) => typeof child === "object" && ownTitle(child));
  const { role = "img" } = root.attributes;
  return {
    name: "svg",
    attributes: { ...kept(root.attributes), role },
    children: [...titles, ...inside.filter((child) => !titles.includes(child))],
  };
};
