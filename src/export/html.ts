/**
 * A figure as one web page that opens from disk: the drawing with its letters inside, its table, how it counts, how it
 * is cited. It asks no network for anything and runs no script.
 */

import type { FigureText } from "#charts/kit/figure-text.ts";
import { LIGHT } from "#charts/kit/theme.ts";
import { citeBibtex, citeText, sourceText } from "./cite.ts";
import type { LinkedText } from "./docx.ts";
import { htmlStyle } from "./html-style.ts";
import { element, writeHtml } from "./html-tree.ts";
import { type Cited, type ExportInfo, isWeb } from "./info.ts";
import { faceRule, type InlineFont } from "./svg.ts";
import { mapSvg, type SvgNode } from "./svg-tree.ts";
import { twoTones } from "./two-tones.ts";

export interface HtmlFigure {
  readonly info: ExportInfo;
  readonly text: FigureText;
  /** The same figure on both grounds, cleaned, best without title and footer: the page has its own. */
  readonly light: SvgNode;
  readonly dark: SvgNode;
  /** Px that the drawing is at most shown in. */
  readonly width: number;
  /** The filter in words and how much fits it; empty for what has no filter. */
  readonly shown: string;
  /** One line under the drawing: publishers, release, address, licence. */
  readonly source: readonly LinkedText[];
  /** Page of the licence, or null. */
  readonly licence: string | null;
}

const linked = ({ text, href }: LinkedText): SvgNode | string =>
  href !== null && isWeb(href) ? element("a", { href }, text) : text;

const DESCRIBED = "drawn";

/** Named by the page's heading, described by what it says of itself; its own title would show over every blank of it. */
const pictured = (root: SvgNode, lang: string): SvgNode => {
  const { width: _, height: __, ...attributes } = root.attributes;
  return {
    ...root,
    attributes: { ...attributes, lang, "aria-labelledby": "title", "aria-describedby": DESCRIBED },
    children: root.children.flatMap((child): (SvgNode | string)[] => {
      if (typeof child === "string" || child.name === "title") return typeof child === "string" ? [child] : [];
      return [child.name === "desc" ? { ...child, attributes: { ...child.attributes, id: DESCRIBED } } : child];
    }),
  };
};

/** Height to width up to which a drawing is made smaller to stand on one page of paper; a longer one runs over several. */
const ONE_PAGE = 2;

const shapeOf = ({ attributes }: SvgNode): number => {
  const [, , width = 1, height = 1] = (attributes.viewBox ?? "").split(" ").map(Number);
  return height / width;
};

const scrolling = (className: string, label: SvgNode["attributes"], child: SvgNode): SvgNode =>
  // A box that scrolls must be within reach of the keyboard.
  element("div", { class: `scroll ${className}`.trim(), role: "group", ...label, tabindex: "0" }, child);

/** Columns that a page of paper has room for. */
const WIDE = 12;

/** Characters from which a column needs room, so that a list in it is no tower. */
const LONG = 100;

const tableOf = ({ caption, columns, rows }: FigureText["table"]): SvgNode => {
  const long = columns.map((_, at) => rows.some(({ cells }) => (cells[at]?.length ?? 0) > LONG));
  const cell = (text: string, at: number): SvgNode =>
    at === 0 ? element("th", { scope: "row" }, text) : element("td", long[at] ? { class: "long" } : {}, text);
  return element(
    "table",
    columns.length > WIDE ? { class: "wide" } : {},
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)))),
    element("tbody", {}, ...rows.map(({ cells }) => element("tr", {}, ...cells.map(cell)))),
  );
};

const folded = (summary: string, ...children: readonly SvgNode[]): SvgNode =>
  element("details", {}, element("summary", {}, summary), ...children);

const behind = (source: Cited, info: ExportInfo): SvgNode => {
  const said = sourceText(source, info);
  const before = said.slice(0, said.length - source.url.length);
  return element("li", {}, before, linked({ text: source.url, href: source.url }));
};

