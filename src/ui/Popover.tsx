import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { usePopup } from "./usePopup.ts";

export interface PopoverProps {
  readonly label: string;
  /** How many choices are in force; 0 shows none. */
  readonly count: number;
  readonly countLabel: (count: number) => string;
  /** The content, rendered only while open; `close` puts it away. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel of its own, for a form or a few controls. */
export const Popover = ({ label, count, countLabel, children }: PopoverProps) => {
  const popup = usePopup({ align: "end" });
  return (
    <>
      <Button {...popup.button} aria-haspopup="dialog" className={count > 0 ? "ui-filter-used" : undefined}>
        {label}
        {count > 0 && (
          <>
            <span className="ui-filter-number" aria-hidden="true">
              {count}
            </span>
            <span className="ui-hidden">{countLabel(count)}</span>
          </>
        )}
        <Icon name="down" />
      </Button>
      <div {...popup.panel} className="ui-popup ui-popover" role="dialog" aria-label={label}>
        {popup.open && children(popup.close)}
      </div>
    </>
  );
};
