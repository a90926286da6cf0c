/** Checks records before they are published. */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Checked, checkRecord } from "../src/data/check.ts";
import { parseJson } from "../src/data/json.ts";
import { rule } from "../src/model/words/en/check.ts";
import { failure as failureInWords } from "../src/model/words/en/faults.ts";
import { count } from "../src/model/words/en/numbers.ts";
import { faultLines } from "./fault-lines.ts";
import { world } from "./world.ts";

const USUAL = ["public/data/engagements.json", "public/data/example.json"];

const HELP = `Usage: npm run data:check -- [--json] [FILE…]

Checks records: their shape, ids and references, dates and their order, coordinates, country codes, units, who sat on
which side, evidence, PLOVER codes, and rows nothing refers to. Without FILE:
  ${USUAL.join("\n  ")}

  --json   one JSON object for each file, a line each, for other programs
  --help   this text

Exit code 0 when nothing is wrong, 1 when something is, 2 when a file cannot be read or the call is wrong.
`;

const check = (path: string): Checked => {
  const json = parseJson(readFileSync(path, "utf8"));
  return json.ok ? checkRecord(json.value, world) : { record: null, failure: json.error, faults: [] };
};

const rowsIn = ({ record }: Checked): string => {
  if (!record) return "no rows";
  const rows = Object.values(record).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  return `${count(rows, "row")}, ${count(record.events.length, "event")}`;
};

const asText = (path: string, checked: Checked): string => {
  if (checked.failure) {
    const { title, text } = failureInWords(checked.failure);
    return `${path}\n  ${title}. ${text}\n`;
  }
  const lines = [path, ...faultLines(checked.faults)];
  const faults = checked.faults.length;
  lines.push(`  ${rowsIn(checked)}: ${faults ? count(faults, "fault") : "nothing wrong"}`);
  return `${lines.join("\n")}\n`;
};

const asJson = (path: string, { failure, faults }: Checked): string =>
  `${JSON.stringify({ file: path, failure, faults: faults.map((fault) => ({ ...fault, said: rule(fault) })) })}\n`;

const main = (): number => {
  let called: { values: { json?: boolean; help?: boolean }; positionals: string[] };
  try {
    const options = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    called = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  if (called.values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const paths = called.positionals.length ? called.positionals : USUAL;
  const absent = paths.filter((path) => !existsSync(path));
  for (const path of absent) process.stderr.write(`${path}: there is no such file\n`);
  if (absent.length) return 2;
  let code = 0;
  for (const path of paths) {
    let checked: Checked;
    try {
      checked = check(path);
    } catch (error) {
      process.stderr.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
    process.stdout.write(called.values.json ? asJson(path, checked) : asText(path, checked));
    if (checked.failure || checked.faults.length) code = 1;
  }
  return code;
};

process.exitCode = main();
