import type { KeyboardEvent, SVGAttributes } from "react";
import type { RecordKind } from "./record-kind.ts";

/** What a page adds to a drawn figure. A file has none of it. */
export interface Pointing {
  /** Ids to light up. */
  readonly lit?: ReadonlySet<string>;
  readonly onPress?: (kind: RecordKind, id: string) => void;
  readonly onPoint?: (kind: RecordKind, id: string | null) => void;
  /** Where pressing holds a mark until it is pressed again: whether this one is held. Undefined for one that never is. */
  readonly isHeld?: (kind: RecordKind, id: string) => boolean | undefined;
}

type Attributes = SVGAttributes<SVGGElement & SVGRectElement> & Readonly<Record<`data-${string}`, string | undefined>>;

/** Attributes of a mark that stands for a record: its id always, the rest where the page listens. */
export const pressable = (
  kind: RecordKind,
  id: string,
  label: string,
  { lit, onPress, onPoint, isHeld }: Pointing = {},
): Attributes => ({
  [`data-${kind}`]: id,
  ...(lit?.has(id) ? { "data-lit": "true" } : {}),
  ...(onPoint
    ? {
        onPointerEnter: () => onPoint(kind, id),
        onPointerLeave: () => onPoint(kind, null),
        onFocus: () => onPoint(kind, id),
        onBlur: () => onPoint(kind, null),
      }
    : {}),
  ...(onPress
    ? {
        role: "button",
        tabIndex: 0,
        "aria-label": label,
        ...(isHeld ? { "aria-pressed": isHeld(kind, id) } : {}),
        cursor: "pointer",
        onClick: () => onPress(kind, id),
        onKeyDown: (pressed: KeyboardEvent) => {
          if (pressed.key !== "Enter" && pressed.key !== " ") return;
          pressed.preventDefault();
          onPress(kind, id);
        },
      }
    : {}),
});
