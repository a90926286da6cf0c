import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import "./Dialog.css";

interface ModalProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly labelledBy: string;
  readonly className: string;
  readonly children: ReactNode;
}

const outside = (event: MouseEvent<HTMLDialogElement>): boolean => {
  const box = event.currentTarget.getBoundingClientRect();
  return (
    event.target === event.currentTarget &&
    (event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom)
  );
};

/**
 * The platform's modal dialog under React's control: Esc and a press on the backdrop ask to close, and focus goes back
 * to where it was. The page keeps `open`; the dialog never closes by itself.
 */
export const Modal = ({ open, onClose, labelledBy, className, children }: ModalProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it
    <dialog
      ref={dialog}
      className={classes("ui-dialog", className)}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // A browser may close it without asking, on a second Esc.
        if (event.target === event.currentTarget && open && !event.currentTarget.open) onClose();
      }}
      onPointerDown={(event) => {
        pressedOutside.current = outside(event);
      }}
      onClick={(event) => pressedOutside.current && outside(event) && onClose()}
    >
      {open && children}
    </dialog>
  );
};

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Stays in sight under the scrolling body: the actions. */
  readonly footer?: ReactNode;
  /** `wide` for tables and previews. */
  readonly size?: "narrow" | "wide" | undefined;
}

/** A modal dialog with a heading, a close button and a body that scrolls. */
export const Dialog = ({ open, onClose, title, closeLabel, children, footer, size = "narrow" }: DialogProps) => {
  const id = useId();
  return (
    <Modal open={open} onClose={onClose} labelledBy={id} className={`ui-dialog-${size}`}>
      <header className="ui-dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div className="ui-dialog-body">{children}</div>
      {footer && <footer className="ui-dialog-foot">{footer}</footer>}
    </Modal>
  );
};
