import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlockParser, type BlockReader } from "#data/blocks.ts";
import { EventColumnsReader } from "#data/event-columns.ts";
import { parseJson } from "#data/json.ts";
import { parseRecord } from "#data/load.ts";
import { NotScannable } from "#data/scan.ts";
import type { EngagementEvent, Evidence, LiaisonRecord } from "#data/schema.ts";
import { type StoredFile, storedBlob } from "#data/stored-file.ts";
import { RecordStream, type RowSink, type StreamedRecord } from "#data/stream.ts";
import { createCatalog } from "#store/catalog.ts";
import { createBuilder } from "#store/local/builder.ts";
import { randomRecord } from "../../fixtures/random-record.ts";
import { record } from "../../fixtures/record.ts";

/** Keeps rows in the order they are taken, with the bookkeeping of the store's own builder. */
const listSink = () => {
  let builder: ReturnType<typeof createBuilder> | null = null;
  const taken = { events: 0, evidence: 0 };
  const made = (): ReturnType<typeof createBuilder> => {
    if (!builder) throw new Error("not begun");
    return builder;
  };
  const sink: RowSink = {
    begin: (catalog) => {
      builder = createBuilder(createCatalog(catalog));
    },
    event: (row) => {
      const added = made().add(row);
      if (added) taken.events += 1;
      return added;
    },
    evidence: (row, usable) => {
      const added = made().addEvidence(row, usable);
      if (added) taken.evidence += 1;
      return added;
    },
    hasEvent: (id) => made().hasEvent(id),
    hasEvidence: (id) => made().hasEvidence(id),
    strays: () => made().strays(),
    rings: () => made().rings(),
  };
  return { sink, taken };
};

/** Reads blocks of so many bytes later than asked; of each three, one is done before those asked earlier, one is lost. */
const besides = (size: number): BlockReader => {
  let asked = 0;
  const [parser, columns] = [new BlockParser(), new EventColumnsReader()];
  return {
    atOnce: 2,
    bytes: size,
    read: async (bytes, ends) => {
      const at = asked++;
      const made = parser.read(bytes, ends);
      const read = made.kind === "columns" ? { ...made, columns: columns.rows(made.columns) } : made;
      if (at % 3 !== 1) await new Promise((resolve) => setTimeout(resolve));
      if (at % 3 === 2) throw new Error("gone");
      return read;
    },
  };
};

