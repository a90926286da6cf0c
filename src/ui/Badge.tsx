import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import "./Badge.css";

export interface BadgeProps {
  readonly tone?: "plain" | "accent" | "warn" | "good" | "info" | undefined;
  /** The second cue beside the word: `solid` box (default), `dashed` outline, `hollow` outline, `split` half and half. */
  readonly shape?: "solid" | "dashed" | "hollow" | "split" | undefined;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A word in a box; the box's outline says again, without colour, what kind of word it is. */
export const Badge = ({ tone = "plain", shape = "solid", title, children }: BadgeProps) => (
  <span className={classes("ui-badge", `ui-badge-${tone}`, `ui-badge-${shape}`)} title={title}>
    {shape === "split" && (
      <svg className="ui-badge-mark" viewBox="0 0 10 10" aria-hidden="true">
        <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
      </svg>
    )}
    {children}
  </span>
);
