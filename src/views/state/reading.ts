/** Where the reader is in the page, and how to keep it. */

/** The panel under the filter bar, and where it stood in the window. Px. */
export interface Place {
  readonly panel: Element;
  readonly top: number;
  /** Lower edge of the filter bar, or of the window's top where the bar has scrolled away. */
  readonly bar: number;
}

/** A panel of which no more than this is left under the bar is not what is being read. */
const LEAST = 120;
const GAP = 8;
/** How far down the page is, is noted once it has stood still for so long. */
const REST_MS = 200;

/** Noted when it changes: to ask the window would have it lay out the page. */
let scrolled = false;
globalThis.addEventListener?.(
  "scroll",
  () => {
    scrolled = window.scrollY > 0;
  },
  { passive: true },
);

/** False at the head of the page. */
export const isScrolled = (): boolean => scrolled;

/** Where the reader is; null at the head of the page, where there is nothing to keep. */
export const placeNow = (): Place | null => {
  if (!scrolled) return null;
  const bar = Math.max(0, document.querySelector(".filter")?.getBoundingClientRect().bottom ?? 0);
  for (const panel of document.querySelectorAll(".page-main > .panel")) {
    const { top, bottom } = panel.getBoundingClientRect();
    if (bottom > bar + LEAST) return { panel, top, bar };
  }
  return null;
};

/** Scrolls so that the panel stands where it stood; at its head where it no longer reaches so far down. */
export const keepPlace = (place: Place | null): void => {
  if (!place?.panel.isConnected) return;
  const { top, height } = place.panel.getBoundingClientRect();
  const wanted = place.top + height > place.bar + LEAST ? place.top : place.bar + GAP;
  if (Math.abs(top - wanted) >= 1) window.scrollBy({ top: top - wanted, behavior: "instant" });
};

/**
 * Takes the place in the page from the browser: Back takes back what was chosen, not where the reader has gone since;
 * and how far down that is stays with the entry of the history, for the page is drawn later than a browser waits.
 * @returns gives it back
 */
export const takePlace = (): (() => void) => {
  const before = history.scrollRestoration;
  history.scrollRestoration = "manual";
  let later: ReturnType<typeof setTimeout> | undefined;
  const rested = (): void => {
    clearTimeout(later);
    // With its history a browser keeps what stands in the page's fields: those of panels that wait would be laid out.
    later = setTimeout(() => {
      if (document.documentElement.dataset.turning !== undefined) rested();
      else history.replaceState({ ...history.state, scroll: window.scrollY }, "");
    }, REST_MS);
  };
  globalThis.addEventListener("scrollend", rested);
  return () => {
    clearTimeout(later);
    history.scrollRestoration = before;
    globalThis.removeEventListener("scrollend", rested);
  };
};

/** Scrolls to where a reader was who has loaded the page again, or comes back to it. */
export const backToPlace = (): void => {
  const top: unknown = history.state?.scroll;
  if (typeof top === "number" && top > 0) window.scrollTo({ top, behavior: "instant" });
};
