/**
 * Events as columns that can be handed from one worker to another: numbers in typed arrays, each text once for many
 * blocks of them. Only what a store's columns are made of; whoever shows an event reads its row again.
 */
import { type ColumnNode, type ColumnRows, type ColumnValues, ENTRIES, type Texts } from "./nodes.ts";
import type { EngagementEvent } from "./schema.ts";

/** Texts that a dictionary has more than after the block before. */
interface AddedTexts {
  /** How many it had before; 0 where it begins anew. */
  readonly before: number;
  readonly added: readonly string[];
}

/** A dictionary of more texts than this begins anew: there are too many different ones to gain by it. */
const TEXTS_AT_MOST = 1 << 16;

/** A column and its parts, as plain data. */
export interface PlainColumn {
  readonly length: number;
  readonly nullCount: number;
  /** A bit for each value, 1 where there is one. */
  readonly validity: Uint8Array<ArrayBuffer> | null;
  /** Codes of `texts`; bytes of texts that lie one behind the other; or 0 and 1. */
  readonly values: Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | null;
  readonly offsets: Int32Array<ArrayBuffer> | null;
  readonly texts: AddedTexts | null;
  readonly parts: readonly (readonly [name: string, column: PlainColumn])[];
}

export interface EventColumns {
  readonly length: number;
  readonly columns: readonly (readonly [name: string, column: PlainColumn])[];
}

const NOTHING = { nullCount: 0, validity: null, values: null, offsets: null, texts: null, parts: [] } as const;

/** Texts by codes, which stay the same from block to block. */
class CodedTexts {
  private codes: number[] = [];
  private nulls: number[] = [];
  private added: string[] = [];
  private known = new Map<string, number>();

  add(text: string | null | undefined): void {
    if (text === null || text === undefined) {
      this.nulls.push(this.codes.length);
      this.codes.push(0);
      return;
    }
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.known.size;
      this.known.set(text, code);
      this.added.push(text);
    }
    this.codes.push(code);
  }

  get length(): number {
    return this.codes.length;
  }

  /** Lets the rows go; their texts stay known. */
  drop(): void {
    this.codes = [];
    this.nulls = [];
  }

  done(): PlainColumn {
    const { codes, nulls, added } = this;
    const validity = nulls.length ? new Uint8Array((codes.length + 7) >> 3).fill(0xff) : null;
    if (validity) for (const at of nulls) validity[at >> 3] = (validity[at >> 3] as number) & ~(1 << (at & 7));
    const texts = { before: this.known.size - added.length, added };
    this.added = [];
    if (this.known.size > TEXTS_AT_MOST) this.known = new Map();
    this.drop();
    return {
      ...NOTHING,
      length: codes.length,
      nullCount: nulls.length,
      validity,
      values: new Int32Array(codes),
      texts,
    };
  }
}

/** Ids, which are ASCII and never twice. */
class Ids {
  private texts: string[] = [];
  private ends: number[] = [0];
  private end = 0;

  add(id: string): void {
    this.end += id.length;
    this.texts.push(id);
    this.ends.push(this.end);
  }

  drop(): void {
    [this.texts, this.ends, this.end] = [[], [0], 0];
  }

  done(): PlainColumn {
    const { texts, ends } = this;
    this.drop();
    const values = new TextEncoder().encode(texts.join(""));
    return { ...NOTHING, length: texts.length, values, offsets: new Int32Array(ends) };
  }
}

/** Lists by where each begins among the entries of all. */
class Ends {
  private ends: number[] = [0];

  end(entries: number): void {
    this.ends.push(entries);
  }

  drop(): void {
    this.ends = [0];
  }

  done(entries: PlainColumn): PlainColumn {
    const { ends } = this;
    this.drop();
    return { ...NOTHING, length: ends.length - 1, offsets: new Int32Array(ends), parts: [[ENTRIES, entries]] };
  }
}

class TextLists {
  private readonly ends = new Ends();
  private readonly texts = new CodedTexts();

  add(texts: readonly string[]): void {
    for (const text of texts) this.texts.add(text);
    this.ends.end(this.texts.length);
  }

  drop(): void {
    this.ends.drop();
    this.texts.drop();
  }

  done(): PlainColumn {
    return this.ends.done(this.texts.done());
  }
}

const group = (length: number, parts: PlainColumn["parts"]): PlainColumn => ({ ...NOTHING, length, parts });

const TEXTS = ["title", "type", "status", "date", "place", "partOf"] as const;
const LISTS = ["partners", "topics", "mechanisms", "evidence"] as const;
const OF_SEATS = [
  "person",
  "organization",
  "side",
  "seat",
  "role",
  "rolePrinted",
  "rankPrinted",
  "namePrinted",
] as const;
const PARTIES = ["actors", "recipients"] as const;

