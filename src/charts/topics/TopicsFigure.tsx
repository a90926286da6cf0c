import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type SyntheticEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { MatrixAnswer } from "#model/questions.ts";
import type { Words } from "#model/words/en/index.ts";
import type { Lit } from "../kit/lit.ts";
import type { Theme } from "../kit/theme.ts";
import { foremostMatrix, roomOf } from "./foremost.ts";
import { type GridSpot, stepInGrid } from "./step.ts";
import { TopicsMatrix } from "./TopicsMatrix.tsx";
import { layoutTopics, type MatrixCell, type MatrixHead, pointedAt } from "./topics.layout.ts";
import "./topics.css";

export interface TopicsFigureProps {
  readonly answer: MatrixAnswer;
  readonly words: Words;
  readonly theme: Theme;
  /** Px there are; a larger matrix is scrolled inside its own box. */
  readonly width: number;
  /** Events lit up by any view. */
  readonly lit: Lit;
  readonly onLit: (events: readonly string[] | null) => void;
  readonly selectedPartners?: readonly string[];
  readonly selectedTopics?: readonly string[];
  readonly onCell: (partner: string, topic: string) => void;
  readonly onPartner: (id: string) => void;
  readonly onTopic: (id: string) => void;
  /** A matrix of more cells than this is shown in part at first; 320 unless told. */
  readonly whole?: number;
  /** In place of what the page says its keys do. */
  readonly label?: string;
}

const NONE: readonly string[] = [];
/** The page lights cells up one by one, outside of the layout. */
const UNLIT: ReadonlySet<string> = new Set();
/** As many cells as can be taken in. A larger matrix shows so many at first, then four times as many at a time. */
const WHOLE = 320;
const FIRST = 120;
const HEADS = -1;
const ORIGIN: GridSpot = { row: 0, column: 0 };

const eventsOf = (cells: readonly MatrixCell[]): readonly string[] => [
  ...new Set(cells.flatMap((cell) => cell.events)),
];

const spotAt = ({ target }: SyntheticEvent): GridSpot | null => {
  const name = target instanceof Element ? target.closest("[data-spot]")?.getAttribute("data-spot") : null;
  const [row, column] = (name ?? "").split(" ").map(Number);
  return name && row !== undefined && column !== undefined ? { row, column } : null;
};

const isAt = (cell: MatrixCell, at: { partner: string | null; topic: string | null }): boolean =>
  cell.partner === at.partner && cell.topic === at.topic;

/** The matrix as a part of the page: a grid walked by arrow keys, whose cells and heads filter. */
export const TopicsFigure = (props: TopicsFigureProps) => {
  const { answer, words, theme, width, lit, onLit, onCell, onPartner, onTopic } = props;
  const { selectedPartners = NONE, selectedTopics = NONE, whole = WHOLE } = props;
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<{ partner: string | null; topic: string | null } | null>(null);
  const [stop, setStop] = useState<GridSpot>(ORIGIN);
  const wantsFocus = useRef(false);

  const [most, setMost] = useState(FIRST);
  const shown = useMemo(() => {
    if (answer.cells.length <= whole) return answer;
    return foremostMatrix(answer, {
      ...roomOf(answer, most),
      keptPartners: selectedPartners,
      keptTopics: selectedTopics,
    });
  }, [answer, whole, most, selectedPartners, selectedTopics]);
  const laid = useMemo(
    () => layoutTopics(shown, { width, theme, words, lit: UNLIT, selectedPartners, selectedTopics, pointed: null }),
    [shown, width, theme, words, selectedPartners, selectedTopics],
  );
  const geometry = useMemo(() => pointedAt(laid, pointed), [laid, pointed]);
  const { rows, columns, cells } = geometry;
  const size = { rows: rows.length, columns: columns.length };
  const tabStop = stop.row < size.rows && stop.column < size.columns ? stop : ORIGIN;

  useLayoutEffect(() => {
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

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || event.key === " ") press(tabStop);
    else {
      const next = stepInGrid(tabStop, size, event.key, event.ctrlKey || event.metaKey);
      if (!next) return;
      setStop(next);
      wantsFocus.current = true;
    }
    event.preventDefault();
  };

  // One set of handlers around the grid, so that none of its cells is drawn again for a new handler.
  const over = useRef<string | null>(null);
  const enter = (spot: GridSpot | null): void => {
    const name = spot && `${spot.row} ${spot.column}`;
    if (name === over.current) return;
    over.current = name;
    point(spot);
  };
  const handlers: HTMLAttributes<HTMLDivElement> = {
    onKeyDown,
    onClick: (event) => {
      const spot = spotAt(event);
      if (spot) press(spot);
    },
    onPointerOver: (event) => enter(spotAt(event)),
    onPointerLeave: () => enter(null),
    onFocus: (event) => {
      const spot = spotAt(event);
      if (!spot) return;
      setStop(spot);
      enter(spot);
    },
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) enter(null);
    },
  };
  const controls = useMemo(() => ({ root: { className: "topics-svg" }, lit, tabStop }), [lit, tabStop]);
  const all = { partners: answer.partners.length, topics: answer.topics.length };
  const part = shown !== answer;

  const figure = (
    <div className="topics-figure" ref={box} style={{ maxWidth: width }}>
      <div {...handlers}>
        <TopicsMatrix
          geometry={geometry}
          theme={theme}
          label={props.label ?? words.topics.gridLabel}
          controls={controls}
        />
      </div>
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
  return (
    <>
      {figure}
      {part ? (
        <p className="topics-part">
          {words.topics.part(shown.partners.length, all.partners, shown.topics.length, all.topics)}{" "}
          <button type="button" onClick={() => setMost(most * 4)}>
            {words.topics.more}
          </button>
        </p>
      ) : null}
    </>
  );
};
