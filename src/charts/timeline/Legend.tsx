import { type JSX, memo } from "react";
import { shapeStrips } from "#charts/kit/marks.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { Words } from "#model/words/en/index.ts";
import { TYPE } from "./geometry.ts";
import type { LegendIcon, LegendItem, LegendLayout } from "./legend.layout.ts";
import { drawShape } from "./Mark.tsx";

function Icon({ icon, x, y, theme }: { icon: LegendIcon; x: number; y: number; theme: Theme }): JSX.Element {
  const quiet = theme.quiet;
  switch (icon.kind) {
    case "mark": {
      const [width, height] = icon.shape === "bar" ? [15, 8] : icon.shape === "diamond" ? [8, 11] : [10, 10];
      const small = icon.fill === "faded" ? 0.75 : 1;
      const size = { width: width * small, height: height * small };
      return <>{drawShape({ ...icon, ...size, cx: x, cy: y, colours: [quiet], theme })}</>;
    }
    case "partner":
      return <rect x={x - 2} y={y - 6} width={4} height={12} rx={1.5} fill={theme.partner(icon.partner)} />;
    case "band":
      return (
        <>
          <rect x={x - 9} y={y - 6} width={18} height={12} rx={6} fill={quiet} fillOpacity={0.25} />
          <circle cx={x} cy={y} r={4} fill={quiet} />
        </>
      );
    case "bracket":
      return <path d={`M${x - 7} ${y - 2}V${y + 2}H${x + 7}V${y - 2}`} fill="none" stroke={quiet} strokeWidth={1.25} />;
    case "split":
      return (
        <>
          {shapeStrips("circle", x, y, 10, 10, 2).map((d, at) => (
            <path key={d} d={d} fill={quiet} fillOpacity={at ? 0.4 : undefined} />
          ))}
        </>
      );
    case "density":
      return <path d={`M${x - 7} ${y + 5}V${y}H${x - 3}V${y - 5}H${x + 2}V${y - 2}H${x + 7}V${y + 5}Z`} fill={quiet} />;
  }
}

const Entry = ({ item, theme }: { item: LegendItem; theme: Theme }): JSX.Element => (
  <g>
    <Icon icon={item.icon} x={item.x} y={item.y} theme={theme} />
    <text x={item.textX} y={item.y + 4} fontSize={TYPE.label} fill={theme.quiet}>
      {item.text}
    </text>
  </g>
);

export function LegendItems({ layout, theme }: { layout: LegendLayout; theme: Theme }): JSX.Element {
  return (
    <g>
      {layout.items.map((item) => (
        <Entry key={item.id} item={item} theme={theme} />
      ))}
    </g>
  );
}

interface Props {
  readonly layout: LegendLayout;
  readonly theme: Theme;
  readonly words: Words;
}

/** The key as a drawing of its own, under the overview. */
export const Legend = memo(function Legend({ layout, theme, words }: Props): JSX.Element | null {
  const { items, width, height } = layout;
  if (items.length === 0) return null;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={theme.sans}
      role="img"
      aria-label={words.list(items.map((item) => item.text))}
      display="block"
    >
      <LegendItems layout={layout} theme={theme} />
    </svg>
  );
});
