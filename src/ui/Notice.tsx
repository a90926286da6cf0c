import type { ReactNode } from "react";
import { IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import "./Notice.css";

export interface NoticeProps {
  readonly tone: "info" | "warn" | "error";
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons or links. */
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
  readonly dismissLabel?: string | undefined;
}

/**
 * A message in the page. An error is an alert and is read at once; the others wait their turn. It never takes the
 * role `status`, which the page keeps for one sentence.
 */
export const Notice = ({ tone, title, children, actions, onDismiss, dismissLabel }: NoticeProps) => (
  <div
    className={classes("ui-notice", `ui-notice-${tone}`)}
    {...(tone === "error" ? { role: "alert" } : { "aria-live": "polite" })}
  >
    <Icon name={tone} />
    <div className="ui-notice-text">
      <p className="ui-notice-title">{title}</p>
      {children && <div>{children}</div>}
    </div>
    {actions && <div className="ui-notice-actions">{actions}</div>}
    {onDismiss && dismissLabel && <IconButton icon="close" label={dismissLabel} onClick={onDismiss} />}
  </div>
);
