/** How an embed is to look, by the names that Datawrapper's render flags have. They stand beside the filter's keys. */

export type Dark = "true" | "false" | "auto";

/**
 * Colours that a host gives a figure, so that it looks at home: of its ground, of text, of quieter text, of links and of
 * what is chosen. In an address they are the keys `ground`, `ink`, `quiet` and `accent`, written `#rgb` or `#rrggbb`;
 * the `#` may be left out there, since it has to be written `%23`. What is not given follows from the others.
 */
export const COLOURS = ["ground", "ink", "quiet", "accent"] as const;

/** Each `#rrggbb`. */
export type Colours = Partial<Readonly<Record<(typeof COLOURS)[number], string>>>;

const COLOUR = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** A colour as `#rrggbb` in small letters; null where it is anything but `#rgb` or `#rrggbb`. */
export const readColour = (text: string): string | null => {
  const [, digits] = COLOUR.exec(text) ?? [];
  if (digits === undefined) return null;
  const six = digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join("");
  return `#${six.toLowerCase()}`;
};

export interface Look {
  /** `auto` follows the parent's `setTheme`, else the system. */
  readonly dark: Dark;
  /** Without title and footer; they are still said to a screen reader. */
  readonly plain: boolean;
  /** Drawn for the address and then left alone: nothing to press. */
  readonly static: boolean;
  /** No ground of its own. */
  readonly transparent: boolean;
  /** Whether the line that leads to the whole record is there. */
  readonly logo: boolean;
  /** As high as the frame is. */
  readonly fitchart: boolean;
  /** Without what changes the view: the figure, its words and its table stay. */
  readonly hideControls: boolean;
  /** Px; null takes the frame's. */
  readonly imWidth: number | null;
  readonly imHeight: number | null;
  /** The dialects' id of the frame. */
  readonly childId: string | null;
  readonly colours: Colours;
}

export const PLAIN_LOOK: Look = {
  dark: "false",
  plain: false,
  static: false,
  transparent: false,
  logo: true,
  fitchart: false,
  hideControls: false,
  imWidth: null,
  imHeight: null,
  childId: null,
  colours: {},
};

export interface Unread {
  readonly key: string;
  readonly value: string;
}

const YES = ["true", "1", "yes", "on", ""];
const NO = ["false", "0", "no", "off"];
const FLAGS = ["plain", "static", "transparent", "fitchart", "hideControls"] as const;
const SIZES = { imWidth: [160, 4000], imHeight: [120, 4000] } as const;
const THEMES: Readonly<Record<string, Dark>> = { dark: "true", light: "false", auto: "auto" };

const yesOrNo = (value: string): boolean | null => (YES.includes(value) ? true : NO.includes(value) ? false : null);

/**
 * Reads the look out of a query string; the page's own key `theme` says the same as `dark`, which wins. A value that is
 * none of its key is left aside and returned, to be told.
 */
export const readLook = (search: string): { readonly look: Look; readonly unread: readonly Unread[] } => {
  const given = new URLSearchParams(search);
  const look: { -readonly [K in keyof Look]: Look[K] } = { ...PLAIN_LOOK };
  const unread: Unread[] = [];
  const read = <T>(key: string, parse: (value: string) => T | null, put: (value: T) => void): void => {
    const value = given.get(key);
    if (value === null) return;
    const parsed = parse(value);
    if (parsed === null) unread.push({ key, value });
    else put(parsed);
  };
  // A theme that is none is told by whoever reads the page's own keys.
  look.dark = THEMES[given.get("theme") ?? ""] ?? look.dark;
  read(
    "dark",
    (value): Dark | null =>
      value === "auto" ? value : yesOrNo(value) === null ? null : yesOrNo(value) ? "true" : "false",
    (value) => {
      look.dark = value;
    },
  );
  for (const flag of FLAGS)
    read(flag, yesOrNo, (value) => {
      look[flag] = value;
    });
  read("logo", yesOrNo, (value) => {
    look.logo = value;
  });
  for (const [key, [least, most]] of Object.entries(SIZES))
    read(
      key,
      (value) => (/^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : null),
      (value) => {
        look[key as keyof typeof SIZES] = value;
      },
    );
  for (const key of COLOURS)
    read(
      key,
      (value) => (value === "" ? "" : readColour(value)),
      (value) => {
        if (value !== "") look.colours = { ...look.colours, [key]: value };
      },
    );
  look.childId = given.get("childId");
  return { look, unread };
};

/** Every look flag of an address as it is written, defaults too, in one order. Sizes and ids of the frame are left out. */
export const writeLook = (look: Partial<Look>): readonly (readonly [key: string, value: string])[] => {
  const whole = { ...PLAIN_LOOK, ...look };
  const text = (flag: boolean): string => (flag ? "true" : "false");
  return [
    ["dark", whole.dark],
    ["plain", text(whole.plain)],
    ["static", text(whole.static)],
    ["transparent", text(whole.transparent)],
    ["logo", whole.logo ? "on" : "off"],
    ["fitchart", text(whole.fitchart)],
    ["hideControls", text(whole.hideControls)],
  ];
};
