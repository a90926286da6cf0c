/** Where keys lead in a grid whose heads are row -1 and column -1; there is no corner. */
export interface GridSpot {
  readonly row: number;
  readonly column: number;
}

/** The next spot, or null where the key means nothing or leads out. `far` jumps to the ends of the grid. */
export const stepInGrid = (
  from: GridSpot,
  size: { readonly rows: number; readonly columns: number },
  key: string,
  far: boolean,
): GridSpot | null => {
  const moved = ((): GridSpot | null => {
    const { row, column } = from;
    switch (key) {
      case "ArrowLeft":
        return { row, column: column - 1 };
      case "ArrowRight":
        return { row, column: column + 1 };
      case "ArrowUp":
        return { row: row - 1, column };
      case "ArrowDown":
        return { row: row + 1, column };
      case "Home":
        return { row: far ? 0 : row, column: row === -1 ? 0 : -1 };
      case "End":
        return { row: far ? size.rows - 1 : row, column: size.columns - 1 };
      default:
        return null;
    }
  })();
  if (!moved || moved.row >= size.rows || moved.column >= size.columns) return null;
  if (moved.row < -1 || moved.column < -1 || (moved.row === -1 && moved.column === -1)) return null;
  return moved.row === from.row && moved.column === from.column ? null : moved;
};
