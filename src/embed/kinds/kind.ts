import type { ReactNode } from "react";
import type { Theme } from "#charts/kit/theme.ts";
import type { Definition } from "#figures/definition.ts";
import type { FigureName } from "#figures/names.ts";
import type { Asked } from "#figures/one.ts";
import type { DayWindow } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";

/** What a figure that can be zoomed and walked through is given. */
export interface MovingProps<N extends FigureName> {
  readonly asked: Asked<N>;
  readonly words: Words;
  readonly theme: Theme;
  readonly width: number;
  /** Px to fill; null is as high as the figure takes. */
  readonly height: number | null;
  readonly reducedMotion: boolean;
  /** A record was chosen; null for none. */
  readonly onChoose: (kind: string, id: string | null) => void;
  readonly chosenId: string | null;
  readonly onWindow: (window: DayWindow | null) => void;
}

/** A figure as an embed has it: how it is asked, said and drawn, and how it moves where it does. */
export interface Kind<N extends FigureName> {
  readonly name: N;
  readonly definition: Definition<N>;
  readonly Moving?: (props: MovingProps<N>) => ReactNode;
}
