/** Where things that were laid out for one window stand in another: a shift and a stretch along the axis. */
import type { TimeAxis } from "#charts/kit/ticks.ts";
import type { DayWindow } from "#model/questions.ts";

/** x in the other window is `scale` times x plus `shift`, px. */
export interface Move {
  readonly scale: number;
  readonly shift: number;
}

/** From the axis of a layout to the same axis with another window. */
export const moveOf = ({ start, end, left, right }: TimeAxis, window: DayWindow): Move => {
  const days = window.end + 1 - window.start;
  const scale = (end - start) / days;
  return { scale, shift: left + ((start - window.start) * (right - left)) / days - scale * left };
};

export const movedX = ({ scale, shift }: Move, x: number): number => scale * x + shift;

/** The share of a window that a drawing of another leaves empty. */
export const uncovered = (drawn: DayWindow, window: DayWindow): number => {
  const days = window.end + 1 - window.start;
  const shown = Math.min(drawn.end, window.end) + 1 - Math.max(drawn.start, window.start);
  return 1 - Math.max(0, shown) / days;
};
