import { type ToggleEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { type Align, follow } from "./place.ts";
import "./popup.css";

export interface PopupOptions {
  readonly align?: Align | undefined;
  /** Called once the panel is shown: the moment to move focus into it. */
  readonly onShown?: (() => void) | undefined;
}

/**
 * A button and a panel of the platform's `popover` kind: it opens by the button, closes by Esc, by the button and by a
 * press elsewhere, and gives focus back to the button if it was inside. Spread `button` and `panel` on the two elements
 * and render the panel's content only while `open`.
 */
export const usePopup = ({ align, onShown }: PopupOptions = {}) => {
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const panelRef = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const anchor = buttonRef.current;
    const panel = panelRef.current;
    if (open && anchor && panel) return follow(() => anchor.getBoundingClientRect(), panel, { align });
    return undefined;
  }, [open, align]);
  return {
    open,
    close: () => panelRef.current?.hidePopover(),
    button: {
      ref: buttonRef,
      popoverTarget: id,
      "aria-expanded": open,
      "aria-controls": open ? id : undefined,
    },
    panel: {
      ref: panelRef,
      id,
      popover: "auto" as const,
      onBeforeToggle: (event: ToggleEvent<HTMLElement>) => {
        if (event.target !== event.currentTarget) return;
        if (event.newState === "open") setOpen(true);
        else if (event.currentTarget.contains(document.activeElement)) buttonRef.current?.focus();
      },
      onToggle: (event: ToggleEvent<HTMLElement>) => {
        if (event.target !== event.currentTarget) return;
        if (event.newState === "open") onShown?.();
        else setOpen(false);
      },
    },
  };
};
