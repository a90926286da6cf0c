import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { IconButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { Kbd } from "./Kbd.tsx";
import { follow } from "./place.ts";
import { useShortcut } from "./useShortcut.ts";
import "./Combobox.css";
import "./popup.css";
import "./TextField.css";

export interface ComboboxItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** Already formatted. */
  readonly count?: string | number | undefined;
  readonly dot?: string | undefined;
  /** Attributes for the option. */
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
}

export interface ComboboxGroup<Item extends ComboboxItem = ComboboxItem> {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Item[];
}

export interface ComboboxProps<Item extends ComboboxItem> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly groups: readonly ComboboxGroup<Item>[];
  readonly onPick: (item: Item, group: ComboboxGroup<Item>) => void;
  /** Enter with no option lit: the text itself. */
  readonly onSubmit?: ((value: string) => void) | undefined;
  readonly clearLabel: string;
  readonly emptyLabel: string;
  /** Shown instead of the empty sentence while the answer is on its way. */
  readonly loadingLabel?: string | undefined;
  readonly loading?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** Moves focus here from anywhere: "Ctrl+K" (⌘ counts as Ctrl) or a single key such as "/". */
  readonly shortcut?: string | undefined;
}

const move = (key: string, at: number, last: number): number | undefined => {
  if (key === "ArrowDown") return at >= last ? 0 : at + 1;
  if (key === "ArrowUp") return at <= 0 ? last : at - 1;
  if (key === "Home" && at >= 0) return 0;
  if (key === "End" && at >= 0) return last;
  return undefined;
};

/**
 * A search field with answers in groups beneath it: arrows light one, Enter picks it, Esc empties the field and then
 * closes. Focus stays in the field.
 */
export const Combobox = <Item extends ComboboxItem>(props: ComboboxProps<Item>) => {
  const { label, value, onValue, groups, onPick, onSubmit, clearLabel, emptyLabel, loadingLabel } = props;
  const { loading = false, placeholder, shortcut } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef(false);
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState<string>();
  const flat = groups.flatMap((group) => group.items.map((item) => ({ item, group, key: `${group.id} ${item.id}` })));
  const open = wanted && (flat.length > 0 || value !== "");
  // By its key, so that answers that arrive late do not put another option under the light.
  const lit = open && active !== undefined ? flat.findIndex((entry) => entry.key === active) : -1;
  const optionId = (at: number) => `${id}-${at}`;
  useShortcut(shortcut, () => {
    input.current?.focus();
    input.current?.select();
  });
  useLayoutEffect(() => {
    const anchor = box.current;
    const element = panel.current;
    if (!anchor || !element) return;
    if (open !== shown.current) {
      shown.current = open;
      if (open) element.showPopover();
      else element.hidePopover();
    }
    return open ? follow(() => anchor.getBoundingClientRect(), element) : undefined;
  }, [open]);
  useEffect(() => {
    if (lit >= 0) document.getElementById(`${id}-${lit}`)?.scrollIntoView({ block: "nearest" });
  }, [lit, id]);
  const close = () => {
    setWanted(false);
    setActive(undefined);
  };
  const change = (text: string) => {
    onValue(text);
    setActive(undefined);
    setWanted(true);
  };
  const pick = (at: number) => {
    const found = flat[at];
    close();
    if (found) onPick(found.item, found.group);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = flat.length > 0 ? move(event.key, lit, flat.length - 1) : undefined;
    if (to !== undefined) {
      event.preventDefault();
      setWanted(true);
      setActive(flat[to]?.key);
    } else if (event.key === "Enter") {
      if (lit >= 0) pick(lit);
      else if (onSubmit) {
        close();
        onSubmit(value);
      }
    } else if (event.key === "Escape" && (value !== "" || open)) {
      event.preventDefault();
      event.stopPropagation();
      if (value !== "") change("");
      else close();
    }
  };
  let at = -1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that focus has left the field and its answers
    <div
      className="ui-combobox"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <div ref={box} className="ui-field-box">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={open}
          aria-controls={open && flat.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={lit >= 0 ? optionId(lit) : undefined}
          aria-keyshortcuts={shortcut?.replace("Ctrl", "Control")}
          placeholder={placeholder}
          value={value}
          onChange={(event) => change(event.target.value)}
          onClick={() => setWanted(true)}
          onKeyDown={onKeyDown}
        />
        {value === "" && shortcut && <Kbd>{shortcut}</Kbd>}
        {value !== "" && (
          <IconButton
            icon="close"
            label={clearLabel}
            onClick={() => {
              change("");
              input.current?.focus();
            }}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while the answers are pressed */}
      <div
        ref={panel}
        popover="manual"
        className="ui-popup ui-combobox-panel"
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        <p className="ui-combobox-say" aria-live="polite">
          {open && flat.length === 0 && (loading ? loadingLabel : emptyLabel)}
        </p>
        {open && flat.length > 0 && (
          <div role="listbox" id={`${id}-list`} aria-label={label} aria-busy={loading} tabIndex={-1}>
            {groups.map(
              (group) =>
                group.items.length > 0 && (
                  // biome-ignore lint/a11y/useSemanticElements: the group of a listbox is not a fieldset
                  <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
                    <div id={`${id}-${group.id}`} className="ui-combobox-group" role="presentation">
                      {group.label}
                    </div>
                    {group.items.map((item) => {
                      at += 1;
                      const own = at;
                      return (
                        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field, which keeps the focus
                        <div
                          key={item.id}
                          id={optionId(own)}
                          role="option"
                          tabIndex={-1}
                          aria-selected={own === lit}
                          className="ui-combobox-option"
                          {...item.data}
                          onPointerMove={() => setActive(flat[own]?.key)}
                          onClick={() => pick(own)}
                        >
                          {item.dot && <span className="ui-dot" style={{ background: item.dot }} />}
                          <span className="ui-combobox-name">
                            {item.label} {item.detail && <span className="ui-combobox-detail">{item.detail}</span>}
                          </span>{" "}
                          {item.count !== undefined && <span className="ui-count">{item.count}</span>}
                        </div>
                      );
                    })}
                  </div>
                ),
            )}
          </div>
        )}
      </div>
    </div>
  );
};
