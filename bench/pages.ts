/** Builds the pages that are measured. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { environment, npm, ROOT } from "../scripts/prepare.mjs";
import type { Subject } from "./subjects.ts";

export const HERE = join(ROOT, "bench");
export const DATA = join(HERE, "data");
/** Everything made along the way; ignored by git. */
const CACHE = join(HERE, ".cache");
export const PAGES = join(CACHE, "pages");
export const CELLS = join(CACHE, "cells");
export const SHOTS = join(CACHE, "shots");
export const COUNTS = join(CACHE, "counts.json");

/** Puts the other libraries where the pages find them. */
export const requirePeers = (): void => {
  if (existsSync(join(HERE, "node_modules/.package-lock.json"))) return;
  const [command, args] = npm("ci", "--no-audit", "--no-fund");
  const { status } = spawnSync(command, [...args], { cwd: HERE, env: environment(), stdio: "inherit" });
  if (status !== 0) throw new Error("the libraries to measure beside could not be installed");
};

/** TimelineJS3 asks for sources of its style sheet; its page asks for the sheet itself. */
const withoutLess: Plugin = {
  name: "without-less",
  enforce: "pre",
  resolveId: (id) => (id.endsWith(".less") ? "\0nothing" : null),
  load: (id) => (id === "\0nothing" ? "" : null),
};

const bundle = async (entry: string, folder: string): Promise<void> => {
  await build({
    configFile: false,
    root: HERE,
    base: "./",
    logLevel: "error",
    plugins: [withoutLess],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      reportCompressedSize: false,
      chunkSizeWarningLimit: 100_000,
      rolldownOptions: {
        input: join(HERE, entry),
        output: { format: "iife", entryFileNames: "page.js", assetFileNames: "page[extname]" },
      },
    },
  });
};

const html = (title: string, styled: boolean): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <link rel="icon" href="data:,">
  <title>${title}</title>${styled ? '\n  <link rel="stylesheet" href="page.css">' : ""}
  <body><script src="page.js"></script></body>
</html>
`;

/** Builds a subject's page into `PAGES/name`. The dashboard is built as for release. */
export const buildPage = async ({ name, entry }: Subject): Promise<void> => {
  const folder = join(PAGES, name);
  if (entry === null) {
    await build({ root: ROOT, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
    return;
  }
  await bundle(entry, folder);
  writeFileSync(join(folder, "index.html"), html(name, existsSync(join(folder, "page.css"))));
};

/** Builds what runs in the measured pages before their own scripts. @returns the path of the script */
export const buildProbe = async (entry: "probe" | "ours"): Promise<string> => {
  const folder = join(CACHE, `probe-${entry}`);
  await bundle(`page/${entry}.ts`, folder);
  return join(folder, "page.js");
};
