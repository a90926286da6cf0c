import type { EventDetail } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";
import { whenOf } from "./event.layout.ts";
import { papersOf, seating } from "./seating.ts";

/** One event in words: who sat on which side with which title, and what lay on the table. */
export const describeEvent = (detail: EventDetail, words: Words): FigureText => {
  const { event } = words;
  const { above, below } = seating(detail, words);
  const groups = [...above, ...below];
  const date =
    detail.event.date === null ? event.noDate : words.dates.eventDate(detail.event.date, { ...detail, counted: false });
  const sentences = event.altSentences(
    detail.event.title,
    whenOf(detail, words),
    groups.map((group) => ({
      label: group.label,
      names: group.seats.flatMap((seat) =>
        seat.name === null ? [] : [[seat.name, seat.title].filter(Boolean).join(", ")],
      ),
      unnamed: group.seats.filter((seat) => seat.name === null).length,
    })),
    papersOf(detail).map((paper) => event.paperSaid(paper.title, words.labels.agreementStatus[paper.status])),
  );
  const title = event.title(detail.event.title, date);
  return {
    title,
    alt: {
      short: withinLimit([event.altShort(detail.event.title, date, detail.seats.length)], ALT_SHORT),
      medium: withinLimit(sentences, ALT_MEDIUM),
      long: sentences.join(" "),
    },
    table: {
      caption: title,
      columns: Object.values(event.columns),
      rows: groups.flatMap((group) =>
        group.seats.map((seat) => ({
          id: seat.officialId,
          kind: "official" as const,
          cells: [
            group.label,
            seat.head ? event.office("head") : "",
            seat.name ?? event.notNamed,
            seat.native ?? "",
            seat.printed ?? seat.name ?? "",
            seat.title,
            seat.titlePrinted ?? "",
            seat.organization,
          ],
        })),
      ),
    },
    howWeCount: event.howWeCount,
  };
};
