/** One figure's question drawn as the body of its page. */
import { renderToStaticMarkup } from "react-dom/server";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import type { FigureText } from "#charts/kit/figure-text.ts";
import { decodeTopology } from "#charts/map/topology.ts";
import { type Credit, creditLines, licenceAddress } from "#figures/credit.ts";
import { growth } from "#figures/growth.ts";
import type { FigureName } from "#figures/names.ts";
import { type Asked, statusOf } from "#figures/one.ts";
import { askFigure, drawFigure, rowsOf } from "#figures/registry.ts";
import { textWidth, wrapText } from "#lib/text-width.ts";
import { readAddress, toFilter } from "#model/url.ts";
import { en } from "#model/words/en/index.ts";
import world from "../../src/charts/map/shapes.gen.json" with { type: "json" };
import { Frame } from "../../src/embed/Frame.tsx";
import { PAPER } from "../../src/embed/themes.ts";
import type { Opened } from "./record.ts";
import { WIDTH } from "./width.ts";

/** Margins of a frame, px. */
const SIDES = 28;
const ROWS = 60;

type Weigh = NonNullable<Parameters<typeof presimplify>[1]>;
/** Steradians: coarser than on the page, so that the land is there with the first paint. */
const POINT = 4e-5;
const COARSE = decodeTopology(
  simplify(presimplify(world as unknown as Parameters<typeof presimplify>[0], sphericalTriangleArea as Weigh), POINT),
);

export interface Made {
  readonly text: FigureText;
  /** Inside of `<main>`. */
  readonly body: string;
  /** Px that the frame takes at `WIDTH`. */
  readonly height: number;
}

export const askBase = (opened: Opened, figure: FigureName, base: string): Promise<Asked> => {
  const { raw } = readAddress(base);
  return askFigure(opened.store, figure, toFilter(raw), { lanes: "partner", window: null, event: null });
};

export const creditOf = ({ record, release }: Opened, address: string, shortAddress: string): Credit => ({
  publishers: record.sources.map((source) => source.publisher),
  retrieved: record.meta.release,
  licence: record.meta.license,
  release,
  address,
  shortAddress,
});

/** How high the words around a drawing come out, px: title, table's line, footer, margins. */
const wordsHeight = (title: string, lines: readonly string[], last: string): number => {
  const room = WIDTH - SIDES;
  const heading = wrapText(title, 17, "serif-bold", room, 5).length * 21.25 + 10;
  const foot = [...lines, last].reduce((sum, line) => sum + Math.ceil(textWidth(line, 11, "sans") / room), 0) * 15.4;
  return 22 + heading + (8 + 24) + (8 + 7 + foot);
};

export interface MakeOptions {
  readonly credit: Credit;
  readonly fullView: string;
  readonly frozen: boolean;
}

/** The page's body, readable without a script. */
export const makeBody = (asked: Asked, { credit, fullView, frozen }: MakeOptions): Made => {
  const drawn = drawFigure(asked, {
    ...{ words: en, theme: PAPER, shapes: COARSE, rows: ROWS, height: null },
    width: WIDTH - SIDES,
  });
  const { all, tells } = rowsOf(asked);
  const kept = frozen ? en.embed.frozen(en.dates.date(credit.retrieved)) : null;
  const licence = en.figures.licence(credit.licence);
  const lines = creditLines(asked, credit, en);
  const body = renderToStaticMarkup(
    <Frame
      words={en}
      text={drawn.text}
      status={statusOf(asked, en)}
      credit={{
        lines,
        licence: { text: licence, href: licenceAddress(credit.licence) },
        release: credit.release,
        kept,
      }}
      fullView={fullView}
      shortAddress={credit.shortAddress}
      files={asked.figure}
      note={all > ROWS && !tells ? en.figures.rest(ROWS, all) : ""}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a narrow frame scrolls it */}
      {/* biome-ignore lint/a11y/useSemanticElements: a box that scrolls is no fieldset */}
      <div className="drawing made" role="group" aria-label={drawn.text.title} tabIndex={0}>
        {drawn.element}
      </div>
    </Frame>,
  );
  const last = [
    licence,
    en.figures.release(credit.release),
    kept ?? "",
    ...Object.values(en.embed.files),
    en.embed.open,
  ].join(" | ");
  const around = wordsHeight(drawn.text.title, lines, last);
  return { text: drawn.text, body, height: Math.ceil(drawn.height + growth(asked.figure) + around) };
};
