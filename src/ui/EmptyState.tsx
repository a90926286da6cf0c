import type { ReactNode } from "react";
import "./EmptyState.css";

export interface EmptyStateProps {
  /** One sentence: what is not here and why. */
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing to show, said plainly: two empty chairs at a table, a sentence, a way out. */
export const EmptyState = ({ text, action }: EmptyStateProps) => (
  <div className="ui-empty">
    <svg viewBox="0 0 96 40" width="96" height="40" aria-hidden="true">
      <path d="M24 18h48M30 18v18M66 18v18" />
      <path d="M8 6v30M8 22h12v14M88 6v30M88 22H76v14" strokeDasharray="3 3" />
    </svg>
    <p>{text}</p>
    {action}
  </div>
);
