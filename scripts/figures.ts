/** Draws figures for a report: pictures, documents and data, of any filter. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { askFigure } from "#figures/registry.ts";
import type { Filter } from "#model/filter.ts";
import { done, failed, noEvent, notInRecord } from "#model/words/en/command.ts";
import { type Opened, openRecord } from "./embed/record.ts";
import { type Asking, HELP, Misuse, readArguments } from "./figures/args.ts";
import { makeFile } from "./figures/make.ts";

const USUAL = fileURLToPath(new URL("../public/data/engagements.json", import.meta.url));

const open = (file: string): Opened => {
  try {
    return openRecord(file);
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
};

const known = async ({ store }: Opened, filter: Filter, event: string | null): Promise<void> => {
  const [wrong] = await store.unknown(filter);
  if (wrong) throw new Misuse(notInRecord(wrong.key, wrong.value));
  if (event !== null && (await store.event(event, filter)) === null) throw new Misuse(noEvent(event));
};

const WIDTH = 24;
/** A bar on a terminal; nothing where the output is kept. */
const progress = (share: number, what: string): void => {
  if (!process.stderr.isTTY) return;
  const full = Math.round(share * WIDTH);
  process.stderr.write(`\r\x1b[K${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${what}`);
};

const drawAll = async (asking: Asking, opened: Opened): Promise<number> => {
  const { figures, formats, filter, view, out } = asking;
  mkdirSync(out, { recursive: true });
  let written = 0;
  const problems: string[] = [];
  for (const [at, figure] of figures.entries()) {
    const asked = await askFigure(opened.store, figure, filter, view);
    for (const [nth, format] of formats.entries()) {
      progress((at * formats.length + nth) / (figures.length * formats.length), `${figure}.${format}`);
      try {
        const made = await makeFile(asked, format, asking, opened);
        if (made === null) continue;
        writeFileSync(join(out, made.name), made.content);
        written += 1;
      } catch (error) {
        problems.push(failed(`${figure}.${format}`, error instanceof Error ? error.message : String(error)));
      }
    }
  }
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  for (const problem of problems) console.error(problem);
  console.log(done(written, out));
  return problems.length ? 1 : 0;
};

const main = async (args: readonly string[]): Promise<number> => {
  try {
    const asking = readArguments(args);
    if (asking === null) {
      console.log(HELP);
      return 0;
    }
    const opened = open(asking.data ?? USUAL);
    await known(opened, asking.filter, asking.view.event);
    return await drawAll(asking, opened);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    console.error(`${error.message}\n\nnpm run figures -- --help says what there is.`);
    return 2;
  }
};

process.exitCode = await main(process.argv.slice(2));
