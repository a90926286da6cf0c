import type { JSX } from "react";
import type { Prose } from "./prose.ts";
import type { Theme } from "./theme.ts";

interface Props {
  readonly of: Prose;
  readonly theme: Theme;
  /** In place of the colour of its tone. */
  readonly fill?: string;
}

/** Draws prose as it was laid out: one text element, and where there are several lines one tspan each. */
export function ProseText({ of, theme, fill }: Props): JSX.Element | null {
  if (of.lines.length === 0) return null;
  const { face, size, tone, italic } = of.style;
  const [first] = of.lines;
  const single = of.lines.length === 1 ? first : undefined;
  return (
    <text
      x={single && of.x}
      y={single?.y}
      fontFamily={face.startsWith("serif") ? theme.serif : theme.sans}
      fontSize={size}
      fontWeight={face.endsWith("bold") ? 600 : 400}
      fontStyle={italic ? "italic" : undefined}
      fill={fill ?? theme[tone]}
      textAnchor={of.anchor === "start" ? undefined : of.anchor}
    >
      {single
        ? single.text
        : of.lines.map((line) => (
            <tspan key={line.y} x={of.x} y={line.y}>
              {line.text}
            </tspan>
          ))}
    </text>
  );
}
