import { type ReactNode, useId, useRef } from "react";
import { IconButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import "./TextField.css";

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Given, the field can be emptied by a button of this name and by Esc. */
  readonly clearLabel?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean | undefined;
  readonly search?: boolean | undefined;
}

/** One line of text under a label. */
export const TextField = (props: TextFieldProps) => {
  const { label, value, onValue, clearLabel, placeholder, hint, hideLabel, search } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onValue("");
    input.current?.focus();
  };
  return (
    <div className="ui-field">
      <label htmlFor={id} className={hideLabel ? "ui-hidden" : "ui-field-label"}>
        {label}
      </label>
      <span className="ui-field-box">
        {search && <Icon name="search" />}
        <input
          ref={input}
          id={id}
          type="text"
          inputMode={search ? "search" : "text"}
          autoComplete="off"
          value={value}
          placeholder={placeholder}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onValue(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !clearLabel || !value) return;
            event.preventDefault();
            event.stopPropagation();
            clear();
          }}
        />
        {clearLabel && value && <IconButton icon="close" label={clearLabel} onClick={clear} />}
      </span>
      {hint && (
        <span id={`${id}-hint`} className="ui-field-hint">
          {hint}
        </span>
      )}
    </div>
  );
};