const made = <K extends string, C>(names: readonly K[], make: () => C): Record<K, C> =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<K, C>;

interface Writer {
  drop(): void;
  done(): PlainColumn;
}

const all = <K extends string>(columns: Record<K, Writer>): PlainColumn["parts"] =>
  Object.entries<Writer>(columns).map(([name, column]) => [name, column.done()]);

/** Takes events that are good by the schema, one by one, and hands them on by blocks. */
export class EventColumnsWriter {
  private readonly ids = new Ids();
  private readonly texts = made(TEXTS, () => new CodedTexts());
  private readonly lists = made(LISTS, () => new TextLists());
  private readonly seatEnds = new Ends();
  private readonly seats = made(OF_SEATS, () => new CodedTexts());
  private readonly seatEvidence = new TextLists();
  private readonly codingEnds = new Ends();
  private readonly parties = made(PARTIES, () => new TextLists());
  private open: number[] = [];
  private isOpen = false;
  private seatCount = 0;
  private codings = 0;
  private length = 0;

  add(event: EngagementEvent): void {
    this.length += 1;
    this.ids.add(event.id);
    for (const name of TEXTS) this.texts[name].add(event[name]);
    for (const name of LISTS) this.lists[name].add(event[name]);
    for (const seat of event.participants) {
      this.seatCount += 1;
      for (const name of OF_SEATS) this.seats[name].add(seat[name]);
      this.seatEvidence.add(seat.evidence ?? []);
    }
    this.seatEnds.end(this.seatCount);
    for (const coding of event.plover) {
      this.codings += 1;
      for (const name of PARTIES) this.parties[name].add(coding[name]);
    }
    this.codingEnds.end(this.codings);
    this.open.push(event.openEnded === true ? 1 : 0);
    this.isOpen ||= event.openEnded === true;
  }

  /** Lets go of the events since the last block. */
  drop(): void {
    const { ids, texts, lists, seatEnds, seats, seatEvidence, codingEnds, parties } = this;
    const columns = [texts, lists, seats, parties].flatMap((group) => Object.values<Writer>(group));
    for (const column of [ids, seatEnds, seatEvidence, codingEnds, ...columns]) column.drop();
    [this.open, this.isOpen, this.seatCount, this.codings, this.length] = [[], false, 0, 0, 0];
  }

  /** The events since the last block. To be read by one `EventColumnsReader`, block after block. */
  done(): EventColumns {
    const length = this.length;
    const seats: PlainColumn["parts"] = [...all(this.seats), ["evidence", this.seatEvidence.done()]];
    const open: PlainColumn = { ...NOTHING, length, values: new Uint8Array(this.open) };
    const columns: EventColumns["columns"] = [
      ["id", this.ids.done()],
      ...all(this.texts),
      ...all(this.lists),
      ["participants", this.seatEnds.done(group(this.seatCount, seats))],
      ["plover", this.codingEnds.done(group(this.codings, all(this.parties)))],
      ...(this.isOpen ? [["openEnded", open] as const] : []),
    ];
    this.drop();
    return { length, columns };
  }
}

/** A dictionary that grows from block to block. */
class GrowingTexts implements Texts {
  private readonly texts: string[] = [];

  get size(): number {
    return this.texts.length;
  }

  get(code: number): string | undefined {
    return this.texts[code];
  }

  add(texts: readonly string[]): void {
    for (const text of texts) this.texts.push(text);
  }
}

/** Reads what one `EventColumnsWriter` hands on, all of its blocks in their order. */
export class EventColumnsReader {
  private readonly dictionaries = new Map<string, GrowingTexts>();

  rows({ length, columns }: EventColumns): ColumnRows {
    return { length, nodes: new Map(columns.map(([name, column]) => [name, this.node(name, column)])) };
  }

  private node(path: string, column: PlainColumn): ColumnNode {
    const { texts, values, parts } = column;
    const batch: ColumnValues = { ...column, at: (row) => values?.[row] === 1 };
    return {
      batch,
      texts: texts && this.texts(path, texts),
      parts: new Map(parts.map(([name, part]) => [name, this.node(`${path} ${name}`, part)])),
    };
  }

  private texts(path: string, { before, added }: AddedTexts): GrowingTexts {
    const texts = (before > 0 && this.dictionaries.get(path)) || new GrowingTexts();
    this.dictionaries.set(path, texts);
    texts.add(added);
    return texts;
  }
}

/** The memory of all columns, to be handed over with them. */
export const buffersOf = ({ columns }: EventColumns): ArrayBuffer[] => {
  const of = (column: PlainColumn): ArrayBuffer[] => [
    ...[column.validity, column.values, column.offsets].flatMap((array) => (array ? [array.buffer] : [])),
    ...column.parts.flatMap(([, part]) => of(part)),
  ];
  return columns.flatMap(([, column]) => of(column));
};
