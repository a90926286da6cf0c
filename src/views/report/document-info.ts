/** What a document says around its figure, and the name it is saved under. */
import type { FigureText } from "#charts/kit/figure-text.ts";
import { infoOf, seenOf } from "#export/asked.ts";
import { fileName } from "#export/file-name.ts";
import type { ExportInfo } from "#export/info.ts";
import { citedBehind } from "#export/records/write.ts";
import type { Asked } from "#figures/one.ts";
import { describeFigure } from "#figures/registry.ts";
import { calendarDay } from "#lib/dates.ts";
import type { Making, Shown } from "./make-data.ts";

const EXTENSION = "zip";

const nameOf = ({ figure, filter, view, summary }: Asked, release: string | null, event: string | null): string => {
  const span = view.window ?? summary.span;
  const years = span && ([calendarDay(span.start).year, calendarDay(span.end).year] as const);
  return fileName({ figure, filter, event, years, release: release ?? "", extension: EXTENSION });
};

/** Rejects where the store does. */
export const documentInfo = async (
  asked: Asked,
  shown: Shown,
  { store, edition, addresses }: Making,
): Promise<{ readonly info: ExportInfo; readonly text: FigureText; readonly stem: string }> => {
  const text = describeFigure(asked, edition.words);
  const seen = seenOf(asked, shown.officials ? { officials: shown.officials } : {});
  const sources = await citedBehind(store, seen);
  const name = nameOf(asked, edition.release, seen.event ?? null);
  return {
    info: { ...infoOf(asked, text, edition, addresses(shown)), sources },
    text,
    stem: name.slice(0, -`.${EXTENSION}`.length),
  };
};
