/** `npm run bench`: measures the dashboard, the floor and other libraries side by side. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "../scripts/browser.mjs";
import { ROOT } from "../scripts/prepare.mjs";
import { launch } from "./browser.ts";
import { cellOf, inTurn, series } from "./cell.ts";
import type { Cell, Run, Step } from "./cells.ts";
import { type Expected, keptCounts } from "./expected.ts";
import { fileOf, generate } from "./generate.ts";
import { measure } from "./measure.ts";
import { buildPage, buildProbe, CELLS, COUNTS, DATA, HERE, PAGES, requirePeers, SHOTS } from "./pages.ts";
import { markdown, type Report, summary } from "./report.ts";
import { type BenchServer, serve } from "./server.ts";
import { fileFor, hasFile, SUBJECTS, type Subject } from "./subjects.ts";
import { bytes, count, duration } from "./table.ts";

const SEED = 1;
const RESULT = join(HERE, "RESULTS.md");
const QUESTIONS = join(CELLS, "questions.md");

const HELP = `Usage: npm run bench -- [options]

  --peers a,b    only these of ${SUBJECTS.map(({ name }) => name).join(", ")}
  --n 100,1000   numbers of events (default: 100 to 1 000 000)
  --runs 5       fresh pages to a cell
  --cap 60       seconds after which a step counts as not finished
  --budget 150   seconds after which a cell begins no further page
  --shots        pictures of each cell's first page in bench/.cache/shots
  --note TEXT    what a reader must know about how this result came about
  --table        only write the tables again, from what was measured before
`;

interface Options {
  readonly subjects: readonly Subject[];
  readonly sizes: readonly number[];
  readonly runs: number;
  /** ms */
  readonly cap: number;
  readonly budget: number;
  readonly shots: boolean;
}

const cellPath = (subject: string, size: number): string => join(CELLS, `${subject}-${size}.json`);

const keptCells = (): readonly Cell[] =>
  existsSync(CELLS)
    ? readdirSync(CELLS)
        .filter((file) => file.endsWith(".json"))
        .map((file) => JSON.parse(readFileSync(join(CELLS, file), "utf8")) as Cell)
    : [];

const version = (folder: string, name: string): string => {
  const path = join(folder, "node_modules", name, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : "not installed";
};

const machine = (browser: string): Report["machine"] => [
  ["date", new Date().toISOString().slice(0, 10)],
  ["processor", `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores, no GPU`],
  ["memory", bytes(totalmem())],
  ["system", `${type()} ${release()}`],
  ["browser", browser],
  ["Node", process.versions.node],
  ["at work besides", `load average ${loadavg()[2]?.toFixed(1) ?? "unknown"} over the last quarter of an hour`],
];

const versions = (): Report["versions"] =>
  SUBJECTS.flatMap(({ packages }) => packages.map((name): [string, string] => [name, version(HERE, name)]));

const MACHINE = join(CELLS, "machine.txt");

const write = (runs: number, note: string | null): void => {
  const report: Report = {
    cells: keptCells(),
    subjects: SUBJECTS,
    runs,
    machine: machine(existsSync(MACHINE) ? readFileSync(MACHINE, "utf8") : "unknown"),
    versions: versions(),
    note,
    questions: existsSync(QUESTIONS) ? readFileSync(QUESTIONS, "utf8") : null,
  };
  const text = markdown(report);
  writeFileSync(RESULT, text);
  process.stdout.write(`\n${text}\n${summary(report)}\nWritten to ${RESULT.slice(ROOT.length)}\n`);
};

const line = (cell: Cell): string => {
  const { frames, failed } = cell;
  const rest = Object.entries(failed).map(([step, why]) => `${step}: ${why}`);
  return [
    cell.subject.padEnd(14),
    count(cell.size).padStart(9),
    `${cell.runs} runs`,
    `load ${duration(cell.load)}`,
    `filter ${duration(cell.filter)}`,
    `clear ${duration(cell.clear)}`,
    `frames ${frames ? `${frames.median.toFixed(0)}/${frames.p95.toFixed(0)}/${frames.worst.toFixed(0)}` : "–"}`,
    `heap ${bytes(cell.heap)} of ${bytes(cell.memory)}`,
    `${count(cell.nodes)} nodes`,
    cell.right === false ? "WRONG ROWS" : "",
    ...rest,
    ...cell.errors.map((error) => `“${error.slice(0, 100)}”`),
  ]
    .filter(Boolean)
    .join("  ");
};

/** A subject's page over one record: opens it as often as it is told to. */
interface Opened {
  readonly subject: Subject;
  readonly server: BenchServer;
  readonly executable: string;
  readonly probe: string;
  readonly size: number;
  readonly expected: Expected;
  readonly cap: number;
}

const opener = ({ subject, server, executable, probe, size, expected, cap }: Opened) => {
  const query = `?data=${encodeURIComponent(`/data/${fileFor(subject.kind, size)}`)}`;
  const address = `${server.origin}/${subject.name}/${query}#meetings=${expected.all.meetings}`;
  return async (skip: ReadonlySet<Step>, shots: string | null, weighed: boolean): Promise<Run> => {
    const browser = await launch(executable);
    try {
      writeFileSync(MACHINE, `Chromium ${browser.version()}, headless`);
      return await measure({ browser, server, probe, address, cap, skip, shots, weighed });
    } finally {
      await browser.close().catch(() => null);
    }
  };
};

const keep = (cell: Cell): void => {
  writeFileSync(cellPath(cell.subject, cell.size), JSON.stringify(cell));
  process.stdout.write(`${line(cell)}\n`);
};

/** All subjects over one record, page by page in turn. @param beyond why a subject is not tried, from smaller records */
const measureSize = async (
  size: number,
  server: BenchServer,
  executable: string,
  options: Options,
  beyond: Map<Subject, string>,
): Promise<void> => {
  const expected = keptCounts(size, SEED, fileOf(size, DATA), COUNTS);
  const probes = { ours: await buildProbe("ours"), others: await buildProbe("probe") };
  const subjects = options.subjects.filter(({ kind }) => hasFile(DATA, kind, size));
  const measured = subjects
    .filter((subject) => !beyond.has(subject))
    .map((subject) => {
      const probe = subject.role === "ours" ? probes.ours : probes.others;
      const once = opener({ subject, server, executable, probe, size, expected, cap: options.cap });
      const shots = options.shots ? join(SHOTS, `${subject.name}-${size}`) : null;
      const { runs, budget } = options;
      const pages = series({ runs, budget, once: (skip, first) => once(skip, first ? shots : null, false) });
      return { subject, once, pages };
    });
  await inTurn(measured.map(({ pages }) => pages));
  for (const { subject, once, pages } of measured) {
    const loads = pages.taken.some(({ load }) => load !== null);
    const cell = cellOf(
      subject,
      size,
      loads ? [...pages.taken, await once(new Set(), null, true)] : pages.taken,
      expected,
    );
    if (cell.failed.load) beyond.set(subject, `${cell.failed.load} at ${count(size)}`);
    keep(cell);
  }
  for (const subject of subjects)
    if (!measured.some((one) => one.subject === subject))
      keep({ ...cellOf(subject, size, [], expected), failed: { load: `not tried: ${beyond.get(subject)}` } });
};

const GENERATOR = ["generate.ts", "catalog.ts", "events.ts", "random.ts", "tables.ts"];

/** Whether a record is there and no part of what makes it is younger. */
const isFresh = (path: string): boolean =>
  existsSync(path) && GENERATOR.every((file) => statSync(join(HERE, file)).mtimeMs <= statSync(path).mtimeMs);

/** The same record as a columnar file, made by the project's own command. */
const convert = (size: number): void => {
  const [json, columnar] = [fileOf(size, DATA), join(DATA, fileFor("columnar", size))];
  if (existsSync(columnar) && statSync(columnar).mtimeMs >= statSync(json).mtimeMs) return;
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "scripts/data-convert.ts", json, columnar], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`no columnar file of ${count(size)} events`);
};

