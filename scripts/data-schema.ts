/** Writes public/data/schema.json and the browser's validators from the runtime schema. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generate } from "./schema-output.ts";

const HELP = `Usage: npm run data:schema

Writes, from src/data/schema.ts:
  public/data/schema.json        JSON Schema 2020-12, for editors that check while typing
  src/data/validators.gen.js     the checks the browser runs, without zod and without eval
  src/data/validators.gen.d.ts   their types
  src/data/columnar/shapes.gen.ts  the columns of the columnar file

Exit code 0 when written, 2 when called wrongly.
`;

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  process.stdout.write(HELP);
} else if (args.length) {
  process.stderr.write(`Unknown argument "${args[0]}".\n\n${HELP}`);
  process.exitCode = 2;
} else {
  for (const [path, text] of Object.entries(generate())) {
    writeFileSync(new URL(path, `file://${root}`), text);
    process.stdout.write(`${path}  ${text.length.toLocaleString("en-GB")} characters\n`);
  }
}
