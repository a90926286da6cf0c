import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSvg, runsOf, type SvgNode, writeSvg } from "#export/svg-tree.ts";

const name = fc.constantFrom("g", "text", "tspan", "path", "rect");
const value = fc
  .string({ unit: "grapheme" })
  .filter((text) => /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u.test(text));
const attributes = fc.dictionary(fc.constantFrom("x", "fill", "data-event", "font-family"), value);
const tree = fc.letrec<{ node: SvgNode }>((tie) => ({
  node: fc.record({
    name,
    attributes,
    children: fc.array(
      fc.oneof(
        { depthSize: "small" },
        value.filter((text) => text !== ""),
        tie("node"),
      ),
      { maxLength: 3 },
    ),
  }),
})).node;
/** Texts side by side are one text once they are written. */
const joined = (node: SvgNode): SvgNode => ({
  ...node,
  children: node.children.reduce<(SvgNode | string)[]>((list, child) => {
    const last = list.at(-1);
    if (typeof child === "string" && typeof last === "string") list[list.length - 1] = last + child;
    else list.push(typeof child === "string" ? child : joined(child));
    return list;
  }, []),
});

describe("readSvg and writeSvg", () => {
  it("give back what they were given", () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(readSvg(writeSvg(node))).toEqual(joined(node));
      }),
    );
  });
  it("leave out what XML may not hold", () => {
    expect(writeSvg({ name: "text", attributes: {}, children: ["a\u0000b\ud800"] })).toBe("<text>a b </text>");
  });
  it("refuse elements that do not nest", () => {
    for (const markup of ["<g><a></g></a>", "<g>", "</g>", "text", ""])
      expect(() => readSvg(markup)).toThrow(SyntaxError);
  });
});

describe("runsOf", () => {
  it("inherits lettering and passes over titles", () => {
    const root = readSvg(
      '<svg font-family="Inter"><title>no</title><g font-weight="600"><text>a<tspan font-weight="400" font-style="italic">b</tspan></text></g></svg>',
    );
    expect(runsOf(root)).toEqual([
      { text: "a", family: "Inter", weight: 600, italic: false },
      { text: "b", family: "Inter", weight: 400, italic: true },
    ]);
  });
});
