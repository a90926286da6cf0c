/**
 * Marks as elements. What draws them are plain functions: there are hundreds on a page, and a component for each of
 * their parts would cost more than the part.
 */
import type { JSX, SVGAttributes } from "react";
import { type MarkShape, outlineDash, shapePath, shapeStrips } from "#charts/kit/marks.ts";
import type { Theme } from "#charts/kit/theme.ts";
import { type Fill, type PlacedBracket, type PlacedMark, TYPE } from "./geometry.ts";

/** How a mark stands among the others: as ever, lit with its like, or the open one. While any is lit the others fade. */
export type Emphasis = "normal" | "lit" | "open";

export const coloursOf = (tints: readonly string[], theme: Theme): readonly string[] =>
  tints.length ? tints.map(theme.partner) : [theme.home];

interface ShapeProps {
  readonly shape: MarkShape;
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Fill;
  readonly dashed: boolean;
  readonly colours: readonly string[];
  readonly theme: Theme;
}

const FILLING: Readonly<Record<Fill, number | undefined>> = {
  hollow: undefined,
  solid: undefined,
  light: 0.26,
  faded: 0.3,
};

/** A shape in its colours: filled, light with an outline, or hollow. */
export const drawShape = (props: ShapeProps): readonly JSX.Element[] => {
  const { shape, cx, cy, width, height, fill, dashed, colours, theme } = props;
  const line = fill === "solid" ? 0 : 1.5;
  const [w, h] = [width - line, height - line];
  const strips = fill === "hollow" ? [] : shapeStrips(shape, cx, cy, w, h, colours.length);
  // biome-ignore lint/suspicious/noArrayIndexKey: strips have no identity but their place
  const body = strips.map((d, at) => <path key={at} d={d} fill={colours[at]} fillOpacity={FILLING[fill]} />);
  if (fill === "solid") return body;
  const outline = (
    <path
      key="outline"
      d={shapePath(shape, cx, cy, w, h)}
      fill={fill === "hollow" ? theme.panel : "none"}
      stroke={colours[0]}
      strokeWidth={fill === "faded" ? 1 : line}
      {...(dashed ? outlineDash(shape, w, h) : {})}
      strokeLinejoin="round"
    />
  );
  return [...body, outline];
};

/** What is not emphasised fades on the page while anything is: see `timeline.css`. */
const emphasised = (emphasis: Emphasis) => (emphasis === "normal" ? {} : { "data-emphasis": emphasis });

interface MarkProps {
  readonly placed: PlacedMark;
  readonly theme: Theme;
  readonly emphasis: Emphasis;
  /** Words of the mark: its title in a file, its name on the page. */
  readonly sentence: string;
  readonly interactive: boolean;
  readonly focusable: boolean;
}

export const drawMark = ({ placed, theme, emphasis, sentence, interactive, focusable }: MarkProps): JSX.Element => {
  const { mark, shape, fill, dashed, cx, cy, width, height, band } = placed;
  const colours = coloursOf(placed.tints, theme);
  const [colour] = colours;
  const page: SVGAttributes<SVGGElement> = interactive
    ? { role: "button", tabIndex: focusable ? 0 : -1, "aria-label": sentence, cursor: "pointer" }
    : {};
  const more = placed.morePapers > 0;
  const ringed = emphasis !== "normal";
  // One list: each list among other children would be a part of its own to the page.
  const parts = [
    interactive ? null : <title key="title">{sentence}</title>,
    band ? <path key="band" d={bandPath(placed)} fill={colour} fillOpacity={0.2} /> : null,
    ...drawShape({ shape, cx, cy, width, height, fill, dashed, colours, theme }),
    ringed ? (
      <rect
        key="ring"
        x={cx - width / 2 - 4}
        y={cy - height / 2 - 4}
        width={width + 8}
        height={height + 8}
        rx={height / 2 + 4}
        fill="none"
        stroke={theme.ink}
        strokeWidth={emphasis === "open" ? 1.75 : 1}
      />
    ) : null,
    ...placed.papers.map((paper) => (
      <path
        key={paper.id}
        data-agreement={paper.id}
        d={shapePath("diamond", paper.cx, paper.cy, paper.size, paper.size * 1.35)}
        fill={colour}
        stroke={theme.panel}
        strokeWidth={0.75}
      />
    )),
    more ? (
      <text key="more" x={placed.moreX} y={cy + 3.5} fontSize={9.5} fill={theme.quiet} aria-hidden>
        {`+${placed.morePapers}`}
      </text>
    ) : null,
  ];
  return (
    <g key={mark.id} data-event={mark.id} data-lane={placed.lane} {...emphasised(emphasis)} {...page}>
      {parts}
    </g>
  );
};

/** The days a meeting may have fallen on: rounded where they end, flat where the drawing cuts them. */
const bandPath = ({ band, cy, box }: PlacedMark): string => {
  if (!band) return "";
  const h = (box.y1 - box.y0) / 2 - 0.75;
  const [left, right] = [band.openStart ? 0 : h, band.openEnd ? 0 : h];
  const { x0, x1 } = band;
  return (
    `M${x0 + left} ${cy - h}H${x1 - right}` +
    (right ? `A${h} ${h} 0 0 1 ${x1 - right} ${cy + h}` : `V${cy + h}`) +
    `H${x0 + left}${left ? `A${h} ${h} 0 0 1 ${x0 + left} ${cy - h}` : ""}Z`
  );
};

export const drawLabel = ({ label, mark }: PlacedMark, theme: Theme, open = false): JSX.Element | null =>
  label ? (
    <text
      key={`of ${mark.id}`}
      x={label.x}
      y={label.y + TYPE.label * 0.36}
      fontSize={TYPE.label}
      fill={mark.status === "held" ? theme.ink : theme.quiet}
      textAnchor={label.anchor === "end" ? "end" : undefined}
      data-of={mark.id}
      {...emphasised(open ? "open" : "normal")}
      aria-hidden
    >
      {label.text}
    </text>
  ) : null;

interface BracketProps {
  readonly placed: PlacedBracket;
  readonly theme: Theme;
  readonly emphasis: Emphasis;
  readonly sentence: string;
  readonly interactive: boolean;
  readonly focusable: boolean;
}

/** A visit or a conference around its parts: a line below them with turned-up ends. */
export const drawBracket = (props: BracketProps): JSX.Element => {
  const { placed, theme, emphasis, sentence, interactive, focusable } = props;
  const { x0, x1, openStart, openEnd } = placed.stretch;
  const page: SVGAttributes<SVGGElement> = interactive
    ? { role: "button", tabIndex: focusable ? 0 : -1, "aria-label": sentence, cursor: "pointer" }
    : {};
  const ends = `M${x0 + 0.5} ${placed.y - (openStart ? 0 : 3)}V${placed.y}H${x1 - 0.5}V${placed.y - (openEnd ? 0 : 3)}`;
  return (
    <g key={placed.mark.id} data-event={placed.mark.id} data-lane={placed.lane} {...emphasised(emphasis)} {...page}>
      {interactive ? null : <title>{sentence}</title>}
      {interactive ? <rect x={x0} y={placed.y - 3} width={x1 - x0} height={8} fill="none" pointerEvents="all" /> : null}
      <path
        d={ends}
        fill="none"
        stroke={coloursOf(placed.tints, theme)[0]}
        strokeWidth={emphasis === "open" || emphasis === "lit" ? 2.25 : 1.25}
        strokeDasharray={placed.dashed ? "3 2" : undefined}
        strokeLinejoin="round"
      />
    </g>
  );
};
