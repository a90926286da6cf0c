import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

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

export interface OptionsProps {
  readonly options: readonly FilterOption[];
  readonly label: string;
  readonly onToggle: (id: string) => void;
  /** Up from the first row. */
  readonly onLeave: () => void;
}

/** Which rows are in the page where not all of them are. */
export interface OptionsInSight {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Both ends inclusive. */
  readonly first: number;
  readonly last: number;
  /** Room for the rows that are left out, px. */
  readonly before: number;
  readonly after: number;
  readonly measure: (row: Element | null) => void;
  readonly scrollTo: (index: number) => void;
}

/** The checkboxes: one of them is in the tab order, arrows move along. */
export const FilterOptions = (props: OptionsProps & { readonly inSight?: OptionsInSight }) => {
  const { options, label, onToggle, onLeave, inSight } = props;
  const own = useRef<HTMLDivElement>(null);
  const scroller = inSight?.scroller ?? own;
  const wanted = useRef<number>(undefined);
  const [active, setActive] = useState(0);
  const first = inSight?.first ?? 0;
  const last = inSight?.last ?? options.length - 1;
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
    inSight?.scrollTo(to);
    box(to)?.focus();
  };
  return (
    <div ref={scroller} className="ui-filter-scroll">
      <ul aria-label={label} style={inSight ? { paddingTop: inSight.before, paddingBottom: inSight.after } : {}}>
        {options.slice(first, last + 1).map((option, offset) => {
          const at = first + offset;
          return (
            <li
              key={option.id}
              ref={inSight?.measure}
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
