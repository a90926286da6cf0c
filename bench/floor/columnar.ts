/** The floor's record from Arrow tables: codes of dictionaries are the numbers it needs. */
import { type Batch, type Column, tableFromIPC } from "@uwdata/flechette";
import { type FloorColumns, inOrder, type Lists, NOWHERE, numbers, postingsOf, TYPES, UNDATED } from "./columns.ts";

type Tables = Readonly<Record<string, Uint8Array>>;
type AnyColumn = Column<unknown>;
type AnyBatch = Batch<unknown>;

/** For each code of a batch's dictionary the number of what it stands for. */
const codesOf = (batch: AnyBatch, number: ReadonlyMap<string, number>): Uint16Array => {
  const { dictionary } = batch as AnyBatch & { dictionary?: AnyColumn };
  return Uint16Array.from(dictionary?.toArray() ?? [], (id) => number.get(String(id)) ?? NOWHERE);
};

const valuesOf = ({ values }: AnyBatch): ArrayLike<number> => values as unknown as ArrayLike<number>;

const childOf = (batch: AnyBatch, name: string): AnyBatch => {
  const { type } = batch;
  const at = "children" in type ? type.children.findIndex((field) => field.name === name) : -1;
  return batch.children[at] as AnyBatch;
};

/** The events' columns one after another, before they are put in order. */
const raw = (
  events: ReturnType<typeof tableFromIPC>,
  number: Record<"partners" | "places" | "people", Map<string, number>>,
) => {
  const size = events.numRows;
  const first = new Int32Array(size).fill(UNDATED);
  const last = new Int32Array(size).fill(UNDATED);
  const type = new Uint8Array(size);
  const place = new Uint16Array(size).fill(NOWHERE);
  const partners = { offsets: new Uint32Array(size + 1), values: [] as number[] };
  const people = { offsets: new Uint32Array(size + 1), values: [] as number[] };
  const types = new Map<string, number>(TYPES.map((name, at) => [name, at]));
  const column = (name: string): readonly AnyBatch[] => (events.getChild(name) as AnyColumn).data;
  const [starts, ends, kinds, places] = ["dateFirst", "dateLast", "type", "place"].map(column);
  const [met, seats] = [column("partners"), column("participants")];
  let row = 0;
  met.forEach((lists, at) => {
    const [start, end, kind, where, chairs] = [starts, ends, kinds, places, seats].map((of) => of?.[at] as AnyBatch);
    if (!start || !end || !kind || !where || !chairs) return;
    const [kindOf, placeOf] = [codesOf(kind, types), codesOf(where, number.places)];
    const entry = lists.children[0] as AnyBatch;
    const person = childOf(chairs.children[0] as AnyBatch, "person");
    const [partnerOf, personOf] = [codesOf(entry, number.partners), codesOf(person, number.people)];
    const [days, lastDays, kindCodes, placeCodes] = [start, end, kind, where].map(valuesOf) as ArrayLike<number>[];
    const [partnerCodes, personCodes] = [valuesOf(entry), valuesOf(person)];
    for (let k = 0; k < lists.length; k++, row++) {
      if (!start.nullCount || start.isValid(k)) {
        first[row] = days?.[k] as number;
        last[row] = lastDays?.[k] as number;
      }
      type[row] = kindOf[kindCodes?.[k] as number] as number;
      if (!where.nullCount || where.isValid(k)) place[row] = placeOf[placeCodes?.[k] as number] as number;
      for (let j = Number(lists.offsets[k]); j < Number(lists.offsets[k + 1]); j++)
        partners.values.push(partnerOf[partnerCodes[j] as number] as number);
      for (let j = Number(chairs.offsets[k]); j < Number(chairs.offsets[k + 1]); j++)
        if (!person.nullCount || person.isValid(j)) people.values.push(personOf[personCodes[j] as number] as number);
      partners.offsets[row + 1] = partners.values.length;
      people.offsets[row + 1] = people.values.length;
    }
  });
  return { size, first, last, type, place, partners, people };
};

const moved = ({ offsets, values }: { offsets: Uint32Array; values: readonly number[] }, order: Uint32Array): Lists => {
  const lists = { offsets: new Uint32Array(offsets.length), values: new Uint16Array(values.length) };
  let count = 0;
  order.forEach((row, at) => {
    for (let j = offsets[row] as number; j < (offsets[row + 1] as number); j++)
      lists.values[count++] = values[j] as number;
    lists.offsets[at + 1] = count;
  });
  return lists;
};

/** A record's columns from the files of its archive, its events in order of time, those without a date last. */
export const columnsOfTables = (tables: Tables): FloorColumns => {
  const table = (name: string): ReturnType<typeof tableFromIPC> => tableFromIPC(tables[`${name}.arrow`] as Uint8Array);
  const texts = (of: ReturnType<typeof tableFromIPC>, name: string): readonly string[] =>
    Array.from((of.getChild(name) as AnyColumn).toArray(), String);
  const [partners, places, people] = [table("partners"), table("places"), table("people")];
  const ids = (of: ReturnType<typeof tableFromIPC>): Map<string, number> =>
    numbers(texts(of, "id").map((id) => ({ id })));
  const { size, first, last, type, place, ...lists } = raw(table("events"), {
    partners: ids(partners),
    places: ids(places),
    people: ids(people),
  });
  const order = inOrder(first);
  const partnerLists = moved(lists.partners, order);
  return {
    size,
    start: Int32Array.from(order, (row) => first[row] as number),
    days: Uint16Array.from(order, (row) => (last[row] as number) - (first[row] as number) + 1),
    type: Uint8Array.from(order, (row) => type[row] as number),
    place: Uint16Array.from(order, (row) => place[row] as number),
    partners: partnerLists,
    people: moved(lists.people, order),
    postings: postingsOf(partnerLists, size, texts(partners, "id")),
    partnerNames: texts(partners, "name"),
    personNames: texts(people, "name"),
    lat: Float32Array.from((places.getChild("lat") as AnyColumn).toArray() as ArrayLike<number>),
    lon: Float32Array.from((places.getChild("lon") as AnyColumn).toArray() as ArrayLike<number>),
  };
};
