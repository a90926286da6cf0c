// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { WOOD } from "#charts/event/wood.ts";
import { type ChipTone, chipColours } from "#charts/kit/chips.ts";
import { contrast } from "#charts/kit/contrast.ts";
import type { Theme } from "#charts/kit/theme.ts";
import { decodeShapes } from "#charts/map/shapes.ts";
import { parseRecord } from "#data/load.ts";
import { NIGHT, PAPER } from "#embed/themes.ts";
import { MARK_CONTRAST, mixed, paintPage, TEXT_CONTRAST, tintTheme } from "#embed/tint.ts";
import type { Asked } from "#figures/one.ts";
import { drawFigure } from "#figures/registry.ts";
import { NO_FILTER } from "#model/filter.ts";
import { COLOURS, type Colours, readColour, readLook } from "#model/look.ts";
import { en } from "#model/words/en/index.ts";
import { createLocalStore } from "#store/local/store.ts";
import { askAll } from "../../fixtures/figures.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const grey = fc.integer({ min: 0, max: 255 }).map((value) => `#${value.toString(16).padStart(2, "0").repeat(3)}`);
const near = (away: string) => hex.map((colour) => mixed(away, colour, 0.2));
const colour = fc.oneof(hex, grey, near("#ffffff"), near("#000000"));
const colours: fc.Arbitrary<Colours> = fc.record(
  { ground: colour, ink: colour, quiet: colour, accent: colour },
  { requiredKeys: [] },
);
/** Such as are mostly taken: dark on light, or light on dark. */
const likely: fc.Arbitrary<Colours> = fc
  .tuple(near("#ffffff"), near("#000000"), near("#101030"), fc.boolean())
  .map(([light, ink, accent, turned]) =>
    turned ? { ground: ink, ink: light, accent: mixed(light, accent, 0.2) } : { ground: light, ink, accent },
  );

const SHAPES = decodeShapes();
let all: readonly Asked[];
beforeAll(async () => {
  const { record } = parseRecord(JSON.parse(readFileSync("public/data/engagements.json", "utf8")));
  if (!record) throw new Error("the record cannot be opened");
  const store = createLocalStore(record);
  all = [...(await askAll(store)), ...(await askAll(store, { ...NO_FILTER, partner: ["KR"], topic: [] }))];
});

const TONES: readonly ChipTone[] = ["settled", "asked", "offered", "pending", "past", "flag"];
/** Colours that bring their own ground with them, whatever the theme. */
const FIXED = new Set([
  ...[PAPER, NIGHT].flatMap((theme) => [WOOD[theme.name].ink, ...TONES.map((tone) => chipColours(tone, theme).ink)]),
  "#FFFFFF",
  "#14171A",
]);

const groundsOf = (text: Element, figure: string, theme: Theme): readonly string[] => {
  const disc = text.previousElementSibling;
  const fill = disc?.localName === "circle" && figure === "topics" ? disc.getAttribute("fill") : null;
  if (fill?.startsWith("#") || fill?.startsWith("rgb"))
    return [mixed(theme.panel, fill, Number(disc?.getAttribute("opacity") ?? 1))];
  if (figure === "map") return [theme.panel, theme.water, theme.land];
  return figure === "timeline" ? [theme.panel, theme.paper] : [theme.panel];
};

/** Each text of a drawing with what it may stand on. */
const read = (asked: Asked, theme: Theme): readonly { readonly text: string; readonly contrast: number }[] => {
  const { element } = drawFigure(asked, { words: en, theme, width: 640, height: null, shapes: SHAPES, rows: 12 });
  const svg = new DOMParser().parseFromString(renderToStaticMarkup(element), "image/svg+xml");
  return [...svg.querySelectorAll("text")].flatMap((text) => {
    const fill = text.closest("[fill]")?.getAttribute("fill") ?? "#000000";
    if (FIXED.has(fill) && fill !== theme.ink) return [];
    return groundsOf(text, asked.figure, theme).map((ground) => ({
      text: `${asked.figure}: ${text.textContent} in ${fill} on ${ground}`,
      contrast: contrast(fill, ground),
    }));
  });
};

