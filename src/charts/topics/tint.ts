/** Colours of circles and of the numbers in them. */
import { interpolateRgb, rgb } from "d3";
import type { Theme } from "../kit/theme.ts";

const luminance = (colour: string): number => {
  const { r, g, b } = rgb(colour);
  const [red, green, blue] = [r, g, b].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};

/** WCAG 2.2 contrast ratio of two colours. */
export const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

/** Least contrast of a number on its circle. */
const READABLE = 4.6;

/** Ink or ground, whichever reads better on a fill. */
export const bestInk = (theme: Theme, fill: string): string =>
  contrast(theme.ink, fill) >= contrast(theme.panel, fill) ? theme.ink : theme.panel;

/** A partner's colour, paler for fewer meetings, and paler still, down to the ground, where no ink could be read on it. */
export const tint = (theme: Theme, partner: string, share: number): string => {
  const between = interpolateRgb(theme.panel, theme.partner(partner));
  for (let depth = 0.3 + 0.55 * share; ; depth -= 0.03) {
    const fill = rgb(between(Math.max(0, depth))).formatHex();
    if (depth <= 0 || contrast(bestInk(theme, fill), fill) >= READABLE) return fill;
  }
};
