/** What is new with a partner, for readers of feeds: JSON Feed 1.1 and Atom (RFC 4287). */
import type { EventDetail } from "#model/questions.ts";
import type { ExportInfo } from "./info.ts";
import { addressesOf } from "./records/proof.ts";
import { isoBounds } from "./records/table.ts";

export interface FeedPlace {
  /** Addresses of the feed itself and of the page it stands for: absolute ones, or from the feed. */
  readonly feed: string;
  readonly home: string;
  /** Tells this feed from the others of the record, whatever its address. */
  readonly name: string;
}

const MOST = 100;

/** A name for an event or a feed that outlives every address. */
const urn = (id: string, { record }: ExportInfo): string =>
  `urn:liaison:${encodeURIComponent(record.focus)}:${encodeURIComponent(id)}`;

/** An RFC 3339 time for a day. */
const time = (day: string): string => `${day}T00:00:00Z`;

/**
 * The day on which the first release reported it, ISO 8601; null where one of them has no date. When it took place is
 * another day, and stands in the text.
 */
const publishedOf = ({ evidence }: EventDetail): string | null => {
  const days = evidence.flatMap(({ source }) => (source ? [isoBounds(source.published).from ?? ""] : []));
  // A day that is not known comes first.
  return days.sort()[0] || null;
};

const newestFirst = (events: readonly EventDetail[]): readonly EventDetail[] =>
  events
    .map((detail) => ({ detail, at: publishedOf(detail) ?? isoBounds(detail.event.date).from ?? "" }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
    .slice(0, MOST)
    .map(({ detail }) => detail);

const titleOf = ({ words, record, filter }: ExportInfo): string => words.export.titled(record.title, filter);

const textOf = (detail: EventDetail, { words }: ExportInfo): string =>
  [detail.event.date === null ? "" : `${words.dates.eventDate(detail.event.date, detail)}.`, detail.event.summary]
    .filter((part) => part !== "")
    .join(" ");

export const toJsonFeed = (events: readonly EventDetail[], info: ExportInfo, { feed, home }: FeedPlace): string => {
  const absolute = /^https?:/.test(feed);
  const items = newestFirst(events).map((detail) => {
    const [url] = addressesOf(detail.evidence);
    const published = publishedOf(detail);
    return {
      id: urn(detail.event.id, info),
      ...(url === undefined ? {} : { url }),
      title: detail.event.title,
      content_text: textOf(detail, info),
      ...(published === null ? {} : { date_published: time(published) }),
      date_modified: time(info.record.release),
      tags: detail.topics.map((topic) => topic.label),
    };
  });
  const head = {
    version: "https://jsonfeed.org/version/1.1",
    title: titleOf(info),
    // Readers resolve no address of a JSON feed.
    ...(absolute ? { home_page_url: home, feed_url: feed } : {}),
    language: info.words.lang,
    authors: [{ name: info.words.export.publisher }],
  };
  return `${JSON.stringify({ ...head, items }, null, 2)}\n`;
};

/** What an XML file may not hold. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const xml = (text: string): string =>
  text
    .replace(UNPRINTABLE, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const entry = (detail: EventDetail, info: ExportInfo): string => {
  const [url] = addressesOf(detail.evidence);
  const published = publishedOf(detail);
  const lines = [
    `<id>${xml(urn(detail.event.id, info))}</id>`,
    `<title>${xml(detail.event.title)}</title>`,
    `<updated>${time(info.record.release)}</updated>`,
    published === null ? "" : `<published>${time(published)}</published>`,
    url === undefined ? "" : `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    ...detail.topics.map((topic) => `<category term="${xml(topic.id)}" label="${xml(topic.label)}"/>`),
    `<content type="text">${xml(textOf(detail, info))}</content>`,
  ];
  return `<entry>\n${lines.filter((line) => line !== "").join("\n")}\n</entry>`;
};

export const toAtom = (events: readonly EventDetail[], info: ExportInfo, { feed, home, name }: FeedPlace): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(info.words.lang)}">`,
    `<id>${xml(urn(`feed.${name}`, info))}</id>`,
    `<title>${xml(titleOf(info))}</title>`,
    `<updated>${time(info.record.release)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(home)}"/>`,
    `<author><name>${xml(info.words.export.publisher)}</name></author>`,
    `<rights>${xml(info.words.export.licensedAs(info.record.license))}</rights>`,
    ...newestFirst(events).map((detail) => entry(detail, info)),
    "</feed>\n",
  ].join("\n");
