import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
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

/** Items of one kind under a heading. */
export interface MenuGroup {
  readonly id: string;
  readonly heading: string;
  /** What the items have in common, after the heading. */
  readonly detail?: string | undefined;
  readonly items: readonly MenuItem[];
}

export interface MenuProps extends Omit<ButtonProps, "children" | "ref"> {
  readonly label: string;
  /** Asked for when the menu opens. Groups stand beside each other where there is room. */
  readonly items: () => readonly (MenuItem | MenuGroup)[];
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

const Item = ({ item, close }: { item: MenuItem; close: () => void }) => (
  <button
    type="button"
    role="menuitem"
    tabIndex={-1}
    disabled={item.disabled}
    className={classes("ui-menu-item", item.detail && "ui-menu-tall")}
    onClick={() => {
      close();
      item.onPick();
    }}
  >
    {item.icon && <Icon name={item.icon} />}
    <span>{item.label}</span> {item.detail && <span className="ui-menu-detail">{item.detail}</span>}
  </button>
);

const Group = ({ group, close }: { group: MenuGroup; close: () => void }) => {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
    <div
      role="group"
      className="ui-menu-group"
      aria-labelledby={id}
      aria-describedby={group.detail ? `${id}-detail` : undefined}
    >
      <p className="ui-menu-heading" role="presentation">
        <span id={id}>{group.heading}</span>{" "}
        {group.detail && (
          <span className="ui-menu-detail" id={`${id}-detail`}>
            {group.detail}
          </span>
        )}
      </p>
      {group.items.map((item) => (
        <Item key={item.id} item={item} close={close} />
      ))}
    </div>
  );
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
            {items().map((item) =>
              "items" in item ? (
                <Group key={item.id} group={item} close={popup.close} />
              ) : (
                <Item key={item.id} item={item} close={popup.close} />
              ),
            )}
          </div>
        )}
      </div>
    </>
  );
};
