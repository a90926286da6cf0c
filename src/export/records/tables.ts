/** Tables of what was gathered, ready to be written. */
import type { EventDetail } from "#model/questions.ts";
import type { Gathered } from "./gather.ts";
import { ploverCells } from "./plover.ts";
import {
  agreementShape,
  type CellRow,
  cellShape,
  commitmentShape,
  eventShape,
  partnerShape,
  placeShape,
  type SeatRow,
  type ShapeOptions,
  seatShape,
  statisticShape,
} from "./shapes.ts";
import { type Table, type TableName, tableOf } from "./table.ts";

export interface TableOptions extends Omit<ShapeOptions, "names"> {
  /** Adds PLOVER codes to the event table. */
  readonly plover?: boolean;
}

const known = (gathered: Gathered, ids: readonly string[]): readonly EventDetail[] =>
  ids.map((id) => gathered.known.get(id)).filter((detail) => detail !== undefined);

const seatRows = ({ events, officials }: Gathered): readonly SeatRow[] =>
  events
    .flatMap((detail) => detail.seats.map((seat) => ({ detail, seat })))
    .filter(({ seat }) => officials === null || officials.has(seat.officialId));

/** Every cell of the matrix, zeros included. */
const cellRows = (gathered: Gathered): readonly CellRow[] => {
  const { matrix } = gathered;
  if (!matrix) return [];
  return matrix.partners.flatMap((partner, row) =>
    matrix.topics.map((topic, column): CellRow => {
      const at = row * matrix.topics.length + column;
      return { partner, topic, count: matrix.cells[at] ?? 0, events: known(gathered, matrix.events[at] ?? []) };
    }),
  );
};

const made = (name: TableName, gathered: Gathered, options: ShapeOptions, plover: boolean): Table => {
  switch (name) {
    case "events": {
      const shape = eventShape(options);
      return tableOf(plover ? { ...shape, cells: { ...shape.cells, ...ploverCells } } : shape, gathered.events);
    }
    case "participants":
      return tableOf(seatShape(options), seatRows(gathered));
    case "places":
      return tableOf(placeShape(options), gathered.places);
    case "agreements":
      return tableOf(agreementShape(options), gathered.agreements);
    case "commitments":
      return tableOf(commitmentShape(options), gathered.commitments);
    case "statistics":
      return tableOf(statisticShape(options), gathered.statistics);
    case "partners":
      return tableOf(
        partnerShape(options),
        gathered.partners.map((partner) => ({ partner, events: known(gathered, partner.events) })),
      );
    case "topics":
      return tableOf(cellShape(options), cellRows(gathered));
  }
};

/** The tables that were asked for, the figure's own first. */
export const tablesOfRows = (
  gathered: Gathered,
  { words, retrieved, plover = false }: TableOptions,
): readonly Table[] =>
  gathered.tables.map((name) => made(name, gathered, { words, retrieved, names: gathered.names }, plover));
