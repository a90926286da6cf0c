import type { JSX } from "react";
import { type Chip, type ChipTone, chipColours } from "./chips.ts";
import { ProseText } from "./Prose.tsx";
import type { Theme } from "./theme.ts";

/** Path of a tone's mark around the origin, and whether it is filled. */
const MARKS: Record<Exclude<ChipTone, "flag">, { readonly path: string; readonly filled: boolean }> = {
  settled: { path: "M0-4L4 0L0 4L-4 0Z", filled: true },
  pending: { path: "M0-3.5L3.5 0L0 3.5L-3.5 0Z", filled: false },
  asked: { path: "M-2.5-3.5L3.5 0L-2.5 3.5Z", filled: false },
  offered: { path: "M-2.5-4L4 0L-2.5 4Z", filled: true },
  past: { path: "M-3.5 0H3.5", filled: false },
};

interface Props {
  readonly of: Chip;
  readonly theme: Theme;
}

export function ChipMark({ of, theme }: Props): JSX.Element {
  const { fill, edge, ink } = chipColours(of.tone, theme);
  const mark = of.tone === "flag" ? null : MARKS[of.tone];
  return (
    <g>
      <rect
        x={of.box.x + 0.5}
        y={of.box.y + 0.5}
        width={of.box.width - 1}
        height={of.box.height - 1}
        rx={4}
        fill={fill}
        stroke={edge}
        strokeDasharray={of.tone === "flag" ? "3 2" : undefined}
      />
      {mark && of.mark ? (
        <path
          d={mark.path}
          transform={`translate(${of.mark.x} ${of.mark.y})`}
          fill={mark.filled ? ink : "none"}
          stroke={ink}
          strokeWidth={mark.filled ? 0 : 1.3}
        />
      ) : null}
      <ProseText of={of.text} theme={theme} fill={ink} />
    </g>
  );
}