/** @param beside bytes to a block that is read beside, 0 where none is */
const streamed = async (
  bytes: Uint8Array<ArrayBuffer>,
  piece: number,
  beside = 0,
  file: StoredFile = storedBlob(new Blob([bytes])),
) => {
  const { sink, taken } = listSink();
  const stream = new RecordStream(sink, file);
  if (beside) stream.readBeside(besides(beside));
  for (let at = 0; at < bytes.length; at += piece) {
    stream.push(bytes.slice(at, at + piece));
    if (beside) await stream.room();
    // Blocks are read, and read again, between one piece and the next.
    if (beside && (at / piece) % Math.ceil(9_000 / piece) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const read = await stream.end();
  return { read, taken };
};

const wholeOf = async (read: StreamedRecord, taken: { events: number; evidence: number }): Promise<LiaisonRecord> => {
  const events: EngagementEvent[] = [];
  const evidence: Evidence[] = [];
  for (let row = 0; row < taken.events; row++) events.push(await read.rows.event(row));
  for (let row = 0; row < taken.evidence; row++) evidence.push(await read.rows.evidence(row));
  const kept = new Set(read.faults.filter((fault) => fault.rule === "unknown-reference").map((fault) => fault.record));
  return {
    ...read.lists,
    events,
    evidence: evidence.filter(({ id, source }) => !kept.has(id) || read.lists.sources.some((one) => one.id === source)),
  };
};

/** The same JSON, with other spaces, other order of its parts, and some letters written as escapes. */
const written = (json: object, layout: { order: readonly number[]; space: string; escape: boolean }): string => {
  const entries = Object.entries(json);
  const order = entries.map((entry, at) => ({ entry, rank: layout.order[at % layout.order.length] ?? 0 }));
  const sorted = order.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
  const text = JSON.stringify(Object.fromEntries(sorted), null, layout.space);
  return layout.escape
    ? text.replace(/[^\x20-\x7e\s]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
    : text;
};

const layout = fc.record({
  order: fc.array(fc.nat(100), { minLength: 13, maxLength: 13 }),
  space: fc.constantFrom("", " ", "\t", "\r\n  "),
  escape: fc.boolean(),
});

type Loose = Record<string, unknown>;
/** Every row of a list with fields of the caller's making. */
const each = (json: Loose, list: string, change: (row: Loose, at: number, all: readonly Loose[]) => Loose): void => {
  const rows = (json[list] ?? []) as Loose[];
  for (const [at, row] of rows.entries()) if (row !== null) Object.assign(row, change(row, at, rows));
};
const add = (json: Loose, list: string, ...rows: unknown[]): void => {
  if (Array.isArray(json[list])) json[list].push(...rows);
};
const first = (json: Loose, list: string): unknown =>
  structuredClone((json[list] as unknown[] | undefined)?.[0] ?? null);

/** Ways to spoil a record without making it another kind of file. */
const spoilings: readonly ((json: Loose) => void)[] = [
  (json) => add(json, "events", { id: "bare" }, 7, null),
  (json) => add(json, "events", first(json, "events")),
  (json) => each(json, "events", () => ({ partners: ["nowhere"], extra: 1 })),
  (json) => each(json, "events", (_, at, all) => ({ partOf: all[(at + 1) % all.length]?.id ?? null })),
  (json) => each(json, "events", () => ({ evidence: ["missing", "ev-1"], place: "mars" })),
  (json) => each(json, "evidence", () => ({ source: "gone" })),
  (json) => add(json, "evidence", null, first(json, "evidence")),
  (json) => Object.assign(json, { surplus: [1, 2, { a: "]" }], more: { b: "}" } }),
  (json) => delete json.evidence,
  (json) => Object.assign(json, { statistics: {}, people: 3 }),
  (json) => Object.assign(json, { meta: { version: 1, title: 'a "quoted" {title}\\', focus: "nobody" } }),
  (json) => each(json, "topics", (_, at, all) => ({ parent: all[(at + 1) % all.length]?.id ?? null })),
];

describe("a record read from the bytes of its file", () => {
  it(
    "is the one that the whole file gives, whatever its layout, its faults and the pieces it comes in",
    { timeout: 60_000 },
    () =>
      fc.assert(
        fc.asyncProperty(
          randomRecord(),
          layout,
          fc.array(fc.constantFrom(...spoilings), { maxLength: 3 }),
          fc.integer({ min: 1, max: 5_000 }),
          fc.constantFrom(0, 1, 900, 100_000),
          async (made, look, spoil, piece, beside) => {
            const json = structuredClone(made) as unknown as Loose;
            for (const change of spoil) change(json);
            const text = written(json, look);
            const expected = parseRecord(JSON.parse(text));
            const { read, taken } = await streamed(new TextEncoder().encode(text), piece, beside);
            if (expected.failure) return expect(read).toEqual({ failure: expected.failure });
            if (read.failure !== null) throw new Error("not read");
            expect(read.faults).toEqual(expected.faults);
            expect([read.leftOut, read.noted]).toEqual([expected.leftOut, expected.noted]);
            expect(await wholeOf(read, taken)).toEqual(expected.record);
          },
        ),
        { numRuns: 200 },
      ),
  );

  it.each([
    0, 90_000,
  ])("finds rows again where a list is many slices long, blocks of %i bytes read beside", async (beside) => {
    const one = record();
    const events = Array.from({ length: 900 }, (_, at) => ({ ...one.events[0], id: `e-${at}`, partOf: null }));
    // Texts that look like the space between two rows.
    const trap = `},\n{"id":"e-`;
    for (const [at, row] of events.entries())
      if (at % 3 === 0) Object.assign(row, { title: trap.repeat(1 + (at % 40)) });
    const bad = events.map((row, at) => (at % 7 === 3 ? { ...row, type: "party" } : row));
    const text = JSON.stringify({ ...one, agreements: [], commitments: [], statistics: [], events: bad });
    const { read, taken } = await streamed(new TextEncoder().encode(`\ufeff${text}\n`), 4_099, beside);
    const expected = parseRecord(JSON.parse(text));
    if (read.failure !== null || !expected.record) throw new Error("not read");
    expect(taken.events).toBe(expected.record.events.length);
    expect((await wholeOf(read, taken)).events).toEqual(expected.record.events);
  });

  it("goes back where slices do not end where they seem to", async () => {
    const one = record();
    const [first] = one.events;
    // Objects in a row that begin as a row does, and rows too long to find the next one behind them.
    const events = Array.from({ length: 600 }, (_, at) => ({
      ...first,
      id: `e-${at}`,
      partOf: null,
      summary: "s".repeat(at % 50 === 7 ? 20_000 : 1 + (at % 90)),
      ...(at % 40 > 20 ? { extra: Array.from({ length: 30 }, (_, part) => ({ id: `e-${at}-${part}` })) } : {}),
    }));
    const { evidence, agreements, commitments, statistics, ...catalog } = one;
    const text = JSON.stringify({ ...catalog, events, evidence, agreements, commitments, statistics });
    const bytes = new TextEncoder().encode(text);
    const expected = parseRecord(JSON.parse(text));
    // A file that takes its time, so that more of it comes while it is read again.
    const slow: StoredFile = {
      size: bytes.length,
      read: async (from, to) => {
        await new Promise((resolve) => setTimeout(resolve, to - from > 3_000 ? 8 : 0));
        return bytes.slice(from, to);
      },
    };
    for (const piece of [997, 30_011])
      for (const beside of [900, 40_000]) {
        const { read, taken } = await streamed(bytes, piece, beside, slow);
        if (read.failure !== null || !expected.record) throw new Error("not read");
        expect(read.faults).toEqual(expected.faults);
        expect((await wholeOf(read, taken)).events).toEqual(expected.record.events);
      }
  });

  const SPOILT = [
    "",
    "[]",
    "null",
    '{"events":[1,2',
    '{"events":[{"a":1}',
    '{"events":[1,]}',
    '{"events":[,1]}',
    '{"events":[1,,2]}',
    '{"events":[1}}',
    '{"events":{"a":1]}',
    '{"events":[1]]',
    '{"events":[]} x',
    '{"events":[]}{}',
    '{"events":[],}',
    '{,"events":[]}',
    '{"events" []}',
    '{"events":[] []}',
    '{"events":[] "a":1}',
    '{"events":[],"events":[]}',
    '{"a":1 "events":[]}',
    '{"a":tru,"events":[]}',
    '{"events":["a\nb"]}',
    '{"events":["\\"]}',
    '{"events":[\u00a0]}',
    "{'events':[]}",
    '\u0000{"events":[]}',
  ];
  it.each([
    '{"events":[1,2',
    '{"events":[1,]}',
    '{"events":[,1]}',
    '{"events":[1,,2]}',
    '{"events":[1}}',
    '{"events":[1]]',
    '{"events":["a\nb"]}',
    '{"events":[\u00a0]}',
    '{"events":[{"id":tru}]}',
  ])("leaves %j behind a catalogue, read beside, to those who judge a file as a whole", async (text) => {
    const { meta, sources, partners, places, organizations, people, topics, mechanisms } = record();
    const catalog = JSON.stringify({ meta, sources, partners, places, organizations, people, topics, mechanisms });
    const all = `${catalog.slice(0, -1)},${text.slice(1)}`;
    expect(parseJson(all).ok).toBe(false);
    const judge = async (): Promise<unknown> => (await streamed(new TextEncoder().encode(all), 30, 1)).read;
    expect(await judge().catch((error: Error) => error.constructor.name)).toSatisfy(
      (judged) => judged === "NotScannable" || (judged as { failure: string }).failure === "not-scannable",
    );
  });

  it.each(SPOILT)("leaves %j to those who judge a file as a whole", async (text) => {
    const all = parseJson(text);
    const shown = all.ok && parseRecord(all.value).failure === null;
    expect(shown).toBe(false);
    let judged: unknown;
    try {
      judged = (await streamed(new TextEncoder().encode(text), 3)).read;
    } catch (error) {
      expect(error).toBeInstanceOf(NotScannable);
      judged = { failure: "not-scannable" };
    }
    expect(judged).toEqual({ failure: "not-scannable" });
  });

  it.each([
    '{"events":[]}',
    '{"events":[],"meta":{"version":3}}',
    '{"features":[1]}',
    "{}",
  ])("says what is wrong with %s", async (text) => {
    const expected = parseRecord(JSON.parse(text));
    const { read } = await streamed(new TextEncoder().encode(text), 4);
    expect(read).toEqual({ failure: expected.failure });
  });
});
