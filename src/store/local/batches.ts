/**
 * Fills columns from the columns of a file, a batch of events at a time: what a dictionary has is looked up once, and
 * rows are numbers throughout. The outcome is what the builder's `add` makes of the same events one by one.
 */
import { type ColumnNode, type ColumnRows, ENTRIES, textAt } from "#data/nodes.ts";
import { plainDay } from "#lib/dates.ts";
import { readDate } from "../dates.ts";
import { CONTAINER, COUNTED, FOREIGN, OPEN_ENDED, UNDATED_END, UNDATED_START } from "./columns.ts";
import { type Filling, remember } from "./filling.ts";
import { Codes } from "./vocabulary.ts";

type Nodes = ColumnRows["nodes"];
type Lookup = (text: string) => number;

/** What stands for nothing, for a reference that leads nowhere, and for a code that was not looked up yet. */
const NONE = -1;
const STRAY = -2;
const UNSEEN = -3;

/** Thrown where a batch must come row by row. */
class ByRows extends Error {}

const isSet = (bits: Uint8Array, at: number): boolean => (((bits[at >> 3] as number) >> (at & 7)) & 1) === 1;

/** Numbers of the codes of each dictionary that is still in use. */
type Known = WeakMap<object, Int32Array>;

const numbersOf = (node: ColumnNode | undefined, lookup: Lookup, known: Known): Int32Array => {
  if (!node) return new Int32Array();
  const { batch, texts } = node;
  const numbers = new Int32Array(batch.length);
  if (batch.nullCount === batch.length) return numbers.fill(NONE);
  const valid = batch.nullCount > 0 ? batch.validity : null;
  if (texts === null) {
    for (let at = 0; at < batch.length; at++)
      numbers[at] = valid && !isSet(valid, at) ? NONE : lookup(textAt(batch, at));
    return numbers;
  }
  let table = known.get(texts) ?? new Int32Array();
  if (table.length < texts.size) {
    // A dictionary may grow from batch to batch.
    const wider = new Int32Array(Math.max(texts.size, table.length * 2)).fill(UNSEEN, table.length);
    wider.set(table);
    table = wider;
    known.set(texts, table);
  }
  const codes = batch.values as Int32Array;
  for (let at = 0; at < batch.length; at++) {
    if (valid && !isSet(valid, at)) {
      numbers[at] = NONE;
      continue;
    }
    const code = codes[at] as number;
    let number = table[code] as number;
    if (number === UNSEEN) {
      number = lookup(texts.get(code) as string);
      table[code] = number;
    }
    numbers[at] = number;
  }
  return numbers;
};

/** A list's numbers, and where those of each row begin. */
interface NumberLists {
  readonly ends: Int32Array;
  readonly numbers: Int32Array;
}

const NO_ENDS = (length: number): Int32Array => new Int32Array(length + 1);

class Taker {
  private readonly to: Filling;
  private readonly known: Known = new WeakMap();
  private readonly seats = new Codes();
  private readonly seatOfficials = new Map<number, number>();
  private readonly printed = new Codes();
  /** Places of dates met among `dates`. */
  private readonly dateNumbers = new Map<string, number>();
  /** First and last day, text and doubt of each date met. */
  private readonly dates: { start: number; end: number; text: number; doubt: number }[] = [];
  private readonly home: number;
  private readonly chains: readonly Uint32Array[];

  constructor(to: Filling) {
    this.to = to;
    const { vocabulary, catalog } = to;
    this.home = catalog.home === null ? NONE : vocabulary.partners.of(catalog.home);
    this.chains = vocabulary.topicChains.map((chain) => Uint32Array.from(new Set(chain)));
  }

  /** Numbers that are references: a batch with one that leads nowhere comes row by row, to be told of. */
  private refs(node: ColumnNode | undefined, codes: Codes): Int32Array {
    const numbers = numbersOf(node, (id) => (codes.of(id) < 0 ? STRAY : codes.of(id)), this.known);
    for (let at = 0; at < numbers.length; at++) if (numbers[at] === STRAY) throw new ByRows();
    return numbers;
  }

  private lists(node: ColumnNode | undefined, length: number, of: (entries: ColumnNode) => Int32Array): NumberLists {
    const entries = node?.parts.get(ENTRIES);
    if (!node || !entries) return { ends: NO_ENDS(length), numbers: new Int32Array() };
    return { ends: node.batch.offsets as Int32Array, numbers: of(entries) };
  }

  private date(text: string): number {
    const known = this.dateNumbers.get(text);
    if (known !== undefined) return known;
    this.dateNumbers.set(text, this.dates.length);
    return this.dates.push(this.dateOf(text)) - 1;
  }

