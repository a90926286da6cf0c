import { type JSX, useEffect, useRef } from "react";
import type { Theme } from "#charts/kit/theme.ts";
import type { TimelineLayout } from "./geometry.ts";
import { laneColour } from "./lane-colour.ts";

interface Props {
  readonly layout: TimelineLayout;
  readonly theme: Theme;
  /** Device pixels a px. */
  readonly ratio: number;
}

/** Density on a canvas below the SVG: its cost is the columns, not the events. */
export function DensityCanvas({ layout, theme, ratio }: Props): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, layout.width, layout.height);
    for (const lane of layout.lanes) {
      const { density, baseline } = lane;
      if (!density) continue;
      context.fillStyle = laneColour(lane.id, layout.lanesBy, theme);
      context.globalAlpha = 0.85;
      density.heights.forEach((height, at) => {
        if (height > 0.01)
          context.fillRect(density.x + at * density.columnWidth, baseline - height, density.columnWidth, height);
      });
    }
  }, [layout, theme, ratio]);
  return (
    <div aria-hidden="true" style={{ position: "absolute", left: 0, top: 0, pointerEvents: "none" }}>
      <canvas
        ref={canvas}
        width={Math.round(layout.width * ratio)}
        height={Math.round(layout.height * ratio)}
        style={{ display: "block", width: layout.width, height: layout.height }}
      />
    </div>
  );
}
