#!/usr/bin/env node
/** `npm test`: everything that must hold, from a fresh clone. Only Node's own modules are used before the installation. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireBrowser } from "./browser.mjs";
import { environment, npm, ROOT, requireNode, requirePackages, tool } from "./prepare.mjs";

/** Each step is a command; its kind says how the result is counted and what is looked at afterwards. */
const STEPS = [
  { name: "types", says: "the types agree", command: [tool("tsc"), []] },
  { name: "style", says: "format, lint, layers", command: [tool("biome"), ["check", "."]] },
  { name: "unused", says: "no file, export or package without use", command: [tool("knip"), []] },
  { name: "record", says: "the record keeps its rules", command: npm("run", "-s", "data:check") },
  { name: "unit", says: "units, properties, drawings", kind: "vitest" },
  { name: "build", says: "the page builds", command: [tool("vite"), ["build"]] },
  { name: "embeds", says: "the embeds build", command: [tool("tsx"), ["scripts/build-embeds.ts"]] },
  { name: "kept", says: "releases are as they were made", command: [tool("tsx"), ["scripts/release.ts", "--check"]] },
  { name: "size", says: "within the budgets", command: [process.execPath, ["scripts/size.mjs", "--files"]] },
  { name: "schema", says: "schema and validators as generated", kind: "generated", script: "data:schema" },
  { name: "shapes", says: "map shapes as generated", kind: "generated", script: "shapes" },
  { name: "fonts", says: "fonts and widths as generated", kind: "generated", script: "fonts" },
  { name: "e2e", says: "the page in a browser", kind: "vitest" },
];
/** What each generator writes. */
const OUTPUTS = {
  "data:schema": ["public/data/schema.json", "src/data/validators.gen.js", "src/data/validators.gen.d.ts"],
  shapes: ["src/charts/map/shapes.gen.json", "src/charts/map/far.gen.json"],
  fonts: [
    ...["src/lib/font-widths.gen.ts", "src/lib/arimo-widths.gen.ts", "src/export/fonts.gen.ts"],
    ...["src/app/fonts.css", "src/app/fonts", "src/export/fonts"],
  ],
};
const LIMIT = 40 * 60_000;

const HELP = `Usage: npm test [-- --only NAME,NAME] [--and NAME=COMMAND]

Installs what is missing, a browser included, and runs:
${STEPS.map(({ name, says }) => `  ${name.padEnd(8)} ${says}`).join("\n")}

  --only unit,e2e      just these
  --and NAME=COMMAND   one more command, counted as a step (may be repeated)

The last line counts vitest's tests and one for each other step. Exit code 0 where nothing failed, 1 where something
did, 2 when called wrongly.
`;

const misuse = (message) => {
  console.error(`${message}\n\n${HELP}`);
  process.exit(2);
};

const chosen = (args) => {
  let only = STEPS.map(({ name }) => name);
  const more = [];
  for (let at = 0; at < args.length; at += 2) {
    const [flag, value] = [args[at], args[at + 1]];
    if (flag === "--help" || flag === "-h") {
      console.log(HELP);
      process.exit(0);
    } else if (flag === "--only" && value) {
      only = value.split(",");
      const unknown = only.find((name) => !STEPS.some((step) => step.name === name));
      if (unknown !== undefined) misuse(`No step is called "${unknown}".`);
    } else if (flag === "--and" && value?.includes("=")) {
      const [name, ...command] = value.split("=");
      more.push({ name, command: [command.join("="), []], shell: true });
    } else misuse(`Cannot read "${[flag, value].filter(Boolean).join(" ")}".`);
  }
  return [...STEPS.filter(({ name }) => only.includes(name)), ...more];
};

