import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { BlockParser, type BlockRead, type BlockReader } from "#data/blocks.ts";
import { EventColumnsReader } from "#data/event-columns.ts";
import { storedBlob } from "#data/stored-file.ts";
import { NO_FILTER } from "#model/filter.ts";
import { batchTaker } from "#store/local/batches.ts";
import { StreamedStore } from "#store/streamed.ts";
import { startBeside } from "#store/worker/beside.ts";
import { randomFilter, randomRecord } from "../../fixtures/random-record.ts";
import { record as fixture } from "../../fixtures/record.ts";
import { broken } from "./broken.ts";
import { forget, others, startHere } from "./others.ts";
import { expectSame } from "./same.ts";

const bytesOf = (json: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(json));

const opened = async (bytes: Uint8Array<ArrayBuffer>, reader: BlockReader | null) => {
  const store = new StreamedStore(storedBlob(new Blob([bytes])));
  if (reader) store.readBeside(reader, batchTaker);
  for (let at = 0; at < bytes.length; at += 3_000) {
    store.push(bytes.slice(at, at + 3_000));
    await store.room();
  }
  const { open, failure } = await store.end();
  if (!open) throw new Error(`not opened: ${JSON.stringify(failure)}`);
  return open;
};

/** Reads in place, notes what came of it, and has it copied as between workers. */
const reading = (bytes: number, done: BlockRead["kind"][] = []): BlockReader => {
  const [parser, columns] = [new BlockParser(), new EventColumnsReader()];
  return {
    atOnce: 1,
    bytes,
    read: async (block, ends) => {
      const read = structuredClone(parser.read(block, ends));
      done.push(read.kind);
      return read.kind === "columns" ? { ...read, columns: columns.rows(read.columns) } : read;
    },
  };
};

describe("a store whose events are read beside it", { timeout: 60_000 }, () => {
  it("answers as one that reads them itself, faults and all", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomRecord(),
        fc.nat(1_000),
        fc.constantFrom(1, 2_000, 100_000),
        fc.array(randomFilter(), { minLength: 1, maxLength: 2 }),
        async (whole, at, size, filters) => {
          const record = broken(whole, at);
          const alone = await opened(bytesOf(record), null);
          const beside = await opened(bytesOf(record), reading(size));
          expect(beside.about).toEqual(alone.about);
          await expectSame(beside.store, alone.store, filters, record);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("takes all events of the record by their columns", async () => {
    const done: BlockRead["kind"][] = [];
    await opened(bytesOf(fixture()), reading(1, done));
    expect(done).toEqual(fixture().events.map(() => "columns"));
  });

  it("takes no list that ends in a comma", async () => {
    const spoilt = JSON.stringify(fixture()).replace(/\],"agreements"/, ',],"agreements"');
    expect(spoilt).toContain(",],");
    await expect(opened(new TextEncoder().encode(spoilt), reading(1))).rejects.toThrow("not-scannable");
  });

  it("looks at events one by one where something is to be told of them", async () => {
    const done: BlockRead["kind"][] = [];
    const [first, ...rest] = fixture().events;
    const events = [{ ...first, extra: 1 }, ...rest.slice(0, 2)];
    const { about } = await opened(bytesOf({ ...fixture(), events }), reading(1, done));
    expect(done).toEqual(["rows", "columns", "columns"]);
    expect(about.faults).toContainEqual(expect.objectContaining({ record: first?.id, field: "extra" }));
  });
});

describe("workers that read beside", () => {
  afterEach(forget);

  it("are as many as there are other cores, three at most", async () => {
    for (const [cores, workers] of [
      [1, 1],
      [2, 1],
      [4, 3],
      [16, 3],
    ] as const) {
      forget();
      const beside = await startBeside(startHere, cores);
      expect(beside?.reader.atOnce).toBe(workers);
      beside?.end();
      for (const worker of others.made) expect(worker.terminate).toHaveBeenCalledOnce();
    }
  });

  it("read what they are sent", async () => {
    const beside = await startBeside(startHere, 3);
    if (!beside) throw new Error("not started");
    const text = JSON.stringify(fixture().events);
    const block = () => new TextEncoder().encode(text.slice(1, -1));
    const { length } = fixture().events;
    const reads = [1, 2, 3].map(() => beside.reader.read(block(), [block().length]));
    for (const read of reads)
      expect(await read).toMatchObject({ kind: "columns", columns: { length }, counts: [length] });
    expect(await beside.reader.read(new TextEncoder().encode("{"), [1])).toEqual({ kind: "rows" });
    beside.end();
    await expect(beside.reader.read(block(), [block().length])).rejects.toThrow("gone");
  });

  it("are none where none runs", async () => {
    others.fates = ["fails", "fails", "fails"];
    expect(await startBeside(startHere, 4)).toBeNull();
  });

  it("may be fewer than were asked for", async () => {
    others.fates = ["fails", "runs", "fails"];
    const beside = await startBeside(startHere, 4);
    const block = new TextEncoder().encode(JSON.stringify(fixture().events[0]));
    expect((await beside?.reader.read(block, [block.length]))?.kind).toBe("columns");
    beside?.end();
  });

  it("lose nothing where they die over their work", async () => {
    others.fates = ["dies"];
    const beside = await startBeside(startHere, 1);
    if (!beside) throw new Error("not started");
    const { store } = await opened(bytesOf(fixture()), { ...beside.reader, bytes: 2_000 });
    const alone = await opened(bytesOf(fixture()), null);
    expect(others.blocks).toBe(1);
    await expectSame(store, alone.store, [NO_FILTER], fixture());
    beside.end();
  });
});
