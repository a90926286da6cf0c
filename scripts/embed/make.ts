/** All files of the embeds by their path, live ones or those of a release. Nothing is written here. */
import { FIGURES, type FigureName } from "#figures/names.ts";
import type { Asked } from "#figures/one.ts";
import { NO_FILTER } from "#model/filter.ts";
import shapes from "../../src/charts/map/shapes.gen.json" with { type: "json" };
import type { PageFacts } from "../../src/embed/page.ts";
import { makeBeside } from "./beside.ts";
import type { Bundles } from "./bundle.ts";
import { besideName } from "./endings.ts";
import { type FigureFacts, oembed } from "./oembed.ts";
import { pageHtml } from "./page.ts";
import { lightRecord, type Opened, sha256 } from "./record.ts";
import { askBase, creditOf, makeBody } from "./render.tsx";
import type { Files } from "./write.ts";

export interface MakeAll {
  readonly opened: Opened;
  readonly bundles: Bundles;
  readonly lettering: string;
  /** Absolute address of the site's folder, with a slash at its end; null where it is not known. */
  readonly site: string | null;
  /** For a release: pages that are kept, one a figure. Else live pages, and one more for each partner. */
  readonly frozen: boolean;
  /** Releases that are kept on the site. */
  readonly kept?: readonly string[];
  /** All figures unless said, and all partners that have a meeting. */
  readonly figures?: readonly FigureName[];
  readonly partners?: readonly string[];
}

/** A file whose name changes with its content, so that it may be cached for ever and shared. */
const hashed = (name: string, extension: string, content: string): string =>
  `${name}-${sha256(content).slice(0, 10)}.${extension}`;

const script = (name: string, value: unknown): string =>
  `window.${name}=JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

export interface Place {
  readonly figure: FigureName;
  readonly base: string;
  /** Folder of the page, from the site's. */
  readonly folder: string;
}

/** What every page is made with: plain values, so that another process can be told. */
export interface Job extends Pick<MakeAll, "site" | "frozen"> {
  readonly kept: readonly string[];
  readonly paths: Readonly<Record<"before" | "record" | "shapes" | "lettering" | "data", string>>;
  readonly scripts: Readonly<Partial<Record<FigureName, string>>>;
  readonly styles: Readonly<Partial<Record<FigureName, string>>>;
}

export interface Plan {
  readonly job: Job;
  readonly places: readonly Place[];
  /** What the pages share. */
  readonly shared: Files;
}

/** Which pages there will be and what they share. */
export const planAll = async (all: MakeAll): Promise<Plan> => {
  const { opened, bundles, lettering, site, frozen, kept = [], figures = FIGURES } = all;
  const { record, release } = opened;
  const shared = new Map<string, string | Uint8Array>();
  const root = frozen ? "r/" : "embed/";
  const asset = (name: string, extension: string, content: string): string => {
    const path = `${root}assets/${hashed(name, extension, content)}`;
    shared.set(path, content);
    return path;
  };
  const home = frozen ? `r/${release}/` : "";
  const data = `${home}data/engagements.json`;
  if (frozen) shared.set(data, opened.bytes);
  const paths = {
    before: asset("before", "js", bundles.before),
    record: asset("record", "js", script("liaisonRecord", lightRecord(record))),
    shapes: asset("shapes", "js", script("liaisonShapes", shapes)),
    lettering: asset("lettering", "css", lettering),
    data,
  };
  const each = <T>(of: (name: FigureName) => T): Partial<Record<FigureName, T>> =>
    Object.fromEntries(figures.map((name) => [name, of(name)]));
  if (!frozen) {
    // What kept figures ask for; its address never changes.
    const scripts = [paths.record, asset("since", "js", bundles.since)].map((path) => path.slice(root.length));
    shared.set("embed/now.js", `window.liaisonNow=${JSON.stringify({ release, scripts })};\n`);
  }
  const scripts = each((name) => asset(name, "js", bundles.figures[name].script));
  const styles = each((name) => bundles.figures[name].style);
  const met = (await opened.store.partners(NO_FILTER)).filter((partner) => partner.count > 0).map(({ id }) => id);
  const partners = frozen ? [] : (all.partners ?? met);
  const places = figures.flatMap((figure): readonly Place[] => [
    { figure, base: "", folder: `${home}embed/${figure}/` },
    ...partners.map((id) => ({
      figure,
      base: `?partner=${encodeURIComponent(id)}`,
      folder: `${home}embed/${figure}/${encodeURIComponent(id)}/`,
    })),
  ]);
  return { job: { site, frozen, kept, paths, scripts, styles }, places, shared };
};

/** Whose pages stand behind a figure, for whoever names one author. */
const authorOf = ({ record }: Opened, { publishers }: Asked, site: string | null): FigureFacts["author"] => {
  const source = record.sources.find(({ publisher }) => publisher === publishers?.[0]) ?? record.sources[0];
  return { name: source?.publisher ?? record.meta.title, url: source?.url ?? site ?? "" };
};

/** A page and everything beside it, by path. */
export const makePlace = async (opened: Opened, job: Job, place: Place): Promise<Files> => {
  const { site, frozen, paths, scripts, styles } = job;
  const { figure, base, folder } = place;
  const { record, release } = opened;
  const up = "../".repeat(folder.split("/").length - 1);
  const address = site === null ? "" : `${site}${folder}`;
  const shortAddress = address.replace(/^https?:\/\//, "");
  const asked = await askBase(opened, figure, base);
  const credit = creditOf(opened, address, shortAddress);
  const made = makeBody(asked, { credit, fullView: `${up}${base}`, frozen });
  const keptHere = site !== null && (frozen || job.kept.includes(release));
  const addresses = {
    frozen: keptHere ? `${site}r/${release}/embed/${figure}/${base}` : null,
    live: site === null ? null : `${site}embed/${figure}/${base}`,
  };
  const { files: beside, picture, card } = await makeBeside(asked, { opened, credit, addresses, frozen });
  const pageFacts: PageFacts = {
    ...{ figure, base, release, frozen, shortAddress },
    day: record.meta.release,
    site: up,
    latest: `${up}r/latest.js`,
    lettering: `${up}${paths.lettering}`,
  };
  const deferred = [paths.record, ...(figure === "map" ? [paths.shapes] : []), scripts[figure] ?? ""];
  const facts: FigureFacts = {
    ...{ figure, base, release, picture, card },
    title: made.text.title,
    short: made.text.alt.short,
    author: authorOf(opened, asked, site),
    height: made.height,
  };
  const html = pageHtml({
    ...{ facts: pageFacts, address, record, picture, card },
    ...made,
    style: styles[figure] ?? "",
    scripts: { before: `${up}${paths.before}`, deferred: deferred.map((path) => `${up}${path}`) },
    data: `${site ?? up}${paths.data}`,
  });
  const files = new Map<string, string | Uint8Array>([["index.html", html], ...beside]);
  files.set("figure.json", `${JSON.stringify(facts)}\n`);
  if (!frozen) {
    const answer = oembed(facts, { site, folder, frozen });
    files.set(besideName(figure, "oembed.json"), answer);
    // Where it stood first.
    files.set("oembed.json", answer);
  }
  return new Map([...files].map(([name, content]) => [`${folder}${name}`, content]));
};

export const makeAll = async (all: MakeAll): Promise<Files> => {
  const { job, places, shared } = await planAll(all);
  const files = new Map(shared);
  for (const place of places)
    for (const [path, content] of await makePlace(all.opened, job, place)) files.set(path, content);
  return files;
};
