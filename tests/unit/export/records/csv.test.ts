import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIST_MARK, neutral, toCsv } from "#export/records/csv.ts";
import type { DataRow, Table, Value } from "#export/records/table.ts";

const COLUMNS = ["id", "title", "value"] as const;
const table = (rows: readonly DataRow[]): Table => ({ name: "events", columns: COLUMNS, rows });
const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: "\r\n" });

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", ";", " ", "'", "a", "Đ", "문") }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
);
const row = fc.record({ id: value, title: value, value });

const shown = (one: Value): string => {
  if (one === null) return "";
  if (typeof one === "object") return neutral(one.join(LIST_MARK));
  return typeof one === "string" ? neutral(one) : String(one);
};

describe("CSV", () => {
  it("comes back from another reader as it went in", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        expect(read(toCsv(table(rows)))).toEqual([
          [...COLUMNS],
          ...rows.map((one) => COLUMNS.map((column) => shown(one[column]))),
        ]);
      }),
    );
  });

  it("leaves no cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(row, (one) => {
        const texts = COLUMNS.filter((column) => typeof one[column] !== "number");
        const [, cells = []] = read(toCsv(table([one])));
        for (const column of texts) {
          const cell = cells[COLUMNS.indexOf(column)] ?? "";
          expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
          expect(cell).not.toMatch(/^[\t\r\n]/u);
        }
      }),
    );
  });

  it("leaves numbers and plain texts as they are", () => {
    expect(toCsv(table([{ id: "e-1", title: "Talks", value: -3.5 }]))).toBe(
      "\uFEFFid,title,value\r\ne-1,Talks,-3.5\r\n",
    );
  });

  it("quotes where another country's spreadsheet would split", () => {
    expect(toCsv(table([{ id: "a;b", title: 'say "so"', value: null }]))).toContain('"a;b","say ""so""",\r\n');
  });

  it("keeps its head when there is no row", () => {
    expect(toCsv(table([]))).toBe("\uFEFFid,title,value\r\n");
  });

  it.each([
    ["=1+1"],
    ["+1"],
    ["-1"],
    ["@SUM(A1)"],
    ["\t=1"],
    ["\r=1"],
    [" =1"],
    ["＝1"],
    ["\u00A0=1"],
  ])("puts an apostrophe before %j", (formula) => {
    expect(neutral(formula)).toBe(`'${formula}`);
  });
});
