import type { JSX, KeyboardEvent, RefObject } from "react";
import type { Theme } from "#charts/kit/theme.ts";
import type { DayWindow } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { TYPE } from "./geometry.ts";
import type { OverviewLayout } from "./overview.layout.ts";

export type Edge = "start" | "end";

interface Props {
  readonly layout: OverviewLayout;
  readonly theme: Theme;
  readonly words: Words;
  readonly window: DayWindow;
  readonly bounds: DayWindow;
  /** Absent in a file, where nothing can be moved. */
  readonly onKey?: (edge: Edge, event: KeyboardEvent) => void;
  readonly svg?: RefObject<SVGSVGElement | null>;
}

const FADE = { held: 0.8, announced: 0.42, recalled: 0.42 } as const;

function Handle({ edge, ...props }: Props & { edge: Edge }): JSX.Element {
  const { layout, theme, words, window, bounds, onKey } = props;
  const x = edge === "start" ? layout.window.x0 : layout.window.x1;
  const { y, height } = layout.strip;
  const day = Math.round(edge === "start" ? window.start : window.end);
  const slider = onKey
    ? {
        role: "slider",
        tabIndex: 0,
        "aria-label": edge === "start" ? words.timeline.windowStart : words.timeline.windowEnd,
        "aria-valuemin": Math.round(bounds.start),
        "aria-valuemax": Math.round(bounds.end),
        "aria-valuenow": day,
        "aria-valuetext": words.dates.day(day),
        "data-edge": edge,
        cursor: "ew-resize",
        onKeyDown: (event: KeyboardEvent) => onKey(edge, event),
      }
    : {};
  return (
    <g {...slider}>
      <rect x={x - 12} y={y} width={24} height={height} fill="none" pointerEvents="all" />
      <rect
        x={x - 3.5}
        y={y + height / 2 - 9}
        width={7}
        height={18}
        rx={2.5}
        fill={theme.panel}
        stroke={theme.accent}
      />
      <path d={`M${x} ${y + height / 2 - 4}V${y + height / 2 + 4}`} stroke={theme.accent} />
    </g>
  );
}

/** The strip: bars of what matches over all of time, and a frame around what the plot shows. */
export function Overview(props: Props): JSX.Element {
  const { layout, theme, words, onKey, svg } = props;
  const { strip, window } = layout;
  return (
    // biome-ignore lint/a11y/useSemanticElements: sliders within a drawing are no fieldset
    <svg
      ref={svg}
      xmlns="http://www.w3.org/2000/svg"
      data-part="overview"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      fontFamily={theme.sans}
      role="group"
      aria-label={words.timeline.overview}
      display="block"
    >
      <rect {...strip} rx={3} fill={theme.paper} stroke={theme.hairline} data-brush="strip" />
      <rect
        x={window.x0}
        y={strip.y}
        width={window.x1 - window.x0}
        height={strip.height}
        rx={3}
        fill={theme.accent}
        fillOpacity={0.09}
        stroke={theme.accent}
        data-brush="window"
        vectorEffect={onKey ? "non-scaling-stroke" : undefined}
        cursor={onKey ? "grab" : undefined}
      />
      {(["held", "announced", "recalled"] as const).map((status) => (
        <path
          key={status}
          d={layout.bars[status].map((bar) => `M${bar.x} ${bar.y}h${bar.width}v${bar.height}h${-bar.width}Z`).join("")}
          fill={theme.ink}
          fillOpacity={FADE[status]}
          pointerEvents="none"
        />
      ))}
      {layout.ticks.map((tick) =>
        tick.label ? (
          <text key={tick.day} x={tick.labelX} y={layout.tickY + 3} fontSize={10.5} fill={theme.quiet}>
            {tick.label}
          </text>
        ) : null,
      )}
      <path
        d={layout.ticks
          .filter((tick) => tick.label && tick.x > strip.x)
          .map((tick) => `M${tick.x} ${strip.y + strip.height}v12`)
          .join("")}
        stroke={theme.hairline}
      />
      {layout.label ? (
        <text x={layout.label.x} y={layout.label.y + 4} fontSize={TYPE.note} fill={theme.quiet}>
          {layout.label.text}
        </text>
      ) : null}
      <Handle {...props} edge="start" />
      <Handle {...props} edge="end" />
    </svg>
  );
}
