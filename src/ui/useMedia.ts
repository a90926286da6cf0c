import { useSyncExternalStore } from "react";

/** Whether a media query holds now; false where there is no window to ask. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = globalThis.matchMedia?.(query);
      list?.addEventListener("change", changed);
      return () => list?.removeEventListener("change", changed);
    },
    () => globalThis.matchMedia?.(query).matches ?? false,
    () => false,
  );

let printing = false;

/** True while the page is laid out for paper, so that lists which keep few rows in the page can hand over all of them. */
export const usePrinting = (): boolean => {
  const media = useMedia("print");
  const called = useSyncExternalStore(
    (changed) => {
      const start = () => {
        printing = true;
        changed();
      };
      const end = () => {
        printing = false;
        changed();
      };
      window.addEventListener("beforeprint", start);
      window.addEventListener("afterprint", end);
      return () => {
        window.removeEventListener("beforeprint", start);
        window.removeEventListener("afterprint", end);
      };
    },
    () => printing,
    () => false,
  );
  return media || called;
};
