import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { fold } from "./fold.ts";
import { Popover } from "./Popover.tsx";
import { TextField } from "./TextField.tsx";
import "./FilterMenu.css";

export interface FilterOption {
  readonly id: string;
  readonly label: string;
  /** Already formatted. */
  readonly count?: string | number | undefined;
  readonly selected: boolean;
  readonly dot?: string | undefined;
  /** Attributes for the option's row. */
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
}

export interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly onToggle: (id: string) => void;
  readonly onClear: () => void;
  readonly searchLabel: string;
  readonly clearLabel: string;
  /** Said when no option has the text sought. */
  readonly emptyLabel: string;
  /** The number of chosen options in words, for the button's name: "2 chosen". */
  readonly selectedLabel: (count: number) => string;
  readonly align?: "start" | "end" | undefined;
}

/** From this many options on there is a search field, and from the other one only rows in sight are in the page. */
const SEARCH_FROM = 8;
const VIRTUAL_FROM = 50;

interface OptionsProps {
  readonly options: readonly FilterOption[];
  readonly label: string;
  readonly onToggle: (id: string) => void;
  /** Up from the first row. */
  readonly onLeave: () => void;
}

/** The checkboxes: one of them is in the tab order, arrows move along. */
const Options = ({ options, label, onToggle, onLeave }: OptionsProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number>(undefined);
  const [active, setActive] = useState(0);
  const many = options.length > VIRTUAL_FROM;
  const virtual = useVirtualizer({
    count: options.length,
    enabled: many,
    getScrollElement: () => scroller.current,
    estimateSize: () => 36,
    overscan: 8,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = many ? (items[0]?.index ?? 0) : 0;
  const last = many ? (items.at(-1)?.index ?? -1) : options.length - 1;
  const box = (at: number) => scroller.current?.querySelector<HTMLInputElement>(`[data-index="${at}"] input`);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const target = box(wanted.current);
    if (target) wanted.current = undefined;
    target?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const end = options.length - 1;
    const to = { ArrowDown: Math.min(active + 1, end), ArrowUp: active - 1, Home: 0, End: end }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0) return onLeave();
    wanted.current = to;
    setActive(to);
    if (many) virtual.scrollToIndex(to);
    box(to)?.focus();
  };
  return (
    <div ref={scroller} className="ui-filter-scroll">
      <ul
        aria-label={label}
        style={
          many
            ? { paddingTop: items[0]?.start ?? 0, paddingBottom: virtual.getTotalSize() - (items.at(-1)?.end ?? 0) }
            : {}
        }
      >
        {options.slice(first, last + 1).map((option, offset) => {
          const at = first + offset;
          return (
            <li
              key={option.id}
              ref={many ? virtual.measureElement : undefined}
              data-index={at}
              aria-setsize={options.length}
              aria-posinset={at + 1}
              {...option.data}
            >
              <label className="ui-filter-option">
                <input
                  type="checkbox"
                  checked={option.selected}
                  tabIndex={at === Math.min(active, options.length - 1) ? 0 : -1}
                  onChange={() => onToggle(option.id)}
                  onFocus={() => setActive(at)}
                  onKeyDown={onKeyDown}
                />
                {option.dot && <span className="ui-dot" style={{ background: option.dot }} />}
                <span className="ui-filter-name">{option.label}</span>{" "}
                {option.count !== undefined && <span className="ui-count">{option.count}</span>}
              </label>
            </li>
          );
        })}
      </ul>
    </div>
  );
};

interface PanelProps extends FilterMenuProps {
  readonly inside: RefObject<HTMLDivElement | null>;
  readonly selected: number;
}

const fieldIn = (panel: Element | null) => panel?.querySelector<HTMLInputElement>(".ui-field input");
const firstBoxIn = (panel: Element | null) => panel?.querySelector<HTMLInputElement>("li input");

/** What the button opens; what was typed is forgotten when it closes. */
const Panel = (props: PanelProps) => {
  const { label, options, onToggle, onClear, searchLabel, clearLabel, emptyLabel, inside, selected } = props;
  const [query, setQuery] = useState("");
  const field = () => fieldIn(inside.current);
  const firstBox = () => firstBoxIn(inside.current);
  const sought = fold(query.trim());
  const found = sought ? options.filter((option) => fold(option.label).includes(sought)) : options;
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target === field();
    const letter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typing && event.key === "ArrowDown") {
      event.preventDefault();
      firstBox()?.focus();
    } else if (!typing && (letter || event.key === "Backspace")) field()?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letters typed on a checkbox go to the search field
    <div ref={inside} tabIndex={-1} className="ui-filter-inside" onKeyDown={onKeyDown}>
      {options.length >= SEARCH_FROM && (
        <div className="ui-filter-search">
          <TextField label={searchLabel} placeholder={searchLabel} hideLabel search value={query} onValue={setQuery} />
        </div>
      )}
      <p className="ui-filter-empty" aria-live="polite">
        {found.length === 0 && emptyLabel}
      </p>
      {found.length > 0 && (
        <Options key={sought} options={found} label={label} onToggle={onToggle} onLeave={() => field()?.focus()} />
      )}
      {selected > 0 && (
        <div className="ui-filter-foot">
          <Button
            variant="link"
            onClick={() => {
              (field() ?? firstBox())?.focus();
              onClear();
            }}
          >
            {clearLabel}
          </Button>
        </div>
      )}
    </div>
  );
};

/** A button that opens a list to tick: search by typing, arrows to move, Space to tick, Esc to leave. */
export const FilterMenu = (props: FilterMenuProps) => {
  const inside = useRef<HTMLDivElement>(null);
  const selected = props.options.filter((option) => option.selected).length;
  const onShown = () => {
    // A text field in focus would bring up the keyboard of a phone over the list.
    const touch = globalThis.matchMedia?.("(pointer: coarse)").matches;
    const first = fieldIn(inside.current) ?? firstBoxIn(inside.current);
    (touch ? inside.current : first)?.focus();
  };
  return (
    <Popover
      label={props.label}
      count={selected}
      countLabel={props.selectedLabel}
      align={props.align ?? "start"}
      className="ui-filter"
      onShown={onShown}
    >
      {() => <Panel {...props} inside={inside} selected={selected} />}
    </Popover>
  );
};
