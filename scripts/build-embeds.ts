/**
 * Writes the embeds into a build: `embed/<figure>/` for every figure and, below it, one for every partner, with their
 * pictures, cards and oEmbed answers, and the script for host pages. Run after `vite build`; `npm run build` does both.
 *
 * Usage: tsx scripts/build-embeds.ts [--out dist] [--site https://example.org/liaison/] [--record FILE]
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleAll } from "./embed/bundle.ts";
import { makeFeeds } from "./embed/feeds.ts";
import { letteringCss } from "./embed/lettering.ts";
import { makeAll } from "./embed/make.ts";
import { hasPlainDates, openRecord } from "./embed/record.ts";
import { releasesIn } from "./embed/releases.ts";
import { siteOf } from "./embed/site.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(ROOT, "dist") },
    site: { type: "string" },
    record: { type: "string", default: join(ROOT, "public/data/engagements.json") },
  },
});

try {
  const site = siteOf(values.site);
  const opened = openRecord(values.record);
  const bundles = await bundleAll({ plainDates: hasPlainDates(opened.record) });
  const lettering = await letteringCss(opened.record);
  const files = await makeAll({ opened, bundles, lettering, ...site, frozen: false });

  const feeds = await makeFeeds(opened, site.site);

  for (const folder of ["embed", "feeds"]) rmSync(join(values.out, folder), { recursive: true, force: true });
  const write = (path: string, content: string | Uint8Array): void => {
    const target = join(values.out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  for (const [path, content] of [...files, ...feeds]) write(path, content);
  write("liaison-embed.js", bundles.host);
  // What the page cites: the state of the record here, and which states are kept.
  const releases = { current: opened.release, kept: releasesIn(join(values.out, "r")) };
  write("embed/releases.json", `${JSON.stringify(releases)}\n`);
  // Without a site no address is printed: whoever reads the output of `npm start` looks for the page's own.
  const where = site.sited ? `for ${site.site}` : "for a site not named yet (LIAISON_SITE or --site names it)";
  console.log(`${files.size + feeds.size + 2} files of embeds and feeds, ${where}`);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
