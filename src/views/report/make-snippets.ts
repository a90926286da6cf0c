/** Writes what is on the screen as snippets for other pages. Loaded when a reader first asks for one. */
import { renderToStaticMarkup } from "react-dom/server";
import { LIGHT } from "#charts/kit/theme.ts";
import { loadShapes } from "#charts/map/load-shapes.ts";
import { formatWindow } from "#charts/timeline/window-text.ts";
import { infoOf } from "#export/asked.ts";
import { citeText } from "#export/cite.ts";
import { frameTag, type Linked, reportSnippet, slideText, stateQuery, webSnippet } from "#export/snippet.ts";
import { webSvg } from "#export/svg.ts";
import { composeFigure } from "#figures/compose.tsx";
import { creditLines } from "#figures/credit.ts";
import { growth } from "#figures/growth.ts";
import type { Asked } from "#figures/one.ts";
import { PRESETS } from "#figures/presets.ts";
import { askFigure } from "#figures/registry.ts";
import { isUnfiltered, NO_FILTER } from "#model/filter.ts";
import { type Dark, writeLook } from "#model/look.ts";
import { writeAddress } from "#model/url.ts";
import type { SnippetKind } from "#model/words/en/snippets.ts";
import type { Making, Shown } from "./make-data.ts";

export interface SnippetChoice {
  readonly frozen: boolean;
  readonly dark: Dark;
}

export interface Snippets {
  readonly texts: Readonly<Record<SnippetKind, string>>;
  /** The frame's own address. */
  readonly address: string;
  /** True where the picture had to be put into the snippet. */
  readonly inside: boolean;
}

/** Around a drawing with its words, px; the frame tells its true height once it runs. */
const AROUND = 50;

/** Folder of the site's pictures that show just this question, from the page's own; null where there are none. */
const pictureFolder = ({ filter, view, figure }: Shown, frozen: boolean): string | null => {
  const plain = view.window === null && view.lanes === "partner" && (figure !== "event" || view.event === null);
  if (!plain) return null;
  if (isUnfiltered(filter)) return "";
  const [partner, ...more] = filter.partner;
  const alone = partner !== undefined && more.length === 0 && isUnfiltered({ ...filter, partner: NO_FILTER.partner });
  return alone && !frozen ? `${encodeURIComponent(partner)}/` : null;
};

/** Snippets of a figure of the site's record. Rejects where the store does, or where the site has no address for it. */
export const makeSnippets = async (
  shown: Shown,
  making: Making,
  { frozen, dark }: SnippetChoice,
  publishers: readonly string[],
): Promise<Snippets> => {
  const { store, edition, addresses } = making;
  const { words } = edition;
  const { figure, filter } = shown;
  // A frame asks by its address, which does not say how the panel was narrowed: its picture shows the same.
  const { officials: _, ...view } = shown.view;
  const asked: Asked = await askFigure(store, figure, filter, view);
  const known = addresses(shown);
  const base = (frozen ? known.frozen : known.live)?.replace(/[?#].*$/s, "");
  if (base === undefined) throw new Error("the figure has no address");
  const lanes = view.lanes;
  const window = view.window && formatWindow(view.window);
  const address = `${base}${stateQuery({ filter, event: view.event, window, lanes }, writeLook({ dark }), words.lang)}`;
  const href = new URL(`./${writeAddress(filter, { event: view.event, window, lanes })}`, document.baseURI).href;
  const credit = {
    publishers,
    retrieved: edition.record.release,
    licence: edition.record.license,
    release: edition.release ?? "",
    address,
    shortAddress: base.replace(/^https?:\/\//, ""),
  };
  const shapes = figure === "map" ? await loadShapes() : null;
  const composed = composeFigure(asked, { size: PRESETS.web, theme: LIGHT, words, shapes, credit });
  const folder = pictureFolder(shown, frozen);
  const svg = folder === null ? webSvg(renderToStaticMarkup(composed.element), []) : "";
  const picture = {
    src: folder === null ? `data:image/svg+xml,${encodeURIComponent(svg)}` : `${base}${folder}${figure}.svg`,
    width: composed.width,
    height: composed.height,
  };
  const { text } = composed;
  const linked: Linked = {
    ...{ src: address, href, picture },
    title: text.alt.short,
    alt: text.alt.medium,
    height: composed.height + AROUND + growth(figure),
  };
  const lines = creditLines(asked, credit, words);
  const caption = [
    text.title,
    ...lines,
    [words.figures.licence(credit.licence), words.figures.release(credit.release)].join(". "),
  ];
  return {
    address,
    inside: folder === null,
    texts: {
      page: webSnippet(linked, new URL("liaison-embed.js", document.baseURI).href),
      frame: frameTag(linked),
      report: reportSnippet(linked, caption),
      slides: slideText(
        text.title,
        text.alt.medium,
        [...caption.slice(1), citeText({ ...infoOf(asked, text, edition, known), sources: [] })],
        address,
      ),
    },
  };
};
