import { type RefCallback, useCallback, useState, useSyncExternalStore } from "react";

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

const onResize = (changed: () => void): (() => void) => {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
};

/** Width of the browser's window in CSS pixels. */
export const useViewport = (): number => useSyncExternalStore(onResize, () => window.innerWidth);
