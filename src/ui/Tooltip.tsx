import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type Box, follow } from "./place.ts";
import "./popup.css";
import "./Tooltip.css";

export interface TipProps {
  /** What the tip belongs to, in the window's px, asked again whenever the page moves; absent, there is no tip. */
  readonly at: (() => Box) | undefined;
  readonly id?: string | undefined;
  /** Asked for by Esc. */
  readonly onDismiss?: (() => void) | undefined;
  /** A tip that hovering opened has to stay while the pointer is over it. */
  readonly onPointerEnter?: (() => void) | undefined;
  readonly onPointerLeave?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A small note beside a place on the screen, above everything and never past an edge: what a mark says on hover. */
export const Tip = ({ at, id, onDismiss, onPointerEnter, onPointerLeave, children }: TipProps) => {
  const panel = useRef<HTMLDivElement>(null);
  const open = useRef(false);
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    if (open.current !== Boolean(at)) {
      open.current = Boolean(at);
      if (at) element.showPopover();
      else element.hidePopover();
    }
    return at && follow(at, element, { align: "center", wish: "above" });
  }, [at]);
  useEffect(() => {
    if (!at || !onDismiss) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onDismiss();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [at, onDismiss]);
  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="tooltip"
      className="ui-popup ui-tip"
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
    >
      {at && children}
    </div>
  );
};

/** To be spread on the element a tooltip explains. */
export interface TooltipTrigger {
  readonly "aria-describedby": string | undefined;
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

export interface TooltipProps {
  readonly text: ReactNode;
  readonly children: (trigger: TooltipTrigger) => ReactNode;
}

/** Rest before a tooltip opens, and grace for crossing from the trigger to it, ms. */
const OPEN_AFTER = 300;
const CLOSE_AFTER = 150;

/** Explains a control on hover and keyboard focus; Esc puts it away, and the pointer may rest on it. */
export const Tooltip = ({ text, children }: TooltipProps) => {
  const id = useId();
  const [at, setAt] = useState<() => Box>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const after = (wait: number, element?: Element) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAt(element && (() => () => element.getBoundingClientRect())), wait);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const dismiss = useCallback(() => {
    clearTimeout(timer.current);
    setAt(undefined);
  }, []);
  return (
    <>
      {children({
        "aria-describedby": at ? id : undefined,
        onPointerEnter: (event) => {
          if (event.pointerType !== "touch") after(OPEN_AFTER, event.currentTarget);
        },
        onPointerLeave: () => after(CLOSE_AFTER),
        onFocus: (event) => {
          if (event.currentTarget.matches(":focus-visible")) after(0, event.currentTarget);
        },
        onBlur: dismiss,
      })}
      <Tip
        at={at}
        id={id}
        onDismiss={dismiss}
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={() => after(CLOSE_AFTER)}
      >
        {text}
      </Tip>
    </>
  );
};
