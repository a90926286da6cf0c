import { type JSX, memo, type ReactNode, type SVGProps } from "react";
import { type Lit, useAnyLit } from "../kit/lit.ts";
import type { Theme } from "../kit/theme.ts";
import { OUTLINE } from "./arrange.ts";
import type { MapPointer } from "./labels.ts";
import type { MapGeometry } from "./map.layout.ts";
import type { MapMark } from "./marks.ts";

export interface WorldMapProps {
  readonly geometry: MapGeometry;
  readonly theme: Theme;
  /** Text alternative of the whole figure. */
  readonly label: string;
  /** Makes marks into controls; without it they are drawn only. */
  readonly controls?: MapControls;
  /** Its handlers hear of what happens to marks: each has its id as `data-mark`. */
  readonly rootProps?: SVGProps<SVGSVGElement>;
}

export interface MapControls {
  /** Each mark follows for itself whether it is lit. */
  readonly lit: Lit;
  /** The one mark in the tab order. */
  readonly tabStop: string | null;
  /** What pressing several places drawn as one does. */
  readonly openCluster: string;
}

/** Px: a mark that can be pressed takes the pointer this far from its middle at least. */
const TARGET = 12;

const px = (value: number): number => Math.round(value * 100) / 100;

const Land = ({ geometry, theme }: { readonly geometry: MapGeometry; readonly theme: Theme }) => {
  const { landView: view, paths } = geometry;
  const hairline = px((0.7 / view.k) * 100) / 100;
  const moved = view.k === 1 && view.x === 0 && view.y === 0;
  return (
    <g {...(moved ? {} : { transform: `translate(${px(view.x)} ${px(view.y)}) scale(${view.k})` })} aria-hidden>
      <path d={paths.sphere} fill={theme.water} />
      <path d={paths.graticule} fill="none" stroke={theme.border} strokeOpacity={0.55} strokeWidth={hairline} />
      {paths.land ? <path d={paths.land} fill={theme.land} /> : null}
      {paths.borders ? (
        <path d={paths.borders} fill="none" stroke={theme.border} strokeWidth={hairline} strokeLinejoin="round" />
      ) : null}
    </g>
  );
};

interface MarkProps {
  readonly mark: MapMark;
  readonly theme: Theme;
}

/**
 * A mark is drawn around its own middle; its group stands where that is. Plain functions draw it: a component for each
 * part of hundreds of marks would cost more than the parts.
 */
const hollow = ({ mark, theme }: MarkProps): JSX.Element => (
  <circle
    key="hollow"
    r={mark.kind === "announced" ? mark.r : mark.r - 1}
    fill={theme.panel}
    fillOpacity={mark.kind === "announced" ? 0.9 : 0.5}
    stroke={theme.quiet}
    strokeWidth={1.5}
    {...(mark.kind === "recalled" ? { strokeDasharray: "2 2" } : {})}
  />
);

const ring = ({ mark, theme }: MarkProps): readonly (JSX.Element | null)[] => [
  <circle key="ground" r={px(mark.r + 1.5)} fill={theme.panel} />,
  ...mark.parts.map((part) => (
    <path
      key={part.fill + part.path}
      d={part.path}
      fill={part.fill}
      fillOpacity={mark.inferred === "all" ? 0.4 : undefined}
      {...(mark.parts.length > 1 ? { stroke: theme.panel, strokeWidth: 1 } : {})}
    />
  )),
  mark.inferred === "none" ? null : (
    <circle
      key="inferred"
      r={px(mark.inferred === "all" ? mark.r : mark.r + OUTLINE)}
      fill="none"
      stroke={theme.ink}
      strokeWidth={1.3}
      strokeDasharray="2.5 2.5"
    />
  ),
  mark.text === null ? null : (
    <text
      key="text"
      y={px(mark.textSize * 0.36)}
      textAnchor="middle"
      fontFamily={theme.sans}
      fontSize={mark.textSize}
      fontWeight={600}
      fill={theme.ink}
    >
      {mark.text}
    </text>
  ),
];

/** A line from the true place, with a dot on it, to where the mark stands. */
const leaderPath = (mark: MapMark, { x, y }: { readonly x: number; readonly y: number }): string =>
  `M0 0L${px(x - mark.x)} ${px(y - mark.y)}m-1.3 0a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0Z`;

