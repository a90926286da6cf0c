/** Lines of an SVG text element, placed letter by letter run. */
import { lettered } from "../lettering.ts";
import type { Run, SvgNode } from "../svg-tree.ts";

export interface Lettering extends Omit<Run, "text"> {
  readonly size: number;
  readonly anchor: string;
  readonly fill: string;
  readonly opacity: number;
}

/** A run of glyphs of one font file from a point on its base line. */
export interface PlacedRun extends Omit<Lettering, "anchor" | "family" | "weight"> {
  readonly file: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Chunk {
  x: number;
  y: number;
  anchor: string;
  width: number;
  readonly runs: { run: Omit<PlacedRun, "x" | "y">; dx: number }[];
}

/** What an element changes of the lettering it inherits. */
export const letteringOf = (attributes: SvgNode["attributes"], before: Lettering): Lettering => {
  const { "font-weight": weight, "font-style": style } = attributes;
  return {
    family: attributes["font-family"] ?? before.family,
    weight: weight === undefined ? before.weight : weight === "bold" ? 700 : Number(weight) || 400,
    italic: style === undefined ? before.italic : style === "italic",
    size: Number(attributes["font-size"] ?? before.size),
    anchor: attributes["text-anchor"] ?? before.anchor,
    fill: attributes.fill ?? before.fill,
    opacity: before.opacity * Number(attributes["fill-opacity"] ?? 1) * Number(attributes.opacity ?? 1),
  };
};

/**
 * Runs of a text element. A new x or y begins a chunk, which its anchor moves as a whole; `dx` moves what follows.
 * `measure` is the width of a text in a font file at a size.
 */
export const placedRuns = (
  node: SvgNode,
  inherited: Lettering,
  measure: (file: string, text: string, size: number) => number,
): readonly PlacedRun[] => {
  const chunks: Chunk[] = [];
  const walk = (at: SvgNode, lettering: Lettering): void => {
    const { x, y, dx } = at.attributes;
    const last = chunks.at(-1);
    if (x !== undefined || y !== undefined || !last)
      chunks.push({
        x: x === undefined ? (last ? last.x + last.width : 0) : Number(x),
        y: y === undefined ? (last?.y ?? 0) : Number(y),
        anchor: lettering.anchor,
        width: 0,
        runs: [],
      });
    const chunk = chunks.at(-1) as Chunk;
    if (dx !== undefined && chunk.runs.length) chunk.width += Number(dx);
    for (const child of at.children) {
      if (typeof child !== "string") {
        if (child.name === "tspan" || child.name === "a") walk(child, letteringOf(child.attributes, lettering));
        continue;
      }
      const current = chunks.at(-1) as Chunk;
      const { family, weight, italic, size, fill, opacity } = lettering;
      for (const { file, text } of lettered({ text: child.replace(/\s+/g, " "), family, weight, italic })) {
        const width = measure(file.file, text, size);
        current.runs.push({ run: { file: file.file, text, width, italic, size, fill, opacity }, dx: current.width });
        current.width += width;
      }
    }
  };
  walk(node, inherited);
  return chunks.flatMap(({ x, y, anchor, width, runs }) => {
    const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
    return runs.map(({ run, dx }) => ({ ...run, x: left + dx, y }));
  });
};
