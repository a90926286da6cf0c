import type { JSX, ReactNode } from "react";
import type { Theme } from "./theme.ts";

interface Props {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** Says what is drawn; the whole figure is one image to a screen reader unless its marks can be pressed. */
  readonly label: string;
  readonly interactive?: boolean;
  readonly children: ReactNode;
}

/** Root of a figure: the same element on the page and in a file. */
export function Figure({ name, width, height, theme, label, interactive = false, children }: Props): JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      data-figure={name}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={interactive ? "group" : "img"}
      aria-label={label}
      fontFamily={theme.sans}
    >
      {children}
    </svg>
  );
}