/** One list: each list among other children would be a part of its own to the page. */
const drawn = ({ mark, theme, lit }: MarkProps & { readonly lit: boolean }): readonly (JSX.Element | null)[] => [
  mark.leader ? (
    <path key="leader" d={leaderPath(mark, mark.leader)} fill={theme.quiet} stroke={theme.quiet} strokeWidth={1} />
  ) : null,
  lit || mark.selected ? (
    <circle
      key="lit"
      r={px(mark.r + 3)}
      fill={theme.panel}
      fillOpacity={0.6}
      stroke={mark.selected ? theme.accent : theme.ink}
      strokeWidth={1.75}
    />
  ) : null,
  ...(mark.parts.length ? ring({ mark, theme }) : [hollow({ mark, theme })]),
];

const groupProps = (mark: MapMark, lit: boolean) => ({
  "data-place": mark.places.map((place) => place.id).join(" "),
  transform: `translate(${px(mark.x)} ${px(mark.y)})`,
  ...(lit ? { "data-lit": "true" } : {}),
  ...(mark.faded ? { opacity: 0.5 } : {}),
});

const controlProps = (mark: MapMark, { openCluster }: MapControls, tabStop: boolean): SVGProps<SVGGElement> => ({
  ...{ "data-mark": mark.id },
  role: "button",
  tabIndex: tabStop ? 0 : -1,
  className: "map-mark",
  ...(mark.places.length > 1
    ? { "aria-label": `${mark.said}. ${openCluster}` }
    : { "aria-label": mark.said, "aria-pressed": mark.selected }),
});

const LiveMark = memo(function LiveMark(props: MarkProps & { controls: MapControls; tabStop: boolean }): JSX.Element {
  const { mark, theme, controls, tabStop } = props;
  const lit = useAnyLit(controls.lit, mark.events);
  const target = mark.r < TARGET ? <circle key="target" r={TARGET} fill="none" pointerEvents="all" /> : null;
  return (
    <g {...groupProps(mark, lit)} {...controlProps(mark, controls, tabStop)}>
      {[target, ...drawn({ mark, theme, lit })]}
    </g>
  );
});

const Pointer = ({ pointer, theme, children }: { pointer: MapPointer; theme: Theme; children?: ReactNode }) => (
  <>
    {children}
    <path
      d="M-5 -5L4 0L-5 5Z"
      transform={`translate(${px(pointer.x)} ${px(pointer.y)}) rotate(${px(pointer.angle)})`}
      fill={theme.panel}
      stroke={theme.quiet}
      strokeWidth={1.2}
      strokeLinejoin="round"
    />
  </>
);

/** The map as SVG, from finished geometry. Holds plain attributes only, so it can be written to a file as it is. */
export const WorldMap = memo(function WorldMap({ geometry, theme, label, controls, rootProps }: WorldMapProps) {
  const { width, height, marks, labels, pointers, note } = geometry;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      data-figure="map"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={controls ? "group" : "img"}
      aria-label={label}
      {...rootProps}
    >
      <rect width={width} height={height} fill={theme.panel} />
      <Land geometry={geometry} theme={theme} />
      {[...marks].reverse().map((mark) =>
        controls ? (
          <LiveMark key={mark.id} {...{ mark, theme, controls }} tabStop={mark.id === controls.tabStop} />
        ) : (
          <g key={mark.id} {...groupProps(mark, mark.lit)}>
            {drawn({ mark, theme, lit: mark.lit })}
          </g>
        ),
      )}
      {pointers.map((pointer) =>
        controls ? (
          <g
            key={pointer.id}
            data-place={pointer.id}
            {...controlProps(pointer.mark, controls, pointer.id === controls.tabStop)}
          >
            <Pointer pointer={pointer} theme={theme}>
              <circle cx={px(pointer.x)} cy={px(pointer.y)} r={TARGET} fill="none" pointerEvents="all" />
            </Pointer>
          </g>
        ) : (
          <g key={pointer.id} data-place={pointer.id}>
            <Pointer pointer={pointer} theme={theme} />
          </g>
        ),
      )}
      <g aria-hidden fontFamily={theme.sans} fill={theme.ink}>
        {labels.map((one) => (
          <text
            key={one.id}
            x={px(one.x)}
            y={px(one.y)}
            fontSize={one.size}
            textAnchor={one.anchor}
            {...(one.faded ? { opacity: 0.7 } : {})}
            {...(one.strong && !one.note ? { fontWeight: 600 } : {})}
            pointerEvents="none"
          >
            {one.note ? (
              <>
                <tspan {...(one.strong ? { fontWeight: 600 } : {})}>{one.name}</tspan>
                <tspan dx={4}>{one.note}</tspan>
              </>
            ) : (
              one.name
            )}
          </text>
        ))}
      </g>
      {note ? (
        <text x={width / 2} y={height / 2} textAnchor="middle" fontFamily={theme.sans} fontSize={13} fill={theme.quiet}>
          {note}
        </text>
      ) : null}
    </svg>
  );
});
