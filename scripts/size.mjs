#!/usr/bin/env node
/**
 * Weighs dist/ against the budgets and fails over any. Every script counts towards the start of the page, unless it is
 * one of the chunks named here that are fetched later; so a new chunk is never free by being forgotten.
 * Usage: node scripts/size.mjs [--files] [folder]
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const given = process.argv.slice(2).find((arg) => !arg.startsWith("--"));
const DIST = given ?? fileURLToPath(new URL("../dist", import.meta.url));
const KB = 1024;

/** Sources of the chunks a visitor's browser asks for only after the page stands, and what they are budgeted as. */
const LATER = [
  [/^src\/charts\/map\/shapes\.gen\.json$/, "map shapes"],
  [/^src\/embed\//, "embed"],
];
const BUDGETS = [
  { what: "scripts at the start", measure: "gzip", limit: 150 * KB },
  { what: "map shapes", measure: "gzip", limit: 60 * KB },
  { what: "embed", measure: "gzip", limit: 90 * KB },
  { what: "style sheets", measure: "gzip", limit: 20 * KB },
  { what: "fonts for Latin text", measure: "as is", limit: 90 * KB },
  { what: "fonts for everything else", measure: "as is", limit: 140 * KB },
];

let files;
let manifest;
try {
  files = readdirSync(DIST, { recursive: true }).map(String);
  manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));
} catch (error) {
  console.error(`No build to weigh (${error.message}). Run: npm run build`);
  process.exit(1);
}
const sources = new Map(Object.entries(manifest).map(([source, { file }]) => [file, source]));

const kind = (file) => {
  if (/\.(m?js)$/.test(file))
    return LATER.find(([source]) => source.test(sources.get(file) ?? ""))?.[1] ?? "scripts at the start";
  if (file.endsWith(".css")) return "style sheets";
  if (file.endsWith(".woff2"))
    return /-latin-(?!ext-)[^/]*\.woff2$/.test(basename(file)) ? "fonts for Latin text" : "fonts for everything else";
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
if (found.get("scripts at the start").length === 0) {
  console.error("dist/ holds no script: nothing was weighed.");
  over++;
}
process.exit(over ? 1 : 0);
