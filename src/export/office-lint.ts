/** What makes an SVG fail in office programs, found before a reader finds it. */
import { ARIMO } from "#lib/arimo-widths.gen.ts";
import { easternStack, OFFICE_STACK } from "./svg.ts";
import { readSvg, runsOf, type SvgNode } from "./svg-tree.ts";

const ELEMENTS = new Set("svg title desc g a rect circle ellipse path line polyline polygon text tspan".split(" "));

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/<foreignObject\b/i, "foreignObject"],
  [/@font-face/i, "@font-face"],
  [/@import/i, "@import"],
  [/\bvar\(/, "var()"],
  [/currentColor/i, "currentColor"],
  [/\sclass="/, "class"],
  [/\sstyle="/, "style"],
  [/<style\b/i, "style sheet"],
  [/mix-blend-mode/i, "mix-blend-mode"],
  [/<filter\b|\sfilter="/i, "filter"],
  [/\surl\(|="url\(/i, "reference to another part"],
  [/<image\b|<use\b|<script\b/i, "image, use or script"],
];

const nodesOf = (node: SvgNode): readonly SvgNode[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === "string" ? [] : nodesOf(child))),
];

const covered = new Set(ARIMO.sans.flatMap(([first = 0, ...run]) => run.map((_, at) => first + at)));

const frameProblems = ({ attributes, children }: SvgNode): readonly string[] => [
  ...(attributes.xmlns === "http://www.w3.org/2000/svg" ? [] : ["no xmlns"]),
  ...["width", "height"]
    .filter((name) => !/^\d+(\.\d+)?$/.test(attributes[name] ?? ""))
    .map((name) => `no ${name} in px`),
  ...(/^(?:-?[\d.]+\s){3}-?[\d.]+$/.test(attributes.viewBox ?? "") ? [] : ["no viewBox"]),
  ...["title", "desc"]
    .filter(
      (name) =>
        !children.some((child) => typeof child === "object" && child.name === name && child.children.join("").trim()),
    )
    .map((name) => `no ${name}`),
];

const textProblems = (root: SvgNode): readonly string[] => {
  const problems = new Set<string>();
  for (const { text, family } of runsOf(root)) {
    if (!text.trim()) continue;
    const eastern = [...text].map(easternStack).find((stack) => stack !== null);
    if (family !== OFFICE_STACK && family !== eastern) problems.add(`text in “${family}”: ${text.slice(0, 40)}`);
    if (family === eastern) continue;
    for (const char of text)
      if (!covered.has(char.codePointAt(0) ?? 0) && !/[\s\p{Cf}]/u.test(char))
        problems.add(`“${char}” U+${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")} is not in Arimo`);
  }
  return [...problems];
};

/** Everything in an SVG file that office programs are known to draw wrongly or not at all; empty where it is fit for them. */
export const lintOfficeSvg = (svg: string): readonly string[] => {
  const found = FORBIDDEN.filter(([pattern]) => pattern.test(svg)).map(([, name]) => name);
  let root: SvgNode;
  try {
    root = readSvg(svg.replace(/^<\?xml[^>]*\?>\s*/, ""));
  } catch (error) {
    return [...found, error instanceof Error ? error.message : String(error)];
  }
  const strange = [...new Set(nodesOf(root).map((node) => node.name))].filter((name) => !ELEMENTS.has(name));
  const external = nodesOf(root).filter(
    ({ name, attributes }) => name !== "a" && Object.keys(attributes).some((key) => /(^|:)href$|^src$/.test(key)),
  );
  const noted = nodesOf(root).flatMap(({ attributes }) => Object.entries(attributes));
  const marked = noted.filter(
    ([name, value]) => /^(fill|stroke)$/.test(name) && !/^(?:none|#[0-9a-f]{6})$/i.test(value),
  );
  return [
    ...found,
    ...frameProblems(root),
    ...strange.map((name) => `element ${name}`),
    ...external.map(({ name }) => `${name} refers to another file`),
    ...[...new Set(marked.map(([name, value]) => `${name}="${value}"`))],
    ...textProblems(root),
  ];
};
