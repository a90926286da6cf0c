/** What is pasted into another page to show a figure there, and what leads to it from paper and slides. */
import type { ClauseKey, Filter } from "#model/filter.ts";

export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
const ALLOW = "clipboard-write; web-share; fullscreen";

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/\s+/g, " ");

/** The keys of a figure's state, in the order of every address. */
const CLAUSES = [
  "partner",
  "topic",
  "type",
  "official",
  "place",
  "certainty",
  "from",
  "to",
  "q",
] as const satisfies readonly ClauseKey[];

export interface SnippetState {
  readonly filter: Filter;
  /** The open event; the figure `event` shows it. */
  readonly event: string | null;
  /** The timeline's window as an address has it. */
  readonly window: string | null;
  readonly lanes: string;
}

const value = (text: string): string =>
  encodeURIComponent(text).replace(/%20/g, "+").replace(/%3A/g, ":").replace(/%2F/g, "/");
const listed = (values: readonly string[]): string => values.map((one) => value(one.replaceAll(",", "%2C"))).join(",");

/**
 * Every state parameter with its value, defaults and empty ones too, and then every look parameter: what the figure
 * shows must not change where a default does. `look` are pairs as `writeLook` gives them.
 */
export const stateQuery = (
  { filter, event, window, lanes }: SnippetState,
  look: readonly (readonly [key: string, value: string])[] = [],
  lang = "en",
): string => {
  const clauses = CLAUSES.map((key): string => {
    const clause = filter[key];
    return `${key}=${Array.isArray(clause) ? listed(clause) : value((clause as string | null) ?? "")}`;
  });
  const view = [`event=${value(event ?? "")}`, `window=${value(window ?? "")}`, `lanes=${value(lanes)}`];
  return `?${[...clauses, ...view, `lang=${value(lang)}`, ...look.map(([key, text]) => `${key}=${value(text)}`)].join("&")}`;
};

export interface FrameTag {
  readonly src: string;
  /** Says what is shown, `alt.short`. */
  readonly title: string;
  /** Px the frame begins with. */
  readonly height: number;
}

/** A plain frame: works in every page that allows one, at a fixed height where the page does not listen. */
export const frameTag = ({ src, title, height }: FrameTag): string =>
  `<iframe src="${escaped(src)}" title="${escaped(title)}" loading="lazy" width="100%" height="${Math.ceil(height)}" style="border:0" sandbox="${SANDBOX}" allow="${ALLOW}" referrerpolicy="strict-origin-when-cross-origin"></iframe>`;

export interface Linked extends FrameTag {
  /** The full view. */
  readonly href: string;
  /** `alt.medium`. */
  readonly alt: string;
  readonly picture: { readonly src: string; readonly width: number; readonly height: number };
}

/** The picture alone, linked and described. */
export const pictureTag = ({ href, alt, picture }: Pick<Linked, "href" | "alt" | "picture">): string =>
  `<a href="${escaped(href)}"><img src="${escaped(picture.src)}" width="${picture.width}" height="${picture.height}" alt="${escaped(alt)}" style="max-width:100%;height:auto"></a>`;

/**
 * Our own tag around a linked picture, and the script that makes it live. Where tag and script are taken out, the
 * picture with its link and its words stays.
 */
export const webSnippet = (linked: Linked, script: string): string =>
  `<liaison-figure src="${escaped(linked.src)}" title="${escaped(linked.title)}" height="${Math.ceil(linked.height)}">${pictureTag(linked)}</liaison-figure>\n<script async src="${escaped(script)}"></script>`;

/** For a document: the picture with a caption that says whose it is and where it stays as it is. */
export const reportSnippet = (linked: Linked, caption: readonly string[]): string =>
  [
    `<figure>`,
    `  ${pictureTag(linked)}`,
    `  <figcaption>${caption.map(escaped).join("<br>")}<br><a href="${escaped(linked.src)}">${escaped(linked.src)}</a></figcaption>`,
    `</figure>`,
  ].join("\n");

/** For the notes of a slide: what is seen, whose it is, where it is. */
export const slideText = (title: string, alt: string, source: readonly string[], address: string): string =>
  [title, "", alt, "", ...source, address].join("\n");
