/** Edges in the window's px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Align = "start" | "center" | "end";

/** Kept free between a panel and the window's edge, px. */
const MARGIN = 8;
/** Between a panel and what it belongs to, px. */
const GAP = 4;

/** Which side of the anchor a panel takes: the wished one if the panel fits there or has more room there than opposite. */
export const side = (anchor: Box, panel: Size, view: Size, wish: "above" | "below"): "above" | "below" => {
  const room = { above: anchor.top, below: view.height - anchor.bottom };
  const other = wish === "above" ? "below" : "above";
  return room[wish] >= panel.height + GAP + MARGIN || room[wish] >= room[other] ? wish : other;
};

/** The panel's left edge, px: lined up with the anchor, never past the window's edge while it fits at all. */
export const leftEdge = (anchor: Box, width: number, view: Size, align: Align): number => {
  const wished = {
    start: anchor.left,
    center: (anchor.left + anchor.right - width) / 2,
    end: anchor.right - width,
  }[align];
  return Math.max(MARGIN, Math.min(wished, view.width - width - MARGIN));
};

export interface FollowOptions {
  readonly align?: Align | undefined;
  readonly wish?: "above" | "below" | undefined;
}

/**
 * Keeps a fixed panel beside its anchor while the page scrolls or either changes size; the returned function stops it.
 * The side is chosen when the panel first has a size. `--ui-room` on the panel is the height left for it, px, and
 * `--ui-anchor` the anchor's width.
 */
export const follow = (anchor: () => Box, panel: HTMLElement, options: FollowOptions = {}): (() => void) => {
  let taken: "above" | "below" | undefined;
  const put = () => {
    const at = anchor();
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    panel.style.setProperty("--ui-anchor", `${at.right - at.left}px`);
    const { width, height } = panel.getBoundingClientRect();
    if (height > 0) taken ??= side(at, { width, height }, view, options.wish ?? "below");
    const below = taken !== "above";
    const room = (below ? view.height - at.bottom : at.top) - GAP - MARGIN;
    panel.style.setProperty("--ui-room", `${Math.max(96, room)}px`);
    panel.style.left = `${leftEdge(at, width, view, options.align ?? "start")}px`;
    panel.style.top = below ? `${at.bottom + GAP}px` : "auto";
    panel.style.bottom = below ? "auto" : `${window.innerHeight - at.top + GAP}px`;
  };
  put();
  const watch = typeof ResizeObserver === "function" ? new ResizeObserver(put) : undefined;
  watch?.observe(panel);
  window.addEventListener("scroll", put, { capture: true, passive: true });
  window.addEventListener("resize", put);
  return () => {
    watch?.disconnect();
    window.removeEventListener("scroll", put, { capture: true });
    window.removeEventListener("resize", put);
  };
};
