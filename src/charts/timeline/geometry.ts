/** What a laid-out timeline is: plain numbers in px, final, with ids where a component picks a colour. */
import type { MarkShape } from "#charts/kit/marks.ts";
import type { TimeAxis, TimeTicks } from "#charts/kit/ticks.ts";
import type { DayWindow, Lanes, TimelineMark } from "#model/questions.ts";

/** How a mark is filled: held, held on an inferred day, announced, recalled. */
export type Fill = "solid" | "light" | "hollow" | "faded";

export interface PlacedPaper {
  readonly id: string;
  readonly title: string;
  readonly cx: number;
  readonly cy: number;
  readonly size: number;
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

/** A stretch of days on the axis; `openStart`, `openEnd` where it goes on beyond the drawing. */
export interface Stretch {
  readonly x0: number;
  readonly x1: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export interface PlacedMark {
  readonly mark: TimelineMark;
  readonly lane: string;
  readonly cx: number;
  readonly cy: number;
  readonly shape: MarkShape;
  /** Width and height of the shape. */
  readonly width: number;
  readonly height: number;
  /** Days within which it took place, where the day itself is not known. */
  readonly band: Stretch | null;
  readonly fill: Fill;
  readonly dashed: boolean;
  /** Partner ids whose colours share the mark, the lane's own first; empty for the home side among itself. */
  readonly tints: readonly string[];
  readonly papers: readonly PlacedPaper[];
  /** How many papers there are beyond those drawn, and where that is said. */
  readonly morePapers: number;
  readonly moreX: number;
  readonly label: PlacedLabel | null;
  /** Everything that belongs to the mark but its label. */
  readonly box: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
}

/** A visit or a conference with parts: a bracket below them. */
export interface PlacedBracket {
  readonly mark: TimelineMark;
  readonly lane: string;
  readonly stretch: Stretch;
  readonly y: number;
  readonly dashed: boolean;
  readonly fill: Fill;
  readonly tints: readonly string[];
}

/**
 * Events as heights above the lane's baseline, one for each column of `columnWidth` px from `x`: how many marks of
 * the smallest size would be stacked there, times the unit. So dots and density have the same outline.
 */
export interface Density {
  readonly x: number;
  readonly columnWidth: number;
  readonly heights: Float32Array;
  /** Px an event. */
  readonly unit: number;
  readonly events: number;
}

export interface LaneRow {
  readonly id: string;
  /** As fits, and in full. */
  readonly label: string;
  readonly fullLabel: string;
  readonly count: number;
  readonly countText: string;
  readonly countX: number;
  readonly y: number;
  readonly height: number;
  /** What the lowest marks stand on. */
  readonly baseline: number;
  readonly labelX: number;
  readonly labelY: number;
  readonly tab: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  /** Height of one row of marks. */
  readonly unit: number;
  readonly brackets: readonly PlacedBracket[];
  readonly marks: readonly PlacedMark[];
  readonly density: Density | null;
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  readonly lanesBy: Lanes;
  readonly window: DayWindow;
  readonly axis: TimeAxis;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly ticks: TimeTicks;
  readonly majorY: number;
  readonly minorY: number;
  readonly lanes: readonly LaneRow[];
  /** What lies after the last day anything was held. */
  readonly ahead: {
    readonly x: number;
    readonly width: number;
    readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
  } | null;
  /** Said in the middle where nothing is drawn, in so many px kept clear of lines. */
  readonly empty: { readonly text: string; readonly width: number } | null;
}

/** Px of lettering. */
export const TYPE = { axis: 11.5, lane: 12.5, label: 11.5, note: 11 } as const;
