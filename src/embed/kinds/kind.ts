import type { ReactNode } from "react";
import type { Theme } from "#charts/kit/theme.ts";
import type { Definition } from "#figures/definition.ts";
import type { FigureName } from "#figures/names.ts";
import type { Asked } from "#figures/one.ts";
import type { DayWindow } from "#model/questions.ts";
import type { AllWords } from "#model/words/en/index.ts";

/** A record that a reader chose; `partner` where it is a topic with one partner. */
export interface Chosen {
  readonly kind: string;
  readonly id: string;
  readonly partner?: string;
}

export type Choose = (kind: string, id: string | null, partner?: string) => void;

/** What a figure that can be pressed and walked through is given. */
export interface MovingProps<N extends FigureName> {
  readonly asked: Asked<N>;
  readonly words: AllWords;
  readonly theme: Theme;
  readonly width: number;
  /** Px to fill; null is as high as the figure takes. */
  readonly height: number | null;
  readonly reducedMotion: boolean;
  readonly onChoose: Choose;
  readonly chosen: Chosen | null;
  readonly onWindow: (window: DayWindow | null) => void;
}

/** A figure as an embed has it: how it is asked, said and drawn, and how it moves where it does. */
export interface Kind<N extends FigureName> {
  readonly name: N;
  readonly definition: Definition<N>;
  /** Draws it where it can be pressed and walked through. */
  readonly Moving: (props: MovingProps<N>) => ReactNode;
  /** Whether `Moving` has a view to change, beside marks to press. */
  readonly zooms?: boolean;
}
