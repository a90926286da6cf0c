/** All files of the embeds by their path, live ones or those of a release. Nothing is written here. */
import { FIGURES, type FigureName } from "#figures/names.ts";
import { NO_FILTER } from "#model/filter.ts";
import shapes from "../../src/charts/map/shapes.gen.json" with { type: "json" };
import type { PageFacts } from "../../src/embed/page.ts";
import type { Bundles } from "./bundle.ts";
import { oembed, pageHtml } from "./page.ts";
import { lightRecord, type Opened, sha256 } from "./record.ts";
import { askBase, CARD, creditOf, makeBody, makeCard, makePicture } from "./render.tsx";

export type Files = ReadonlyMap<string, string | Uint8Array>;

export interface MakeAll {
  readonly opened: Opened;
  readonly bundles: Bundles;
  readonly lettering: string;
  /** Absolute address of the site's folder, with a slash at its end. */
  readonly site: string;
  /** False where the site's address is only a stand-in, which nothing printed should show. */
  readonly sited: boolean;
  /** For a release: pages that are kept, one a figure. Else live pages, and one more for each partner. */
  readonly frozen: boolean;
  /** All figures unless said. */
  readonly figures?: readonly FigureName[];
}

/** A file whose name changes with its content, so that it may be cached for ever and shared. */
const hashed = (name: string, extension: string, content: string): string =>
  `${name}-${sha256(content).slice(0, 10)}.${extension}`;

const script = (name: string, value: unknown): string =>
  `window.${name}=JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

interface Place {
  readonly figure: FigureName;
  readonly base: string;
  /** Folder of the page, from the site's. */
  readonly folder: string;
}

export const makeAll = async (all: MakeAll): Promise<Files> => {
  const { opened, bundles, lettering, site, sited, frozen, figures = FIGURES } = all;
  const { record, release } = opened;
  const files = new Map<string, string | Uint8Array>();
  const root = frozen ? "r/" : "embed/";
  const assets = `${root}assets/`;
  const asset = (name: string, extension: string, content: string): string => {
    const path = `${assets}${hashed(name, extension, content)}`;
    files.set(path, content);
    return path;
  };
  const paths = {
    before: asset("before", "js", bundles.before),
    record: asset("record", "js", script("liaisonRecord", lightRecord(record))),
    shapes: asset("shapes", "js", script("liaisonShapes", shapes)),
    lettering: asset("lettering", "css", lettering),
    figures: Object.fromEntries(
      figures.map((name) => [name, asset(name, "js", bundles.figures[name].script)] as const),
    ) as Record<FigureName, string>,
  };
  const home = frozen ? `r/${release}/` : "";
  const data = frozen ? `${home}data/engagements.json` : "data/engagements.json";
  if (frozen) files.set(data, opened.bytes);

  const partners = frozen ? [] : (await opened.store.partners(NO_FILTER)).filter((partner) => partner.count > 0);
  const places: Place[] = figures.flatMap((figure) => [
    { figure, base: "", folder: `${home}embed/${figure}/` },
    ...partners.map(({ id }) => ({
      figure,
      base: `?partner=${encodeURIComponent(id)}`,
      folder: `${home}embed/${figure}/${encodeURIComponent(id)}/`,
    })),
  ]);
  // What is kept in the repository for ever is smaller, and still as large as a card must be.
  const scale = frozen ? 0.5 : 1;
  const card = { width: CARD.width * scale, height: CARD.height * scale };
  for (const { figure, base, folder } of places) {
    const up = "../".repeat(folder.split("/").length - 1);
    const address = `${site}${folder}`;
    const shortAddress = sited ? address.replace(/^https?:\/\//, "") : "";
    const asked = await askBase(opened, figure, base);
    const credit = creditOf(opened, sited ? address : "", shortAddress);
    const made = makeBody(asked, { credit, fullView: `${up}${base}`, frozen });
    const facts: PageFacts = {
      ...{ figure, base, release, frozen, shortAddress },
      day: record.meta.release,
      site: up,
      latest: `${up}r/latest.js`,
      lettering: `${up}${paths.lettering}`,
    };
    const deferred = [paths.record, ...(figure === "map" ? [paths.shapes] : []), paths.figures[figure]];
    const html = pageHtml({
      ...{ facts, address, record, card },
      ...made,
      style: bundles.figures[figure].style,
      scripts: { before: `${up}${paths.before}`, deferred: deferred.map((path) => `${up}${path}`) },
      data: `${site}${data}`,
    });
    files.set(`${folder}index.html`, html);
    const picture = makePicture(asked, credit);
    files.set(`${folder}${figure}.svg`, picture.svg);
    files.set(`${folder}card.png`, makeCard(asked, credit, scale));
    files.set(`${folder}oembed.json`, oembed({ ...made, figure, record, address, site, frozen, card }));
    files.set(
      `${folder}figure.json`,
      `${JSON.stringify({ figure, base, release, height: made.height, picture: { src: `${figure}.svg`, width: picture.width, height: picture.height } })}\n`,
    );
  }
  return files;
};
