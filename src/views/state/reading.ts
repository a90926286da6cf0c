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

/** Noted when it changes: to ask the window would have it lay out the page. */
let scrolled = false;
globalThis.addEventListener?.(
  "scroll",
  () => {
    scrolled = window.scrollY > 0;
  },
  { passive: true },
);

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