const measureAll = async (options: Options): Promise<void> => {
  const executable = await findBrowser();
  if (!executable) throw new Error("No Chromium found; set CHROMIUM_PATH.");
  if (options.subjects.some(({ role }) => role === "peer")) requirePeers();
  for (const folder of [CELLS, SHOTS, DATA]) mkdirSync(folder, { recursive: true });
  for (const size of options.sizes) {
    const path = fileOf(size, DATA);
    if (!isFresh(path)) generate(size, SEED, path);
    if (options.subjects.some(({ kind }) => kind === "columnar")) convert(size);
  }
  const pages = Object.fromEntries(SUBJECTS.map(({ name }) => [name, join(PAGES, name)]));
  const modules = join(HERE, "node_modules");
  const server = await serve({
    ...pages,
    data: DATA,
    duckdb: join(modules, "@duckdb/duckdb-wasm/dist"),
    knightlab: join(modules, "@knight-lab/timelinejs/dist"),
  });
  try {
    for (const subject of options.subjects) await buildPage(subject);
    // Smallest first: what does not load is not tried at larger sizes.
    const beyond = new Map<Subject, string>();
    for (const size of [...options.sizes].sort((a, b) => a - b))
      await measureSize(size, server, executable, options, beyond);
  } finally {
    server.close();
  }
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      peers: { type: "string", default: SUBJECTS.map(({ name }) => name).join(",") },
      n: { type: "string", default: "100,1000,10000,100000,1000000" },
      runs: { type: "string", default: "5" },
      cap: { type: "string", default: "60" },
      budget: { type: "string", default: "150" },
      shots: { type: "boolean", default: false },
      table: { type: "boolean", default: false },
      note: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const names = values.peers.split(",");
  const unknown = names.filter((name) => !SUBJECTS.some((subject) => subject.name === name));
  const numbers = [...values.n.split(","), values.runs, values.cap, values.budget].map(Number);
  if (values.help || unknown.length || !numbers.every((number) => number > 0)) {
    process.stdout.write(unknown.length ? `Unknown: ${unknown.join(", ")}\n\n${HELP}` : HELP);
    return values.help ? 0 : 2;
  }
  const runs = Number(values.runs);
  if (!values.table)
    await measureAll({
      subjects: SUBJECTS.filter(({ name }) => names.includes(name)),
      sizes: values.n.split(",").map(Number),
      runs,
      cap: Number(values.cap) * 1_000,
      budget: Number(values.budget) * 1_000,
      shots: values.shots,
    });
  write(runs, values.note ?? null);
  return 0;
};

// A browser that died may leave a pipe open.
process.exit(await main());
