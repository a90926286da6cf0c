/** Names of the files beside a figure's page: `timeline.office.svg` beside `embed/timeline/`. */
/** What stands after the figure's name. */
export const BESIDE = [
  "svg",
  "office.svg",
  "png",
  "@2x.png",
  "pdf",
  "csv",
  "json",
  "metadata.json",
  "oembed.json",
  "alt.txt",
] as const;
export type Beside = (typeof BESIDE)[number];

/** `timeline.svg`, `timeline@2x.png`. */
export const besideName = (figure: string, ending: Beside): string =>
  ending.startsWith("@") ? `${figure}${ending}` : `${figure}.${ending}`;

/**
 * Left out of what is kept: the larger picture, which would double a release and is drawn again from the SVG or the PDF,
 * and the oEmbed answer, which a build makes, since it says where the site is.
 */
export const NOT_KEPT: readonly Beside[] = ["@2x.png", "oembed.json"];
