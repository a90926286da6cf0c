/** Checks records before they are published. */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Checked, checkRecord } from "../src/data/check.ts";
import { isColumnar } from "../src/data/columnar/kind.ts";
import type { LoadFailure } from "../src/data/failures.ts";
import { decoderFor, parseJson } from "../src/data/json.ts";
import { COLLECTION_NAMES } from "../src/data/load.ts";
import { rule } from "../src/model/words/en/check.ts";
import { failure as failureInWords } from "../src/model/words/en/faults.ts";
import { count } from "../src/model/words/en/numbers.ts";
import { openSource } from "./convert/source.ts";
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

const failed = (failure: LoadFailure): Checked => ({ record: null, failure, faults: [] });

/** Checks the rows of a columnar file as those of JSON; what was wrong with them as columns was found when they were read. */
const checkColumnar = async (path: string): Promise<Checked> => {
  const source = await openSource(path, () => undefined);
  if ("kind" in source) return failed(source);
  const lists: Record<string, unknown> = { meta: source.meta };
  for (const name of COLLECTION_NAMES) {
    const rows: object[] = [];
    for await (const row of source.rows(name)) rows.push(row);
    lists[name] = rows;
  }
  source.close();
  const checked = checkRecord(lists, world);
  return { ...checked, faults: [...source.faults, ...checked.faults] };
};

const check = async (path: string): Promise<Checked> => {
  const bytes = readFileSync(path);
  if (isColumnar(bytes)) return checkColumnar(path);
  const json = parseJson(decoderFor(bytes).decode(bytes));
  return json.ok ? checkRecord(json.value, world) : failed(json.error);
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

const main = async (): Promise<number> => {
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
      checked = await check(path);
    } catch (error) {
      process.stderr.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
    process.stdout.write(called.values.json ? asJson(path, checked) : asText(path, checked));
    if (checked.failure || checked.faults.length) code = 1;
  }
  return code;
};

process.exitCode = await main();