  private dateOf(text: string): { start: number; end: number; text: number; doubt: number } {
    const day = plainDay(text);
    if (day !== null) return { start: day, end: day, text: 0, doubt: 0 };
    const { dates } = this.to;
    const read = readDate(text);
    const number = dates.get(text) ?? dates.size;
    dates.set(text, number);
    const [start, end] = [read?.start ?? UNDATED_START, read?.end ?? UNDATED_END];
    return { start, end, text: number, doubt: read?.doubtful ? 1 << 2 : 0 };
  }

  /** The official that holds an unnamed seat of an organisation. */
  private seatHolder(organization: number, seat: number): number {
    const key = organization * 0x10000 + seat;
    const known = this.seatOfficials.get(key);
    if (known !== undefined) return known;
    const { officials, organizations } = this.to.vocabulary;
    const official = officials.add(`${organizations.ids[organization]}.${this.seats.ids[seat]}`);
    this.seatOfficials.set(key, official);
    return official;
  }

  /** @returns whether all were added; else none was */
  take({ nodes, length }: ColumnRows): boolean {
    try {
      this.takeNodes(nodes, length);
      return true;
    } catch (error) {
      if (error instanceof ByRows) return false;
      throw error;
    }
  }

  private takeNodes(nodes: Nodes, length: number): void {
    const { to, known } = this;
    const { vocabulary: words } = to;
    // First all that may show that the batch must come row by row.
    const refs = (codes: Codes) => (entries: ColumnNode) => this.refs(entries, codes);
    const partners = this.lists(nodes.get("partners"), length, refs(words.partners));
    const topics = this.lists(nodes.get("topics"), length, refs(words.topics));
    const mechanisms = this.lists(nodes.get("mechanisms"), length, refs(words.mechanisms));
    const place = this.refs(nodes.get("place"), words.places);
    const seats = this.participants(nodes.get("participants"), length);
    for (const party of ["actors", "recipients"]) {
      const entries = nodes.get("plover")?.parts.get(ENTRIES)?.parts.get(party)?.parts.get(ENTRIES);
      this.refs(entries, words.partners);
    }
    const ids = (nodes.get("id") as ColumnNode).batch;
    if (nodes.get("id")?.texts) throw new ByRows();
    if (!to.ids.addAll(ids.values as Uint8Array, ids.offsets as Int32Array, length)) throw new ByRows();

    const { titles } = to;
    if (titles) titles.addNumbers(numbersOf(nodes.get("title"), (text) => titles.numberOf(text), known));
    const type = numbersOf(nodes.get("type"), (id) => words.types.of(id), known);
    const status = numbersOf(nodes.get("status"), (id) => words.statuses.of(id), known);
    to.type.pushAll(type);
    to.status.pushAll(status);
    this.addDates(nodes.get("date"), length);
    const places = to.place.reserve(length);
    for (let row = 0; row < length; row++) places[row] = (place[row] as number) + 1;
    const parents = numbersOf(nodes.get("partOf"), (id) => to.parents.numberOf(id), known);
    for (let row = 0; row < length; row++) if (parents[row] === NONE) parents[row] = 0;
    to.parents.pushNumbers(parents);
    this.addFlags(nodes.get("openEnded"), type, status, partners);
    this.addLists(partners, topics, mechanisms, length);
    this.addSeats(seats, nodes.get("evidence"), length);
  }

  private addDates(node: ColumnNode | undefined, length: number): void {
    const { start, end, dateText, doubts } = this.to;
    const codes = numbersOf(node, (text) => this.date(text), this.known);
    const [starts, ends, texts, doubt] = [start, end, dateText, doubts].map((column) => column.reserve(length));
    if (!starts || !ends || !texts || !doubt) return;
    for (let row = 0; row < length; row++) {
      const date = this.dates[codes[row] as number];
      starts[row] = date?.start ?? UNDATED_START;
      ends[row] = date?.end ?? UNDATED_END;
      texts[row] = date?.text ?? 0;
      doubt[row] = date?.doubt ?? 0;
    }
  }

  private addFlags(openEnded: ColumnNode | undefined, type: Int32Array, status: Int32Array, met: NumberLists): void {
    const { types, statuses } = this.to.vocabulary;
    const [visit, held] = [types.of("visit"), statuses.of("held")];
    const flags = this.to.flags.reserve(type.length);
    const never = !openEnded || openEnded.batch.nullCount === openEnded.batch.length;
    for (let row = 0; row < type.length; row++) {
      const open = never ? false : openEnded?.batch.at(row) === true;
      const container = type[row] === visit;
      let foreign = false;
      for (let at = met.ends[row] as number; at < (met.ends[row + 1] as number); at++)
        foreign ||= met.numbers[at] !== this.home;
      flags[row] =
        (status[row] === held && !container && !open ? COUNTED : 0) |
        (container ? CONTAINER : 0) |
        (open ? OPEN_ENDED : 0) |
        (foreign ? FOREIGN : 0);
    }
  }

