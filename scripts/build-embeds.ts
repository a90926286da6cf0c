/**
 * Writes the embeds into a build: `embed/<figure>/` for every figure and, below it, one for every partner, with their
 * pictures, cards and oEmbed answers, and the script for host pages. Run after `vite build`; `npm run build` does both.
 *
 * Usage: tsx scripts/build-embeds.ts [--out dist] [--site https://example.org/liaison/] [--record FILE]
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleAll } from "./embed/bundle.ts";
import { letteringCss } from "./embed/lettering.ts";
import { makeAll } from "./embed/make.ts";
import { hasPlainDates, openRecord } from "./embed/record.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Where `npm start` serves the page: good enough for links within this machine. */
const STAND_IN = "http://localhost:4173/";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(ROOT, "dist") },
    site: { type: "string" },
    record: { type: "string", default: join(ROOT, "public/data/engagements.json") },
  },
});

const given = values.site ?? process.env.LIAISON_SITE ?? "";
const site = given === "" ? STAND_IN : given.endsWith("/") ? given : `${given}/`;
if (!/^https?:\/\/[^?#]+$/.test(site)) {
  console.error(`"${given}" is no address of a site, such as https://example.org/liaison/`);
  process.exit(2);
}

/** The newest of the releases that are kept, or null. */
const latestRelease = (out: string): string | null => {
  try {
    return (
      readdirSync(join(out, "r"))
        .filter((name) => /^\d{8}-[0-9a-f]{8}$/.test(name))
        .sort()
        .at(-1) ?? null
    );
  } catch {
    return null;
  }
};

const opened = openRecord(values.record);
const bundles = await bundleAll({ plainDates: hasPlainDates(opened.record) });
const lettering = await letteringCss(opened.record);
const files = await makeAll({ opened, bundles, lettering, site, sited: given !== "", frozen: false });

rmSync(join(values.out, "embed"), { recursive: true, force: true });
const write = (path: string, content: string | Uint8Array): void => {
  const target = join(values.out, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
};
for (const [path, content] of files) write(path, content);
write("liaison-embed.js", bundles.host);
const latest = latestRelease(values.out);
if (latest !== null) write("r/latest.js", `window.liaisonLatest={release:${JSON.stringify(latest)}};\n`);
console.log(
  `${files.size + 1} files of embeds, for ${site}${given === "" ? " (LIAISON_SITE or --site says where it will be)" : ""}`,
);
