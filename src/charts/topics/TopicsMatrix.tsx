import { type JSX, memo, type SVGProps } from "react";
import { type Lit, useAnyLit } from "../kit/lit.ts";
import type { Theme } from "../kit/theme.ts";
import { CELL_TEXT, HEAD, LABEL, type MatrixCell, type MatrixHead, type TopicsGeometry } from "./topics.layout.ts";

/** What a page adds so that the matrix can be pointed at and walked by keys; a file has none of it. */
export interface MatrixControls {
  readonly root: SVGProps<SVGSVGElement>;
  /** Each cell follows for itself whether it is lit. */
  readonly lit: Lit;
  /** The one cell or head in the tab order. Row and column count from 0; -1 is the heads. */
  readonly tabStop: { readonly row: number; readonly column: number };
}

export interface TopicsMatrixProps {
  readonly geometry: TopicsGeometry;
  readonly theme: Theme;
  /** Text alternative of the whole figure. */
  readonly label: string;
  readonly controls?: MatrixControls;
}

const px = (value: number): number => Math.round(value * 100) / 100;

const record = (head: MatrixHead) => ({ [`data-${head.kind}`]: head.id });

/** A box that takes the pointer and shows nothing. */
const Target = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => (
  <rect x={px(x)} y={px(y)} width={px(width)} height={px(height)} fill="none" pointerEvents="all" />
);

const Row = ({
  head,
  geometry,
  theme,
  on,
}: {
  head: MatrixHead;
  geometry: TopicsGeometry;
  theme: Theme;
  on: boolean;
}) => (
  <>
    {on ? <Target x={0} y={head.y - geometry.rowHeight / 2} width={geometry.left} height={geometry.rowHeight} /> : null}
    {head.colour ? <rect x={0} y={px(head.y - 7)} width={3} height={14} rx={1.5} fill={head.colour} /> : null}
    {head.lines.map((line, at) => (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label have no other name
        key={at}
        x={head.x}
        y={px(head.y + LABEL.size * 0.35 + (at - (head.lines.length - 1) / 2) * LABEL.line)}
        fontSize={head.lines.length > 1 ? LABEL.small : LABEL.size}
        fill={head.selected ? theme.accent : theme.ink}
        {...(head.strong ? { fontWeight: 600 } : {})}
      >
        {line}
      </text>
    ))}
  </>
);

const Column = ({
  head,
  geometry,
  theme,
  on,
}: {
  head: MatrixHead;
  geometry: TopicsGeometry;
  theme: Theme;
  on: boolean;
}) => {
  const { mode, columnWidth, top, turned } = geometry;
  const style = {
    fontSize: HEAD.size,
    fill: head.selected ? theme.accent : theme.ink,
    ...(head.strong ? { fontWeight: 600 } : {}),
  };
  return (
    <>
      {on ? <Target x={head.x - columnWidth / 2} y={0} width={columnWidth} height={top} /> : null}
      {head.colour ? (
        <rect x={px(head.x - 7)} y={px(top - 7)} width={14} height={3} rx={1.5} fill={head.colour} />
      ) : null}
      {mode === "slanted" ? (
        <text
          {...style}
          transform={`translate(${px(head.x + 3)} ${px(head.y - (turned ? 0 : 3))}) rotate(-${HEAD.slant})`}
        >
          {head.lines[0]}
        </text>
      ) : (
        head.lines.map((line, at) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label have no other name
            key={at}
            {...style}
            x={px(head.x)}
            y={px(head.y - 3 - (head.lines.length - 1 - at) * HEAD.line)}
            textAnchor="middle"
          >
            {line}
          </text>
        ))
      )}
    </>
  );
};

/** A plain function, not a component: there are hundreds of cells. */
const drawCell = (cell: MatrixCell, theme: Theme, lit: boolean, on: boolean): JSX.Element => (
  <>
    {lit && cell.count > 0 ? (
      <circle cx={px(cell.x)} cy={px(cell.y)} r={px(cell.r + 2.5)} fill="none" stroke={theme.ink} strokeWidth={1.5} />
    ) : null}
    {cell.count === 0 ? null : (
      <circle
        cx={px(cell.x)}
        cy={px(cell.y)}
        r={px(cell.r)}
        fill={cell.fill}
        {...(cell.faded ? { opacity: 0.45 } : {})}
      />
    )}
    {cell.text === null ? null : (
      <text
        x={px(cell.x)}
        y={px(cell.y + CELL_TEXT * 0.36)}
        textAnchor="middle"
        fontSize={CELL_TEXT}
        fill={cell.faded ? theme.ink : cell.ink}
        aria-hidden={on || undefined}
      >
        {cell.text}
      </text>
    )}
  </>
);