/** Runs a command with nothing on its standard input; resolves to its success and all it printed. */
const run = ([command, args], { shell = false, env = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...environment(), FORCE_COLOR: "0", NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: shell || process.platform === "win32",
    });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    const late = setTimeout(() => child.kill("SIGKILL"), LIMIT);
    const end = (ok, extra = "") => {
      clearTimeout(late);
      resolve({ ok, output: `${Buffer.concat(output).toString("utf8")}${extra}` });
    };
    child.on("error", (error) => end(false, error.message));
    child.on("close", (code, signal) => end(code === 0, signal ? `\nended by ${signal}` : ""));
  });

/** Reviewed drawings that no test drew. */
const undrawn = (list) => {
  const drawn = new Set(existsSync(list) ? readFileSync(list, "utf8").split("\n") : []);
  return readdirSync(join(ROOT, "tests/drawings/out"), { recursive: true })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".svg") && !drawn.has(file))
    .map((file) => `tests/drawings/out/${file} is drawn by no test: remove it.`);
};

/** Tests are counted one by one, a file that could not be read as one failure, and so a run that ended badly without. */
const vitest = async ({ name }, folder) => {
  const report = join(folder, `${name}.json`);
  const args = ["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const drawn = join(folder, `${name}.drawn.txt`);
  // CI: a drawing that has no reviewed file fails instead of being written.
  const { ok, output } = await run([tool("vitest"), args], { env: { CI: "true", DRAWN_LIST: drawn } });
  const files = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [];
  const outcomes = files.flatMap(({ status, assertionResults }) =>
    assertionResults.some((test) => test.status === "failed") || status !== "failed"
      ? assertionResults.map((test) => test.status)
      : ["failed"],
  );
  const passed = outcomes.filter((status) => status === "passed").length;
  const failed = outcomes.filter((status) => status === "failed").length || (ok && passed > 0 ? 0 : 1);
  const left = failed || name !== "unit" ? [] : undrawn(drawn);
  return { passed, failed: failed + left.length, output: [output, ...left].join("\n") };
};

const contents = (paths) => {
  const found = new Map();
  const read = (path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full)) read(`${path}/${name}`);
    else found.set(path, readFileSync(full));
  };
  for (const path of paths) read(path);
  return found;
};

/** Runs a generator, compares what it wrote with what was there, and puts that back. */
const generated = async ({ script }) => {
  const before = contents(OUTPUTS[script]);
  const { ok, output } = await run(npm("run", "-s", script));
  const after = contents(OUTPUTS[script]);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    return !old || !now || !old.equals(now);
  });
  for (const path of changed) {
    const old = before.get(path);
    if (old) writeFileSync(join(ROOT, path), old);
    else rmSync(join(ROOT, path));
  }
  const sentences = changed.map((path) => `${path} is not what npm run ${script} writes.`);
  const good = ok && changed.length === 0 && before.size > 0;
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, output: [output, ...sentences].join("\n") };
};

const plain = async ({ command, shell }) => {
  const { ok, output } = await run(command, { shell });
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
};

const steps = chosen(process.argv.slice(2));
requireNode();
requirePackages();
if (steps.some(({ name }) => name === "e2e") && !(await requireBrowser()))
  console.error("No browser could be installed. Set CHROMIUM_PATH to a Chromium; the browser tests will fail.");

const folder = mkdtempSync(join(tmpdir(), "liaison-test-"));
const total = { passed: 0, failed: 0 };
const width = Math.max(...steps.map(({ name }) => name.length));
try {
  for (const step of steps) {
    const since = performance.now();
    process.stdout.write(`  ${step.name.padEnd(width)}  `);
    const result = (await { vitest, generated }[step.kind ?? ""]?.(step, folder)) ?? (await plain(step));
    const seconds = `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);
    const tests = step.kind === "vitest" ? `  ${result.passed} passed, ${result.failed} failed` : "";
    console.log(`${result.failed ? "FAILED" : "ok    "}${seconds}${tests}`);
    if (result.failed) console.log(`\n${result.output.trim().replace(/^/gm, "    ")}\n`);
    total.passed += result.passed;
    total.failed += result.failed;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
