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
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", onPress, true);
    };
  }, []);
};
