import { type PointerEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./Button.tsx";
import { Modal } from "./Dialog.tsx";
import { useMedia } from "./useMedia.ts";
import "./Sheet.css";

export interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** On a wide screen: move focus to the heading when it opens (default no; the page goes on beside it). */
  readonly takeFocus?: boolean | undefined;
  /** Whether it covers the page; by default up to 720 px. */
  readonly modal?: boolean | undefined;
}

/** A drag this far down, px, or this fast, px/ms, closes the sheet. */
const FAR = 96;
const FAST = 0.6;

/** Lets a heading be dragged downwards to put its sheet away. */
const useSwipeDown = (onClose: () => void) => {
  const from = useRef<{ readonly y: number; readonly time: number }>(undefined);
  const sheet = (event: PointerEvent) => event.currentTarget.closest("dialog");
  const settle = (event: PointerEvent<HTMLElement>) => {
    const start = from.current;
    const element = sheet(event);
    from.current = undefined;
    if (!start || !element) return;
    element.style.removeProperty("translate");
    element.style.removeProperty("transition");
    const moved = event.clientY - start.y;
    const quick = moved > 24 && moved / Math.max(1, event.timeStamp - start.time) > FAST;
    if (event.type === "pointerup" && (moved > FAR || quick)) onClose();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.target instanceof Element && event.target.closest("button, a")) return;
      from.current = { y: event.clientY, time: event.timeStamp };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const element = sheet(event);
      if (!from.current || !element) return;
      element.style.transition = "none";
      element.style.translate = `0 ${Math.max(0, event.clientY - from.current.y)}px`;
    },
    onPointerUp: settle,
    onPointerCancel: settle,
  };
};

/**
 * What belongs to the record just opened. Wide: a region in the flow of the page, which stays usable; Esc inside it
 * closes. Up to 720 px: a modal sheet from the bottom edge, put away by its button, Esc, the backdrop or a swipe down.
 */
export const Sheet = ({ open, onClose, title, closeLabel, children, takeFocus, modal }: SheetProps) => {
  const id = useId();
  const small = useMedia("(max-width: 720px)");
  const narrow = modal ?? small;
  const heading = useRef<HTMLHeadingElement>(null);
  const swipe = useSwipeDown(onClose);
  useEffect(() => {
    if (!open || narrow || !takeFocus) return;
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [open, narrow, takeFocus]);
  const inside = (
    <>
      <header className="ui-dialog-head ui-sheet-head" {...(narrow ? swipe : undefined)}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div className="ui-dialog-body">{children}</div>
    </>
  );
  if (narrow)
    return (
      <Modal open={open} onClose={onClose} labelledBy={id} className="ui-sheet-bottom">
        {inside}
      </Modal>
    );
  if (!open) return null;
  return (
    <aside
      className="ui-sheet"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {inside}
    </aside>
  );
};
