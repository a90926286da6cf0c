import { type JSX, memo, type SVGProps } from "react";
import { type Lit, useLitAs } from "../kit/lit.ts";
import type { Theme } from "../kit/theme.ts";
import { CELL_TEXT, HEAD, LABEL, type MatrixCell, type MatrixHead, type TopicsGeometry } from "./topics.layout.ts";

/** What a page adds so that the matrix can be pointed at and walked by keys; a file has none of it. */
export interface MatrixControls {
  readonly root: SVGProps<SVGSVGElement>;
  /** Each row follows for itself which of its cells are lit. */
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
const drawCell = (cell: MatrixCell, theme: Theme, lit: boolean, on: boolean): readonly (JSX.Element | null)[] => {
  const { partner, topic, count, x, y, r } = cell;
  const key = `${partner} ${topic}`;
  return [
    lit && count > 0 ? (
      <circle
        key={`${key} lit`}
        cx={px(x)}
        cy={px(y)}
        r={px(r + 2.5)}
        fill="none"
        stroke={theme.ink}
        strokeWidth={1.5}
      />
    ) : null,
    count === 0 ? null : (
      <circle
        key={`${key} dot`}
        cx={px(x)}
        cy={px(y)}
        r={px(r)}
        fill={cell.fill}
        {...(cell.faded ? { opacity: 0.45 } : {})}
      />
    ),
    cell.text === null ? null : (
      <text
        key={`${key} text`}
        x={px(x)}
        y={px(y + CELL_TEXT * 0.36)}
        textAnchor="middle"
        fontSize={CELL_TEXT}
        fill={cell.faded ? theme.ink : cell.ink}
        aria-hidden={on || undefined}
      >
        {cell.text}
      </text>
    ),
  ];
};

/** What makes a cell or a head into a part of the grid that keys and pointer reach. */
const spotProps = (row: number, column: number, stop: boolean, pressed: boolean, said: string) => ({
  "data-spot": `${row} ${column}`,
  tabIndex: stop ? 0 : -1,
  className: pressed ? "topics-spot topics-press" : "topics-spot",
  "aria-label": said,
});

interface LiveRowProps extends Pick<TopicsGeometry, "columnWidth" | "rowHeight"> {
  readonly cells: readonly MatrixCell[];
  readonly theme: Theme;
  readonly lit: Lit;
  readonly row: number;
  /** The column in the tab order; null where that is in another row. */
  readonly stop: number | null;
}

/** The cells of a row, which follows for itself which of them are lit. */
const LiveRow = memo(function LiveRow(props: LiveRowProps): JSX.Element {
  const { cells, theme, row, stop, columnWidth, rowHeight } = props;
  const lighted = useLitAs(props.lit, (now) =>
    now.size === 0 ? "" : cells.map(({ events }) => (events.some((id) => now.has(id)) ? "1" : "0")).join(""),
  );
  const parts = cells.flatMap((cell, column) => {
    const lit = lighted[column] === "1";
    return [
      ...drawCell(cell, theme, lit, true),
      <rect
        key={`${cell.partner} ${cell.topic}`}
        data-cell={`${cell.partner} ${cell.topic}`}
        {...(lit ? { "data-lit": "true" } : {})}
        {...{ role: "gridcell" }}
        {...spotProps(row, column, stop === column, cell.count > 0, cell.said)}
        x={px(cell.x - columnWidth / 2)}
        y={px(cell.y - rowHeight / 2)}
        width={px(columnWidth)}
        height={px(rowHeight)}
        fill="none"
        pointerEvents="all"
      />,
    ];
  });
  return <>{parts}</>;
});

const NO_CELLS: readonly MatrixCell[] = [];

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
          {controls ? (
            <LiveRow
              {...{ theme, row, columnWidth, rowHeight }}
              cells={cells[row] ?? NO_CELLS}
              lit={controls.lit}
              stop={controls.tabStop.row === row ? controls.tabStop.column : null}
            />
          ) : (
            (cells[row] ?? NO_CELLS).map((cell) =>
              cell.count === 0 ? null : (
                <g
                  key={`${cell.partner} ${cell.topic}`}
                  data-cell={`${cell.partner} ${cell.topic}`}
                  {...(cell.lit ? { "data-lit": "true" } : {})}
                >
                  {drawCell(cell, theme, cell.lit, false)}
                </g>
              ),
            )
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
