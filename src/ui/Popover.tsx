import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { usePopup } from "./usePopup.ts";
import "./Popover.css";

export interface PopoverProps {
  readonly label: string;
  /** How many choices are in force; 0 shows none. */
  readonly count: number;
  /** The count in words, for the button's name: "2 chosen". */
  readonly countLabel: (count: number) => string;
  readonly align?: "start" | "end" | undefined;
  /** For the panel. */
  readonly className?: string | undefined;
  /** Called once the panel is shown: the moment to move focus into it. */
  readonly onShown?: (() => void) | undefined;
  /** The content, rendered only while open; `close` puts it away. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel of its own, for a form or a few controls. */
export const Popover = (props: PopoverProps) => {
  const { label, count, countLabel, align = "end", className, onShown, children } = props;
  const popup = usePopup({ align, onShown });
  return (
    <>
      <Button {...popup.button} aria-haspopup="dialog" className={count > 0 ? "ui-popover-used" : undefined}>
        {label}{" "}
        {count > 0 && (
          <>
            <span className="ui-popover-count" aria-hidden="true">
              {count}
            </span>
            <span className="ui-hidden">{countLabel(count)}</span>
          </>
        )}
        <Icon name="down" />
      </Button>
      <div {...popup.panel} className={classes("ui-popup", "ui-popover", className)} role="dialog" aria-label={label}>
        {popup.open && children(popup.close)}
      </div>
    </>
  );
};
