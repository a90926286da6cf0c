#!/usr/bin/env node
/**
 * Weighs dist/ against the budgets and fails over any. What the page cannot start without is followed through the
 * manifest: the entry, the dashboard it picks, and all they import. Every other script counts as later, whoever asks.
 * Usage: node scripts/size.mjs [--files] [folder]
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const given = process.argv.slice(2).find((arg) => !arg.startsWith("--"));
const DIST = given ?? fileURLToPath(new URL("../dist", import.meta.url));
const KB = 1024;

const START = ["index.html", "src/app/main.tsx"];
const SHAPES = /^src\/charts\/map\/shapes\b/;
const EMBED = /^src\/embed\//;
const LATIN = /-latin-(?!ext-)[^/]*\.woff2$/;

const BUDGETS = [
  { what: "scripts at the start", measure: "gzip", limit: 150 * KB },
  { what: "map shapes", measure: "gzip", limit: 60 * KB },
  { what: "scripts asked for later", measure: "gzip", limit: 120 * KB },
  { what: "embed", measure: "gzip", limit: 90 * KB },
  { what: "style sheets", measure: "gzip", limit: 20 * KB },
  { what: "fonts for Latin text", measure: "as is", limit: 90 * KB },
  { what: "fonts for everything else", measure: "as is", limit: 140 * KB },
];

let files;
let manifest;
try {
  files = readdirSync(DIST, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
  manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));
} catch (error) {
  console.error(`No build to weigh (${error.message}). Run: npm run build`);
  process.exit(1);
}

/** Files of a chunk and of all it imports before it runs. */
const closure = (keys, found = new Set()) => {
  for (const key of keys) {
    const { file, imports = [] } = manifest[key] ?? {};
    if (!file || found.has(file)) continue;
    found.add(file);
    closure(imports, found);
  }
  return found;
};
const start = closure(START);
const keys = Object.keys(manifest);
const shapes = new Set(keys.filter((key) => SHAPES.test(key)).map((key) => manifest[key].file));
const embed = closure(keys.filter((key) => EMBED.test(key)));

const kindOfScript = (file) => {
  if (start.has(file)) return "scripts at the start";
  if (shapes.has(file)) return "map shapes";
  return embed.has(file) ? "embed" : "scripts asked for later";
};
const kind = (file) => {
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
const absent = START.filter((key) => !manifest[key]);
if (absent.length) {
  console.error(`The build has no chunk of ${absent.join(" and ")}: the start was not weighed.`);
  over++;
}
process.exit(over ? 1 : 0);
