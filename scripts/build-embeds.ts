/**
 * Writes the embeds into a build: `embed/<figure>/` for every figure and, below it, one for every partner, with their
 * pictures, documents, data and oEmbed answers, and the script for host pages. Run after `vite build`; `npm run build`
 * does both.
 *
 * Usage: tsx scripts/build-embeds.ts [--out dist] [--site https://example.org/liaison/] [--record FILE]
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pagesMade } from "#model/words/en/command.ts";
import { bundleAll } from "./embed/bundle.ts";
import { makeFeeds } from "./embed/feeds.ts";
import { keptAnswers } from "./embed/kept.ts";
import { letteringCss } from "./embed/lettering.ts";
import { planAll } from "./embed/make.ts";
import { withPages } from "./embed/parallel.ts";
import { hasPlainDates, openRecord } from "./embed/record.ts";
import { releasesIn } from "./embed/releases.ts";
import { siteOf } from "./embed/site.ts";
import { writeInto } from "./embed/write.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(ROOT, "dist") },
    site: { type: "string" },
    record: { type: "string", default: join(ROOT, "public/data/engagements.json") },
  },
});

/** One line that is written over; nothing where the output is kept. */
const progress = (text: string): void => {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
};

try {
  const { out, record } = values;
  const site = siteOf(values.site);
  const files = await withPages(async ({ make }) => {
    const opened = openRecord(record);
    const bundles = await bundleAll({ plainDates: hasPlainDates(opened.record) });
    const lettering = await letteringCss(opened.record);
    const kept = releasesIn(join(out, "r"));
    const { job, places, shared } = await planAll({ opened, bundles, lettering, site, kept, frozen: false });
    const rest = new Map<string, string | Uint8Array>([
      ...shared,
      ...(await makeFeeds(opened, site)),
      ...keptAnswers(join(out, "r"), site),
      ["liaison-embed.js", bundles.host],
      // What the page cites: the state of the record here, and which states are kept.
      ["embed/releases.json", `${JSON.stringify({ current: opened.release, kept })}\n`],
    ]);
    for (const folder of ["embed", "feeds"]) rmSync(join(out, folder), { recursive: true, force: true });
    writeInto(out, rest);
    return rest.size + (await make({ record, out, job }, places, (done) => progress(pagesMade(done, places.length))));
  });
  progress("");
  // Without a site no address is printed: whoever reads the output of `npm start` looks for the page's own.
  const where = site === null ? "for a site not named yet (LIAISON_SITE or --site names it)" : `for ${site}`;
  console.log(`${files} files of embeds and feeds, ${where}`);
} catch (fault) {
  progress("");
  console.error(fault instanceof Error ? fault.message : fault);
  // A part of the pages must not pass for a build.
  rmSync(join(values.out, "embed"), { recursive: true, force: true });
  process.exit(1);
}
