#!/usr/bin/env node
/**
 * Weighs dist/ against the budgets and fails over any. Scripts are told apart through the manifest by when they are
 * asked for: the app's entry with all that the page runs up to a usable timeline, the worker that reads the record
 * beside it, what stands around and below the timeline, and what only a download asks for. Of the embeds the heaviest page counts: what is painted first, and what
 * makes it live. Their record and the map's land are data.
 * Usage: node scripts/size.mjs [--files] [folder]
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const given = process.argv.slice(2).find((arg) => !arg.startsWith("--"));
const DIST = given ?? fileURLToPath(new URL("../dist", import.meta.url));
const KB = 1024;

/** By source, or by name where a chunk is made of many. */
const START = ["index.html", "page"];
const BELOW = ["around", "src/views/record/EventPanel.tsx", "src/views/page/Help.tsx"];
/** The manifest does not name workers. */
const WORKER = /^assets\/worker-[^/]*\.js$/;
const SHAPES = /^src\/charts\/map\/shapes\b/;
const FAR = /^src\/charts\/map\/far\b/;
/** Weighed by page: `embed/<figure>/index.html` names its scripts. */
const EMBEDS = /^(?:embed|r)\/|^liaison-embed\.js$/;
const PAGE = /^embed\/[^/]+\/(?:[^/]+\/)?index\.html$/;
const DATA = /\/(?:record|shapes)-[^/]*\.js$/;
const LATIN = /-latin-(?!ext-)[^/]*\.woff2$/;

const BUDGETS = [
  { what: "app entry", measure: "gzip", limit: 150 * KB },
  { what: "worker", measure: "gzip", limit: 60 * KB },
  { what: "around the timeline", measure: "gzip", limit: 100 * KB },
  { what: "map shapes", measure: "gzip", limit: 60 * KB },
  { what: "map shapes from far", measure: "gzip", limit: 20 * KB },
  { what: "only for downloads", measure: "gzip", limit: 600 * KB },
  { what: "style sheets", measure: "gzip", limit: 20 * KB },
  { what: "fonts for Latin text", measure: "as is", limit: 90 * KB },
  { what: "fonts for everything else", measure: "as is", limit: 140 * KB },
];

const EMBED_BUDGETS = [
  { what: "embed, first paint", limit: 15 * KB, files: ({ page, before }) => [page, before] },
  { what: "embed, made live", limit: 90 * KB, files: ({ before, live }) => [before, ...live] },
];
const HOST = { what: "script for host pages", limit: 1.5 * KB };

let files;
let manifest;
try {
  files = readdirSync(DIST, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
  manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));
} catch (error) {
  console.error(`No build to weigh (${error.message}). Run: npm run build`);
  process.exit(1);
}

const keys = Object.keys(manifest);
const chunkOf = (key) => manifest[key] ?? Object.values(manifest).find(({ name, src }) => name === key && !src);

/** Files of a chunk and of all it imports before it runs. */
const closure = (wanted, found = new Set()) => {
  for (const key of wanted) {
    const { file, imports = [] } = chunkOf(key) ?? {};
    if (!file || found.has(file)) continue;
    found.add(file);
    closure(imports, found);
  }
  return found;
};
const start = closure(START);
const below = closure(BELOW);
const chunksOf = (source) => new Set(keys.filter((key) => source.test(key)).map((key) => manifest[key].file));
const shapes = chunksOf(SHAPES);
const far = chunksOf(FAR);

const kindOfScript = (file) => {
  if (start.has(file)) return "app entry";
  if (WORKER.test(file)) return "worker";
  if (below.has(file)) return "around the timeline";
  if (shapes.has(file)) return "map shapes";
  if (far.has(file)) return "map shapes from far";
  return "only for downloads";
};
const kind = (file) => {
  if (EMBEDS.test(file)) return null;
  if (/\.m?js$/.test(file)) return kindOfScript(file);
  if (file.endsWith(".css")) return "style sheets";
  if (file.endsWith(".woff2")) return LATIN.test(file) ? "fonts for Latin text" : "fonts for everything else";
  return null;
};

const found = new Map(BUDGETS.map(({ what }) => [what, []]));
for (const file of files) found.get(kind(file))?.push(file);

const bytes = (file, measure) => {
  const content = readFileSync(join(DIST, file));
  return measure === "gzip" ? gzipSync(content, { level: 9 }).length : content.length;
};
const kb = (count) => `${(count / KB).toFixed(1)} KB`.padStart(9);

let over = 0;
for (const { what, measure, limit } of BUDGETS) {
  const sum = found.get(what).reduce((total, file) => total + bytes(file, measure), 0);
  if (sum > limit) over++;
  console.log(`${sum > limit ? "OVER" : "  ok"}  ${what.padEnd(26)} ${kb(sum)} of ${kb(limit)}  ${measure}`);
  if (sum > limit || process.argv.includes("--files"))
    for (const file of found.get(what)) console.log(`        ${kb(bytes(file, measure))}  ${file}`);
}

/** What a page of an embed loads, by the part it has. */
const partsOf = (page) => {
  const scripts = [...readFileSync(join(DIST, page), "utf8").matchAll(/<script (defer )?src="([^"]+)"/g)].map(
    ([, deferred, src]) => ({ deferred, file: join(page, "..", src).replaceAll("\\", "/") }),
  );
  return {
    page,
    before: scripts.find(({ deferred }) => !deferred)?.file,
    live: scripts.filter(({ deferred, file }) => deferred && !DATA.test(file)).map(({ file }) => file),
  };
};
const pages = files.filter((file) => PAGE.test(file)).map(partsOf);
const weighed = new Map();
const gzip = (file) => {
  if (!weighed.has(file)) weighed.set(file, bytes(file, "gzip"));
  return weighed.get(file);
};
const report = (what, sum, limit, of) => {
  if (sum > limit) over++;
  console.log(`${sum > limit ? "OVER" : "  ok"}  ${what.padEnd(26)} ${kb(sum)} of ${kb(limit)}  gzip, ${of}`);
};
for (const { what, limit, files: asked } of pages.length ? EMBED_BUDGETS : []) {
  const sums = pages.map((parts) => ({
    of: parts.page,
    sum: asked(parts).reduce((total, file) => total + gzip(file), 0),
  }));
  const heaviest = sums.reduce((most, one) => (one.sum > most.sum ? one : most));
  report(what, heaviest.sum, limit, heaviest.of);
}
if (files.includes("liaison-embed.js")) report(HOST.what, gzip("liaison-embed.js"), HOST.limit, "liaison-embed.js");

const absent = [...START, ...BELOW].filter((key) => !chunkOf(key));
if (absent.length) {
  console.error(`The build has no chunk of ${absent.join(" and ")}: the start was not weighed.`);
  over++;
}
process.exit(over ? 1 : 0);
