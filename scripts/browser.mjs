/** Where the browser for the tests is, and how to get one. Uses only Node's own modules until packages are there. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { environment, ROOT } from "./prepare.mjs";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(homedir(), "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a Chromium: CHROMIUM_PATH, one of the system's, or playwright's own; null where there is none. */
export const findBrowser = async () => {
  const { chromium } = await import("playwright-core");
  const paths = [process.env.CHROMIUM_PATH, ...KNOWN, chromium.executablePath()];
  return paths.find((path) => path && existsSync(path)) ?? null;
};

const run = (command, args) =>
  spawnSync(command, args, {
    cwd: ROOT,
    env: { ...environment(), DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  }).status === 0;

/** The same, installing one where there is none. */
export const requireBrowser = async () => {
  const found = await findBrowser();
  if (found) return found;
  console.log("No Chromium found for the browser tests: installing one (once) …");
  const root = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (root && run("apt-get", ["update", "-qq"])) run("apt-get", ["install", "-y", "-qq", "chromium"]);
  const system = await findBrowser();
  if (system) return system;
  run(process.execPath, [join(ROOT, "node_modules/playwright-core/cli.js"), "install", "chromium"]);
  return findBrowser();
};
