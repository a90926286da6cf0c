import { type JSX, memo, useId, useMemo } from "react";
import { Figure } from "#charts/kit/Figure.tsx";
import type { Lit } from "#charts/kit/lit.ts";
import { hatchPath } from "#charts/kit/marks.ts";
import type { Theme } from "#charts/kit/theme.ts";
import type { TimelineMark } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import { densityPath } from "./density.layout.ts";
import { type LaneRow, type TimelineLayout, TYPE } from "./geometry.ts";
import { LegendItems } from "./Legend.tsx";
import { LiveLane } from "./LiveLane.tsx";
import { laneColour } from "./lane-colour.ts";
import { layoutLegend } from "./legend.layout.ts";
import { drawBracket, drawLabel, drawMark } from "./Mark.tsx";

/** What the page adds; a file has none of it. */
export interface TimelineInteraction {
  /** Events lit up elsewhere or here; each lane follows it for itself. */
  readonly lit: Lit;
  readonly openId: string | null;
  /** The one mark in the tab order. */
  readonly focus: { readonly lane: string; readonly id: string } | null;
  /** The one lane whose name is in the tab order; null where names cannot be pressed. */
  readonly focusLane: string | null;
}

interface Props {
  readonly layout: TimelineLayout;
  readonly theme: Theme;
  readonly words: Words;
  readonly label: string;
  readonly partnerName: (id: string) => string;
  readonly placeName?: (id: string) => string | null;
  /** The key below; the page draws it apart, under the overview. */
  readonly legend?: boolean;
  readonly interaction?: TimelineInteraction;
}

interface PartProps {
  readonly layout: TimelineLayout;
  readonly theme: Theme;
  /** Whether it can be moved: on the page, not in a file. */
  readonly live: boolean;
}

