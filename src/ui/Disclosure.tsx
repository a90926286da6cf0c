import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import "./Disclosure.css";

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Open at first. */
  readonly open?: boolean | undefined;
  readonly onOpen?: ((open: boolean) => void) | undefined;
}

/** The platform's own fold: a line that opens what stands under it. Found by the browser's search, printed open. */
export const Disclosure = ({ summary, children, open, onOpen }: DisclosureProps) => (
  <details className="ui-disclosure" open={open} onToggle={(event) => onOpen?.(event.currentTarget.open)}>
    <summary>
      <Icon name="down" />
      <span>{summary}</span>
    </summary>
    <div className="ui-disclosure-body">{children}</div>
  </details>
);
