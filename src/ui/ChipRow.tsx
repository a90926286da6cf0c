import { type ReactNode, useEffect, useRef, useState } from "react";
import { classes } from "./classes.ts";
import "./ChipRow.css";

export interface ChipRowProps {
  /** The group's name. */
  readonly label: string;
  /** Shown before the chips when wide. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** Chips that wrap where there is room and scroll sideways where there is not, fading on the side that has more. */
export const ChipRow = ({ label, lead, children }: ChipRowProps) => {
  const row = useRef<HTMLFieldSetElement>(null);
  const [more, setMore] = useState({ before: false, after: false });
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const look = () => {
      const before = element.scrollLeft > 1;
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      setMore((was) => (was.before === before && was.after === after ? was : { before, after }));
    };
    look();
    const watch = typeof ResizeObserver === "function" ? new ResizeObserver(look) : undefined;
    watch?.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch?.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);
  return (
    <fieldset
      ref={row}
      aria-label={label}
      className={classes("ui-chips", more.before && "ui-chips-before", more.after && "ui-chips-after")}
    >
      {lead}
      {children}
    </fieldset>
  );
};
