import { createPortal } from "react-dom";
import { Progress, type ProgressProps } from "./Progress.tsx";
import "./ProgressBox.css";

/**
 * How far long work is, in a small box at the foot of the window, which can be used meanwhile. Stands in the page's body:
 * a part of the page that is laid out by itself would keep it at its own foot.
 */
export const ProgressBox = (props: ProgressProps) =>
  createPortal(
    <div className="ui-progress-box">
      <Progress {...props} />
    </div>,
    document.body,
  );
