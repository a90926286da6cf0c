import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { FilterOptions, type OptionsProps } from "./FilterOptions.tsx";

/** Options of which only those in sight are in the page. */
export const ManyOptions = (props: OptionsProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: props.options.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 36,
    overscan: 8,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  return (
    <FilterOptions
      {...props}
      inSight={{
        scroller,
        first: items[0]?.index ?? 0,
        last: items.at(-1)?.index ?? -1,
        before: items[0]?.start ?? 0,
        after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
        measure: virtual.measureElement,
        scrollTo: virtual.scrollToIndex,
      }}
    />
  );
};
