/** What is shown, in words: the lead sentence, the status line, and the titles and alt texts that figures make of them. */
import type { Filter } from "#model/filter.ts";
import type { Summary } from "#model/questions.ts";
import { isolated } from "../isolate.ts";
import { date, months } from "./dates.ts";
import { certainty, eventType } from "./labels.ts";
import { count, list, number, numberWord } from "./numbers.ts";

/** A piece of a sentence; `strong` pieces carry the figures. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/** Names of the ids in a filter; an id without a name is shown as it is. */
export type Names = Readonly<Record<string, string>>;

const nameOf = (names: Names, id: string): string => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);

const named = (names: Names, ids: readonly string[]): string =>
  list(
    ids.map((id) => nameOf(names, id)),
    "or",
  );

const label = (labels: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(labels, id) ? (labels[id] ?? id) : id;

const period = (filter: Filter): string => {
  if (filter.from && filter.to) {
    const one = /^\d{4}-\d{2}-\d{2}/.test(filter.from) ? "on" : "in";
    return filter.from === filter.to
      ? `${one} ${date(filter.from)}`
      : `from ${date(filter.from)} to ${date(filter.to)}`;
  }
  if (filter.from) return `from ${date(filter.from)} on`;
  return filter.to ? `until ${date(filter.to)}` : "";
};

/** The filter's clauses as phrases, in a fixed order: "with Russia", "on drug crime", "in Seoul". */
export const clauses = (filter: Filter, names: Names): readonly string[] =>
  [
    filter.partner.length ? `with ${named(names, filter.partner)}` : "",
    filter.official.length ? `attended by ${named(names, filter.official)}` : "",
    filter.topic.length ? `on ${named(names, filter.topic)}` : "",
    filter.type.length
      ? `of the kind ${list(
          filter.type.map((type) => label(eventType, type)),
          "or",
        )}`
      : "",
    filter.place.length ? `in ${named(names, filter.place)}` : "",
    filter.certainty.length
      ? `${list(
          filter.certainty.map((value) => label(certainty, value)),
          "or",
        )} in the record`
      : "",
    period(filter),
    filter.q.trim() ? `matching “${isolated(filter.q.trim())}”` : "",
  ].filter((phrase) => phrase !== "");

/** The filter in words, for titles: "Russia, in Sochi, from 2019 on"; empty where nothing is filtered. */
export const filterTitle = (filter: Filter, names: Names): string => {
  const phrases = clauses(filter, names);
  return phrases.join(", ").replace(/^with /, "");
};

/** Said by the status element: "Showing 4 of 14 meetings, with Republic of Korea". */
export const status = (summary: Summary, filter: Filter, names: Names): string => {
  const phrases = clauses(filter, names);
  const tail = phrases.length ? `, ${phrases.join(", ")}` : ": everything on record";
  return `Showing ${number(summary.meetings)} of ${count(summary.total, "meeting")}${tail}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const strong = (text: string): Piece => ({ text, strong: true });
const plain = (text: string): Piece => ({ text, strong: false });

const FEW = 3;

const partnersPhrase = (summary: Summary): string => {
  const { partners, meetings, withPartner } = summary;
  if (!partners.length) return "";
  const who =
    partners.length <= FEW ? list(partners.map((partner) => partner.label)) : `${numberWord(partners.length)} partners`;
  return withPartner === meetings ? ` with ${who}` : `, ${numberWord(withPartner)} of them with ${who}`;
};

const placesPhrase = (summary: Summary): string => {
  const { places } = summary;
  if (!places.length) return "";
  const where = places.length <= FEW ? list(places.map((place) => place.label)) : `${numberWord(places.length)} cities`;
  return summary.withPartner === summary.meetings ? ` in ${where}` : `; in ${where}`;
};

const papers = (summary: Summary): readonly Piece[] => {
  const signed = summary.agreements.signed ?? 0;
  const adopted = summary.agreements.adopted ?? 0;
  const ready = summary.agreements["ready-to-sign"] ?? 0;
  const parts: Piece[] = [];
  if (signed) {
    parts.push(
      strong(`${capital(numberWord(signed))} ${signed === 1 ? "agreement" : "agreements"}`),
      plain(` ${signed === 1 ? "was" : "were"} signed`),
    );
  }
  if (adopted) {
    const what = adopted === 1 ? "text" : "texts";
    if (signed) parts.push(plain(` and ${numberWord(adopted)} ${what} adopted`));
    else
      parts.push(
        strong(`${capital(numberWord(adopted))} ${what}`),
        plain(` ${adopted === 1 ? "was" : "were"} adopted`),
      );
  }
  if (ready && parts.length)
    parts.push(plain(`; ${numberWord(ready)} more ${ready === 1 ? "is" : "are"} said to be ready to sign`));
  else if (ready)
    parts.push(
      strong(`${capital(numberWord(ready))} ${ready === 1 ? "agreement" : "agreements"}`),
      plain(` ${ready === 1 ? "is" : "are"} said to be ready to sign`),
    );
  return parts.length ? [...parts, plain(". ")] : [];
};

const words = (summary: Summary): readonly Piece[] => {
  const asks = summary.asks ? count(summary.asks, "request") : "";
  const pledges = summary.pledges ? count(summary.pledges, "pledge or offer", "pledges and offers") : "";
  const both = [asks, pledges].filter((part) => part !== "");
  return both.length ? [plain(`${list(both)} ${summary.asks + summary.pledges === 1 ? "is" : "are"} on record.`)] : [];
};

/** The lead sentence of the page, from the rows shown: how many, with whom, where, when, what came of it. */
export const lead = (summary: Summary): readonly Piece[] => {
  const { meetings, span } = summary;
  if (!meetings) {
    const other = summary.events.announced + summary.events.recalled;
    const rest = other
      ? ` ${capital(count(other, "announced or recalled event"))} ${other === 1 ? "matches" : "match"}.`
      : "";
    return [strong("No meeting"), plain(` in the record matches.${rest}`)];
  }
  const when = span ? `, ${months(span.start, span.end)}` : "";
  return [
    strong(
      `${meetings <= 12 ? capital(numberWord(meetings)) : number(meetings)} ${meetings === 1 ? "meeting" : "meetings"}`,
    ),
    plain(`${partnersPhrase(summary)}${placesPhrase(summary)}${when}. `),
    ...papers(summary),
    ...words(summary),
  ];
};
