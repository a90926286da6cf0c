import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let dist = "";
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "liaison-size-"));
  mkdirSync(join(dist, ".vite"));
  mkdirSync(join(dist, "assets"));
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

type Chunk = readonly [kilobytes: number, source: string, imports?: readonly string[]];
const START: Readonly<Record<string, Chunk>> = {
  "assets/index-a.js": [1, "index.html"],
  "assets/page-a.js": [120, "_page-a.js"],
};
/** What every build has beside its start. */
const REST: Readonly<Record<string, Chunk>> = {
  "assets/around-a.js": [25, "_around-a.js"],
  "assets/event-a.js": [5, "src/views/record/EventPanel.tsx"],
  "assets/help-a.js": [1, "src/views/page/Help.tsx"],
};

/** A built site of files that cannot be compressed. */
const weigh = (files: Readonly<Record<string, Chunk>>): { code: number | null; said: string } => {
  const manifest = Object.fromEntries(
    Object.entries({ ...REST, ...files }).map(([file, [, source, imports = []]]) => {
      const name = /^_(\w+)-/.exec(source)?.[1];
      return [source, name ? { file, name, imports } : { file, src: source, imports }];
    }),
  );
  writeFileSync(join(dist, ".vite/manifest.json"), JSON.stringify(manifest));
  for (const [file, [kilobytes]] of Object.entries({ ...REST, ...files }))
    writeFileSync(join(dist, file), randomBytes(kilobytes * 1024));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/size.mjs", dist], { encoding: "utf8" });
  return { code: status, said: stdout + stderr };
};

it("passes what is within the budgets", () => {
  const { code, said } = weigh({
    ...START,
    "assets/shapes-b.js": [50, "src/charts/map/shapes.ts"],
    "assets/inter-latin-c-d.woff2": [80, "src/app/fonts/inter-latin.woff2"],
    "assets/inter-latin-ext-e.woff2": [80, "src/app/fonts/inter-latin-ext.woff2"],
  });
  expect([code, said]).toEqual([0, said]);
  expect(said).toMatch(/app entry +121\.\d KB/);
  expect(said).toMatch(/map shapes +50\.\d KB/);
  expect(said).toMatch(/fonts for Latin text +80\.0 KB/);
});

it("counts what the start imports, through others too, and nothing twice", () => {
  const { code, said } = weigh({
    "assets/index-a.js": [1, "index.html"],
    "assets/page-a.js": [70, "_page-a.js", ["_one-a.js", "index.html"]],
    "assets/one-a.js": [50, "_one-a.js", ["_two-a.js", "_page-a.js"]],
    "assets/two-a.js": [60, "_two-a.js"],
  });
  expect(code).toBe(1);
  expect(said).toMatch(/^OVER {2}app entry +181\.\d KB/m);
  expect(said).toContain("assets/two-a.js");
});

it.each([
  ["app entry", { "assets/page-a.js": [160, "_page-a.js"] }],
  ["map shapes", { "assets/s.js": [70, "src/charts/map/shapes.gen.json"] }],
  ["around the timeline", { "assets/around-a.js": [105, "_around-a.js"] }],
  ["only for downloads", { "assets/pdf.js": [610, "src/export/pdf.ts"] }],
  ["style sheets", { "assets/a.css": [40, "src/app/theme.css"] }],
  ["fonts for Latin text", { "assets/inter-latin-a.woff2": [100, "src/app/fonts/inter-latin.woff2"] }],
  ["fonts for everything else", { "assets/noto-1.woff2": [200, "src/app/fonts/noto-1.woff2"] }],
] as const)("refuses too much of %s", (what, files) => {
  const { code, said } = weigh({ ...START, ...files });
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`^OVER {2}${what}`, "m"));
});

const plantEmbed = (page: string, kilobytes: number): void => {
  mkdirSync(join(dist, "embed/map"), { recursive: true });
  mkdirSync(join(dist, "embed/assets"), { recursive: true });
  const asset = (name: string): string => `<script defer src="../assets/${name}.js"></script>`;
  writeFileSync(
    join(dist, "embed/map/index.html"),
    `<script src="../assets/before-1.js"></script>${asset("record-1")}${asset("shapes-1")}${asset("map-1")}${page}`,
  );
  for (const [name, size] of [
    ["before-1", 1],
    ["record-1", 99],
    ["shapes-1", 99],
    ["map-1", kilobytes],
  ] as const)
    writeFileSync(join(dist, `embed/assets/${name}.js`), randomBytes(size * 1024));
};

it("weighs an embed's page and what makes it live, its data left out", () => {
  plantEmbed("", 70);
  const { code, said } = weigh(START);
  expect([code, said]).toEqual([0, said]);
  expect(said).toMatch(/embed, first paint +1\.\d KB/);
  expect(said).toMatch(/embed, made live +71\.\d KB/);
  expect(said).toMatch(/only for downloads +0\.0 KB/);
});

it("refuses an embed that is heavy to paint, heavy to start, or asks much of its host", () => {
  plantEmbed(randomBytes(16 * 1024).toString("base64"), 95);
  writeFileSync(join(dist, "liaison-embed.js"), randomBytes(2048));
  const { code, said } = weigh(START);
  expect(code).toBe(1);
  for (const what of ["embed, first paint", "embed, made live", "script for host pages"])
    expect(said).toMatch(new RegExp(`^OVER {2}${what}`, "m"));
});

it("counts the worker by itself, and any other script that no chunk owns with the downloads", () => {
  writeFileSync(join(dist, "assets/worker-a.js"), randomBytes(70 * 1024));
  writeFileSync(join(dist, "assets/other-a.js"), randomBytes(610 * 1024));
  const { said } = weigh(START);
  expect(said).toMatch(/^OVER {2}worker +70\.\d KB/m);
  expect(said).toMatch(/^OVER {2}only for downloads/m);
});

it("weighs nothing as a failure", () => {
  expect(weigh({}).code).toBe(1);
  rmSync(join(dist, ".vite"), { recursive: true });
  expect(spawnSync(process.execPath, ["scripts/size.mjs", dist]).status).toBe(1);
});
