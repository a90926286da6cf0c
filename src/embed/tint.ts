/** A figure in the colours of the page around it, as far as they can be read: WCAG 2.2, 4.5:1 for text, 3:1 for marks. */
import { contrast, luminance } from "#charts/kit/contrast.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { Colours } from "#model/look.ts";
import { NIGHT, PAPER } from "./themes.ts";

/** Text that could not be read: which colour, on what, and its contrast. */
export interface Clash {
  readonly text: "ink" | "quiet" | "accent";
  readonly on: "ground" | "chosen";
  readonly ratio: number;
}

export interface Tinted {
  readonly theme: Theme;
  /** True where the host's colours are in it. */
  readonly own: boolean;
  /** Why they are not. Empty where they are, and where none were asked for. */
  readonly clashes: readonly Clash[];
  /** Ground of what is chosen; grounds of boxes lie on it too. */
  readonly chosen: string;
  /** Edges of controls. */
  readonly line: string;
}

export const TEXT_CONTRAST = 4.5;
export const MARK_CONTRAST = 3;
/** As ledgers and lists paint a row that is chosen. */
const CHOSEN = 0.12;
/** Below this luminance a ground is a dark one: white is easier to read on it than black. */
const DARK_GROUND = 0.179;

const parts = (colour: string): readonly number[] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** `share` of one colour over the other; both and the result are `#rrggbb`. */
export const mixed = (under: string, over: string, share: number): string => {
  const [a, b] = [parts(under), parts(over)];
  const channel = (at: number): number => Math.round((a[at] ?? 0) * (1 - share) + (b[at] ?? 0) * share);
  return `#${[0, 1, 2].map((at) => channel(at).toString(16).padStart(2, "0")).join("")}`;
};

/** The first of several shares, from much to none, whose mixture will do; the colour under where none does. */
const asMuch = (under: string, over: string, shares: readonly number[], will: (colour: string) => boolean): string =>
  shares.map((share) => mixed(under, over, share)).find(will) ?? under;

const steps = (from: number, to: number): readonly number[] =>
  Array.from({ length: 21 }, (_, at) => from + ((to - from) * at) / 20);

/**
 * The theme that a host's colours make: ground and text as asked, the rest derived from them, partners' colours deepened
 * until they stand out. Colours that cannot be read are left aside as a whole, with the reasons. `dark` says which theme
 * stands behind where no ground is asked for.
 */
export const tintTheme = (colours: Colours, dark: boolean): Tinted => {
  const { ground: wanted, ink: wantedInk } = colours;
  const night = wanted === undefined ? dark : luminance(wanted) < DARK_GROUND;
  const base = night ? NIGHT : PAPER;
  const plain = dark ? NIGHT : PAPER;
  const edge = (theme: Theme): string => mixed(theme.panel, theme.ink, 0.5);
  const untinted: Tinted = {
    theme: plain,
    own: false,
    clashes: [],
    chosen: mixed(plain.panel, plain.accent, CHOSEN),
    line: edge(plain),
  };
  if (Object.keys(colours).length === 0) return untinted;

  const ground = wanted ?? base.panel;
  const ink = wantedInk ?? base.ink;
  const reads = (colour: string): boolean => contrast(colour, ground) >= TEXT_CONTRAST;
  const accent = colours.accent ?? asMuch(base.accent, ink, steps(0, 1), reads);
  const chosen = mixed(ground, accent, CHOSEN);
  const quiet =
    colours.quiet ??
    asMuch(ink, ground, steps(0.4, 0), (colour) => reads(colour) && contrast(colour, chosen) >= TEXT_CONTRAST);
  const texts = { ink, quiet, accent };
  const grounds = { ground, chosen };
  const clashes = (["ink", "quiet", "accent"] as const).flatMap((text) =>
    (["ground", "chosen"] as const)
      .map((on): Clash => ({ text, on, ratio: contrast(texts[text], grounds[on]) }))
      .filter(({ ratio }) => ratio < TEXT_CONTRAST)
      .slice(0, 1),
  );
  if (clashes.length) return { ...untinted, clashes };

  const everyText = (colour: string): boolean =>
    Object.values(texts).every((text) => contrast(text, colour) >= TEXT_CONTRAST);
  const surface = (share: number): string => asMuch(ground, ink, steps(share, 0), everyText);
  const away = night ? "#ffffff" : "#000000";
  const marked = (colour: string): string =>
    asMuch(colour, away, steps(0, 1), (deeper) => contrast(deeper, ground) >= MARK_CONTRAST);
  const partners = new Map<string, string>();
  const theme: Theme = {
    ...base,
    paper: surface(0.03),
    panel: ground,
    ...texts,
    hairline: mixed(ground, ink, 0.14),
    water: surface(0.05),
    land: surface(0.13),
    border: ground,
    home: marked(base.home),
    partner: (id) => {
      const known = partners.get(id) ?? marked(base.partner(id));
      partners.set(id, known);
      return known;
    },
  };
  return {
    theme,
    own: true,
    clashes: [],
    chosen,
    line: asMuch(ink, ground, steps(0.5, 0), (colour) => contrast(colour, ground) >= MARK_CONTRAST),
  };
};

/** What the page's own style sheet calls the colours of a theme; null gives them back. */
const NAMES = ["paper", "ink", "quiet", "hairline", "accent", "accent-soft", "line", "warn"] as const;

/** Puts the colours of a tinted figure on the words around it. */
export const paintPage = (root: HTMLElement, tinted: Tinted): void => {
  const { theme, own, chosen, line } = tinted;
  const values: Readonly<Record<(typeof NAMES)[number], string>> = {
    paper: theme.panel,
    ink: theme.ink,
    quiet: theme.quiet,
    hairline: theme.hairline,
    accent: theme.accent,
    "accent-soft": chosen,
    line,
    warn: chosen,
  };
  for (const name of NAMES)
    if (own) root.style.setProperty(`--${name}`, values[name]);
    else root.style.removeProperty(`--${name}`);
};
