/**
 * Events as columns that can be handed from one worker to another: numbers in typed arrays, each text once. Only what a
 * store's columns are made of; whoever shows an event reads its row again.
 */
import { type ColumnNode, type ColumnRows, type ColumnValues, ENTRIES } from "./nodes.ts";
import type { EngagementEvent } from "./schema.ts";

/** A column and its parts, as plain data. */
export interface PlainColumn {
  readonly length: number;
  readonly nullCount: number;
  /** A bit for each value, 1 where there is one. */
  readonly validity: Uint8Array<ArrayBuffer> | null;
  /** Codes of `texts`; bytes of texts that lie one behind the other; or 0 and 1. */
  readonly values: Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | null;
  readonly offsets: Int32Array<ArrayBuffer> | null;
  readonly texts: readonly string[] | null;
  readonly parts: readonly (readonly [name: string, column: PlainColumn])[];
}

export interface EventColumns {
  readonly length: number;
  readonly columns: readonly (readonly [name: string, column: PlainColumn])[];
}

const NOTHING = { nullCount: 0, validity: null, values: null, offsets: null, texts: null, parts: [] } as const;

/** Texts by codes. */
class CodedTexts {
  private readonly codes: number[] = [];
  private readonly texts: string[] = [];
  private readonly known = new Map<string, number>();
  private nulls: number[] = [];

  add(text: string | null | undefined): void {
    if (text === null || text === undefined) {
      this.nulls.push(this.codes.length);
      this.codes.push(0);
      return;
    }
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.texts.push(text) - 1;
      this.known.set(text, code);
    }
    this.codes.push(code);
  }

  get length(): number {
    return this.codes.length;
  }

  done(): PlainColumn {
    const { codes, nulls, texts } = this;
    const validity = nulls.length ? new Uint8Array((codes.length + 7) >> 3).fill(0xff) : null;
    if (validity) for (const at of nulls) validity[at >> 3] = (validity[at >> 3] as number) & ~(1 << (at & 7));
    return {
      ...NOTHING,
      length: codes.length,
      nullCount: nulls.length,
      validity,
      values: Int32Array.from(codes),
      texts,
    };
  }
}

/** Ids, which are ASCII and never twice. */
class Ids {
  private readonly texts: string[] = [];
  private readonly ends: number[] = [0];
  private end = 0;

  add(id: string): void {
    this.end += id.length;
    this.texts.push(id);
    this.ends.push(this.end);
  }

  done(): PlainColumn {
    const values = new TextEncoder().encode(this.texts.join(""));
    return { ...NOTHING, length: this.texts.length, values, offsets: Int32Array.from(this.ends) };
  }
}

/** Lists by where each begins among the entries of all. */
class Ends {
  private readonly ends: number[] = [0];

  end(entries: number): void {
    this.ends.push(entries);
  }

  done(entries: PlainColumn): PlainColumn {
    return {
      ...NOTHING,
      length: this.ends.length - 1,
      offsets: Int32Array.from(this.ends),
      parts: [[ENTRIES, entries]],
    };
  }
}

class TextLists {
  private readonly ends = new Ends();
  private readonly texts = new CodedTexts();

  add(texts: readonly string[]): void {
    for (const text of texts) this.texts.add(text);
    this.ends.end(this.texts.length);
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

const all = <K extends string>(columns: Record<K, { done(): PlainColumn }>): PlainColumn["parts"] =>
  Object.entries<{ done(): PlainColumn }>(columns).map(([name, column]) => [name, column.done()]);

/** Takes events that are good by the schema, one by one. */
export class EventColumnsWriter {
  private readonly ids = new Ids();
  private readonly texts = made(TEXTS, () => new CodedTexts());
  private readonly lists = made(LISTS, () => new TextLists());
  private readonly seatEnds = new Ends();
  private readonly seats = made(OF_SEATS, () => new CodedTexts());
  private readonly seatEvidence = new TextLists();
  private readonly codingEnds = new Ends();
  private readonly parties = made(PARTIES, () => new TextLists());
  private readonly open: number[] = [];
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

  done(): EventColumns {
    const length = this.length;
    const seats: PlainColumn["parts"] = [...all(this.seats), ["evidence", this.seatEvidence.done()]];
    const open: PlainColumn = { ...NOTHING, length, values: Uint8Array.from(this.open) };
    return {
      length,
      columns: [
        ["id", this.ids.done()],
        ...all(this.texts),
        ...all(this.lists),
        ["participants", this.seatEnds.done(group(this.seatCount, seats))],
        ["plover", this.codingEnds.done(group(this.codings, all(this.parties)))],
        ...(this.isOpen ? [["openEnded", open] as const] : []),
      ],
    };
  }
}

const nodeOf = (column: PlainColumn): ColumnNode => {
  const { texts, values, parts } = column;
  const batch: ColumnValues = { ...column, at: (row) => values?.[row] === 1 };
  return {
    batch,
    texts: texts && { size: texts.length, get: (code) => texts[code] },
    parts: new Map(parts.map(([name, part]) => [name, nodeOf(part)])),
  };
};

/** The same columns for those who take numbers out of them. */
export const eventRows = ({ length, columns }: EventColumns): ColumnRows => ({
  length,
  nodes: new Map(columns.map(([name, column]) => [name, nodeOf(column)])),
});

/** The memory of all columns, to be handed over with them. */
export const buffersOf = ({ columns }: EventColumns): ArrayBuffer[] => {
  const of = (column: PlainColumn): ArrayBuffer[] => [
    ...[column.validity, column.values, column.offsets].flatMap((array) => (array ? [array.buffer] : [])),
    ...column.parts.flatMap(([, part]) => of(part)),
  ];
  return columns.flatMap(([, column]) => of(column));
};
