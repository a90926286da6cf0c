import { type JSX, useLayoutEffect, useRef } from "react";
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
  const { left, right } = layout.plot;
  const width = right - left;
  // Before the browser paints: the picture that was moved gives way to the new one at once.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, -left * ratio, 0);
    context.clearRect(left, 0, right - left, layout.height);
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
  }, [layout, theme, ratio, left, right]);
  return (
    <div
      aria-hidden="true"
      style={{ position: "absolute", left, top: 0, width, overflow: "hidden", pointerEvents: "none" }}
    >
      <canvas
        ref={canvas}
        width={Math.round(width * ratio)}
        height={Math.round(layout.height * ratio)}
        style={{ display: "block", width, height: layout.height, transformOrigin: "0 0" }}
      />
    </div>
  );
}
