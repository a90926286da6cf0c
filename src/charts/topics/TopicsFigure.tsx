import { type FocusEvent, type KeyboardEvent, type SVGProps, useEffect, useMemo, useRef, useState } from "react";
import type { MatrixAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Theme } from "../kit/theme.ts";
import { type GridSpot, stepInGrid } from "./step.ts";
import { TopicsMatrix } from "./TopicsMatrix.tsx";
import { layoutTopics, type MatrixCell, type MatrixHead } from "./topics.layout.ts";
import "./topics.css";

export interface TopicsFigureProps {
  readonly answer: MatrixAnswer;
  readonly words: Words;
  readonly theme: Theme;
  /** Px there are; a larger matrix is scrolled inside its own box. */
  readonly width: number;
  /** Event ids lit up by any view. */
  readonly lit: ReadonlySet<string>;
  readonly onLit: (events: readonly string[] | null) => void;
  readonly selectedPartners?: readonly string[];
  readonly selectedTopics?: readonly string[];
  readonly onCell: (partner: string, topic: string) => void;
  readonly onPartner: (id: string) => void;
  readonly onTopic: (id: string) => void;
}

const NONE: readonly string[] = [];
const HEADS = -1;

const eventsOf = (cells: readonly MatrixCell[]): readonly string[] => [
  ...new Set(cells.flatMap((cell) => cell.events)),
];

const isAt = (cell: MatrixCell, at: { partner: string | null; topic: string | null }): boolean =>
  cell.partner === at.partner && cell.topic === at.topic;

/** The matrix as a part of the page: a grid walked by arrow keys, whose cells and heads filter. */
export const TopicsFigure = (props: TopicsFigureProps) => {
  const { answer, words, theme, width, lit, onLit, onCell, onPartner, onTopic } = props;
  const { selectedPartners = NONE, selectedTopics = NONE } = props;
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<{ partner: string | null; topic: string | null } | null>(null);
  const [stop, setStop] = useState<GridSpot>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);

  const geometry = useMemo(
    () => layoutTopics(answer, { width, theme, words, lit, selectedPartners, selectedTopics, pointed }),
    [answer, width, theme, words, lit, selectedPartners, selectedTopics, pointed],
  );
  const { rows, columns, cells } = geometry;
  const size = { rows: rows.length, columns: columns.length };
  const tabStop = stop.row < size.rows && stop.column < size.columns ? stop : { row: 0, column: 0 };

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const spot = box.current?.querySelector<SVGGElement>(`[data-spot="${tabStop.row} ${tabStop.column}"]`);
    spot?.focus();
    spot?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  });

  const tip = pointed === null ? undefined : cells.flat().find((cell) => isAt(cell, pointed));
  const headAt = ({ row, column }: GridSpot): MatrixHead | undefined =>
    row === HEADS ? columns[column] : column === HEADS ? rows[row] : undefined;
  const cellAt = ({ row, column }: GridSpot): MatrixCell | undefined => cells[row]?.[column];
  const cellsAt = (spot: GridSpot): readonly MatrixCell[] => {
    if (spot.row === HEADS) return cells.flatMap((line) => line[spot.column] ?? []);
    if (spot.column === HEADS) return cells[spot.row] ?? [];
    const cell = cellAt(spot);
    return cell ? [cell] : [];
  };

  const point = (spot: GridSpot | null): void => {
    if (spot === null) {
      setPointed(null);
      onLit(null);
      return;
    }
    const [head, cell] = [headAt(spot), cellAt(spot)];
    setPointed({
      partner: cell?.partner ?? (head?.kind === "partner" ? head.id : null),
      topic: cell?.topic ?? (head?.kind === "topic" ? head.id : null),
    });
    onLit(eventsOf(cellsAt(spot)));
  };

  const press = (spot: GridSpot): void => {
    const [head, cell] = [headAt(spot), cellAt(spot)];
    if (head) (head.kind === "partner" ? onPartner : onTopic)(head.id);
    else if (cell && cell.count > 0) onCell(cell.partner, cell.topic);
  };

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    if (event.key === "Enter" || event.key === " ") press(tabStop);
    else {
      const next = stepInGrid(tabStop, size, event.key, event.ctrlKey || event.metaKey);
      if (!next) return;
      setStop(next);
      wantsFocus.current = true;
    }
    event.preventDefault();
  };

  const at = (row: number, column: number): SVGProps<SVGGElement> => {
    const spot = { row, column };
    const [head, cell] = [headAt(spot), cellAt(spot)];
    const pressed = head !== undefined || (cell?.count ?? 0) > 0;
    return {
      ...{ "data-spot": `${row} ${column}` },
      tabIndex: row === tabStop.row && column === tabStop.column ? 0 : -1,
      className: pressed ? "topics-spot topics-press" : "topics-spot",
      "aria-label": head?.said ?? cell?.said,
      ...(head ? { "aria-selected": head.selected } : {}),
      onClick: () => press(spot),
      onPointerEnter: () => point(spot),
      onPointerLeave: () => point(null),
      onFocus: () => {
        setStop(spot);
        point(spot);
      },
    };
  };
  const onBlur = (event: FocusEvent<SVGSVGElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) point(null);
  };

  return (
    <div className="topics-figure" ref={box} style={{ maxWidth: width }}>
      <TopicsMatrix
        geometry={geometry}
        theme={theme}
        label={words.topics.gridLabel}
        controls={{ root: { onKeyDown, onBlur, className: "topics-svg" }, at }}
      />
      {tip ? (
        <div
          aria-hidden
          className="topics-tip"
          style={{
            top: tip.y + geometry.rowHeight / 2 + 2,
            ...(tip.x > geometry.width / 2 ? { right: geometry.width - tip.x } : { left: tip.x }),
          }}
        >
          {tip.said}
        </div>
      ) : null}
    </div>
  );
};
