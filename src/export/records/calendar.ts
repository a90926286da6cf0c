/** Events as iCalendar: all-day entries, whose bytes depend on nothing but the rows and the words. */
import { isoDay } from "#lib/dates.ts";
import { parseDate } from "#lib/edtf-dates.ts";
import type { EventDetail } from "#model/questions.ts";
import { citedAddress, type ExportInfo } from "../info.ts";
import { addressesOf } from "./proof.ts";

const LINE = 75;

/** Octets of a character in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};

/**
 * A content line in pieces of at most 75 octets, each further one begun with a blank (RFC 5545 §3.1); never within a
 * character.
 */
export const foldLine = (line: string): string => {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
};

// Signs that no content line may hold (§3.1), the line break aside, which has an escape.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/gu;

/** A TEXT value (§3.3.11). */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/gu, "\n")
    .replace(CONTROL, "")
    .replace(/[\\;,]/gu, "\\$&")
    .replaceAll("\n", "\\n");

const compact = (day: number): string => isoDay(day).replaceAll("-", "");

interface Days {
  readonly start: number;
  readonly end: number;
}

const daysOf = (edtf: string | null): Days | null => {
  const parsed = edtf === null ? null : parseDate(edtf);
  if (!parsed?.ok || !Number.isFinite(parsed.value.start) || !Number.isFinite(parsed.value.end)) return null;
  return { start: parsed.value.start, end: parsed.value.end };
};

/** A visit or conference lasts its span; a meeting fell on some day of it. */
const isStay = ({ event, parts }: EventDetail): boolean =>
  event.type === "visit" || event.type === "conference" || parts.length > 0;

const uid = (id: string, focus: string): string => `${id}@${focus}.liaison.invalid`;

const describe = (detail: EventDetail, days: Days, { words }: ExportInfo): string => {
  const said = words.export;
  const { event, dateCertainty, evidence } = detail;
  const span = days.end > days.start && event.date !== null;
  const lines = [
    event.summary,
    span && event.date !== null ? (isStay(detail) ? said.stayNote(event.date) : said.spanNote(event.date)) : "",
    dateCertainty === "stated" ? "" : said.doubtNote(words.labels.certainty[dateCertainty]),
    event.status === "announced" ? said.announcedNote : "",
    event.status === "recalled" ? said.recalledNote : "",
    detail.partners.length ? said.partnersNote(detail.partners.map((partner) => partner.name)) : "",
    ...addressesOf(evidence).map(said.sourceNote),
  ];
  return lines.filter((line) => line !== "").join("\n");
};

const entry = (detail: EventDetail, days: Days, info: ExportInfo): readonly string[] => {
  const { event, place, evidence } = detail;
  const address = addressesOf(evidence)[0];
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid(event.id, info.record.focus))}`,
    `DTSTAMP:${info.record.release.replaceAll("-", "")}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(days.start)}`,
    // The end of an all-day entry is the day after its last (§3.6.1).
    `DTEND;VALUE=DATE:${compact(days.end + 1)}`,
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText(describe(detail, days, info))}`,
    `STATUS:${event.status === "announced" ? "TENTATIVE" : "CONFIRMED"}`,
    `CATEGORIES:${escapeText(info.words.labels.eventType[event.type])}`,
    ...(place ? [`LOCATION:${escapeText(`${place.name}, ${info.words.country(place.country)}`)}`] : []),
    ...(place ? [`GEO:${place.lat};${place.lon}`] : []),
    ...(event.partOf ? [`RELATED-TO;RELTYPE=PARENT:${escapeText(uid(event.partOf, info.record.focus))}`] : []),
    ...(address ? [`URL:${address}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
};

/** The day of a release as it stands in a record; the first of all days where it has none. */
const stamp = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : "1970-01-01");

/**
 * Events as a calendar (RFC 5545; name and description by RFC 7986). Ids stay the same from release to release. An
 * event without a bounded date is left out and counted in the calendar's description.
 */
export const toCalendar = (events: readonly EventDetail[], info: ExportInfo): string => {
  const said = info.words.export;
  const stamped = { ...info, record: { ...info.record, release: stamp(info.record.release) } };
  const dated = events.flatMap((detail) => {
    const days = daysOf(detail.event.date);
    return days ? [{ detail, days }] : [];
  });
  const name = said.titled(info.record.title, info.filter);
  const address = citedAddress(info);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escapeText(said.publisher)}//${escapeText(info.release ?? info.record.release)}//EN`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `DESCRIPTION:${escapeText(said.calendarNote(events.length - dated.length))}`,
    ...(address ? [`URL:${address}`] : []),
    ...dated.flatMap(({ detail, days }) => entry(detail, days, stamped)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
};
