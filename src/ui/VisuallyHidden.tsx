import type { ReactNode } from "react";
import "./base.css";

/** Text for screen readers only. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className="ui-hidden">{children}</span>
);
