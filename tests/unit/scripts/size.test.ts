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

/** A built site of files that cannot be compressed: name to [kilobytes, source]. */
const weigh = (
  files: Readonly<Record<string, readonly [kilobytes: number, source: string]>>,
): { code: number | null; said: string } => {
  const manifest = Object.fromEntries(Object.entries(files).map(([file, [, source]]) => [source, { file }]));
  writeFileSync(join(dist, ".vite/manifest.json"), JSON.stringify(manifest));
  for (const [file, [kilobytes]] of Object.entries(files))
    writeFileSync(join(dist, file), randomBytes(kilobytes * 1024));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/size.mjs", dist], { encoding: "utf8" });
  return { code: status, said: stdout + stderr };
};

it("passes what is within the budgets", () => {
  const { code, said } = weigh({
    "assets/index-a.js": [100, "index.html"],
    "assets/shapes-b.js": [50, "src/charts/map/shapes.gen.json"],
    "assets/inter-latin-c-d.woff2": [80, "src/app/fonts/inter-latin.woff2"],
    "assets/inter-latin-ext-e.woff2": [80, "src/app/fonts/inter-latin-ext.woff2"],
  });
  expect([code, said]).toEqual([0, said]);
  expect(said).toMatch(/fonts for Latin text +80\.0 KB/);
});

it("counts a chunk nobody named towards the start", () => {
  const { code, said } = weigh({
    "assets/index-a.js": [100, "index.html"],
    "assets/new-b.js": [60, "src/views/New.tsx"],
  });
  expect(code).toBe(1);
  expect(said).toMatch(/^OVER {2}scripts at the start/m);
  expect(said).toContain("assets/new-b.js");
});

it.each([
  ["map shapes", { "assets/s.js": [70, "src/charts/map/shapes.gen.json"] }],
  ["style sheets", { "assets/a.css": [40, "src/app/theme.css"] }],
  ["fonts for Latin text", { "assets/inter-latin-a.woff2": [100, "src/app/fonts/inter-latin.woff2"] }],
  ["fonts for everything else", { "assets/noto-1.woff2": [200, "src/app/fonts/noto-1.woff2"] }],
] as const)("refuses too much of %s", (what, files) => {
  const { code, said } = weigh({ "assets/index-a.js": [1, "index.html"], ...files });
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`^OVER {2}${what}`, "m"));
});

it("weighs nothing as a failure", () => {
  expect(weigh({}).code).toBe(1);
  rmSync(join(dist, ".vite"), { recursive: true });
  expect(spawnSync(process.execPath, ["scripts/size.mjs", dist]).status).toBe(1);
});
