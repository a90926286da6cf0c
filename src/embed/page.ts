/** What the page that was made at build tells the script in it. */

import type { Topology } from "topojson-specification";
import type { LiaisonRecord } from "#data/schema.ts";
import { type FigureName, isFigure } from "#figures/names.ts";

export interface PageFacts {
  readonly figure: FigureName;
  /** The query whose question the picture on the page answers, such as `?partner=KR`. */
  readonly base: string;
  readonly release: string;
  /** Day of the record, `YYYY-MM-DD`. */
  readonly day: string;
  /** True where the page is kept as it was: it then looks for a newer one. */
  readonly frozen: boolean;
  /** From the page to the folder of the site, and to the script that names the latest release. */
  readonly site: string;
  readonly latest: string;
  /** From the page to the style sheet that brings the figures' faces. */
  readonly lettering: string;
  /** Address of the site as it is printed on paper; empty where it is not known. */
  readonly shortAddress: string;
}

/** What scripts beside the embed's own put here: an opaque origin may load scripts, but not read files. */
declare global {
  interface Window {
    liaisonRecord?: LiaisonRecord;
    liaisonShapes?: Topology;
    liaisonLatest?: { readonly release: string };
  }
}

export const FACTS_ID = "liaison-page";

/** Reads the facts of this page. Throws where there are none: the page was not made by the build. */
export const readFacts = (document: Document): PageFacts => {
  const facts = JSON.parse(document.getElementById(FACTS_ID)?.textContent ?? "null") as PageFacts | null;
  if (!facts || !isFigure(facts.figure)) throw new Error("the page says nothing of its figure");
  return facts;
};
