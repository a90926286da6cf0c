/** Order and precision of dates. */
import type { DateSpan } from "#lib/dates.ts";
import type { EngagementEvent } from "../schema.ts";
import { type Index, publishedDays, type Report, spanOf } from "./context.ts";

/** UCDP GED `date_prec` codes that a span of so many days can have. */
const precisions = (days: number): readonly number[] => {
  if (days === 1) return [1];
  if (days <= 6) return [2];
  if (days === 7) return [3];
  if (days <= 31) return [4];
  return [5];
};

const precisionFits = (span: DateSpan, precision: number): boolean => {
  const least = precisions(span.end - span.start + 1);
  if (least.includes(precision)) return true;
  // A day that is itself in doubt may be coded as wider than it is written.
  return span.doubtful && precision > Math.max(...least);
};

const checkEvent = (event: EngagementEvent, index: Index, report: Report): void => {
  const span = spanOf(event.date);
  const { id, datePrecision } = event;
  if ((span === null) !== (datePrecision === null) || (span && datePrecision && !precisionFits(span, datePrecision)))
    report("events", id, "datePrecision", datePrecision, "date-precision", event.date ?? "");
  if ((event.place === null) !== (event.placePrecision === null))
    report("events", id, "placePrecision", event.placePrecision, "place-precision", event.place ?? "");
  if (!span) return;
  const whole = spanOf(index.events.get(event.partOf ?? "")?.date);
  if (whole && (span.start < whole.start || span.end > whole.end))
    report("events", id, "date", event.date, "outside-whole", event.partOf ?? "");
  const published = publishedDays(index, event.evidence);
  const last = published.at(-1);
  const first = published[0];
  if (event.status !== "announced" && last !== undefined && span.start > last)
    report("events", id, "date", event.date, "after-source");
  if (event.status === "announced" && first !== undefined && span.end < first)
    report("events", id, "date", event.date, "before-announced");
};

export const checkDates = (index: Index, report: Report): void => {
  const { record } = index;
  for (const event of record.events) checkEvent(event, index, report);
  for (const { id, date, event, status, mentions } of record.agreements) {
    if (status === "signed" || status === "adopted") {
      if (date === null) report("agreements", id, "date", date, "no-date", status);
      // What was only ready to sign becomes signed by a passage that says so, not by a word in the row.
      const said = new Set(mentions.map((mention) => mention.status));
      if (said.size && !said.has(status))
        report("agreements", id, "status", status, "status-not-said", [...said].join(", "));
    }
    const [signed, held] = [spanOf(date), spanOf(index.events.get(event ?? "")?.date)];
    if (signed && held && (signed.start < held.start || signed.end > held.end))
      report("agreements", id, "date", date, "outside-event", event ?? "");
  }
  for (const { id, due, event } of record.commitments) {
    const [until, said] = [spanOf(due), spanOf(index.events.get(event)?.date)];
    if (until && said && until.end < said.start) report("commitments", id, "due", due, "due-before-said", event);
  }
  for (const { id, period, asOf, evidence } of record.statistics) {
    const [span, day] = [spanOf(period), spanOf(asOf)];
    if (span && day && span.start > day.end)
      report("statistics", id, "asOf", asOf, "as-of-before-period", period ?? "");
    const last = publishedDays(index, evidence).at(-1);
    if (day && last !== undefined && day.start > last) report("statistics", id, "asOf", asOf, "as-of-after-source");
  }
  const release = spanOf(record.meta.release);
  for (const { id, published } of record.sources) {
    const span = spanOf(published);
    if (release && span && span.start > release.end)
      report("sources", id, "published", published, "release-before-source", record.meta.release);
  }
};
