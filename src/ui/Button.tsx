import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";
import "./Button.css";

export interface ButtonProps extends ComponentProps<"button"> {
  /** `solid` for the one main action of a place, `quiet` (default) with a hairline, `link` inside text and headings. */
  readonly variant?: "solid" | "quiet" | "link" | undefined;
  readonly icon?: IconName | undefined;
}

/** A button; every other attribute (`data-*`, `aria-*`, `ref`, handlers) reaches the element. */
export const Button = ({ variant = "quiet", icon, className, children, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={classes("ui-button", `ui-button-${variant}`, className)}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
);

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  readonly icon: IconName;
  /** The button's name: for screen readers, and the browser's own hint on hover. */
  readonly label: string;
}

/** A square button with a drawing and a spoken name. */
export const IconButton = ({ icon, label, className, ...rest }: IconButtonProps) => (
  <button
    type="button"
    title={label}
    {...rest}
    aria-label={label}
    className={classes("ui-button", "ui-button-icon", className)}
  >
    <Icon name={icon} />
  </button>
);