  private addLists(partners: NumberLists, topics: NumberLists, mechanisms: NumberLists, length: number): void {
    const { to } = this;
    to.partners.addRows(partners.ends, partners.numbers, length);
    to.mechanisms.addRows(mechanisms.ends, mechanisms.numbers, length);
    to.topics.addRows(topics.ends, topics.numbers, length, this.chains);
    const named = new Uint8Array(this.chains.length);
    for (let at = topics.ends[0] as number; at < (topics.ends[length] as number); at++)
      named[topics.numbers[at] as number] = 1;
    named.forEach((is, topic) => {
      if (is) to.namedTopics.add(topic);
    });
  }

  private participants(node: ColumnNode | undefined, length: number) {
    const { vocabulary: words, catalog, seatTexts } = this.to;
    const seats = node?.parts.get(ENTRIES);
    const part = (name: string): ColumnNode | undefined => seats?.parts.get(name);
    const text = (name: string, codes: Codes): Int32Array =>
      numbersOf(part(name), (value) => codes.add(value), this.known);
    const person = numbersOf(
      part("person"),
      (id) => (catalog.people.has(id) ? words.officials.of(id) : STRAY),
      this.known,
    );
    if (person.includes(STRAY)) throw new ByRows();
    const evidence = part("evidence");
    return {
      ends: node ? (node.batch.offsets as Int32Array) : NO_ENDS(length),
      person,
      organization: this.refs(part("organization"), words.organizations),
      side: numbersOf(part("side"), (side) => (side === "home" ? 0 : 1), this.known),
      seat: text("seat", this.seats),
      role: text("role", seatTexts),
      rolePrinted: text("rolePrinted", seatTexts),
      rank: text("rankPrinted", seatTexts),
      name: text("namePrinted", this.printed),
      evidence: evidence ? this.evidenceOf(evidence, seats?.batch.length ?? 0) : null,
    };
  }

  private evidenceOf(node: ColumnNode | undefined, length: number): NumberLists {
    const { evidence } = this.to;
    return this.lists(node, length, (entries) => numbersOf(entries, (id) => evidence.numberOf(id), this.known));
  }

  private mention({ ends, numbers }: NumberLists, row: number): void {
    for (let at = ends[row] as number; at < (ends[row + 1] as number); at++)
      this.to.evidence.mentionNumber(numbers[at] as number);
  }

  private addSeats(seats: ReturnType<Taker["participants"]>, named: ColumnNode | undefined, length: number): void {
    const { to } = this;
    const { printedNames, printedRoles, seatTexts } = to;
    const main = this.evidenceOf(named, length);
    const textOf = (codes: Codes, number: number): string | undefined => codes.ids[number];
    const none = seatTexts.of("");
    const bare = !seats.evidence || seats.evidence.numbers.length === 0;
    if (bare) to.evidence.mentionRows(main.ends, main.numbers, length);
    to.organizations.addRows(seats.ends, seats.organization, length);
    for (let row = 0; row < length; row++) {
      if (!bare) this.mention(main, row);
      if (!bare) to.evidence.endMain();
      for (let at = seats.ends[row] as number; at < (seats.ends[row + 1] as number); at++) {
        const organization = seats.organization[at] as number;
        const person = seats.person[at] as number;
        if (seats.evidence) this.mention(seats.evidence, at);
        if (person < 0 && organization < 0) continue;
        const official = person < 0 ? this.seatHolder(organization, seats.seat[at] as number) : person;
        const [role, printed] = [seats.role[at] ?? NONE, seats.rolePrinted[at] ?? NONE];
        if ((seats.name[at] ?? NONE) >= 0)
          remember(printedNames, official, textOf(this.printed, seats.name[at] as number));
        if (role >= 0) remember(printedRoles, official, textOf(seatTexts, role));
        if (printed >= 0) remember(printedRoles, official, textOf(seatTexts, printed));
        if (!to.officials.add(official)) continue;
        const rank = seats.rank[at] ?? NONE;
        to.sides.push(seats.side[at] as number);
        to.seatOrganizations.push(organization + 1);
        to.seatRoles.push(role >= 0 ? role : printed >= 0 ? printed : none);
        to.seatRanks.push(rank >= 0 ? rank : none);
      }
      to.officials.endRow();
      if (!bare) to.evidence.endRow();
    }
  }
}

/** @returns what adds batches of events that are good by the schema; false, and none is added, where they must come as rows */
export const batchTaker = (to: Filling): ((rows: ColumnRows) => boolean) => {
  const taker = new Taker(to);
  return (rows) => taker.take(rows);
};
