/** Meetings with each partner as bars: numbers in px. */
import { fitText, textWidth } from "#lib/text-width.ts";
import type { PartnerAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Theme } from "../kit/theme.ts";

export interface PartnersOptions {
  readonly width: number;
  readonly theme: Theme;
  readonly words: Words;
  /** Event ids to light up. */
  readonly lit: ReadonlySet<string>;
}

export interface PartnerBar {
  readonly id: string;
  /** As shown, cut to its room. */
  readonly label: string;
  /** What kind of partner it is, under or beside the label; empty where there is no room. */
  readonly kind: string;
  readonly igo: boolean;
  readonly count: string;
  /** Middle of the row, left and length of the bar, and where the number begins. Px. */
  readonly y: number;
  readonly x: number;
  readonly length: number;
  readonly countX: number;
  readonly fill: string;
  readonly selected: boolean;
  readonly faded: boolean;
  readonly lit: boolean;
  readonly events: readonly string[];
  readonly said: string;
}

export interface PartnersGeometry {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly barHeight: number;
  /** Where bars begin. */
  readonly left: number;
  readonly bars: readonly PartnerBar[];
  readonly note: string | null;
}

export const PARTNER_TEXT = { label: 12.5, kind: 10.5, count: 12.5 };
const ROW = 30;
const BAR = 14;
const GAP = 10;
const LEAST = 2;

/** Bars from zero, longest at the longest count; the order is the answer's. */
export const layoutPartners = (
  answer: readonly PartnerAnswer[],
  { width, theme, words, lit }: PartnersOptions,
): PartnersGeometry => {
  const bold = (text: string): number => textWidth(text, PARTNER_TEXT.label, "sans-bold");
  const small = (text: string): number => textWidth(text, PARTNER_TEXT.kind, "sans");
  const kindOf = (row: PartnerAnswer): string => words.partners.kindShort[row.kind];
  const kindColumn = width >= 460 ? Math.ceil(Math.max(0, ...answer.map((row) => small(kindOf(row))))) + GAP : 0;
  const labelRoom = Math.max(70, width * 0.4 - kindColumn);
  const labelColumn = Math.ceil(Math.min(labelRoom, Math.max(0, ...answer.map((row) => bold(row.label))))) + GAP;
  const left = labelColumn + kindColumn;
  const countRoom = Math.ceil(Math.max(0, ...answer.map((row) => bold(words.number(row.count))))) + 8;
  const room = Math.max(10, width - left - countRoom);
  const most = Math.max(1, ...answer.map((row) => row.count));
  const anySelected = answer.some((row) => row.selected);
  const bars = answer.map((row, at): PartnerBar => {
    const length = row.count === 0 ? 0 : Math.max(LEAST, (row.count / most) * room);
    return {
      id: row.id,
      label: fitText(row.label, PARTNER_TEXT.label, "sans-bold", labelColumn - GAP + 1),
      kind: kindColumn ? kindOf(row) : "",
      igo: row.kind === "igo",
      count: words.number(row.count),
      y: (at + 0.5) * ROW,
      x: left,
      length,
      countX: left + length + 6,
      fill: theme.partner(row.id),
      selected: row.selected,
      faded: anySelected && !row.selected,
      lit: lit.size > 0 && row.events.some((event) => lit.has(event)),
      events: row.events,
      said: words.partners.said(row.label, row.kind, row.count),
    };
  });
  return {
    width,
    height: Math.max(60, answer.length * ROW),
    rowHeight: ROW,
    barHeight: BAR,
    left,
    bars,
    note: answer.length ? null : words.partners.none,
  };
};
