/** Turns a record from JSON into a columnar file, and back. */
import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { failure as failureInWords } from "../src/model/words/en/faults.ts";
import { count } from "../src/model/words/en/numbers.ts";
import { openSource, type Source } from "./convert/source.ts";
import { writeColumnar, writeJson } from "./convert/target.ts";
import { faultLines } from "./fault-lines.ts";

const HELP = `Usage: npm run data:convert -- FROM TO

Turns a record from JSON into a columnar file, a ZIP archive with an Arrow table for each list, or back. What FROM is, is
seen from its content; what TO is, from its ending: .json or .zip. Both hold the same rows with the same ids.

FROM is read to its end and checked as a page checks it: shape, ids, references, dates. What is wrong is listed in the
words of data:check; a row that cannot be shown is left out of TO, and so is a part of a row that is wrong.

  --help   this text

Exit code 0 when all of the record is in TO, 1 when something was wrong and TO has the rest, 2 when FROM cannot be read
or the call is wrong; then TO is not touched.
`;

/** Rows after which a line is written where there is no terminal. */
const EACH = 100_000;
const BAR = 24;
/** ms between two looks of the bar. */
const OFTEN = 100;

/** Says how far it is: a bar on a terminal, now and then a line elsewhere. */
const progress = (what: string): { at: (share: number, rows: number) => void; end: () => void } => {
  let [shown, told] = [0, 0];
  const bar = process.stderr.isTTY;
  return {
    at: (share, rows) => {
      if (bar && Date.now() - shown >= OFTEN) {
        shown = Date.now();
        const done = Math.round(Math.min(1, share) * BAR);
        const percent = `${Math.floor(share * 100)}`.padStart(3);
        process.stderr.write(
          `\r${what} ${"█".repeat(done)}${"░".repeat(BAR - done)} ${percent} %  ${rows.toLocaleString("en-GB")} rows `,
        );
      } else if (!bar && rows - told >= EACH) {
        told = rows - (rows % EACH);
        process.stderr.write(`${what}: ${told.toLocaleString("en-GB")} rows\n`);
      }
    },
    end: () => {
      if (bar && shown) process.stderr.write("\r\u001b[K");
    },
  };
};

const kindOf = (path: string): "json" | "columnar" | null =>
  /\.json$/i.test(path) ? "json" : /\.zip$/i.test(path) ? "columnar" : null;

const write = async (source: Source, to: string, kind: "json" | "columnar"): Promise<readonly string[]> => {
  const part = `${to}.part`;
  const file = openSync(part, "w");
  const halves: string[] = [];
  const rows = Object.values(source.size).reduce((sum, size) => sum + size, 0);
  const told = progress("Writing");
  const onRow = (written: number): void => told.at(written / rows, written);
  try {
    if (kind === "json") await writeJson(source, file, onRow);
    else
      await writeColumnar(source, file, onRow, (collection, row, field) => {
        halves.push(`    ${collection} ${row}: ${field} has half a character, which became U+FFFD`);
      });
    closeSync(file);
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    told.end();
  }
  return halves;
};

const report = (source: Source, from: string, halves: readonly string[]): number => {
  const { faults, leftOut, noted } = source;
  const lines = [from, ...faultLines(faults)];
  if (halves.length) lines.push("  text that UTF-8 cannot hold", ...halves);
  const wrong = leftOut + noted + halves.length;
  const rows = Object.values(source.size).reduce((sum, size) => sum + size, 0);
  const said = [count(rows, "row"), count(source.size.events, "event")].join(", ");
  if (leftOut) lines.push(`  ${count(leftOut, "row")} left out`);
  lines.push(`  ${said}: ${wrong ? count(wrong, "fault") : "nothing wrong"}`);
  process.stdout.write(`${lines.join("\n")}\n`);
  return wrong ? 1 : 0;
};

const convert = async (from: string, to: string, kind: "json" | "columnar"): Promise<number> => {
  const told = progress("Reading");
  const source = await openSource(from, (bytes, of, events) => told.at(bytes / of, events)).finally(told.end);
  if ("kind" in source) {
    const { title, text } = failureInWords(source);
    process.stdout.write(`${from}\n  ${title}. ${text}\n`);
    return 2;
  }
  try {
    return report(source, from, await write(source, to, kind));
  } finally {
    source.close();
  }
};

const main = async (): Promise<number> => {
  let called: { values: { help?: boolean }; positionals: string[] };
  try {
    called = parseArgs({ allowPositionals: true, options: { help: { type: "boolean", short: "h" } } });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  if (called.values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [from, to, ...more] = called.positionals;
  const kind = to === undefined ? null : kindOf(to);
  if (from === undefined || to === undefined || more.length || kind === null) {
    process.stderr.write(kind === null && to ? `${to}: the ending must be .json or .zip\n` : HELP);
    return 2;
  }
  if (!existsSync(from)) {
    process.stderr.write(`${from}: there is no such file\n`);
    return 2;
  }
  try {
    return await convert(from, to, kind);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
};

process.exitCode = await main();
