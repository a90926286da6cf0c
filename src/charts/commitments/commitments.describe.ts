import type { CommitmentsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { ALT_MEDIUM, ALT_SHORT, type FigureText, withinLimit } from "../kit/figure-text.ts";

/** The commitments in words, group by group. */
export const describeCommitments = (answer: CommitmentsAnswer, words: Words): FigureText => {
  const { commitments, labels } = words;
  const { total } = answer;
  const titled = answer.groups.map((group) => ({
    ...group,
    label: commitments.directionSaid(group.actor, group.addressee, group.mutual),
  }));
  const said = titled.map((group) =>
    commitments.groupSaid(
      group.label,
      group.rows.map((row) =>
        commitments.rowSaid(commitments.verb(row.commitment), row.commitment.summary, commitments.when(row.event.edtf)),
      ),
    ),
  );
  const title = commitments.title(total);
  const counts = titled.map((group) => commitments.groupCount(group.label, group.total ?? group.rows.length));
  return {
    title,
    alt: {
      short: withinLimit([commitments.altShort(total, counts)], ALT_SHORT),
      medium: withinLimit(
        said.length ? [`${commitments.altShort(total, counts)}.`, ...said] : [commitments.none],
        ALT_MEDIUM,
      ),
      long: said.join(" ") || commitments.none,
    },
    table: {
      caption: title,
      columns: Object.values(commitments.columns),
      rows: answer.groups.flatMap((group) =>
        group.rows.map(({ commitment, event, followUp }) => ({
          id: commitment.id,
          kind: "commitment" as const,
          cells: [
            group.actor,
            group.addressee,
            commitments.verb(commitment),
            labels.commitmentAct[commitment.act],
            commitment.summary,
            labels.commitmentStatus[commitment.status],
            commitment.due === null ? "" : words.dates.date(commitment.due),
            commitments.when(event.edtf),
            event.title,
            followUp.map((next) => `${commitments.threadLead(next)}: ${next.label}`).join("; "),
          ],
        })),
      ),
    },
    howWeCount: commitments.howWeCount,
  };
};
