/** The themes of figures in a frame: faces with a stand-in of the same widths, for a sandboxed frame may have no others. */
import { DARK, LIGHT, type Theme } from "#charts/kit/theme.ts";

const EMBEDDED: Pick<Theme, "sans" | "serif"> = {
  sans: "'Inter Variable', 'Inter Fallback', 'Noto Liaison', Arial, sans-serif",
  serif: "'Source Serif 4 Variable', 'Source Serif Fallback', 'Noto Liaison', Georgia, serif",
};
export const PAPER: Theme = { ...LIGHT, ...EMBEDDED };
export const NIGHT: Theme = { ...DARK, ...EMBEDDED };
