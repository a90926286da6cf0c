import { Progress, type ProgressProps } from "./Progress.tsx";
import "./ProgressBox.css";

/** How far long work is, in a small box at the foot of the page, which can be used meanwhile. */
export const ProgressBox = (props: ProgressProps) => (
  <div className="ui-progress-box">
    <Progress {...props} />
  </div>
);
