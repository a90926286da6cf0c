/** Relative luminance and contrast as WCAG 2.2 defines them (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Of a colour written `#rrggbb`, 0 to 1. */
export const luminance = (colour: string): number => {
  const value = Number.parseInt(colour.slice(1), 16);
  return 0.2126 * channel(value >> 16) + 0.7152 * channel((value >> 8) & 255) + 0.0722 * channel(value & 255);
};

/** Between two colours written `#rrggbb`, 1 to 21. */
export const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const WHITE = "#FFFFFF";
const BLACK = "#14171A";

/** White or near-black, whichever is easier to read on the colour. */
export const inkOn = (colour: string): string => (contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK);
