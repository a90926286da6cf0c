import {
  type Batch,
  batchType,
  Column,
  columnFromArray,
  type DataType,
  dictionary,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8,
  utf8View,
} from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import { dictionaryIn, messageIn, NotArrow } from "#data/columnar/messages.ts";
import { ArrowTable } from "#data/columnar/table.ts";

type Values = readonly unknown[];

/** A column whose codes point into a dictionary of several pieces, as a writer makes it that meets its texts late. */
const coded = (codes: Values, of: DataType, ...pieces: readonly Values[]): Column<unknown> => {
  const words = new Column(pieces.flatMap((values) => columnFromArray([...values], of).data));
  const type = dictionary(of, int32());
  const [batch] = columnFromArray([...codes], int32()).data;
  const [shape] = columnFromArray([null], type).data;
  if (!batch || !shape) throw new Error("no batch");
  const own = Object.assign(Object.create(Object.getPrototypeOf(shape)), batch, { type });
  return new Column([own.setDictionary(words)], type);
};

/** The messages of a table: those before its first batch, and that batch. */
const written = (columns: Record<string, Column<unknown>>): { head: Uint8Array; batch: Uint8Array } => {
  const bytes = tableToIPC(tableFromColumns(columns), { format: "stream" }) as Uint8Array;
  for (let at = 0; ; ) {
    const message = messageIn(bytes.subarray(at), bytes.length - at);
    if (message === null || message === "end") throw new Error("no batch");
    if (message.kind === "batch") return { head: bytes.slice(0, at), batch: bytes.slice(at, at + message.length) };
    at += message.length;
  }
};

const textsOf = (columns: Record<string, Column<unknown>>): readonly Values[] => {
  const { head, batch } = written(columns);
  const table = new ArrowTable("sources", head);
  const { texts, batches } = table.columns(batch);
  // The same with every batch, whatever the first made of the head.
  expect(table.columns(batch).texts).toBe(texts);
  return texts.map((own, at) => Array.from(batches[at]?.values as Int32Array, (code) => own.get(code)));
};

describe("the dictionaries of a table", () => {
  it("are read whole where they come in pieces, with what is empty, null, and of many bytes", () => {
    const words = ["Tô Lâm", "", "\u{feff}a", "문무일", null];
    expect(textsOf({ a: coded([4, 0, 1, 2, 3], utf8(), words.slice(0, 2), words.slice(2)) })).toEqual([
      [null, ...words.slice(0, 4)],
    ]);
  });

  it("are those of each column, also where others are of numbers", () => {
    const a = coded([1, 0], utf8(), ["x", "y"]);
    const numbers = coded([0, 1], int32(), [7, 8]);
    expect(textsOf({ a, numbers, again: coded([0, 0], utf8(), ["z"]) })).toEqual([
      ["y", "x"],
      [7, 8],
      ["z", "z"],
    ]);
  });

  it("are as the library has them beside a column that it reads but cannot write", () => {
    const type = utf8View();
    const short = new Uint8Array(16);
    short.set([2, 0, 0, 0, 0x68, 0x69]);
    const Kind = batchType(type) as unknown as new (of: object) => Batch<unknown>;
    const seen = new Kind({ length: 1, nullCount: 0, type, validity: new Uint8Array(), values: short, data: [] });
    const columns = { a: coded([1], utf8(), ["x", "y"]), seen: new Column([seen], type) };
    expect(textsOf(columns)).toEqual([["y"]]);
    const { head, batch } = written(columns);
    expect(new ArrowTable("sources", head).rows(new ArrowTable("sources", head).columns(batch)).row(0)).toEqual({
      a: "y",
      seen: "hi",
    });
  });

  it("are kept apart for columns that share one", () => {
    const a = coded([1, 0], utf8(), ["x", "y"]);
    const { head, batch } = written({ a, b: a });
    const { texts } = new ArrowTable("sources", head).columns(batch);
    expect(texts.map((own) => own.get(1))).toEqual(["y", "y"]);
    expect(texts[0]).not.toBe(texts[1]);
  });
});

it("takes no other message for a dictionary", () => {
  const { head, batch } = written({ a: coded([0], utf8(), ["x"]) });
  const schema = messageIn(head, head.length) as { length: number };
  const { id, follows, batch: rows } = dictionaryIn(head.subarray(schema.length));
  expect([id, follows]).toEqual([expect.any(Number), false]);
  expect(messageIn(rows, rows.length)).toEqual({ kind: "batch", length: rows.length });
  expect(() => dictionaryIn(head.subarray(0, 8))).toThrow(NotArrow);
  expect(() => dictionaryIn(batch.subarray(0, 24))).toThrow(NotArrow);
});
