/** Rows of a collection as the tables of the columnar file: Arrow columns, made from the shape of the schema. */
import {
  type Batch,
  bool,
  Column,
  columnFromArray,
  type DataType,
  dateDay,
  dictionary,
  dictionaryContext,
  Endianness,
  type Field,
  field,
  float64,
  int8,
  int32,
  int64,
  list,
  struct,
  Table,
  tableToIPC,
  utf8,
  Version,
} from "@uwdata/flechette";
import { parseDate } from "#lib/edtf-dates.ts";
import { DATES } from "../references.ts";
import type { CollectionName } from "../schema.ts";
import { dayNames, type FieldShape, givenName, type Shape } from "./shape.ts";
import { SHAPES } from "./shapes.gen.ts";

/** Rows to a record batch: the first of them are on a page before the rest has come. */
const BATCH_ROWS = 16_384;
const DAY_MS = 86_400_000;
/** Codes take the place of texts where, of so many, no more than this share are different. */
const SAMPLE = 1_000;
const REPEATED = { short: 0.75, long: 0.5 };

type Loose = Record<string, unknown>;

/** All texts at one place of a table's first rows, to see whether they recur. */
class Sample {
  readonly seen = new Set<string>();
  count = 0;

  add(text: string): void {
    this.count += 1;
    this.seen.add(text);
  }

  /** @param short whether the schema bounds their length: ids, dates and the like */
  recurs(short: boolean): boolean {
    if (this.count === 0) return false;
    if (this.count < SAMPLE && short) return true;
    return this.seen.size <= this.count * (short ? REPEATED.short : REPEATED.long);
  }
}

const integer = (max: number | undefined): DataType =>
  max === undefined || max > 0x7fffffff ? int64() : max > 127 ? int32() : int8();

/** Makes the type of each column once the first rows are known. */
class Types {
  private readonly samples = new Map<Shape, Sample>();
  private dictionaries = 0;

  note(shape: Shape, text: string): void {
    const sample = this.samples.get(shape) ?? new Sample();
    this.samples.set(shape, sample);
    sample.add(text);
  }

  private text(shape: Extract<Shape, { kind: "text" }>, name: string): DataType {
    const recurs = shape.values || (name !== "id" && this.samples.get(shape)?.recurs(shape.max !== undefined));
    if (!recurs || !this.samples.has(shape)) return utf8();
    return dictionary(utf8(), shape.values ? int8() : int32(), false, this.dictionaries++);
  }

  of(shape: Shape, name: string): DataType {
    if (shape.kind === "text") return this.text(shape, name);
    if (shape.kind === "integer") return integer(shape.max);
    if (shape.kind === "number") return float64();
    if (shape.kind === "flag") return bool();
    if (shape.kind === "list") return list(field("item", this.of(shape.of, ""), false));
    return struct(this.fields(shape.fields));
  }

  fields(shapes: readonly FieldShape[]): Field[] {
    return shapes.flatMap(({ name, optional, nullable, shape }) => [
      field(name, this.of(shape, name), optional === true || nullable === true),
      ...(optional && nullable ? [field(givenName(name), bool(), false)] : []),
    ]);
  }
}

/** Half of a pair that stands alone: text that UTF-8 cannot hold. */
const HALF = /\p{Surrogate}/u;

const dayOf = (text: unknown, end: "start" | "end"): number | null => {
  const parsed = typeof text === "string" ? parseDate(text) : null;
  const day = parsed?.ok ? parsed.value[end] : Number.NaN;
  return Number.isFinite(day) ? day * DAY_MS : null;
};

/** Takes the rows of one collection, which must be good by the schema, and writes them as an Arrow file. */
export class TableWriter {
  private readonly shapes: readonly FieldShape[];
  private readonly dates: readonly string[];
  private readonly types = new Types();
  private readonly dictionaries = dictionaryContext();
  private fields: Field[] | null = null;
  private readonly batches: Batch<unknown>[] = [];
  private rows: Loose[] = [];
  private readonly batchRows: number;
  private readonly onHalf: (row: string, field: string) => void;
  length = 0;

  /**
   * @param onHalf told of a text that cannot be written as it is: half a character in it becomes U+FFFD
   * @param batchRows rows to a batch
   */
  constructor(
    collection: CollectionName,
    onHalf: (row: string, field: string) => void = () => undefined,
    batchRows = BATCH_ROWS,
  ) {
    this.batchRows = batchRows;
    this.shapes = SHAPES[collection] ?? [];
    this.dates = (DATES[collection] ?? []).map(({ field: name }) => name);
    this.onHalf = onHalf;
  }

  add(row: object): void {
    this.rows.push(this.group(row as Loose, this.shapes, String((row as Loose).id)) as Loose);
    this.length += 1;
    if (this.rows.length === this.batchRows) this.flush();
  }

  /** A group as the columns want it: with what says which fields were given, and days beside dates. */
  private group(row: Loose, shapes: readonly FieldShape[], id: string): Loose {
    const made: Loose = {};
    for (const { name, optional, nullable, shape } of shapes) {
      const given = Object.hasOwn(row, name);
      made[name] = given ? this.value(row[name], shape, id, name) : null;
      if (optional && nullable) made[givenName(name)] = given;
    }
    return made;
  }

  private value(value: unknown, shape: Shape, id: string, name: string): unknown {
    if (value === null || value === undefined) return null;
    if (shape.kind === "text") {
      if (HALF.test(value as string)) this.onHalf(id, name);
      if (!this.fields) this.types.note(shape, value as string);
    } else if (shape.kind === "list") return (value as unknown[]).map((each) => this.value(each, shape.of, id, name));
    else if (shape.kind === "group") return this.group(value as Loose, shape.fields, id);
    return value;
  }

  private schema(): Field[] {
    const days = this.dates.flatMap((name) => dayNames(name).map((day) => field(day, dateDay(), true)));
    return [...this.types.fields(this.shapes), ...days];
  }

  private flush(): void {
    this.fields ??= this.schema();
    for (const name of this.dates) {
      const [first, last] = dayNames(name);
      for (const row of this.rows) {
        row[first] = dayOf(row[name], "start");
        row[last] = dayOf(row[name], "end");
      }
    }
    // The library works out dictionaries after each batch; here they are finished once, at the end.
    const open = { ...this.dictionaries, finish: () => undefined };
    const [batch] = columnFromArray(this.rows, struct(this.fields), {}, open).data;
    if (batch) this.batches.push(batch as Batch<unknown>);
    this.rows = [];
  }

  /** Ends the rows. @returns what hands on the bytes of the table's Arrow file, as often as it is called */
  finish(): (write: (bytes: Uint8Array) => void) => void {
    if (this.rows.length) this.flush();
    const fields = this.fields ?? this.schema();
    this.dictionaries.finish({});
    const columns = fields.map(
      ({ type }, at) =>
        new Column(
          this.batches.map((batch) => batch.children[at] as Batch<unknown>),
          type,
        ),
    );
    const schema = { version: Version.V5, endianness: Endianness.Little, fields, metadata: null };
    const table = new Table(schema, columns);
    return (write) => {
      const sink = {
        write,
        pad: (count: number): void => write(new Uint8Array(count)),
        finish: (): null => null,
      };
      tableToIPC(table, { format: "file", sink });
    };
  }
}
