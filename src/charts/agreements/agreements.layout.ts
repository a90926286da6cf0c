/** Agreements as a ledger: what was signed, apart from what is not yet and from what is only recalled. */
import type { AgreementRow, AgreementsAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { doubtFlags } from "../kit/certainty.ts";
import type { ChipTone } from "../kit/chips.ts";
import { type Entry, type EntryLine, type LedgerLayout, layoutLedger } from "../kit/ledger.ts";
import { TYPE } from "../kit/prose.ts";
import { type AgreementGroup, grouped } from "./grouped.ts";

export interface AgreementsOptions {
  readonly width: number;
  readonly words: Words;
  /** Rows at most; the rest are counted in a note. */
  readonly rowLimit?: number;
}

const TONES: Record<AgreementGroup, ChipTone> = { done: "settled", open: "pending", past: "past" };
const MENTIONS = 3;

const linesOf = (row: AgreementRow, words: Words): readonly EntryLine[] => {
  const { agreement } = row;
  const { agreements } = words;
  const parties = row.parties.map((party) => party.label);
  const mentions = row.mentions.filter((mention) => mention.event?.id !== agreement.event);
  const printed = agreement.titlePrinted;
  return [
    { text: agreement.title, style: TYPE.name, lines: 5 },
    {
      text: [agreements.kind(agreement.type), agreements.between(parties)].filter(Boolean).join(" · "),
      style: TYPE.note,
    },
    { text: printed && printed !== agreement.title ? agreements.printedAs(printed) : "", style: TYPE.italic, lines: 3 },
    ...(row.implements
      ? [
          {
            text: agreements.implementing(row.implements.title),
            style: TYPE.note,
            lines: 2,
            target: { kind: "agreement" as const, id: row.implements.id },
          },
        ]
      : []),
    ...row.implementedBy.slice(0, MENTIONS).map(
      (other): EntryLine => ({
        text: agreements.implementedBy([other.title]),
        style: TYPE.note,
        lines: 2,
        target: { kind: "agreement", id: other.id },
      }),
    ),
    ...mentions.slice(0, MENTIONS).map(({ status, event }): EntryLine => {
      const text = agreements.mention(status, event?.title ?? null, event?.edtf ?? null);
      return { text, style: TYPE.note, lines: 2, ...(event ? { target: { kind: "event", id: event.id } } : {}) };
    }),
    { text: mentions.length > MENTIONS ? agreements.more(mentions.length - MENTIONS) : "", style: TYPE.note },
  ];
};

const whenOf = ({ agreement }: AgreementRow, words: Words): string =>
  agreement.date === null ? words.agreements.undated : words.dates.date(agreement.date);

const entryOf = (row: AgreementRow, group: AgreementGroup, words: Words): Entry => {
  const { id, title, status } = row.agreement;
  const doubtfulDate = row.agreement.date !== null && /[?~%]/.test(row.agreement.date);
  const parties = row.parties.map((party) => party.label);
  return {
    id,
    label: words.agreements.rowSaid(title.slice(0, 200), status, parties, whenOf(row, words)),
    chip: { word: words.labels.agreementStatus[status], tone: TONES[group] },
    flags: doubtFlags(row.evidence, words, doubtfulDate ? ["date"] : []),
    lines: linesOf(row, words),
    when: whenOf(row, words),
  };
};

/** Lays out the agreements of an answer. Threads in the margin lead from a paper to the one it implements. */
export const layoutAgreements = (
  answer: AgreementsAnswer,
  { width, words, rowLimit = 150 }: AgreementsOptions,
): LedgerLayout => {
  const { agreements } = words;
  const shown = { ...answer, rows: answer.rows.slice(0, rowLimit) };
  const left = answer.rows.length - shown.rows.length;
  const whole = new Map(grouped(answer).map(({ group, rows }) => [group, rows.length]));
  const groups = grouped(shown).map(({ group, rows }) => ({
    id: group,
    heading: agreements.groups[group],
    count: words.number(whole.get(group) ?? rows.length),
    entries: rows.map((row) => entryOf(row, group, words)),
  }));
  return layoutLedger(groups, {
    width,
    links: shown.rows.flatMap((row) => (row.implements ? [{ from: row.agreement.id, to: row.implements.id }] : [])),
    notes: groups.length ? [left ? agreements.moreRows(left) : "", agreements.footnote] : [agreements.none],
  });
};
