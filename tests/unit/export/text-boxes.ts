/** Where the lines of text of a drawing stand, as a renderer places them. */
import type { SvgNode } from "#export/svg-tree.ts";

export interface TextBox {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

interface State {
  readonly size: number;
  readonly weight: number;
  readonly anchor: string;
  readonly dx: number;
  readonly dy: number;
  readonly k: number;
  readonly turned: boolean;
}

const moved = (transform: string, state: State): State => {
  let { dx, dy, k, turned } = state;
  for (const [, name, list = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0] = list.split(/[\s,]+/).map(Number);
    if (name === "translate") [dx, dy] = [dx + k * a, dy + k * b];
    else if (name === "scale") k *= a;
    else turned = true;
  }
  return { ...state, dx, dy, k, turned };
};

/** One box a line; text that stands at an angle is left out. `measure` gives px for a text at a size and weight. */
export const textBoxes = (
  root: SvgNode,
  measure: (text: string, size: number, bold: boolean) => number,
): readonly TextBox[] => {
  const boxes: TextBox[] = [];
  const textOf = (node: SvgNode): string =>
    node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
  const stateOf = ({ attributes }: SvgNode, before: State): State =>
    moved(attributes.transform ?? "", {
      ...before,
      size: Number(attributes["font-size"] ?? before.size),
      weight:
        attributes["font-weight"] === undefined
          ? before.weight
          : /bold|[6-9]00/.test(attributes["font-weight"])
            ? 700
            : 400,
      anchor: attributes["text-anchor"] ?? before.anchor,
    });
  const add = (node: SvgNode, state: State): void => {
    const text = textOf(node);
    if (!text.trim() || state.turned) return;
    const width = measure(text, state.size, state.weight >= 600);
    const [x, y] = [Number(node.attributes.x ?? 0), Number(node.attributes.y ?? 0)];
    const left = state.anchor === "end" ? x - width : state.anchor === "middle" ? x - width / 2 : x;
    const at = (value: number, move: number): number => value * state.k + move;
    boxes.push({
      text,
      x0: at(left, state.dx),
      x1: at(left + width, state.dx),
      y0: at(y - state.size * 0.72, state.dy),
      y1: at(y + state.size * 0.02, state.dy),
    });
  };
  const walk = (node: SvgNode, before: State): void => {
    const state = stateOf(node, before);
    if (node.name === "text") {
      const lines = node.children.filter((child) => typeof child === "object" && child.attributes.y !== undefined);
      if (!lines.length) add(node, state);
      for (const line of lines) if (typeof line === "object") add(line, stateOf(line, state));
      return;
    }
    for (const child of node.children) if (typeof child === "object") walk(child, state);
  };
  walk(root, { size: 16, weight: 400, anchor: "start", dx: 0, dy: 0, k: 1, turned: false });
  return boxes;
};

/** Pairs of lines that run into one another. */
export const overlaps = (boxes: readonly TextBox[]): readonly string[] =>
  boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5)
      .map((b) => `“${a.text}” and “${b.text}”`),
  );
