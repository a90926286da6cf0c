import { columnFromArray, type DataType, field, int32, Table, tableToIPC, utf8, Version } from "@uwdata/flechette";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { RECORD_VERSION } from "#data/enums.ts";
import { en } from "#model/words/en/index.ts";
import { record } from "../../../fixtures/record.ts";
import { columnarOf, readBack } from "./files.ts";

const good = columnarOf(record());
const archive = (edit: Parameters<typeof columnarOf>[1]): Uint8Array<ArrayBuffer> => columnarOf(record(), edit);
const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A table as another program may write it. */
const foreign = (columns: readonly (readonly [string, DataType, readonly unknown[]])[]): Uint8Array => {
  const fields = columns.map(([name, type]) => field(name, type));
  const made = columns.map(([, type, values]) => columnFromArray([...values], type));
  const schema = { version: Version.V5, fields, metadata: null };
  return tableToIPC(new Table(schema, made), { format: "file" }) as Uint8Array;
};

const without = (missing: string) => archive((name, bytes) => (name === missing ? null : bytes));
const instead = (file: string, bytes: Uint8Array) => archive((name, was) => (name === file ? bytes : was));

describe("a file that is no columnar record", () => {
  it.each([
    [
      "one table alone",
      foreign([["id", utf8(), ["a"]]]) as Uint8Array<ArrayBuffer>,
      /ZIP archive with a table for each/,
    ],
    ["an archive of other things", zipSync({ "a.txt": text("a") }, { level: 0 }), /no record\.json/],
    ["one without record.json", without("record.json"), /no record\.json/],
    ["one whose record.json is none", instead("record.json", new Uint8Array([123, 34])), /record\.json is not JSON/],
    ["one without events", without("events.arrow"), /no table of events/],
    ["a table that is none", instead("events.arrow", text("events")), /table of events is not an Arrow file/],
    ["an empty archive", zipSync({}), /no record\.json/],
  ])("%s is told as such", async (_, bytes, told) => {
    const { failure } = await readBack(bytes as Uint8Array<ArrayBuffer>);
    expect(failure).not.toBeNull();
    expect(typeof failure === "object" && failure && en.faults.failure(failure).text).toMatch(told);
  });

  it("is told to be of another version", async () => {
    const { meta } = record();
    const { failure } = await readBack(
      instead("record.json", text({ meta: { ...meta, version: RECORD_VERSION + 1 } })),
    );
    expect(failure).toEqual({ kind: "wrong-version", detail: String(RECORD_VERSION + 1) });
  });

  it("is told to stop in the middle, wherever it does", async () => {
    for (let end = 30; end < good.length; end += Math.ceil(good.length / 40)) {
      const { failure } = await readBack(good.slice(0, end), 777);
      expect(failure, String(end)).toEqual({ kind: "truncated", detail: "" });
    }
    expect((await readBack(new Uint8Array())).failure).toEqual({ kind: "empty", detail: "" });
  });

  it("is never the end of the page: whatever byte is another one, it is told or makes no difference", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = good.slice();
        bytes[at] = (bytes[at] as number) ^ change;
        const { failure, record: kept, read } = await readBack(bytes);
        // A name that is another one leaves a list out, and that is told.
        if (failure === null && !read.faults.length) expect(kept).toEqual(record());
      }),
      { numRuns: 400 },
    );
  });
});

describe("a table with faults", () => {
  const partners = record().partners;
  const columns = [
    ["id", utf8(), partners.map(({ id }) => id)],
    ["name", utf8(), partners.map(({ name }) => name)],
    ["kind", utf8(), partners.map(({ kind }) => kind)],
  ] as const;
  const faultsWith = async (more: readonly (readonly [string, DataType, readonly unknown[]])[]) => {
    const names = more.map(([name]) => name);
    const table = foreign([...columns.filter(([name]) => !names.includes(name)), ...more]);
    const { read, failure, record: got } = await readBack(instead("partners.arrow", table));
    expect(failure).toBeNull();
    return { told: read?.faults.map(en.faults.fault) ?? [], got };
  };

  it("reads what another program wrote without codes and without columns that may be missing", async () => {
    expect((await faultsWith([])).told).toEqual([]);
  });

  it("names row, field, value and rule, and shows the other rows", async () => {
    const { told, got } = await faultsWith([
      ["kind", utf8(), partners.map((_, at) => (at === 0 ? "kingdom" : "state"))],
    ]);
    expect(told[0]).toBe(`partners ${partners[0]?.id}: kind "kingdom" is not one of: state, igo`);
    expect(got?.partners.map(({ id }) => id)).toEqual(partners.slice(1).map(({ id }) => id));
  });

  it("tells a column of another kind, a value that is not there, a column that is not known", async () => {
    expect((await faultsWith([["name", int32(), partners.map((_, at) => at)]])).told).toContain(
      `partners ${partners[1]?.id}: name 1 is not text`,
    );
    expect((await faultsWith([["name", utf8(), partners.map(({ name }, at) => (at ? name : null))]])).told).toContain(
      `partners ${partners[0]?.id}: name null is not text`,
    );
    expect((await faultsWith([["rank", int32(), partners.map((_, at) => (at ? null : 7))]])).told).toEqual([
      `partners ${partners[0]?.id}: rank 7 is a field this version does not know`,
    ]);
  });

  it("tells a table that is no list of the record", async () => {
    const bytes = zipSync({ ...unzipSync(good), "songs.arrow": foreign([...columns]) }, { level: 0 });
    const { read } = await readBack(bytes as Uint8Array<ArrayBuffer>);
    expect(read?.faults.map(en.faults.fault)).toEqual([
      expect.stringMatching(/songs.* is a field this version does not know/),
    ]);
  });
});
