import {
  createContext,
  type ReactNode,
  type RefCallback,
  use,
  useCallback,
  useState,
  useSyncExternalStore,
} from "react";

/** Width of an element in CSS pixels, followed as it changes; null until it is first laid out. */
export const useWidth = (): readonly [ref: RefCallback<HTMLElement>, width: number | null] => {
  const [width, setWidth] = useState<number | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    setWidth(Math.floor(element.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
};

const PanelWidth = createContext<number | null>(null);

/**
 * The column of panels, all as wide as each other: what they leave to their figures is measured once, on an empty panel
 * and before there is any other, instead of by each of them, which would lay the whole page out each time.
 */
export const PanelColumn = ({ children }: { children: ReactNode }): ReactNode => {
  const [ref, width] = useWidth();
  return (
    <div className="page-main">
      <div className="panel panel-gauge" aria-hidden="true">
        <div className="panel-body">
          <div ref={ref} />
        </div>
      </div>
      {width === null ? null : <PanelWidth value={width}>{children}</PanelWidth>}
    </div>
  );
};

/** Width that a figure has in its panel, in CSS pixels. */
export const usePanelWidth = (): number => {
  const width = use(PanelWidth);
  if (width === null) throw new Error("usePanelWidth outside of PanelColumn");
  return width;
};

const onResize = (changed: () => void): (() => void) => {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
};

/** Width of the browser's window in CSS pixels. */
export const useViewport = (): number => useSyncExternalStore(onResize, () => window.innerWidth);
