/**
 * Keeps the record and its figures as they are now: `public/r/<release>/`, which the build copies and nothing changes
 * afterwards. Refuses where this state of the record has been released.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleAll } from "./embed/bundle.ts";
import { letteringCss } from "./embed/lettering.ts";
import { makeAll } from "./embed/make.ts";
import { hasPlainDates, openRecord } from "./embed/record.ts";
import { addRelease, brokenIn, releasesIn } from "./embed/releases.ts";
import { siteOf } from "./embed/site.ts";

const HELP = `Usage: npm run release [-- options]

  --site ADDRESS   where the site will be, for what names it in full (or LIAISON_SITE)
  --record FILE    the record to keep (default: public/data/engagements.json)
  --into FOLDER    where releases are kept (default: public/r)
  --check          only see that releases are as they were made, and that the record as it is now is among them

Exit code 0 when kept or sound, 1 when not, 2 when called wrongly.
`;

const ROOT = fileURLToPath(new URL("..", import.meta.url));

if (process.argv.includes("--help") || process.argv.includes("-h")) {
  process.stdout.write(HELP);
  process.exit(0);
}

const { values } = parseArgs({
  options: {
    site: { type: "string" },
    record: { type: "string", default: join(ROOT, "public/data/engagements.json") },
    into: { type: "string", default: join(ROOT, "public/r") },
    check: { type: "boolean", default: false },
  },
});

const broken = brokenIn(values.into);
for (const sentence of broken) console.error(sentence);
if (broken.length) process.exit(1);
if (values.check) {
  const { release } = openRecord(values.record);
  if (!releasesIn(values.into).includes(release)) {
    console.error(`The record is ${release} now, of which nothing is kept: a figure for a report could not be frozen.`);
    console.error("Run: npm run release");
    process.exit(1);
  }
  console.log(`${releasesIn(values.into).length} releases are as they were made.`);
  process.exit(0);
}
try {
  const opened = openRecord(values.record);
  if (releasesIn(values.into).includes(opened.release))
    throw new Error(`${opened.release} is there already: the record has not changed since.`);
  const bundles = await bundleAll({ plainDates: hasPlainDates(opened.record) });
  const lettering = await letteringCss(opened.record);
  const site = siteOf(values.site);
  const files = await makeAll({ opened, bundles, lettering, site, frozen: true });
  const manifest = addRelease(values.into, opened, files);
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  if (site === null)
    console.log("It names no address of the site, so it works from any. (LIAISON_SITE or --site names one.)");
  console.log(
    `${manifest.release}: ${Object.keys(manifest.files).length} files, ${(bytes / 1024 / 1024).toFixed(1)} MB, in ${values.into}`,
  );
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
