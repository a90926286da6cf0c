import type { ReactElement } from "react";
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { Pointing } from "#charts/kit/pressable.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { Shapes } from "#charts/map/shapes.types.ts";
import type { Filter } from "#model/filter.ts";
import type {
  AgreementsAnswer,
  CommitmentsAnswer,
  DayWindow,
  EventDetail,
  EventStore,
  Lanes,
  MatrixAnswer,
  OfficialsAnswer,
  OfficialsQuestion,
  PartnerAnswer,
  PlacesAnswer,
  StatisticsAnswer,
  TimelineAnswer,
} from "#model/questions.ts";
import type { AllWords } from "#model/words/en/index.ts";
import type { Names } from "#model/words/en/sentences.ts";
import type { FigureName } from "./names.ts";
import type { Behind } from "./publishers.ts";

/** What a figure draws, by its name. */
export interface Answers {
  readonly timeline: TimelineAnswer;
  readonly map: PlacesAnswer;
  readonly officials: OfficialsAnswer;
  readonly partners: readonly PartnerAnswer[];
  readonly topics: MatrixAnswer;
  readonly agreements: AgreementsAnswer;
  readonly commitments: CommitmentsAnswer;
  readonly statistics: StatisticsAnswer;
  /** Null where the record has no such event. */
  readonly event: EventDetail | null;
}

/** What an address says beside the filter and a figure follows. */
export interface FigureView {
  readonly lanes: Lanes;
  /** Null fits what matches. */
  readonly window: DayWindow | null;
  /** The event of the figure `event`; null takes the latest meeting that matches. */
  readonly event: string | null;
  /** How a reader has narrowed and sorted the figure `officials` by itself: no part of an address. */
  readonly officials?: Partial<Omit<OfficialsQuestion, "offset" | "limit">>;
}

export interface Saying {
  readonly words: AllWords;
  /** Of whatever the filter and the answer mention. */
  readonly names: Names;
  readonly view: FigureView;
}

export interface Drawing extends Saying {
  readonly text: FigureText;
  readonly theme: Theme;
  readonly filter: Filter;
  /** Px there are; a drawing may come out wider only where it says so. */
  readonly width: number;
  /** A height to aim at; only the map can have any. Null is as high as it needs. */
  readonly height: number | null;
  /** Land for the map, loaded by the caller; null draws none. */
  readonly shapes: Shapes | null;
  /** Rows, cards or lanes at most. */
  readonly rows: number;
  /** Makes marks into buttons, where a figure's marks can be: not of the timeline, the map and the matrix. */
  readonly pointing?: Pointing;
}

export interface Drawn {
  readonly element: ReactElement;
  readonly width: number;
  readonly height: number;
}

/** A figure: what it asks, how it is said, how it is drawn. Drawing measures text, so it depends on `measuringWith`. */
export interface Definition<N extends FigureName> {
  readonly ask: (store: EventStore, filter: Filter, view: FigureView) => Promise<Answers[N]>;
  /** Ids whose names it needs. */
  readonly mentions: (answer: Answers[N]) => readonly string[];
  readonly describe: (answer: Answers[N], saying: Saying) => FigureText;
  readonly draw: (answer: Answers[N], drawing: Drawing) => Drawn;
  /** What its rows rest on. */
  readonly behind: (answer: Answers[N]) => Behind;
  /** How many rows there are that `Drawing.rows` can limit; 0 where it limits nothing. */
  readonly rows: (answer: Answers[N]) => number;
  /** True where the drawing itself says that rows were left out. */
  readonly tells: boolean;
}
