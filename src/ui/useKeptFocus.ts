import { useEffect } from "react";

const CONTROLS = 'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]';

type Control = HTMLElement | SVGElement;

const inSight = (element: Control): boolean => element.checkVisibility({ visibilityProperty: true });

/** The control nearest to one that is gone or disabled, in the innermost of the elements around it that is left. */
const nearest = (lost: Element, around: readonly Element[]): Control | null => {
  for (const place of around) {
    if (!place.isConnected) continue;
    const controls = [...place.querySelectorAll<Control>(CONTROLS)].filter(inSight);
    const before = lost.isConnected
      ? controls.filter((each) => lost.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING)
      : [];
    const found = before.at(-1) ?? controls[0];
    if (found) return found;
  }
  return null;
};

const withinWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};

/**
 * Keeps the control that was pressed by a key in sight: what the press changes above it must not carry it away. Any
 * other movement of the reader's, a scroll above all, ends that.
 */
const keptInSight = (signal: AbortSignal): void => {
  let pressed = false;
  const forget = (): void => {
    pressed = false;
  };
  document.addEventListener(
    "keydown",
    ({ key }) => {
      const { activeElement } = document;
      pressed = (key === "Enter" || key === " ") && activeElement !== null && withinWindow(activeElement);
    },
    { capture: true, signal },
  );
  for (const kind of ["pointerdown", "wheel", "touchmove"])
    document.addEventListener(kind, forget, { capture: true, passive: true, signal });
  const look = (): void => {
    const { activeElement } = document;
    if (!pressed || !activeElement || activeElement === document.body || withinWindow(activeElement)) return;
    activeElement.scrollIntoView({ block: "nearest" });
  };
  // The browser settles its own place in the page after a layout: what is left to do is seen a frame later.
  const grown = new ResizeObserver(() => requestAnimationFrame(look));
  grown.observe(document.body);
  signal.addEventListener("abort", () => grown.disconnect());
};

/** Notes on the page that the reader used keys last: a heading focused for a pointer's sake shows no ring. */
const noteInput = (signal: AbortSignal): void => {
  const { dataset } = document.documentElement;
  // Nothing is noted of a pointer: every change of this has the page's styles worked out anew.
  const pointed = (): void => {
    if (dataset.input !== undefined) delete dataset.input;
  };
  const keyed = (): void => {
    if (dataset.input !== "keys") dataset.input = "keys";
  };
  document.addEventListener("pointerdown", pointed, { capture: true, signal });
  document.addEventListener("keydown", keyed, { capture: true, signal });
};

/**
 * Keeps the focus of a keyboard in the page: when the control that has it is taken out or disabled, by its own press or
 * otherwise, the focus goes to the nearest one left. A press of the pointer beside all controls still takes it away.
 */
export const useKeptFocus = (): void => {
  useEffect(() => {
    let held: { readonly element: Element; readonly around: readonly Element[] } | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      const around: Element[] = [];
      for (let element = target.parentElement; element; element = element.parentElement) around.push(element);
      held = { element: target, around };
    };
    const onPress = (): void => {
      held = null;
    };
    const watch = new MutationObserver(() => {
      if (!held || (held.element.isConnected && !held.element.matches(":disabled"))) return;
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body && activeElement !== held.element) return;
      const { element, around } = held;
      held = null;
      nearest(element, around)?.focus({ preventScroll: true });
    });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", onPress, true);
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ["disabled"],
    });
    const stop = new AbortController();
    keptInSight(stop.signal);
    noteInput(stop.signal);
    return () => {
      stop.abort();
      watch.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", onPress, true);
    };
  }, []);
};
