import { useVirtualizer } from "@tanstack/react-virtual";
import { type ComponentProps, type ReactNode, useId, useRef } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { usePrinting } from "./useMedia.ts";
import "./DataTable.css";

export interface DataColumn {
  readonly id: string;
  readonly label: string;
  /** `end` for numbers. */
  readonly align?: "start" | "end" | undefined;
  /** The cell that names its row. */
  readonly rowHeader?: boolean | undefined;
  readonly sortable?: boolean | undefined;
}

export interface DataRow {
  readonly id: string;
  readonly cells: readonly ReactNode[];
}

export interface DataTableProps<Row extends DataRow> {
  readonly caption: string;
  /** Keeps the caption for screen readers only. */
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly Row[];
  /** Attributes of a row: `data-event`, handlers. */
  readonly rowProps?: ((row: Row) => ComponentProps<"tr"> & Readonly<Record<`data-${string}`, string>>) | undefined;
  readonly sort?: { readonly id: string; readonly descending: boolean } | undefined;
  readonly onSort?: ((id: string) => void) | undefined;
}

/** Beyond this many rows only those in sight are in the page, except on paper. */
const VIRTUAL_FROM = 200;

/** A table whose header stays in sight and which scrolls in its own named region, by keyboard too. */
export const DataTable = <Row extends DataRow>(props: DataTableProps<Row>) => {
  const { caption, hideCaption, columns, rows, rowProps, sort, onSort } = props;
  const id = useId();
  const scroller = useRef<HTMLElement>(null);
  const printing = usePrinting();
  const many = rows.length > VIRTUAL_FROM && !printing;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: many,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 12,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = many ? (items[0]?.index ?? 0) : 0;
  const last = many ? (items.at(-1)?.index ?? -1) : rows.length - 1;
  const spacer = (height: number) =>
    many && height > 0 ? (
      // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a spacer row takes no focus
      <tr aria-hidden="true">
        <td colSpan={columns.length} className="ui-table-spacer" style={{ height }} />
      </tr>
    ) : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section ref={scroller} className="ui-table-region" aria-labelledby={id} tabIndex={0}>
      <table className="ui-table" aria-rowcount={many ? rows.length + 1 : undefined}>
        <caption id={id}>
          <span className={hideCaption ? "ui-hidden" : undefined}>{caption}</span>
        </caption>
        <thead>
          <tr aria-rowindex={many ? 1 : undefined}>
            {columns.map((column) => {
              const sorted = sort?.id === column.id ? (sort.descending ? "descending" : "ascending") : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={sorted}
                  className={classes(`ui-table-${column.align ?? "start"}`)}
                >
                  {column.sortable && onSort ? (
                    <button type="button" className="ui-table-sort" onClick={() => onSort(column.id)}>
                      {column.label}
                      {sorted && <Icon name={sorted === "descending" ? "sink" : "up"} />}
                    </button>
                  ) : (
                    column.label
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {spacer(items[0]?.start ?? 0)}
          {rows.slice(first, last + 1).map((row, offset) => (
            <tr
              key={row.id}
              ref={many ? virtual.measureElement : undefined}
              data-index={first + offset}
              aria-rowindex={many ? first + offset + 2 : undefined}
              {...rowProps?.(row)}
            >
              {columns.map((column, at) => {
                const className = `ui-table-${column.align ?? "start"}`;
                return column.rowHeader ? (
                  <th key={column.id} scope="row" className={className}>
                    {row.cells[at]}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {row.cells[at]}
                  </td>
                );
              })}
            </tr>
          ))}
          {spacer(virtual.getTotalSize() - (items.at(-1)?.end ?? 0))}
        </tbody>
      </table>
    </section>
  );
};