describe("tintTheme", () => {
  it("draws no text that cannot be read, whatever the colours, or takes none of them", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(colours, likely), fc.boolean(), fc.nat(), (asked, dark, at) => {
        const { theme, own, clashes } = tintTheme(asked, dark);
        const plain = dark ? NIGHT : PAPER;
        expect(own).toBe(Object.keys(asked).length > 0 && clashes.length === 0);
        if (!own) {
          expect(theme).toBe(plain);
          return;
        }
        taken++;
        for (const key of COLOURS) {
          const drawn = { ground: theme.panel, ink: theme.ink, quiet: theme.quiet, accent: theme.accent }[key];
          if (asked[key] !== undefined) expect(drawn).toBe(asked[key]);
        }
        for (const id of ["KR", "RU", "LA", "KH", "INTERPOL", "UN", "ASEAN", "FR", "XX"])
          expect(contrast(theme.partner(id), theme.panel)).toBeGreaterThanOrEqual(MARK_CONTRAST);
        const figure = all[at % all.length];
        if (figure) expect(read(figure, theme).filter((one) => one.contrast < TEXT_CONTRAST)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(20);
  });
  it("takes colours of a page as it is made of, and says what is wrong with others", () => {
    const cream = tintTheme({ ground: "#fdf6e3", ink: "#073642", accent: "#8a3a00" }, false);
    expect([cream.own, cream.theme.name, cream.theme.panel]).toEqual([true, "light", "#fdf6e3"]);
    const night = tintTheme({ ground: "#002b36", ink: "#eee8d5" }, false);
    expect([night.own, night.theme.name]).toEqual([true, "dark"]);
    const { own, clashes } = tintTheme({ ground: "#ffffff", quiet: "#aaaaaa" }, false);
    expect(own).toBe(false);
    expect(clashes).toHaveLength(1);
    expect(clashes.map(({ text, on, ratio }) => en.embed.clash(text, on, ratio))).toEqual([
      "quieter text (quiet) on its ground has a contrast of 2.3 : 1; 4.5 : 1 is needed",
    ]);
  });
  it("says nothing where nothing is asked for", () => {
    expect(tintTheme({}, true)).toMatchObject({ theme: NIGHT, own: false, clashes: [] });
  });
  it("paints the words around the figure, and gives their colours back", () => {
    const root = document.documentElement;
    paintPage(root, tintTheme({ ground: "#fdf6e3" }, false));
    expect(root.style.getPropertyValue("--paper")).toBe("#fdf6e3");
    expect(contrast(root.style.getPropertyValue("--line"), "#fdf6e3")).toBeGreaterThanOrEqual(MARK_CONTRAST);
    paintPage(root, tintTheme({}, false));
    expect(root.getAttribute("style") ?? "").toBe("");
  });
});

describe("a colour in an address", () => {
  it("is #rgb or #rrggbb, nothing else", () => {
    expect([readColour("#FA0"), readColour("fdf6e3"), readColour("#FDF6E3")]).toEqual([
      "#ffaa00",
      "#fdf6e3",
      "#fdf6e3",
    ]);
    const strange = ["red", "#12345", "#1234567", "rgb(1,2,3)", "#fff;x:y", "var(--ink)", " #fff", "#ffff", ""];
    expect(strange.map(readColour)).toEqual(strange.map(() => null));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readColour(text) ?? "#000000").toMatch(/^#[0-9a-f]{6}$/);
      }),
    );
  });
  it("is told where it is none", () => {
    const { look, unread } = readLook("?ground=%23fff&ink=black&accent=0b5c6b&quiet=");
    expect(look.colours).toEqual({ ground: "#ffffff", accent: "#0b5c6b" });
    expect(unread).toEqual([{ key: "ink", value: "black" }]);
  });
});
