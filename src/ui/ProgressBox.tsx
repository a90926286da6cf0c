import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { Progress, type ProgressProps } from "./Progress.tsx";
import "./ProgressBox.css";

/**
 * How far long work is, in a small box at the foot of the window, which can be used meanwhile. Stands in the page's body:
 * a part of the page that is laid out by itself would keep it at its own foot.
 */
export const ProgressBox = ({ children, ...progress }: ProgressProps & { readonly children?: ReactNode }) =>
  createPortal(
    <div className="ui-progress-box">
      <Progress {...progress} />
      {children}
    </div>,
    document.body,
  );
