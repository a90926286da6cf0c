import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "vitest/config";

/** The development server injects scripts and styles that the page's own policy refuses; the built page keeps it. */
const developmentPolicy: Plugin = {
  name: "development-policy",
  apply: "serve",
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
};

/** The two files that every page letters with, asked for with the page instead of after its style sheet. */
const fontsAhead: Plugin = {
  name: "fonts-ahead",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /(inter|source-serif-4)-latin-(?!ext-)[^/]*\.woff2$/.test(file))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `./${file}` },
          injectTo: "head",
        })),
  },
};

/** Modules that a usable timeline needs, and those that stand around it. */
const PAGE = /\/src\/app\/main\.tsx$/;
const AROUND = /\/src\/views\/(?:Below|record\/RecordPanel|report\/FigureTools)\.tsx$/;

const ENTRY = fileURLToPath(new URL("src/main.tsx", import.meta.url));

/** Modules that run before any of `entries` does, themselves included. */
const reachedFrom = (entries: readonly string[], graph: Rolldown.ChunkingContext): ReadonlySet<string> => {
  const found = new Set(entries);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
};

/** All modules of the page, what it asks for later included. */
const allFrom = (entry: string, graph: Rolldown.ChunkingContext): readonly string[] => {
  const found = new Set([entry]);
  for (const id of found) {
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    for (const imported of [...importedIds, ...dynamicallyImportedIds]) found.add(imported);
  }
  return [...found];
};

/**
 * Gathers what runs up to a usable timeline into one file and what stands around it into another. Left to themselves
 * they come in thirty, which a plain host sends six at a time.
 */
const chunkNames = (): Rolldown.CodeSplittingNameFunction => {
  let sets: readonly (readonly [name: string | null, modules: ReadonlySet<string>])[] | null = null;
  return (id, graph) => {
    if (!sets) {
      const modules = allFrom(ENTRY, graph);
      const from = (entry: RegExp) =>
        reachedFrom(
          modules.filter((module) => entry.test(module)),
          graph,
        );
      sets = [
        [null, reachedFrom([ENTRY], graph)],
        ["page", from(PAGE)],
        ["around", from(AROUND)],
      ];
    }
    return sets.find(([, modules]) => modules.has(id))?.[0] ?? null;
  };
};

/**
 * Two of five functions in both files are called before the first picture, and the browser has time while the record is
 * read: one that knows this mark compiles all of them beside the page, as the files come, instead of on it when each is
 * first called. It has to stand first. See https://github.com/WICG/explicit-javascript-compile-hints-file-based.
 */
const COMPILED_AHEAD = "//# allFunctionsCalledOnLoad";
const scriptsCompiledAhead: Plugin = {
  name: "scripts-compiled-ahead",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler: (_options, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === "chunk" && ["page", "around"].includes(file.name))
          file.code = `${COMPILED_AHEAD}\n${file.code}`;
    },
  },
};

/** Both files, their imports and styles, asked for with the page: one after the other they would come in rounds. */
const scriptsAhead: Plugin = {
  name: "scripts-ahead",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
      const link = (attrs: Record<string, string | true>) => ({ tag: "link", attrs, injectTo: "head" as const });
      const asked = new Set<string>();
      return (["page", "around"] as const).flatMap((name) => {
        const chunk = chunks.find((file) => file.name === name);
        if (!chunk) throw new Error(`no chunk is called ${name}`);
        const fresh = [chunk.fileName, ...chunk.imports].filter((file) => !asked.has(file) && !html.includes(file));
        for (const file of fresh) asked.add(file);
        const styles = chunk.viteMetadata?.importedCss ?? [];
        const fetchpriority = name === "page" ? "high" : "low";
        return [
          ...fresh.map((file) => link({ rel: "modulepreload", crossorigin: true, fetchpriority, href: `./${file}` })),
          ...[...styles].map((file) => link({ rel: "stylesheet", crossorigin: true, href: `./${file}` })),
        ];
      });
    },
  },
};

export default defineConfig({
  // Relative addresses, so that dist/ works from any folder of any static host.
  base: "./",
  // No rewriting of addresses, as on a static host: what is missing answers 404.
  appType: "mpa",
  plugins: [react(), developmentPolicy, fontsAhead, scriptsAhead, scriptsCompiledAhead],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: chunkNames(), debugName: "page" }], includeDependenciesRecursively: false },
      },
    },
  },
  worker: { format: "es" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // A slow machine is no fault of the code.
          testTimeout: 120_000,
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/drawings/**/*.test.{ts,tsx}"],
          environment: "node",
          setupFiles: ["tests/setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/e2e/global.ts"],
          testTimeout: 60_000,
          // A busy machine is slow, not wrong.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
