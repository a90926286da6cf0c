import type { RecordKind } from "./record-kind.ts";

/** What a figure says in words: its title, its text alternatives in three lengths, its table, its counting rule. */
export interface FigureText {
  readonly title: string;
  readonly alt: {
    /** At most 125 characters: kind, subject, period, count. */
    readonly short: string;
    /** At most 400 characters: adds the foremost rows, the peak, the latest. */
    readonly medium: string;
    /** Every row shown, in sentences. */
    readonly long: string;
  };
  readonly table: FigureTable;
  readonly howWeCount: string;
}

export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** One cell a column. */
export interface FigureRow {
  readonly id: string;
  /** What of the record `id` names; without it the row stands for several. */
  readonly kind?: RecordKind;
  readonly cells: readonly string[];
}

export const ALT_SHORT = 125;
export const ALT_MEDIUM = 400;

/** Keeps whole sentences, in order, as long as they fit; a first sentence that is too long ends in an ellipsis. */
export const withinLimit = (sentences: readonly string[], limit: number): string => {
  let text = "";
  for (const sentence of sentences) {
    const longer = text === "" ? sentence : `${text} ${sentence}`;
    if (longer.length > limit) break;
    text = longer;
  }
  if (text !== "" || sentences.length === 0) return text;
  const cut = (sentences[0] ?? "").slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
};

/** The same text, put into words only when it is looked at: most readers never open a figure's table. */
export const lazily = (make: () => FigureText): FigureText => {
  let made: FigureText | null = null;
  const text = (): FigureText => {
    made ??= make();
    return made;
  };
  return {
    get title() {
      return text().title;
    },
    get alt() {
      return text().alt;
    },
    get table() {
      return text().table;
    },
    get howWeCount() {
      return text().howWeCount;
    },
  };
};
