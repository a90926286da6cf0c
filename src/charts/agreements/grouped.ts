import type { AgreementRow, AgreementsAnswer } from "#model/questions.ts";

export type AgreementGroup = "done" | "open" | "past";

const OPEN: readonly AgreementRow["agreement"]["status"][] = ["ready-to-sign", "proposed", "under-negotiation"];

/**
 * `done` was signed or adopted at an event of the record; `open` is not yet; `past` is an older paper that is only
 * mentioned, whatever was done with it then.
 */
export const groupOf = ({ agreement }: AgreementRow): AgreementGroup => {
  if (OPEN.includes(agreement.status)) return "open";
  const done = agreement.status === "signed" || agreement.status === "adopted";
  return done && agreement.event !== null ? "done" : "past";
};

/** The groups that have rows, in the order they are read; rows keep the order of the answer. */
export const grouped = (
  answer: AgreementsAnswer,
): readonly { readonly group: AgreementGroup; readonly rows: readonly AgreementRow[] }[] =>
  (["done", "open", "past"] as const)
    .map((group) => ({ group, rows: answer.rows.filter((row) => groupOf(row) === group) }))
    .filter(({ rows }) => rows.length > 0);
