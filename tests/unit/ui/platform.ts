import { cleanup } from "@testing-library/react";
import { flushSync } from "react-dom";
import { afterEach, beforeEach, vi } from "vitest";

/** A toggle event as the platform sends it: `beforetoggle` at once, `toggle` when the change has been made. */
const tell = (element: Element, type: string, newState: "open" | "closed"): void => {
  const event = new Event(type, { bubbles: false });
  Object.defineProperty(event, "newState", { value: newState });
  element.dispatchEvent(event);
};

/** Media queries that hold at present; set with `setMedia`. */
let holding: readonly string[] = [];
const listeners = new Set<() => void>();

/** Makes exactly these media queries hold, and tells those who listen. */
export const setMedia = (...queries: readonly string[]): void => {
  holding = queries;
  for (const listener of listeners) listener();
};

/**
 * Stands in for what jsdom lacks of the platform: popovers (opened by their button, closed by Esc), modal dialogs,
 * media queries, sizes (every box is `width` × `height` px inside and `row` px tall outside). Call once at the top of a test file; it also unmounts after each test.
 */
export const standInPlatform = ({ width = 800, height = 600, row = 36 } = {}) => {
  const open: HTMLElement[] = [];
  const show = (element: HTMLElement) => {
    tell(element, "beforetoggle", "open");
    open.push(element);
    element.style.display = "block";
    tell(element, "toggle", "open");
  };
  const hide = (element: HTMLElement) => {
    if (!open.includes(element)) return;
    tell(element, "beforetoggle", "closed");
    open.splice(open.indexOf(element), 1);
    element.style.removeProperty("display");
    tell(element, "toggle", "closed");
  };
  const onClick = (event: Event) => {
    const id = event.target instanceof Element && event.target.closest("button")?.getAttribute("popovertarget");
    const panel = id ? document.getElementById(id) : null;
    if (!panel) return;
    if (open.includes(panel)) return hide(panel);
    // The platform sends `toggle` later, when what `beforetoggle` led to has been drawn.
    flushSync(() => tell(panel, "beforetoggle", "open"));
    open.push(panel);
    panel.style.display = "block";
    tell(panel, "toggle", "open");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const panel = open.filter((element) => element.isConnected && element.getAttribute("popover") === "auto").at(-1);
    const dialog = Array.from(document.querySelectorAll("dialog[open]")).at(-1);
    if (panel) hide(panel);
    else dialog?.dispatchEvent(new Event("cancel", { cancelable: true }));
  };
  beforeEach(() => {
    open.length = 0;
    holding = [];
    Object.assign(HTMLElement.prototype, {
      showPopover(this: HTMLElement) {
        show(this);
      },
      hidePopover(this: HTMLElement) {
        hide(this);
      },
    });
    Object.assign(HTMLDialogElement.prototype, {
      showModal(this: HTMLDialogElement) {
        this.open = true;
        this.querySelector<HTMLElement>("[tabindex], button")?.focus();
      },
      close(this: HTMLDialogElement) {
        this.open = false;
      },
    });
    Object.assign(Element.prototype, { scrollIntoView() {}, scrollTo() {} });
    vi.stubGlobal("matchMedia", (query: string) => ({
      get matches() {
        return holding.includes(query);
      },
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
    }));
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(row);
    vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(width);
    vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(height);
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
  });
  afterEach(() => {
    cleanup();
    document.removeEventListener("click", onClick);
    document.removeEventListener("keydown", onKey);
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  });
};
