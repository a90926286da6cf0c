import type { OfficialsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";

/** The officials in words: who met how often, with which title. */
export const describeOfficials = (answer: OfficialsAnswer, words: Words): FigureText => {
  const { officials, dates } = words;
  const head = officials.heading(answer.people, answer.seats);
  const most = answer.rows.reduce<OfficialsAnswer["rows"][number] | null>(
    (best, row) => (row.kind === "person" && row.meetings > (best?.meetings ?? 0) ? row : best),
    null,
  );
  const said = answer.rows.map((row) =>
    officials.rowSaid(
      row.name,
      [row.rank, row.role].filter(Boolean).join(", "),
      officials.tally(row.meetings, row.partners.length),
    ),
  );
  const title = officials.title(head);
  const short = officials.altShort(head, most ? `${most.name}, ${words.number(most.meetings)}` : null);
  return {
    title,
    alt: {
      short: withinLimit([short], ALT_SHORT),
      medium: withinLimit(said.length ? [`${head}.`, ...said] : [officials.none], ALT_MEDIUM),
      long: said.join(" ") || officials.none,
    },
    table: {
      caption: title,
      columns: Object.values(officials.columns),
      rows: answer.rows.map((row) => ({
        id: row.id,
        kind: "official" as const,
        cells: [
          row.name,
          row.native ?? "",
          row.printedAs.join("; "),
          row.rank ?? "",
          row.role ?? "",
          row.organization,
          words.labels.side[row.side],
          words.number(row.meetings),
          row.partners.map((partner) => partner.label).join("; "),
          row.counterparts.map(({ label }) => label).join("; ") + (row.moreCounterparts ? "; …" : ""),
          row.days
            .map(({ start, end }) => (start === end ? dates.day(start) : `${dates.day(start)} – ${dates.day(end)}`))
            .join("; "),
        ],
      })),
    },
    howWeCount: officials.howWeCount,
  };
};
