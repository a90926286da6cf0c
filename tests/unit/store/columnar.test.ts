import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ColumnarRecord } from "#data/columnar/read.ts";
import type { LiaisonRecord } from "#data/schema.ts";
import { storedBlob } from "#data/stored-file.ts";
import { columnarStore } from "#store/columnar.ts";
import { batchTaker } from "#store/local/batches.ts";
import { type MakeTaker, StreamedStore } from "#store/streamed.ts";
import { randomFilter, randomRecord } from "../../fixtures/random-record.ts";
import { record as fixture } from "../../fixtures/record.ts";
import { columnarOf } from "../data/columnar/files.ts";
import { broken } from "./broken.ts";
import { expectSame } from "./same.ts";

const opened = async (store: StreamedStore, bytes: Uint8Array<ArrayBuffer>, piece: number) => {
  for (let at = 0; at < bytes.length; at += piece) store.push(bytes.slice(at, at + piece));
  const { open, failure } = await store.end();
  if (!open) throw new Error(`not opened: ${JSON.stringify(failure)}`);
  return open;
};

const both = async (record: LiaisonRecord, batchRows: number, piece: number) => {
  const json = new TextEncoder().encode(JSON.stringify(record));
  const columnar = columnarOf(record, undefined, batchRows);
  return [
    await opened(new StreamedStore(storedBlob(new Blob([json]))), json, json.length),
    await opened(columnarStore(storedBlob(new Blob([columnar]))), columnar, piece),
  ] as const;
};

describe("a store over a columnar file", { timeout: 60_000 }, () => {
  it("answers as one over the same record in JSON, faults and all", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomRecord(),
        fc.nat(1_000),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 400, max: 60_000 }),
        fc.array(randomFilter(), { minLength: 1, maxLength: 2 }),
        async (whole, at, batchRows, piece, filters) => {
          const record = broken(whole, at);
          const [json, columnar] = await both(record, batchRows, piece);
          expect(columnar.about).toEqual(json.about);
          await expectSame(columnar.store, json.store, filters, record);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("batches of good events", () => {
  const taken = async (record: LiaisonRecord): Promise<readonly boolean[]> => {
    const outcomes: boolean[] = [];
    const counting: MakeTaker = (to) => {
      const take = batchTaker(to);
      return (batch) => {
        const all = take(batch);
        outcomes.push(all);
        return all;
      };
    };
    const bytes = columnarOf(record, undefined, 3);
    await opened(new StreamedStore(storedBlob(new Blob([bytes])), ColumnarRecord, counting), bytes, 4_000);
    return outcomes;
  };

  it("are taken by their columns, all of them", async () => {
    const outcomes = await taken(fixture());
    expect(outcomes).toEqual(Array.from({ length: Math.ceil(fixture().events.length / 3) }, () => true));
  });

  it("come row by row only where one of them refers to nothing", async () => {
    const [first, ...rest] = fixture().events;
    const stray = { ...fixture(), events: [{ ...(first as (typeof rest)[number]), partners: ["nobody"] }, ...rest] };
    expect((await taken(stray)).slice(0, 2)).toEqual([false, true]);
  });
});
