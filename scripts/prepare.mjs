/** What `npm start` and `npm test` both need before anything else can run: only Node's own modules are used here. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const at = (path) => join(ROOT, path);
const json = (path) => JSON.parse(readFileSync(at(path), "utf8"));

/** Children never see NODE_ENV: "production" would leave out the tools and the tests' half of React. */
export const environment = () => {
  const { NODE_ENV: _, ...rest } = process.env;
  return rest;
};

/** npm as the arguments to spawn: the very npm that runs this script, where one does. */
export const npm = (...args) => {
  const own = process.env.npm_execpath;
  return own && /\.[cm]?js$/.test(own) ? [process.execPath, [own, ...args]] : ["npm", args];
};

export const tool = (name) => at(`node_modules/.bin/${name}`);

const windows = process.platform === "win32";
const run = ([command, args]) =>
  spawnSync(command, args, { cwd: ROOT, env: environment(), stdio: ["ignore", "inherit", "inherit"], shell: windows })
    .status === 0;

/** Ends the process with a sentence where this Node is too old for the tools. */
export const requireNode = () => {
  const wanted = json("package.json").engines.node;
  const [major = 0, minor = 0] = wanted.match(/\d+/g).map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`Liaison needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}.`);
  console.error(
    "Install a newer one from https://nodejs.org/ or with your version manager, and run the command again.",
  );
  process.exit(1);
};

/** Whether node_modules holds what package-lock.json asks for; packages for other systems may be missing. */
const installed = () => {
  if (!existsSync(at("node_modules/.package-lock.json"))) return false;
  const wanted = json("package-lock.json").packages;
  const there = json("node_modules/.package-lock.json").packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === "" ||
      there[path]?.version === version ||
      ((optional || devOptional || peer) && there[path] === undefined),
  );
};

/** Installs the locked packages, tools included, where they are not there yet. */
export const requirePackages = () => {
  if (installed()) return;
  console.log("Installing the packages this needs (once; a minute or so) …");
  if (run(npm("ci", "--include=dev", "--no-audit", "--no-fund"))) return;
  console.error("npm ci failed; the lines above say why. Without a network the first start cannot work.");
  process.exit(1);
};

const SOURCES = [
  "src",
  "public",
  "scripts/embed",
  "scripts/figures",
  "scripts/build-embeds.ts",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
];

const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
};

/** Whether dist/ is there and no source is younger. */
const built = () => {
  const mark = at("dist/.vite/manifest.json");
  if (!existsSync(mark) || !existsSync(at("dist/index.html")) || !existsSync(at("dist/embed"))) return false;
  const since = statSync(mark).mtimeMs;
  return SOURCES.every((source) => newest(at(source)) <= since);
};

/** Builds dist/ where it is missing or older than a source. Returns whether it stands. */
export const requireBuild = () => {
  if (built()) return true;
  console.log("Building the page …");
  return run([tool("vite"), ["build", "--logLevel", "warn"]]) && run([tool("tsx"), ["scripts/build-embeds.ts"]]);
};
