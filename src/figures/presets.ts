/** How large a figure is for what it goes into. */

export interface FigureSize {
  /** What the figure is laid out in, px; a null height is as high as the figure needs. */
  readonly width: number;
  readonly height: number | null;
  /** What a height of its own may come to; rows beyond it are counted instead of drawn. Null is any. */
  readonly tallest: number | null;
  /** Px of the file for each px of the layout: above 1 the type is larger than on the page. */
  readonly scale: number;
}

export interface Preset extends FigureSize {
  readonly id: PresetName;
  /** Width on paper or slide, cm. */
  readonly cm: number;
}

export const PRESET_NAMES = ["a4-column", "a4-full", "slide", "square", "web"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** Px of CSS in a centimetre: 96 to the inch. */
export const PX_PER_CM = 96 / 2.54;

/** Of an A4 page, with room for a caption, cm. */
const PAGE = 23.5;

const onPaper = (id: PresetName, width: number, height: number | null, cm: number): Preset => ({
  id,
  width,
  height,
  tallest: Math.floor((width * PAGE) / cm),
  cm,
  scale: (cm * PX_PER_CM) / width,
});

/**
 * On A4 the smallest type comes out at 7 pt, in a column of 8 cm or over the full 16 cm between margins; on a slide of
 * the size that office programs start with (33.87 cm) at 13 pt; for the web a px stays a px.
 */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  "a4-column": onPaper("a4-column", 380, null, 8),
  "a4-full": onPaper("a4-full", 720, null, 16),
  slide: onPaper("slide", 880, 495, 33.867),
  square: onPaper("square", 640, 640, 16),
  web: { id: "web", width: 680, height: null, tallest: null, scale: 1, cm: 16 },
};

/** For a screen, where a px of the layout is at least a px: what is small on paper can be held nearer to the eye. */
export const onScreen = (size: FigureSize): FigureSize => ({ ...size, scale: Math.max(1, size.scale) });

export const isPreset = (name: string): name is PresetName => (PRESET_NAMES as readonly string[]).includes(name);