function Axis({ layout, theme, live }: PartProps): JSX.Element {
  const { ticks, plot } = layout;
  const majorX = new Set(ticks.major.map((tick) => tick.x));
  const y = ticks.major.length ? layout.minorY : (layout.majorY + layout.minorY) / 2;
  return (
    <g data-part={live ? "axis" : undefined}>
      {ticks.minor.map((tick) => (
        <path
          key={tick.day}
          d={`M${tick.x} ${majorX.has(tick.x) ? 3 : y - 8}V${plot.bottom}`}
          stroke={theme.hairline}
          fill="none"
        />
      ))}
      {ticks.minor.map((tick) =>
        tick.label ? (
          <text key={tick.day} x={tick.labelX} y={y + 4} fontSize={TYPE.axis} fill={theme.quiet}>
            {tick.label}
          </text>
        ) : null,
      )}
      {ticks.major.map((tick) =>
        tick.label ? (
          <text
            key={tick.day}
            x={tick.labelX}
            y={layout.majorY + 4}
            fontSize={TYPE.axis}
            fontWeight={600}
            fill={theme.ink}
          >
            {tick.label}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Ahead({ layout, theme, live }: PartProps): JSX.Element | null {
  const { ahead, plot } = layout;
  if (!ahead) return null;
  const height = plot.bottom - plot.top;
  const ground = (
    <>
      <rect x={ahead.x} y={plot.top} width={ahead.width} height={height} fill={theme.paper} />
      <path
        d={hatchPath(ahead.x, plot.top, ahead.width, height, 8)}
        stroke={theme.hairline}
        strokeWidth={0.75}
        fill="none"
      />
    </>
  );
  return (
    <g>
      {live ? (
        <g data-part="ahead">
          <g>{ground}</g>
        </g>
      ) : (
        ground
      )}
      {ahead.label ? (
        <text x={ahead.label.x} y={ahead.label.y + 4} fontSize={TYPE.note} fill={theme.quiet} textAnchor="end">
          {ahead.label.text}
        </text>
      ) : null}
    </g>
  );
}

interface LaneProps extends Pick<Props, "layout" | "theme" | "words"> {
  readonly interaction: TimelineInteraction | undefined;
  readonly lane: LaneRow;
}

function LaneName({ lane, layout, theme, words, interaction }: LaneProps): JSX.Element {
  const stands = layout.lanesBy === "partner" || layout.lanesBy === "official" ? layout.lanesBy : null;
  const hook = stands && !lane.id.startsWith("~") ? { [`data-${stands}`]: lane.id } : {};
  const title = lane.label === lane.fullLabel ? null : <title>{lane.fullLabel}</title>;
  const name = (
    <>
      {lane.tab ? <rect {...lane.tab} rx={1.5} fill={laneColour(lane.id, layout.lanesBy, theme)} /> : null}
      <text x={lane.labelX} y={lane.labelY + 4.5} fontSize={TYPE.lane} fontWeight={600} fill={theme.ink}>
        {lane.label}
      </text>
      <text x={lane.countX} y={lane.labelY + 4.5} fontSize={TYPE.lane} fill={theme.quiet}>
        {lane.countText}
      </text>
    </>
  );
  if (!interaction || interaction.focusLane === null)
    return (
      <g data-lane-name={lane.id} {...hook}>
        {title}
        {name}
      </g>
    );
  // The button lies over its text, which may be cut short, and says it in full.
  return (
    <>
      <g aria-hidden>{name}</g>
      <rect
        data-lane-name={lane.id}
        {...hook}
        {...{ role: "button" }}
        tabIndex={interaction.focusLane === lane.id ? 0 : -1}
        aria-label={words.timeline.laneSentence(lane.fullLabel, lane.count)}
        cursor="pointer"
        data-press="lane"
        x={0}
        y={lane.labelY - 12}
        width={lane.countX + 20}
        height={24}
        fill="none"
        pointerEvents="all"
      >
        {title}
      </rect>
    </>
  );
}

type Say = (mark: TimelineMark) => string;

function StillMarks({ lane, theme, say }: Pick<LaneProps, "lane" | "theme"> & { say: Say }): JSX.Element {
  const shared = { theme, emphasis: "normal", interactive: false, focusable: false } as const;
  return (
    <>
      {lane.brackets.map((placed) => drawBracket({ placed, sentence: say(placed.mark), ...shared }))}
      {lane.marks.map((placed) => drawMark({ placed, sentence: say(placed.mark), ...shared }))}
      {lane.marks.map((placed) => drawLabel(placed, theme))}
    </>
  );
}

function LaneContent({ lane, layout, theme, interaction, say }: LaneProps & { say: Say }): JSX.Element {
  if (interaction) {
    const { lit, openId, focus } = interaction;
    const holds = (id: string): boolean => [...lane.marks, ...lane.brackets].some(({ mark }) => mark.id === id);
    return (
      <LiveLane
        {...{ lane, theme, lit, say }}
        openId={openId !== null && holds(openId) ? openId : null}
        focusId={focus?.lane === lane.id ? focus.id : null}
      />
    );
  }
  return (
    <g data-lane={lane.id}>
      {lane.density ? (
        <path
          d={densityPath(lane.density, lane.baseline)}
          fill={laneColour(lane.id, layout.lanesBy, theme)}
          fillOpacity={0.85}
        />
      ) : null}
      <StillMarks {...{ lane, theme, say }} />
    </g>
  );
}

/** The timeline as SVG, the same on the page and in a file. On the page density is drawn on a canvas below it. */
export const Timeline = memo(function Timeline(props: Props): JSX.Element {
  const { layout, theme, words, label, legend = false, ...rest } = props;
  const key = legend ? layoutLegend(layout, words, rest.partnerName) : null;
  const height = layout.height + (key?.height ? key.height + 12 : 0);
  const { partnerName, placeName } = rest;
  const say = useMemo((): Say => {
    // Made anew only where the mark is another: not where it moves, or is lit.
    const said = new WeakMap<TimelineMark, string>();
    return (mark) => {
      const known = said.get(mark);
      if (known !== undefined) return known;
      const place = mark.place === null ? null : (placeName?.(mark.place) ?? null);
      const text = words.timeline.markSentence(mark, mark.partners.map(partnerName), place);
      said.set(mark, text);
      return text;
    };
  }, [words, partnerName, placeName]);
  const lane = { layout, theme, words, interaction: rest.interaction };
  const clip = useId();
  return (
    <Figure
      name="timeline"
      width={layout.width}
      height={height}
      theme={theme}
      label={label}
      interactive={rest.interaction !== undefined}
    >
      {rest.interaction ? (
        <clipPath id={clip}>
          <rect x={layout.plot.left} width={layout.width - layout.plot.left} height={layout.height} />
        </clipPath>
      ) : null}
      <Ahead layout={layout} theme={theme} live={rest.interaction !== undefined} />
      <Axis layout={layout} theme={theme} live={rest.interaction !== undefined} />
      <path
        d={
          layout.lanes.map((row) => `M0 ${row.y + 0.5}H${layout.width}`).join("") +
          `M0 ${layout.plot.bottom + 0.5}H${layout.width}`
        }
        stroke={theme.hairline}
        fill="none"
      />
      {layout.lanes.map((row) => (
        <LaneName key={row.id} lane={row} {...lane} />
      ))}
      {layout.lanes.map((row) => (
        <LaneContent key={row.id} lane={row} say={say} {...lane} />
      ))}
      {layout.empty ? (
        <g
          transform={`translate(${(layout.plot.left + layout.plot.right) / 2} ${(layout.plot.top + layout.plot.bottom) / 2})`}
        >
          <rect x={-layout.empty.width / 2} y={-10} width={layout.empty.width} height={20} fill={theme.panel} />
          <text y={4} fontSize={TYPE.lane} fill={theme.quiet} textAnchor="middle">
            {layout.empty.text}
          </text>
        </g>
      ) : null}
      {key ? (
        <g transform={`translate(0 ${layout.height + 12})`}>
          <LegendItems layout={key} theme={theme} />
        </g>
      ) : null}
    </Figure>
  );
});
