import type { Theme } from "../kit/theme.ts";

/** The table, its edge, the grain in it, and what is written on it. */
export const WOOD: Record<
  Theme["name"],
  { readonly fill: string; readonly edge: string; readonly grain: string; readonly ink: string }
> = {
  light: { fill: "#EDE3D0", edge: "#D9CAAE", grain: "#E4D8C1", ink: "#5A4726" },
  dark: { fill: "#3A3124", edge: "#54472F", grain: "#42382A", ink: "#E0CFAE" },
};
