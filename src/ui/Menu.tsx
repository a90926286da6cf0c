import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Button, type ButtonProps } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { usePopup } from "./usePopup.ts";
import "./Menu.css";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A quieter second line. */
  readonly detail?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly disabled?: boolean | undefined;
  readonly onPick: () => void;
}

export interface MenuProps extends Omit<ButtonProps, "children" | "ref"> {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Shown on the button in place of label and arrow; the label stays its name. */
  readonly face?: ReactNode;
  readonly align?: "start" | "end" | undefined;
}

const STEP: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** A button that opens a list of actions: arrows, Home, End and first letters move, Enter or Space picks, Esc leaves. */
export const Menu = ({ label, items, face, align = "end", ...rest }: MenuProps) => {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => Array.from(list.current?.querySelectorAll<HTMLButtonElement>("button:enabled") ?? []);
  const popup = usePopup({ align, onShown: () => entries()[0]?.focus() });
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((entry) => entry.matches(":focus"));
    const step = STEP[event.key];
    if (step) {
      event.preventDefault();
      all[step(at, all.length - 1)]?.focus();
    } else if (event.key === "Tab") {
      popup.close();
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLocaleLowerCase();
      [...all.slice(at + 1), ...all.slice(0, at + 1)]
        .find((entry) => entry.textContent?.toLocaleLowerCase().startsWith(letter))
        ?.focus();
    }
  };
  return (
    <>
      <Button
        {...rest}
        {...popup.button}
        aria-haspopup="menu"
        aria-label={face ? label : undefined}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || popup.open) return;
          event.preventDefault();
          event.currentTarget.click();
        }}
      >
        {face ?? (
          <>
            {label} <Icon name="down" />
          </>
        )}
      </Button>
      <div {...popup.panel} className="ui-popup ui-menu">
        {popup.open && (
          <div ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
            {items.map((item) => (
              <button
                key={item.id}
                type="button"
                role="menuitem"
                tabIndex={-1}
                disabled={item.disabled}
                className={classes("ui-menu-item", item.detail && "ui-menu-tall")}
                onClick={() => {
                  popup.close();
                  item.onPick();
                }}
              >
                {item.icon && <Icon name={item.icon} />}
                <span>{item.label}</span> {item.detail && <span className="ui-menu-detail">{item.detail}</span>}
              </button>
            ))}
          </div>
        )}
      </div>
    </>
  );
};
