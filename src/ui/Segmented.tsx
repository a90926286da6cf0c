import { useId } from "react";
import "./Segmented.css";
import "./base.css";

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onValue: (value: Id) => void;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean | undefined;
}

/** One of a few, all in sight: native radio buttons drawn as joined segments; arrow keys come with them. */
export const Segmented = <Id extends string>({ label, options, value, onValue, hideLabel }: SegmentedProps<Id>) => {
  const name = useId();
  return (
    <fieldset className="ui-segmented">
      <legend className={hideLabel ? "ui-hidden" : "ui-segmented-label"}>{label}</legend>
      <span className="ui-segmented-track">
        {options.map((option) => (
          <label key={option.id} className="ui-segment">
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === value}
              onChange={() => onValue(option.id)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
};
