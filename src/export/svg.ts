/** Figures as SVG files: for the web with the letters inside, for office programs in the plainest SVG there is. */
import { cleanFigure } from "./clean.ts";
import { kindOf } from "./lettering.ts";
import { mapSvg, type SvgNode, writeSvg } from "./svg-tree.ts";

/** A face of the figure as a file to be put inside of it. */
export interface InlineFont {
  readonly family: string;
  /** One weight, or a range: "400 700". */
  readonly weight: string;
  /** A woff2 file in base64. */
  readonly data: string;
  /** As CSS writes a `unicode-range`, where several files share a family. */
  readonly range?: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The rule that puts a face inside of a style sheet. */
export const faceRule = ({ family, weight, data, range }: InlineFont): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")${range ? `;unicode-range:${range}` : ""}}`;

/** Titles first, then `more`, then the drawing. */
const withHead = (root: SvgNode, more: SvgNode): SvgNode => {
  const at = root.children.findIndex((child) => typeof child === "object" && !["title", "desc"].includes(child.name));
  const before = at < 0 ? root.children.length : at;
  return { ...root, children: [...root.children.slice(0, before), more, ...root.children.slice(before)] };
};

/**
 * SVG for the web: live text, its faces inside as base64, links that open beside the page it stands in. `fonts` are
 * best cut down to the characters drawn (`usedFonts`); none leaves the lettering to whoever shows it.
 */
export const webSvg = (markup: string, fonts: readonly InlineFont[]): string => {
  const root = cleanFigure(markup);
  const linked = mapSvg(root, (node) =>
    node.name === "a" ? { ...node, attributes: { ...node.attributes, target: "_blank", rel: "noopener" } } : node,
  ) as SvgNode;
  const style: SvgNode = { name: "style", attributes: {}, children: [fonts.map(faceRule).join("")] };
  return DECLARATION + writeSvg(fonts.length ? withHead(linked, style) : linked);
};

/** Arimo, Liberation Sans and Arial have the same widths: what one program measures fits in another. */
export const OFFICE_STACK = "Arimo, 'Liberation Sans', Arial, sans-serif";
/** Arial has neither Hangul nor Han: the faces that systems have for them. */
const EASTERN = [
  {
    script: /[\p{Script=Hangul}]/u,
    stack: "'Malgun Gothic', 'Apple SD Gothic Neo', 'Noto Sans CJK KR', 'Noto Sans KR', sans-serif",
  },
  {
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    stack: "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  },
] as const;

export const easternStack = (char: string): string | null =>
  EASTERN.find(({ script }) => script.test(char))?.stack ?? null;

/** Runs of one stack each: a text whose letters need another face is parted. */
const parted = (text: string): (SvgNode | string)[] => {
  const runs: { stack: string | null; text: string }[] = [];
  for (const char of text) {
    const stack = easternStack(char);
    const last = runs.at(-1);
    if (last && last.stack === stack) last.text += char;
    else runs.push({ stack, text: char });
  }
  return runs.map((run) =>
    run.stack === null ? run.text : { name: "tspan", attributes: { "font-family": run.stack }, children: [run.text] },
  );
};

const LEFT_OUT = /^(?:data-.*|lang|xml:lang)$/;

const officeNode = (node: SvgNode): SvgNode | null => {
  // A title inside is a tooltip of the web.
  if (node.name === "title") return null;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(node.attributes)) if (!LEFT_OUT.test(name)) attributes[name] = value;
  if ("font-family" in attributes) attributes["font-family"] = OFFICE_STACK;
  if ("font-weight" in attributes)
    attributes["font-weight"] = Number(attributes["font-weight"]) >= 600 ? "bold" : "normal";
  const text = node.name === "text" || node.name === "tspan";
  return {
    name: node.name,
    attributes,
    children: text
      ? node.children.flatMap((child): (SvgNode | string)[] => (typeof child === "string" ? parted(child) : [child]))
      : node.children,
  };
};

/**
 * SVG for office programs: plain attributes, one Arial-metric stack, no style sheet, class, filter or reference. The
 * markup must have been laid out and rendered in `measuringWith(ARIMO, …)`. What it writes passes `lintOfficeSvg`.
 */
export const officeSvg = (markup: string): string => {
  const root = cleanFigure(markup);
  const children = root.children.flatMap((child): (SvgNode | string)[] => {
    if (typeof child === "string") return [child];
    if (child.name === "title" || child.name === "desc") return [child];
    const next = mapSvg(child, officeNode);
    return next === null ? [] : [next];
  });
  const { role: _, lang: __, "data-figure": ___, ...attributes } = root.attributes;
  const whole = { ...root, attributes: { ...attributes, "font-family": OFFICE_STACK }, children };
  return DECLARATION + writeSvg(whole);
};

/** Names of the faces of `fonts/`, one each: not every renderer looks further than the first name of a list. */
const ONE_FACE = { sans: "Inter", serif: "'Source Serif 4'" } as const;

/** SVG to be made into a picture by a renderer that is given the files of `fonts/` and no others. */
export const pictureSvg = (root: SvgNode): string => {
  const one = mapSvg(root, (node) => {
    const family = node.attributes["font-family"];
    if (family === undefined) return node;
    return { ...node, attributes: { ...node.attributes, "font-family": ONE_FACE[kindOf(family)] } };
  });
  return writeSvg(one ?? root);
};
