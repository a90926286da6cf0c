import type { AgreementsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";
import { grouped } from "./grouped.ts";

/** The agreements in words, in the order of the ledger. */
export const describeAgreements = (answer: AgreementsAnswer, words: Words): FigureText => {
  const { agreements, labels } = words;
  const rows = grouped(answer).flatMap((group) => group.rows);
  const whenOf = (edtf: string | null): string => (edtf === null ? agreements.undated : words.dates.date(edtf));
  const said = rows.map(({ agreement, parties }) =>
    agreements.rowSaid(
      agreement.title,
      agreement.status,
      parties.map((party) => party.label),
      whenOf(agreement.date),
    ),
  );
  const statuses = [...new Set(rows.map((row) => row.agreement.status))];
  const short = agreements.altShort(
    answer.total,
    statuses.map((status) => [
      status,
      answer.statuses?.[status] ?? rows.filter((row) => row.agreement.status === status).length,
    ]),
  );
  const title = agreements.title(answer.total);
  return {
    title,
    alt: {
      short: withinLimit([short], ALT_SHORT),
      medium: withinLimit(said.length ? [`${short}.`, ...said] : [agreements.none], ALT_MEDIUM),
      long: said.join(" ") || agreements.none,
    },
    table: {
      caption: title,
      columns: Object.values(agreements.columns),
      rows: rows.map(({ agreement, parties, implements: base, mentions }) => ({
        id: agreement.id,
        kind: "agreement" as const,
        cells: [
          agreement.title,
          agreements.kind(agreement.type),
          labels.agreementStatus[agreement.status],
          parties.map((party) => party.label).join("; "),
          whenOf(agreement.date),
          base?.title ?? "",
          mentions
            .map(({ status, event }) => agreements.mention(status, event?.title ?? null, event?.edtf ?? null))
            .join("; "),
        ],
      })),
    },
    howWeCount: agreements.howWeCount,
  };
};
