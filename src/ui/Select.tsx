import { useId } from "react";
import "./Select.css";

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onValue: (value: Id) => void;
  readonly hideLabel?: boolean | undefined;
}

/** The platform's own choice list, in the page's dress. */
export const Select = <Id extends string>({ label, options, value, onValue, hideLabel }: SelectProps<Id>) => {
  const id = useId();
  return (
    <span className="ui-select">
      <label htmlFor={id} className={hideLabel ? "ui-hidden" : "ui-select-label"}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const picked = options[event.target.selectedIndex];
          if (picked) onValue(picked.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
};
