import { useId, useState } from "react";
import { Icon } from "./Icon.tsx";
import "./Select.css";

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onValue: (value: Id) => void;
  readonly hideLabel?: boolean | undefined;
}

/** A longer list is put into the page when a pointer or the focus reaches it. */
const ALWAYS = 40;

/** The platform's own choice list, in the page's dress. */
export const Select = <Id extends string>({ label, options, value, onValue, hideLabel }: SelectProps<Id>) => {
  const id = useId();
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  const all = reached || options.length <= ALWAYS;
  const shown = all ? options : options.filter((option) => option.id === value);
  return (
    <span className="ui-select">
      <label htmlFor={id} className={hideLabel ? "ui-hidden" : "ui-select-label"}>
        {label}
      </label>
      <span className="ui-select-box">
        <select
          id={id}
          value={value}
          onPointerDown={reach}
          onFocus={reach}
          onChange={(event) => {
            const picked = shown[event.target.selectedIndex];
            if (picked) onValue(picked.id);
          }}
        >
          {shown.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </span>
  );
};
