import { elementScroll, type Rect, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { usePrinting } from "./useMedia.ts";
import "./VirtualGrid.css";

export interface VirtualGridProps {
  /** The list's name. */
  readonly label: string;
  readonly total: number;
  /** Cards side by side. */
  readonly columns: number;
  /** A guess at a card's height, px; the real ones are measured. */
  readonly rowHeight: number;
  /** Between cards, px (default 12). */
  readonly gap?: number | undefined;
  /** Draws the card at a position, or its place while the page it is on is being fetched. */
  readonly renderItem: (index: number) => ReactNode;
  /** Which cards are in the page or about to be, both ends inclusive: fetch these. */
  readonly onRange?: ((first: number, last: number) => void) | undefined;
  /** It is so tall at most and scrolls by itself: px (default 560) or a CSS length. */
  readonly height?: number | string | undefined;
  /** On paper: every card, or (default) the first `printFirst` (60). */
  readonly printAll?: boolean | undefined;
  readonly printFirst?: number | undefined;
}

type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

interface RowsProps extends VirtualGridProps {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly virtual: ListVirtualizer;
  readonly known: Known;
}

/** Rows the library is told of beyond those in sight, and how near to the last of them it is told of more. */
const AHEAD = 2_000;
const NEAR = 200;

interface Known {
  /** How many rows the library is told of. */
  readonly known: number;
  /** Room for the others, px: the height it would have guessed. */
  readonly beyond: number;
  /** To be called with the last row in sight, and with one that the hand may have thrown the list to. */
  readonly reach: (row: number) => void;
}

/** The library keeps a place for each row it is told of, 20 bytes each, and walks over all of them for a new total. */
const useKnown = ({ total, columns, rowHeight, gap = 12 }: VirtualGridProps): Known => {
  const rows = Math.ceil(total / columns);
  const [reached, setReached] = useState(AHEAD);
  const known = Math.min(rows, reached);
  return {
    known,
    beyond: (rows - known) * (rowHeight + gap),
    reach: (row) => {
      if (known < rows && row >= known - NEAR) setReached(row + AHEAD);
    },
  };
};

/** The rows in sight as one run of list items; padding stands for the rest. */
const Rows = (props: RowsProps) => {
  const { label, total, columns, rowHeight, gap = 12, renderItem, onRange, list, virtual, known } = props;
  const { printAll, printFirst = 60 } = props;
  const printing = usePrinting();
  const rows = virtual.getVirtualItems();
  const onPaper = printAll ? total : Math.min(total, printFirst);
  const first = printing ? 0 : (rows[0]?.index ?? 0) * columns;
  const end = printing ? onPaper : Math.min(total, ((rows.at(-1)?.index ?? -1) + 1) * columns);
  const before = printing ? 0 : (rows[0]?.start ?? 0);
  const after = printing ? 0 : virtual.getTotalSize() + known.beyond - (rows.at(-1)?.end ?? 0);
  useEffect(() => {
    if (end > first) onRange?.(first, end - 1);
  }, [first, end, onRange]);
  useEffect(() => {
    const thrown = Math.ceil((virtual.scrollOffset ?? 0) / (rowHeight + gap));
    known.reach(Math.max(rows.at(-1)?.index ?? 0, thrown));
  });
  // A card that scrolls away with the focus in it leaves the focus to the list, not to nothing.
  const held = useRef(false);
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  });
  return (
    <ul
      ref={list}
      aria-label={label}
      tabIndex={-1}
      className="ui-grid"
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gap,
        paddingTop: Math.max(0, before),
        paddingBottom: Math.max(0, after),
      }}
      onFocus={() => {
        held.current = true;
      }}
      onBlur={(event) => {
        // React also says so when the focused card is taken out of the page; then the focus is still ours to place.
        if (event.relatedTarget) held.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      {Array.from({ length: Math.max(0, end - first) }, (_, offset) => {
        const index = first + offset;
        return (
          <li
            key={index}
            ref={index % columns === 0 && !printing ? virtual.measureElement : undefined}
            data-index={Math.floor(index / columns)}
            aria-setsize={total}
            aria-posinset={index + 1}
          >
            {renderItem(index)}
          </li>
        );
      })}
    </ul>
  );
};

/**
 * The height of a row as the browser tells it after laying the page out. Asking for it before, as the library does at
 * first, would have the whole page laid out once more for each row.
 */
const heightOf = (row: Element, entry: ResizeObserverEntry | undefined, virtual: ListVirtualizer): number => {
  const box = entry?.borderBoxSize[0];
  if (box) return Math.round(box.blockSize);
  const at = virtual.indexFromElement(row);
  return virtual.itemSizeCache.get(virtual.options.getItemKey(at)) ?? virtual.options.estimateSize(at);
};

/** The size of the list, told after a layout for the same reason; before, `initialRect` is a guess. */
const watchSize = (virtual: ListVirtualizer, tell: (rect: Rect) => void): (() => void) | undefined => {
  const element = virtual.scrollElement;
  if (!element || typeof ResizeObserver !== "function") return;
  const watch = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0];
    if (box) tell({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) });
  });
  watch.observe(element);
  return () => watch.disconnect();
};

/** To be told to scroll to where it is lays the page out too: the library says so of each new list. */
const scrollElsewhere: typeof elementScroll<HTMLDivElement> = (offset, options, virtual) => {
  if (offset + (options.adjustments ?? 0) !== (virtual.scrollOffset ?? 0)) elementScroll(offset, options, virtual);
};

/** A list whose height is a length of CSS takes about so much of the window. */
const SHARE_OF_WINDOW = 0.8;

/**
 * A list of cards in columns, fed page by page; ten thousand cost as much as those in sight. It is a real list: each
 * card says its position of how many.
 */
export const VirtualGrid = (props: VirtualGridProps) => {
  const { label, rowHeight, gap = 12, height = 560 } = props;
  const list = useRef<HTMLUListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const known = useKnown(props);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: known.known,
    estimateSize: () => rowHeight,
    measureElement: heightOf,
    gap,
    overscan: 2,
    useFlushSync: false,
    getScrollElement: () => scroller.current,
    observeElementRect: watchSize,
    scrollToFn: scrollElsewhere,
    initialRect: { width: 0, height: typeof height === "number" ? height : window.innerHeight * SHARE_OF_WINDOW },
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list that scrolls is neither a fieldset nor a landmark
    <div
      ref={scroller}
      role="group"
      className="ui-grid-scroll"
      style={printing ? undefined : { maxHeight: height }}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
      tabIndex={0}
    >
      <Rows {...props} list={list} virtual={virtual} known={known} />
    </div>
  );
};
