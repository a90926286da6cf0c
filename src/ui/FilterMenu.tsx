import { type KeyboardEvent, lazy, type RefObject, Suspense, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { type FilterOption, FilterOptions } from "./FilterOptions.tsx";
import { fold } from "./fold.ts";
import { Popover } from "./Popover.tsx";
import { TextField } from "./TextField.tsx";
import "./FilterMenu.css";

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

const ManyOptions = lazy(async () => ({ default: (await import("./ManyOptions.tsx")).ManyOptions }));

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
  const Options = found.length > VIRTUAL_FROM ? ManyOptions : FilterOptions;
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
        <Suspense>
          <Options key={sought} options={found} label={label} onToggle={onToggle} onLeave={() => field()?.focus()} />
        </Suspense>
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
