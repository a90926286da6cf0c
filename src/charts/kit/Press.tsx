import type { JSX, ReactNode } from "react";
import { type Pointing, pressable } from "./pressable.ts";
import type { Box } from "./prose.ts";
import type { RecordKind } from "./record-kind.ts";

interface Props {
  readonly kind: RecordKind;
  readonly id: string;
  /** The record as a sentence. */
  readonly label: string;
  /** What takes the pointer. */
  readonly box: Box;
  readonly pointing: Pointing;
  /** How it is drawn; without it, only what takes the pointer is there. */
  readonly children?: ReactNode;
}

/**
 * A mark that stands for a record. Where it can be pressed, the button lies over what is drawn, whose text is cut into
 * lines, and says it as a sentence; so a row may hold others without a button in a button.
 */
export function Press({ kind, id, label, box, pointing, children }: Props): JSX.Element {
  const attributes = pressable(kind, id, label, pointing);
  if (!pointing.onPress) return <g {...attributes}>{children}</g>;
  const { x, y, width, height } = box;
  return (
    <>
      {children ? <g aria-hidden>{children}</g> : null}
      <rect {...attributes} {...{ x, y, width, height }} fill="none" pointerEvents="all" />
    </>
  );
}
