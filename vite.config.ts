import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
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
const FIRST = /\/src\/(?:app\/main|views\/Page)\.tsx$/;
const THEN = /\/src\/views\/(?:Below|record\/RecordPanel|report\/FigureTools)\.tsx$/;

/**
 * Scripts asked for with the page, what the timeline needs before the rest: imported one after the other they would
 * come in as many rounds.
 */
const scriptsAhead: Plugin = {
  name: "scripts-ahead",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
      const known = new Set<string>();
      const styles = new Set<string>();
      const scripts = (entry: RegExp): readonly string[] => {
        const found: string[] = [];
        const want = (file: string): void => {
          const chunk = chunks.find(({ fileName }) => fileName === file);
          if (!chunk || known.has(file) || html.includes(file)) return;
          known.add(file);
          found.push(file);
          // Rules of what a file imports come before its own, as they do where the scripts load them.
          chunk.imports.forEach(want);
          if (entry === FIRST) for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
        };
        const entries = chunks.filter(({ facadeModuleId }) => entry.test(facadeModuleId ?? ""));
        // The app's before the views': its theme is what their rules rest on.
        entries.sort((a, b) => (a.facadeModuleId ?? "").localeCompare(b.facadeModuleId ?? ""));
        for (const { fileName } of entries) want(fileName);
        return found;
      };
      const link = (attrs: Record<string, string | true>) => ({ tag: "link", attrs, injectTo: "head" as const });
      const script = (file: string, priority: string) =>
        link({ rel: "modulepreload", crossorigin: true, fetchpriority: priority, href: `./${file}` });
      return [
        ...scripts(FIRST).map((file) => script(file, "high")),
        ...[...styles]
          .filter((file) => !html.includes(file))
          .map((file) => link({ rel: "stylesheet", crossorigin: true, href: `./${file}` })),
        ...scripts(THEN).map((file) => script(file, "low")),
      ];
    },
  },
};

export default defineConfig({
  // Relative addresses, so that dist/ works from any folder of any static host.
  base: "./",
  // No rewriting of addresses, as on a static host: what is missing answers 404.
  appType: "mpa",
  plugins: [react(), developmentPolicy, fontsAhead, scriptsAhead],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
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
