import { useEffect, useRef } from "react";

/** Inputs that take no letters: a radio button in focus is no reason to keep a key from the page. */
const PRESSED = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

const typing = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !PRESSED.test(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(textarea|select)$/i.test(target.tagName));
};

/**
 * Calls back on a key pressed anywhere in the page: "Ctrl+K" (⌘ counts as Ctrl), or a single key such as "/", which is
 * left alone while something is being typed.
 */
export const useShortcut = (shortcut: string | undefined, onPress: () => void): void => {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    if (!shortcut) return;
    const [key, modifier] = shortcut.toLowerCase().split("+").reverse();
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      if (event.key.toLowerCase() !== key || held !== (modifier === "ctrl") || event.altKey) return;
      if ((!held && typing(event.target)) || document.querySelector("dialog:modal")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shortcut]);
};
