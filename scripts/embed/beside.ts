/** The files beside a figure's page, each under the figure's name: `timeline.office.svg` beside `embed/timeline/`. */
import { type Addresses, infoOf, seenOf } from "#export/asked.ts";
import { dataFile, gatherData, metadataFile } from "#export/records/write.ts";
import type { Credit } from "#figures/credit.ts";
import type { Asked } from "#figures/one.ts";
import { PRESETS, PX_PER_CM } from "#figures/presets.ts";
import { describeFigure } from "#figures/registry.ts";
import { en } from "#model/words/en/index.ts";
import { officeFile, pdfFile, pngFile, type SheetOptions, sheetOf, svgFile } from "../figures/files.ts";
import { altFile, editionOf } from "../figures/make.ts";
import { type Beside, besideName, NOT_KEPT } from "./endings.ts";
import type { Sized } from "./oembed.ts";
import type { Opened } from "./record.ts";

const CARD = { width: 1200, height: 630 } as const;

export interface MakeBeside {
  readonly opened: Opened;
  readonly credit: Credit;
  readonly addresses: Addresses;
  readonly frozen: boolean;
}

export interface MadeBeside {
  /** All but the oEmbed answer, by name. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly picture: Sized & { readonly src: string };
  readonly card: Sized & { readonly src: string };
}

/**
 * The picture for pages is as large as a frame; what goes onto paper is made for a page of A4. Rejects with what
 * `sheetOf` throws.
 */
export const makeBeside = async (asked: Asked, make: MakeBeside): Promise<MadeBeside> => {
  const { opened, credit, addresses, frozen } = make;
  const { figure } = asked;
  const files = new Map<string, string | Uint8Array>();
  const add = (ending: Beside, content: () => string | Uint8Array): void => {
    if (!frozen || !NOT_KEPT.includes(ending)) files.set(besideName(figure, ending), content());
  };
  const look = { dark: false, plain: false, transparent: false, credit };
  const of = (id: "web" | "a4-full"): SheetOptions => ({ ...look, size: PRESETS[id], cm: PRESETS[id].cm });
  const [web, paper] = [sheetOf(asked, of("web")), sheetOf(asked, of("a4-full"))];
  const [svg, pdf] = [await svgFile(web), await pdfFile(paper)];
  add("svg", () => svg);
  add("office.svg", () => officeFile(asked, of("a4-full")));
  add("png", () => pngFile(web, 1));
  add("@2x.png", () => pngFile(web, 2));
  add("pdf", () => pdf);

  const text = describeFigure(asked, en);
  const about = infoOf(asked, text, editionOf(opened), addresses);
  const data = await gatherData(opened.store, { seen: seenOf(asked), info: about });
  add("csv", () => dataFile("csv", data));
  add("json", () => dataFile("json", data));
  add("metadata.json", () => metadataFile(data));
  add("alt.txt", () => altFile(text));

  // What is kept in the repository for ever is smaller, and still as large as a card must be.
  const scale = frozen ? 0.5 : 1;
  const size = { width: CARD.width / 1.5, height: CARD.height / 1.5, tallest: null, scale: 1.5 * scale };
  const card = sheetOf(asked, { ...look, size, cm: (CARD.width * scale) / PX_PER_CM });
  files.set("card.png", pngFile(card, 1));
  const { width, height } = web.composed;
  return {
    files,
    picture: { src: besideName(figure, "svg"), width, height },
    card: { src: "card.png", width: card.composed.width, height: card.composed.height },
  };
};