const pieces = ({ info, licence }: HtmlFigure): readonly LinkedText[] => {
  const { export: said, embed, figures, dates } = info.words;
  return [
    { text: info.live === null ? "" : said.sheet.live, href: info.live },
    { text: info.frozen === null ? "" : said.sheet.frozen, href: info.frozen },
    { text: said.licensedAs(info.record.license), href: licence },
    { text: info.release === null ? "" : figures.release(info.release), href: null },
    { text: embed.dataOf(dates.date(info.record.release)), href: null },
  ].filter(({ text }) => text !== "");
};

const bodyOf = (figure: HtmlFigure, drawing: SvgNode, className: string): SvgNode => {
  const { info, text, shown, source } = figure;
  const { export: said, embed, lang } = info.words;
  const { sources } = info;
  return element(
    "body",
    {},
    element(
      "main",
      {},
      element("h1", { id: "title" }, text.title),
      shown === "" ? null : element("p", { class: "quiet" }, shown),
      element(
        "figure",
        {},
        scrolling(className, { "aria-labelledby": "title" }, pictured(drawing, lang)),
        element("figcaption", {}, ...source.map(linked)),
      ),
      folded(said.sheet.inWords, element("p", {}, text.alt.long)),
      folded(
        said.sheet.rows(text.table.rows.length),
        scrolling("", { "aria-label": text.table.caption }, tableOf(text.table)),
      ),
      element("h2", {}, embed.howWeCount),
      element("p", {}, text.howWeCount),
      element("h2", {}, said.readme.cite),
      element("p", { class: "cite" }, citeText({ ...info, sources: [] })),
      sources.length ? element("p", {}, `${said.behind}:`) : null,
      sources.length ? element("ul", { class: "cite" }, ...sources.map((one) => behind(one, info))) : null,
      folded(said.citeFormats.bibtex, element("pre", {}, citeBibtex(info))),
      element(
        "footer",
        {},
        element("p", {}, ...pieces(figure).flatMap((piece, at) => [...(at ? [" | "] : []), linked(piece)])),
      ),
    ),
  );
};

const BOLD = new Set(["h2", "summary", "th"]);

/** The page's text with the lettering it has by the style sheet, for whoever looks up which faces it takes. */
const letteringOf = (body: SvgNode): SvgNode => {
  const told = mapSvg(body, (node) => {
    const { name, attributes } = node;
    if (name === "pre") return null;
    if (name === "h1")
      return { ...node, attributes: { ...attributes, "font-family": LIGHT.serif, "font-weight": "600" } };
    if (BOLD.has(name)) return { ...node, attributes: { ...attributes, "font-weight": "600" } };
    return name === "body" ? { ...node, attributes: { ...attributes, "font-family": LIGHT.sans } } : node;
  });
  return told ?? body;
};

/** Names the one style sheet by its digest where it can be had: a page that came without encryption has none. */
const styleSource = async (style: string): Promise<string> => {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined) return "'unsafe-inline'";
  const digest = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(style)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
};

const policyOf = async (style: string): Promise<string> =>
  [
    "default-src 'none'",
    `style-src ${await styleSource(style)}`,
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/**
 * The page; `fontsOf` gives the faces of a text, to be put inside. The same figure and faces give the same bytes.
 * Rejects as `fontsOf` does.
 */
export const toHtml = async (
  figure: HtmlFigure,
  fontsOf: (lettered: SvgNode) => Promise<readonly InlineFont[]>,
): Promise<string> => {
  const { info, text, light, dark, width } = figure;
  const tones = twoTones(light, dark);
  const body = bodyOf(figure, tones?.root ?? light, tones ? "drawing" : "drawing light");
  const faces = (await fontsOf(letteringOf(body))).map(faceRule).join("\n");
  const style = htmlStyle({ faces, width, dark: tones?.dark ?? "", onePage: shapeOf(light) <= ONE_PAGE });
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: await policyOf(style) }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("meta", { name: "description", content: text.alt.medium }),
    element("title", {}, text.title),
    element("style", {}, style),
  );
  return `<!doctype html>\n${writeHtml(element("html", { lang: info.words.lang }, head, body))}\n`;
};
