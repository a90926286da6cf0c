/** Makes data files and citations of what is on the screen. Loaded when a reader first asks for one. */
import { type Addresses, type Edition, infoOf, recordInfoOf, seenOf } from "#export/asked.ts";
import { type Citation, cite } from "#export/cite.ts";
import { fileName } from "#export/file-name.ts";
import type { Seen, Tell } from "#export/records/gather.ts";
import { citedBehind, type DataFormat, MEDIA_TYPES, writeData } from "#export/records/write.ts";
import type { FigureView } from "#figures/definition.ts";
import type { FigureName } from "#figures/names.ts";
import { askFigure, describeFigure } from "#figures/registry.ts";
import { calendarDay } from "#lib/dates.ts";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import type { DayWindow, EventStore } from "#model/questions.ts";

/** A figure as it stands on the page. */
export interface Shown {
  readonly figure: FigureName;
  readonly filter: Filter;
  readonly view: FigureView;
  /** What the officials' panel narrows by itself. */
  readonly officials?: NonNullable<Seen["officials"]>;
}

/** What the files are made with: the store, and what the site knows of the record. */
export interface Making {
  readonly store: EventStore;
  readonly edition: Edition;
  /** Addresses of a figure, or of the whole record for null. */
  readonly addresses: (shown: Shown | null) => Addresses;
}

export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const yearsOf = (span: DayWindow | null): readonly [number, number] | null =>
  span && [calendarDay(span.start).year, calendarDay(span.end).year];

const namedFile = (edition: Edition, shown: Shown, span: DayWindow | null, event: string | null, extension: string) =>
  fileName({
    figure: shown.figure,
    filter: shown.filter,
    event,
    years: yearsOf(span),
    release: edition.release ?? "",
    extension,
  });

/** What is on the screen as a data file. Rejects where the store does. */
export const makeSeen = async (format: DataFormat, shown: Shown, making: Making, tell?: Tell): Promise<MadeFile> => {
  const { store, edition, addresses } = making;
  const asked = await askFigure(store, shown.figure, shown.filter, shown.view);
  const text = describeFigure(asked, edition.words);
  const seen = seenOf(asked, shown.officials ? { officials: shown.officials } : {});
  const info = infoOf(asked, text, edition, addresses(shown));
  const bytes = await writeData(format, store, { seen, info }, tell);
  const span = shown.view.window ?? asked.summary.span;
  return { name: namedFile(edition, shown, span, seen.event ?? null, format), type: MEDIA_TYPES[format], bytes };
};

/** The whole record as a data file. Rejects where the store does. */
export const makeEverything = async (format: DataFormat, making: Making, tell?: Tell): Promise<MadeFile> => {
  const { store, edition, addresses } = making;
  const [bytes, summary] = await Promise.all([
    writeData(format, store, { seen: null, info: recordInfoOf(edition, addresses(null)), plover: true }, tell),
    store.summary(NO_FILTER),
  ]);
  const name = fileName({
    figure: "record",
    filter: NO_FILTER,
    years: yearsOf(summary.span),
    release: edition.release ?? "",
    extension: format,
  });
  return { name, type: MEDIA_TYPES[format], bytes };
};

/** A citation of what is on the screen, with the stem of its files. Rejects where the store does. */
export const makeCitation = async (
  shown: Shown,
  making: Making,
  tell?: Tell,
): Promise<{ readonly citation: Citation; readonly stem: string }> => {
  const { store, edition, addresses } = making;
  const asked = await askFigure(store, shown.figure, shown.filter, shown.view);
  const seen = seenOf(asked, shown.officials ? { officials: shown.officials } : {});
  const info = infoOf(asked, describeFigure(asked, edition.words), edition, addresses(shown));
  const citation = cite({ ...info, sources: await citedBehind(store, seen, tell) });
  const name = namedFile(edition, shown, asked.summary.span, seen.event ?? null, "bib");
  return { citation, stem: name.slice(0, -".bib".length) };
};
