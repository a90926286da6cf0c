import { useId } from "react";
import "./Progress.css";

export interface ProgressProps {
  readonly label: string;
  /** From 0 to 1; absent while the end is unknown. */
  readonly value?: number | undefined;
}

/** How far along, with its name above it. */
export const Progress = ({ label, value }: ProgressProps) => {
  const id = useId();
  return (
    <div className="ui-progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={1} value={value} />
    </div>
  );
};
