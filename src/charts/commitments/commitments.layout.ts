/** Who asked or promised what to whom, in groups by direction, with threads to what later takes it up. */
import type { CommitmentGroup, CommitmentRow, CommitmentsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { doubtFlags } from "../kit/certainty.ts";
import type { ChipTone } from "../kit/chips.ts";
import { type Entry, type EntryLine, type LedgerLayout, layoutLedger } from "../kit/ledger.ts";
import { TYPE } from "../kit/prose.ts";

export interface CommitmentsOptions {
  readonly width: number;
  readonly words: Words;
  /** Rows at most; the rest are counted in a note. */
  readonly rowLimit?: number;
}

/** Wanted by the speaker, given by the speaker, or neither yet. */
const TONES: Record<CommitmentRow["commitment"]["act"], ChipTone> = {
  asks: "asked",
  hopes: "asked",
  urges: "asked",
  suggests: "asked",
  proposes: "asked",
  invites: "offered",
  offers: "offered",
  pledges: "offered",
  commits: "offered",
  "agrees-in-principle": "pending",
  "shares-view": "pending",
  "ready-to": "pending",
  "will-consider": "pending",
};

const FOLLOW_UPS = 3;

const linesOf = (row: CommitmentRow, words: Words): readonly EntryLine[] => {
  const { commitments } = words;
  const { followUp } = row;
  return [
    { text: row.commitment.summary, style: TYPE.body, lines: 6 },
    { text: commitments.meta(row.commitment, row.speaker), style: TYPE.note, lines: 2 },
    ...followUp.slice(0, FOLLOW_UPS).map(
      (next): EntryLine => ({
        text: commitments.thread(next),
        style: { ...TYPE.note, tone: "accent" },
        lines: 3,
        target: { kind: next.kind, id: next.id },
      }),
    ),
    { text: followUp.length > FOLLOW_UPS ? commitments.more(followUp.length - FOLLOW_UPS) : "", style: TYPE.note },
  ];
};

const entryOf = (row: CommitmentRow, words: Words): Entry => {
  const { id, act, summary } = row.commitment;
  const { commitments } = words;
  const when = commitments.when(row.event.edtf);
  return {
    id,
    label: commitments.rowSaid(commitments.verb(row.commitment), summary.slice(0, 300), when),
    chip: { word: words.labels.commitmentAct[act], tone: TONES[act] },
    flags: doubtFlags(row.evidence, words),
    lines: linesOf(row, words),
    when,
  };
};

/** The first `limit` rows of all groups, in order; each group still knows how many it has. */
const firstRows = (
  groups: readonly CommitmentGroup[],
  limit: number,
): readonly (CommitmentGroup & { readonly whole: number })[] => {
  let left = limit;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return rows.length ? [{ ...group, rows, whole: group.rows.length }] : [];
  });
};

/** Lays out the commitments of an answer. Threads in the margin lead from a promise to words that take it up. */
export const layoutCommitments = (
  answer: CommitmentsAnswer,
  { width, words, rowLimit = 150 }: CommitmentsOptions,
): LedgerLayout => {
  const { commitments } = words;
  const shown = firstRows(answer.groups, rowLimit);
  const total = answer.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const left = total - shown.reduce((sum, group) => sum + group.rows.length, 0);
  const groups = shown.map((group) => ({
    id: group.id,
    heading: commitments.direction(group.actor, group.addressee, group.mutual),
    count: words.number(group.whole),
    entries: group.rows.map((row) => entryOf(row, words)),
  }));
  return layoutLedger(groups, {
    width,
    links: shown.flatMap((group) =>
      group.rows.flatMap((row) =>
        row.followUp.flatMap(({ kind, id }) => (kind === "commitment" ? [{ from: row.commitment.id, to: id }] : [])),
      ),
    ),
    notes: groups.length ? [left ? commitments.moreRows(left) : "", commitments.footnote] : [commitments.none],
  });
};
