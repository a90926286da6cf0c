/** Writes made-up records of any size, the same bytes for the same size and seed. */
import { closeSync, mkdirSync, openSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { madeCatalog } from "./catalog.ts";
import { eachEvent, madePapers } from "./events.ts";
import { mulberry32 } from "./random.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const PIECE = 1 << 22;

const HELP = `Usage: tsx bench/generate.ts N… [--seed 1] [--out bench/data]

Writes records of N made-up events to events-N.json: uneven partners, bursts around conferences, journeys with the
meetings in them, ranges and uncertain dates. The same N and seed give the same bytes.
`;

/** Name of the file for a record of `size` events. */
export const fileOf = (size: number, folder: string): string => join(folder, `events-${size}.json`);

/** Writes a record of `size` events to `path`, piece by piece. @returns bytes and events with South Korea. */
export const generate = (size: number, seed: number, path: string): { bytes: number; korea: number } => {
  const random = mulberry32(seed);
  const catalog = madeCatalog(random, size);
  const file = openSync(path, "w");
  let text = "";
  const write = (more: string): void => {
    text += more;
    if (text.length < PIECE) return;
    writeSync(file, text);
    text = "";
  };
  const rows = (name: string, list: readonly unknown[]): void => {
    write(`,\n"${name}":[\n`);
    list.forEach((row, at) => {
      write(`${JSON.stringify(row)}${at + 1 < list.length ? ",\n" : "\n"}`);
    });
    write("]");
  };
  const { meta, $schema: _, evidence, ...before } = catalog.parts;
  write(`{\n"meta":${JSON.stringify(meta)}`);
  for (const [name, list] of Object.entries(before)) if (Array.isArray(list)) rows(name, list);
  write(`,\n"events":[\n`);
  let [written, korea] = [0, 0];
  eachEvent(random, size, catalog, (event) => {
    written += 1;
    if (event.partners.includes("KR")) korea += 1;
    write(`${JSON.stringify(event)}${written < size ? ",\n" : "\n"}`);
  });
  write("]");
  for (const [name, list] of Object.entries(madePapers(random, size, catalog))) rows(name, list);
  rows("evidence", evidence);
  writeSync(file, `${text}\n}\n`);
  closeSync(file);
  return { bytes: statSync(path).size, korea };
};

const main = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      out: { type: "string", default: join(HERE, "data") },
      help: { type: "boolean" },
    },
  });
  const sizes = positionals.map(Number);
  const seed = Number(values.seed);
  if (
    values.help ||
    !sizes.length ||
    ![...sizes, seed].every((number) => Number.isSafeInteger(number) && number >= 0)
  ) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  mkdirSync(values.out, { recursive: true });
  for (const size of sizes) {
    const path = fileOf(size, values.out);
    const { bytes, korea } = generate(size, seed, path);
    process.stdout.write(`${path}: ${size} events, ${korea} with South Korea, ${bytes} bytes\n`);
  }
  return 0;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
