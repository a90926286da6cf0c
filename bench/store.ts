/** `npm run bench:store`: what each question to the local store costs, against the number of events. */
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { LiaisonRecord, Person } from "../src/data/schema.ts";
import { NO_FILTER } from "../src/model/filter.ts";
import type { EventStore, TimelineQuestion } from "../src/model/questions.ts";
import { createLocalStore } from "../src/store/local/store.ts";
import { StreamedStore } from "../src/store/streamed.ts";
import { fileOf, generate } from "./generate.ts";
import { CELLS, DATA } from "./pages.ts";
import { median } from "./statistics.ts";
import { count, duration, table } from "./table.ts";
import { STATES } from "./tables.ts";

const SEED = 1;
const PIECE = 1 << 20;
const TIMES = 9;
const WEEK = 7;

const HELP = `Usage: npm run bench:store -- [--n 100,1000,10000,100000,1000000]

Asks a store over made-up records each of its questions under filters it has not met before, and writes the medians
of ${TIMES} to a table that the result of npm run bench takes up.
`;

const TIMELINE: TimelineQuestion = {
  lanes: "partner",
  window: null,
  columns: 480,
  markLimit: 160,
  laneLimit: 24,
};

const SEARCHES = ["kor", "semin", "nguyen", "drug", "transfer", "tokyo", "visit of", "exchange", "kim"];

/** A question as the page asks it, differently each time, since a store keeps its latest answers. */
type Asked = (store: EventStore, time: number) => Promise<unknown>;

const chosen = (time: number) => ({ ...NO_FILTER, partner: [STATES[time]?.[0] ?? "KR"] });
const moved = (time: number): TimelineQuestion => ({
  ...TIMELINE,
  window: { start: 12_000 + time * WEEK, end: 16_000 + time * WEEK },
});

const QUESTIONS: Readonly<Record<string, Asked>> = {
  "summary of a partner not chosen before": (store, time) => store.summary(chosen(time)),
  "timeline, of a partner": (store, time) => store.timeline(chosen(time), TIMELINE),
  "timeline, window moved": (store, time) => store.timeline(NO_FILTER, moved(time)),
  "timeline, by topic": (store, time) => store.timeline(NO_FILTER, { ...moved(time), lanes: "topic" }),
  "timeline, by official": (store, time) => store.timeline(NO_FILTER, { ...moved(time), lanes: "official" }),
  places: (store, time) => store.places(chosen(time)),
  partners: (store, time) => store.partners(chosen(time)),
  facets: (store, time) => store.facets(chosen(time)),
  "officials, a page": (store, time) =>
    store.officials(chosen(time), { sort: "meetings", offset: 0, limit: 48, text: "", side: null, organization: null }),
  "events, a page": (store, time) => store.events(chosen(time), { offset: 0, limit: 48 }),
  event: (store, time) => store.event(`e${time * 7}`, NO_FILTER),
  agreements: (store, time) => store.agreements(chosen(time)),
  commitments: (store, time) => store.commitments(chosen(time)),
  statistics: (store, time) => store.statistics(chosen(time)),
  matrix: (store, time) => store.matrix(chosen(time)),
  "events by words": (store, time) => store.summary({ ...NO_FILTER, q: SEARCHES[time] ?? "" }),
  search: (store, time) => store.search(SEARCHES[time] ?? "", 24),
  "summary of two years": (store, time) =>
    store.summary({ ...NO_FILTER, from: `${2000 + time}`, to: `${2002 + time}` }),
};

interface Opened {
  readonly store: EventStore;
  readonly close: () => void;
  /** ms */
  readonly took: number;
}

const open = async (path: string): Promise<Opened> => {
  const file = openSync(path, "r");
  const began = performance.now();
  const filling = new StreamedStore({
    size: statSync(path).size,
    read: async (from, to) => {
      const bytes = new Uint8Array(to - from);
      readSync(file, bytes, 0, bytes.length, from);
      return bytes;
    },
  });
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) filling.push(piece);
  const { open: opened, failure } = await filling.end();
  if (!opened) throw new Error(`${path}: ${typeof failure === "string" ? failure : failure.kind}`);
  return { store: opened.store, took: performance.now() - began, close: () => closeSync(file) };
};

const cost = async (store: EventStore, ask: Asked): Promise<number | null> => {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    await ask(store, time);
    times.push(performance.now() - began);
  }
  return median(times);
};

/** More people than any record of the bench has, and what somebody types, sign by sign. */
const NAMES = 100_000;
const NAMES_OVER = 1_000;
const TYPED = ["k", "ki", "kim", "n", "ng", "nguyen", "a", "tran v"];

/** A sentence on how long a search among very many names takes, over few events. */
const amongNames = async (): Promise<string> => {
  const path = fileOf(NAMES_OVER, DATA);
  if (!existsSync(path)) generate(NAMES_OVER, SEED, path);
  const record = JSON.parse(readFileSync(path, "utf8")) as LiaisonRecord;
  const known = record.people;
  const names = known.map(({ name }) => name.split(" "));
  const people = Array.from({ length: NAMES }, (_, at): Person => {
    const person = known[at % known.length] as Person;
    const [family, given] = [names[at % names.length]?.[0], names[(at * 7) % names.length]?.at(-1)];
    return at < known.length ? person : { ...person, id: `n${at}`, name: `${family} ${given} ${at.toString(36)}` };
  });
  const store = createLocalStore({ ...record, people });
  const asked = async (text: string): Promise<number> => {
    const began = performance.now();
    await store.search(text, 24);
    return performance.now() - began;
  };
  const first = await asked("x");
  const times: number[] = [];
  for (const text of TYPED) times.push(await asked(text));
  const [middle, most] = [median(times), Math.max(...times)].map(duration);
  return `Among ${count(NAMES)} names a search takes ${middle}, ${most} for a letter that most have; the first, which indexes them when the page has come to rest, ${duration(first)}.`;
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      n: { type: "string", default: "100,1000,10000,100000,1000000" },
      help: { type: "boolean", default: false },
    },
  });
  const sizes = values.n.split(",").map(Number);
  if (values.help || !sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  mkdirSync(DATA, { recursive: true });
  mkdirSync(CELLS, { recursive: true });
  const names = ["opening", ...Object.keys(QUESTIONS)];
  const costs = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const size of sizes) {
    const path = fileOf(size, DATA);
    if (!existsSync(path)) generate(size, SEED, path);
    const { store, took, close } = await open(path);
    costs.get("opening")?.push(duration(took));
    for (const [name, ask] of Object.entries(QUESTIONS)) costs.get(name)?.push(duration(await cost(store, ask)));
    close();
  }
  const text = table(
    ["", ...sizes.map(count)],
    names.map((name) => [name, ...(costs.get(name) ?? [])]),
  );
  const told = `${text}\n\n${await amongNames()}\n`;
  writeFileSync(join(CELLS, "questions.md"), told);
  process.stdout.write(told);
  return 0;
};

process.exitCode = await main();
