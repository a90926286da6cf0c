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

/**
 * What a usable timeline needs, asked for with the page: the scripts that `main.tsx` and the dashboard import one after
 * the other would else come in as many rounds.
 */
const scriptsAhead: Plugin = {
  name: "scripts-ahead",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
      const wanted = new Set<string>();
      const styles = new Set<string>();
      const want = (file: string): void => {
        const chunk = chunks.find(({ fileName }) => fileName === file);
        if (!chunk || wanted.has(file)) return;
        wanted.add(file);
        // Rules of what a file imports come before its own, as they do where the scripts load them.
        chunk.imports.forEach(want);
        for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
      };
      for (const entry of ["/src/app/main.tsx", "/src/views/Page.tsx"])
        for (const { facadeModuleId, fileName } of chunks) if (facadeModuleId?.endsWith(entry)) want(fileName);
      const missing = (file: string): boolean => !html.includes(file);
      return [
        ...[...wanted].filter(missing).map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `./${file}` },
          injectTo: "head" as const,
        })),
        ...[...styles].filter(missing).map((file) => ({
          tag: "link",
          attrs: { rel: "stylesheet", crossorigin: true, href: `./${file}` },
          injectTo: "head" as const,
        })),
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
