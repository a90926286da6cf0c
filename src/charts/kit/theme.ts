/**
 * What a figure is painted with: plain values, since the same components draw the page, the embed and a file that
 * must not contain classes or variables.
 */
export interface Theme {
  readonly name: "light" | "dark";
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly quiet: string;
  readonly hairline: string;
  readonly accent: string;
  /** Fills for sea and land of the map. */
  readonly water: string;
  readonly land: string;
  readonly border: string;
  /** Colour of the home side. */
  readonly home: string;
  /** Colour of a partner by its id; the same id always has the same colour. */
  readonly partner: (id: string) => string;
  readonly sans: string;
  readonly serif: string;
}

const PARTNERS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  KR: ["#0072B2", "#56A9DC"],
  RU: ["#D55E00", "#F0803A"],
  INTERPOL: ["#AA4499", "#D67FC9"],
  ASEAN: ["#B87800", "#E0A83C"],
  UN: ["#2F86C4", "#74BDEB"],
  LA: ["#009E73", "#3CC29B"],
  KH: ["#8A6B3F", "#BFA06E"],
};

/** For partners without a colour of their own: told apart under the common colour-vision deficiencies. */
const OTHERS: readonly (readonly [light: string, dark: string])[] = [
  ["#4B5FA8", "#93A4E6"],
  ["#A3423A", "#E28A80"],
  ["#3F7D3A", "#86C47F"],
  ["#7A4E9B", "#BC93DB"],
  ["#5B7480", "#9FB9C5"],
  ["#B0567B", "#E59ABB"],
  ["#6F7A1F", "#B7C25C"],
  ["#2E7F87", "#6FC3CB"],
];

/** FNV-1a, 32 bit: places a partner in the palette by its id alone, so that a filter never changes its colour. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};

const partnerColour =
  (tone: 0 | 1) =>
  (id: string): string => {
    const own = Object.hasOwn(PARTNERS, id) ? PARTNERS[id] : OTHERS[hash(id) % OTHERS.length];
    return own?.[tone] ?? "#777777";
  };

const FONTS = {
  sans: "'Inter Variable', Inter, 'Noto Liaison', Arimo, Arial, 'Liberation Sans', sans-serif",
  serif: "'Source Serif 4 Variable', 'Source Serif 4', 'Noto Liaison', Georgia, 'Liberation Serif', serif",
};

export const LIGHT: Theme = {
  name: "light",
  paper: "#FAF9F6",
  panel: "#FFFFFF",
  ink: "#1C2024",
  quiet: "#60646C",
  hairline: "#E4E2DC",
  accent: "#0B5C6B",
  water: "#EEF3F5",
  land: "#E3E0D8",
  border: "#FFFFFF",
  home: "#7A2E2E",
  partner: partnerColour(0),
  ...FONTS,
};

export const DARK: Theme = {
  name: "dark",
  paper: "#14171A",
  panel: "#1B1F23",
  ink: "#ECEAE4",
  quiet: "#A2A6AD",
  hairline: "#32373C",
  accent: "#63BFCE",
  water: "#161D21",
  land: "#2C3237",
  border: "#1B1F23",
  home: "#D08A83",
  partner: partnerColour(1),
  ...FONTS,
};
