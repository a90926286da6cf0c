/** Words of events and of what they refer to, indexed when they are first asked for. */
import type { Agreement, EngagementEvent } from "#data/schema.ts";
import { foldedWords } from "#lib/fold.ts";
import { type Catalog, otherNames } from "../catalog.ts";
import { agreementEvents } from "../details.ts";
import { type Bits, setBit, wordsFor } from "./bits.ts";
import { type Columns, positionOf } from "./columns.ts";
import { eachPosition, type Postings } from "./postings.ts";
import type { RowSource } from "./rows.ts";
import { type WordIndex, WordIndexBuilder } from "./words.ts";

const forms = (row: {
  readonly name: string;
  readonly acronym?: string | null | undefined;
  readonly aliases?: readonly string[] | undefined;
}): string[] => [row.name, ...(row.acronym ? [row.acronym] : []), ...(row.aliases ?? [])];

/** Every name of each value of the catalogue, by kind, in the order of its codes. */
export const catalogForms = (catalog: Catalog) => ({
  partners: [...catalog.partners.values()].map((row) => [row.name, ...otherNames(row)]),
  places: [...catalog.places.values()].map((row) => [row.name, ...otherNames(row)]),
  organizations: [...catalog.organizations.values()].map(forms),
  mechanisms: [...catalog.mechanisms.values()].map(forms),
  topics: [...catalog.topics.values()].map((row) => [row.label]),
  people: [...catalog.people.values()].map((row) => [
    row.name,
    ...(row.native ? [row.native] : []),
    ...row.aliases,
    ...row.weakAliases,
  ]),
});

/** The words an event itself brings: not those of what it refers to. */
export const ownText = (event: EngagementEvent): string => {
  const parts = [event.title, event.summary];
  for (const { namePrinted, rolePrinted } of event.participants) {
    if (namePrinted) parts.push(namePrinted);
    if (rolePrinted) parts.push(rolePrinted);
  }
  return parts.join("\n");
};

const papersAt = (columns: Columns, agreements: readonly Agreement[]): Map<number, string[]> => {
  const titles = new Map<number, string[]>();
  for (const agreement of agreements)
    for (const id of agreementEvents(agreement)) {
      const at = positionOf(columns, id);
      if (at < 0) continue;
      titles.set(at, [...(titles.get(at) ?? []), agreement.title, agreement.titlePrinted ?? ""]);
    }
  return titles;
};

export interface Texts {
  /** Events whose text, or the name of something they refer to, has a word. */
  anywhere(word: string): Promise<Bits>;
  /** Events whose own text has a word. */
  own(word: string): Promise<Bits>;
  /** Begins to index the texts of events, where their rows are far. @returns whether a word can be looked up at once */
  prepare(): boolean;
}

const namedParts = (columns: Columns): readonly { readonly index: WordIndex; readonly postings: Postings }[] => {
  const all = catalogForms(columns.vocabulary.catalog);
  const part = (texts: readonly (readonly string[])[], postings: Postings) => {
    const builder = new WordIndexBuilder();
    for (const names of texts) builder.add(new Set(names.flatMap(foldedWords)));
    return { index: builder.finish(), postings };
  };
  return [
    part(all.partners, columns.byPartner),
    part(all.places, columns.byPlace),
    part(all.organizations, columns.byOrganization),
    part(all.mechanisms, columns.byMechanism),
    part(all.topics, columns.byTopic),
    part(all.people, columns.byOfficial),
  ];
};

/** By row of the record: its file is read from its beginning to its end. */
const eventIndex = async (columns: Columns, rows: RowSource, agreements: readonly Agreement[]): Promise<WordIndex> => {
  const builder = new WordIndexBuilder();
  const papers = papersAt(columns, agreements);
  for (let row = 0; row < columns.size; row++) {
    const at = columns.order.positions[row] as number;
    const found = rows.event(at);
    const event = found instanceof Promise ? await found : found;
    builder.add(new Set(foldedWords([ownText(event), ...(papers.get(at) ?? [])].join("\n"))));
  }
  return builder.finish();
};

export const createTexts = (columns: Columns, rows: RowSource, agreements: readonly Agreement[]): Texts => {
  let parts: ReturnType<typeof namedParts> | null = null;
  let events: Promise<WordIndex> | null = null;
  let ready = rows.far !== true;
  const begin = (): Promise<WordIndex> => {
    events ??= eventIndex(columns, rows, agreements);
    const begun = events;
    begun.then(
      () => {
        ready = true;
      },
      () => {
        // Begun anew when it is next asked for.
        if (events === begun) events = null;
      },
    );
    return begun;
  };
  const own = async (word: string): Promise<Bits> => {
    events ??= begin();
    const bits = new Uint32Array(wordsFor(columns.size));
    (await events).find(word, (row) => setBit(bits, columns.order.positions[row] as number));
    return bits;
  };
  return {
    own,
    prepare() {
      if (!ready && events === null) events = begin();
      return ready;
    },
    async anywhere(word) {
      const bits = await own(word);
      parts ??= namedParts(columns);
      for (const { index, postings } of parts)
        index.find(word, (value) => eachPosition(postings, value, (at) => setBit(bits, at)));
      return bits;
    },
  };
};
