/** Checks every pointer of a record against a folder of source texts. */

import { verifyRecord } from "#data/verify.ts";
import { readRecord, readTexts } from "./source-texts.ts";

const HELP = `Usage: npm run data:verify -- DIR [--data FILE]

Checks a record's evidence against the texts of its sources:
  offsets lie within the text, begin and end with whole words and stay in one paragraph;
  the digest is that of the passage, the paragraph's number is right;
  the text fragment opens this passage and no other; no passage lies in page furniture;
  every name, title, rank, verb and value said to be printed stands in a source its row cites.

  DIR          folder of source texts; the text of source 000 is 000.txt or 000_anything.txt
  --data FILE  the record (default public/data/engagements.json)

Exit code 0 when all of it holds, 1 with a list of what does not, 2 when called wrongly.
`;

const usage = (why: string): number => {
  process.stderr.write(`${why}\n\n${HELP}`);
  return 2;
};

const run = async (args: readonly string[]): Promise<number> => {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(HELP);
    return 0;
  }
  const at = args.indexOf("--data");
  const file = at < 0 ? "public/data/engagements.json" : args[at + 1];
  if (file === undefined) return usage("--data needs a file.");
  const [dir, ...more] = at < 0 ? args : args.toSpliced(at, 2);
  if (dir === undefined || more.length > 0) return usage("One folder of source texts is needed.");

  const record = readRecord(file);
  if (!record.ok) return usage(record.error);
  const texts = readTexts(
    dir,
    record.value.sources.map(({ id }) => id),
  );
  if (!texts.ok) return usage(texts.error);
  const { pointers, printed, faults } = await verifyRecord(record.value, texts.value);
  for (const { collection, record: row, field, value, rule, detail } of faults)
    process.stdout.write(`${collection} ${row}${field && `.${field}`}${value && ` ${value}`}: ${rule}, ${detail}\n`);
  const looked = `${pointers} pointers and ${printed} printed forms in ${texts.value.size} texts`;
  process.stdout.write(faults.length ? `\n${faults.length} faults in ${looked}.\n` : `${looked}: all hold.\n`);
  return faults.length ? 1 : 0;
};

process.exitCode = await run(process.argv.slice(2));
