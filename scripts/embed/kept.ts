/** oEmbed answers for kept figures. A build makes them, since they say where the site is, which a release need not know. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { besideName } from "./endings.ts";
import { type FigureFacts, oembed } from "./oembed.ts";
import { releasesIn } from "./releases.ts";

/** The first releases knew less of their figures, and have answers of their own. */
const isWhole = (facts: Partial<FigureFacts>): facts is FigureFacts => facts.title !== undefined;

/** Answers by their path from the site's folder, for all releases in `folder`. */
export const keptAnswers = (folder: string, site: string | null): ReadonlyMap<string, string> => {
  const answers = new Map<string, string>();
  for (const release of releasesIn(folder)) {
    const figures = join(folder, release, "embed");
    if (!existsSync(figures)) continue;
    for (const figure of readdirSync(figures).sort()) {
      const file = join(figures, figure, "figure.json");
      if (!existsSync(file)) continue;
      const facts = JSON.parse(readFileSync(file, "utf8")) as Partial<FigureFacts>;
      if (!isWhole(facts)) continue;
      const at = `r/${release}/embed/${figure}/`;
      answers.set(`${at}${besideName(figure, "oembed.json")}`, oembed(facts, { site, folder: at, frozen: true }));
    }
  }
  return answers;
};
