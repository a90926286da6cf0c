import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import "./Chip.css";

const Dot = ({ colour }: { readonly colour: string | undefined }) =>
  colour ? <span className="ui-dot" style={{ background: colour }} /> : null;

export interface ChipProps extends Omit<ComponentProps<"button">, "children"> {
  readonly label: string;
  readonly pressed: boolean;
  /** Already formatted. */
  readonly count?: string | number | undefined;
  /** A colour; the label stays the name, the dot is only a second cue. */
  readonly dot?: string | undefined;
}

/** A toggle button in the shape of a chip; every other attribute (`data-*`, `onClick`) reaches the element. */
export const Chip = ({ label, pressed, count, dot, className, ...rest }: ChipProps) => (
  <button type="button" {...rest} aria-pressed={pressed} className={classes("ui-chip", className)}>
    <Dot colour={dot} />
    <span>{label}</span> {count !== undefined && <span className="ui-count">{count}</span>}
  </button>
);

export interface RemovableChipProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  readonly label: string;
  /** The button's full name, with the label in it: "Remove Korea". */
  readonly removeLabel: string;
  readonly dot?: string | undefined;
}

/** A chip that stands for a choice already made; pressing it takes the choice away. */
export const RemovableChip = ({ label, removeLabel, dot, className, ...rest }: RemovableChipProps) => (
  <button type="button" {...rest} aria-label={removeLabel} className={classes("ui-chip", "ui-chip-taken", className)}>
    <Dot colour={dot} />
    <span>{label}</span>
    <Icon name="close" />
  </button>
);