/** What makes a cell or a head into a part of the grid that keys and pointer reach. */
const spotProps = (row: number, column: number, stop: boolean, pressed: boolean, said: string) => ({
  "data-spot": `${row} ${column}`,
  tabIndex: stop ? 0 : -1,
  className: pressed ? "topics-spot topics-press" : "topics-spot",
  "aria-label": said,
});

interface LiveCellProps extends Pick<TopicsGeometry, "columnWidth" | "rowHeight"> {
  readonly cell: MatrixCell;
  readonly theme: Theme;
  readonly lit: Lit;
  readonly row: number;
  readonly column: number;
  readonly stop: boolean;
}

const LiveCell = memo(function LiveCell(props: LiveCellProps): JSX.Element {
  const { cell, theme, row, column, stop, columnWidth, rowHeight } = props;
  const lit = useAnyLit(props.lit, cell.events);
  return (
    <>
      {drawCell(cell, theme, lit, true)}
      <rect
        data-cell={`${cell.partner} ${cell.topic}`}
        {...(lit ? { "data-lit": "true" } : {})}
        {...{ role: "gridcell" }}
        {...spotProps(row, column, stop, cell.count > 0, cell.said)}
        x={px(cell.x - columnWidth / 2)}
        y={px(cell.y - rowHeight / 2)}
        width={px(columnWidth)}
        height={px(rowHeight)}
        fill="none"
        pointerEvents="all"
      />
    </>
  );
});

/** The matrix as SVG, from finished geometry; a grid to a screen reader where it has controls, else one image. */
export const TopicsMatrix = memo(function TopicsMatrix({ geometry, theme, label, controls }: TopicsMatrixProps) {
  const { width, height, rows, columns, cells, bands, note, left, columnWidth, rowHeight } = geometry;
  const on = controls !== undefined;
  /** No meeting: a dot each, all of them one path. */
  const blanks = cells.flatMap((row) => row.filter((cell) => cell.count === 0));
  const role = (name: string) => (on ? { role: name } : {});
  const isStop = (row: number, column: number): boolean =>
    controls?.tabStop.row === row && controls.tabStop.column === column;
  const headProps = (head: MatrixHead, row: number, column: number) => ({
    ...record(head),
    ...(on ? { ...spotProps(row, column, isStop(row, column), true, head.said), "aria-selected": head.selected } : {}),
  });
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      data-figure="topics"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={theme.sans}
      role={on ? (note ? "group" : "grid") : "img"}
      aria-label={label}
      {...controls?.root}
    >
      {bands.map(([x, y, w, h]) => (
        <rect
          key={`${x} ${y}`}
          x={px(x)}
          y={px(y)}
          width={px(w)}
          height={px(h)}
          fill={theme.accent}
          fillOpacity={0.08}
        />
      ))}
      {rows.length ? (
        <path
          d={rows.map((row) => `M0 ${px(row.y + rowHeight / 2)}h${px(left + columnWidth * columns.length)}`).join("")}
          stroke={theme.hairline}
          fill="none"
        />
      ) : null}
      {blanks.length ? (
        <path
          d={blanks.map(({ x, y }) => `M${px(x)} ${px(y)}h0`).join("")}
          fill="none"
          stroke={theme.quiet}
          strokeOpacity={0.45}
          strokeWidth={2.4}
          strokeLinecap="round"
        />
      ) : null}
      {columns.length ? (
        <g {...role("row")}>
          {columns.map((head, column) => (
            <g key={head.id} {...role("columnheader")} {...headProps(head, -1, column)}>
              <Column head={head} geometry={geometry} theme={theme} on={on} />
            </g>
          ))}
        </g>
      ) : null}
      {rows.map((head, row) => (
        <g key={head.id} {...role("row")}>
          <g {...role("rowheader")} {...headProps(head, row, -1)}>
            <Row head={head} geometry={geometry} theme={theme} on={on} />
          </g>
          {(cells[row] ?? []).map((cell, column) =>
            controls ? (
              <LiveCell
                key={`${cell.partner} ${cell.topic}`}
                {...{ cell, theme, row, column, columnWidth, rowHeight }}
                lit={controls.lit}
                stop={isStop(row, column)}
              />
            ) : cell.count === 0 ? null : (
              <g
                key={`${cell.partner} ${cell.topic}`}
                data-cell={`${cell.partner} ${cell.topic}`}
                {...(cell.lit ? { "data-lit": "true" } : {})}
              >
                {drawCell(cell, theme, cell.lit, false)}
              </g>
            ),
          )}
        </g>
      ))}
      {note ? (
        <text x={width / 2} y={height / 2 + 4} textAnchor="middle" fontSize={13} fill={theme.quiet}>
          {note}
        </text>
      ) : null}
    </svg>
  );
});
