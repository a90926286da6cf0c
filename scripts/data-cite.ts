/** Finds a passage in a folder of source texts and prints the row of evidence that points to it. */

import { findPassage, openedBy, pointerTo } from "#data/passages.ts";
import { readRecord, readTexts } from "./source-texts.ts";

const HELP = `Usage: npm run data:cite -- DIR SOURCE_ID "first words … last words" [--data FILE]

Finds one passage in the text of a source and prints its row for "evidence": paragraph, offsets,
SHA-256 and text fragment. Give it an id, then say how sure it is and what it supports.

  DIR         folder of source texts; the text of source 000 is 000.txt or 000_anything.txt
  SOURCE_ID   id of the source in the record
  "…"         the first and the last words of the passage with … or ... between them;
              without, the words are the passage. Blanks and quotation marks need not match in kind.
  --data FILE the record (default public/data/engagements.json): its page furniture is not to be cited

Exit code 0 when found, 1 when there is no such passage or more than one, 2 when called wrongly.
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
  const [dir, source, query, ...more] = at < 0 ? args : args.toSpliced(at, 2);
  if (dir === undefined || source === undefined || query === undefined || more.length > 0)
    return usage("A folder, a source and a passage are needed.");

  const texts = readTexts(dir, [source]);
  if (!texts.ok) return usage(texts.error);
  const text = texts.value.get(source);
  if (text === undefined) return usage(`No file, or more than one, in ${dir} holds the text of source "${source}".`);
  const found = findPassage(text, query);
  if (!found.ok) {
    process.stderr.write(`${found.error}\n`);
    return 1;
  }
  const passage = found.value;
  const pointer = await pointerTo(source, text, passage);
  if (pointer.paragraph === null) {
    process.stderr.write("The passage reaches over the end of a paragraph.\n");
    return 1;
  }
  const record = readRecord(file);
  const clutter = record.ok ? record.value.sources.find((row) => row.id === source)?.clutter : [];
  if (clutter?.some(([from, to]) => passage.start < to && passage.end > from)) {
    process.stderr.write("The passage lies in page furniture, which is not to be cited.\n");
    return 1;
  }
  const opened = openedBy(text, pointer.fragment ?? "");
  if (opened?.start !== passage.start || opened.end !== passage.end) {
    process.stderr.write("The words at its ends stand elsewhere too: begin or end the passage with rarer words.\n");
    return 1;
  }
  const row = { id: `ev-${source}-`, ...pointer, certainty: "stated", basis: "text", about: ["record"], note: null };
  process.stdout.write(`${JSON.stringify(row, null, 2)}\n`);
  return 0;
};

process.exitCode = await run(process.argv.slice(2));
