import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import type { FigureRow, FigureText } from "#charts/kit/figure-text.ts";
import type { FigureName } from "#figures/names.ts";
import { Skeleton } from "#ui/Skeleton.tsx";
import { useLightUp } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";

type Table = typeof import("#ui/DataTable.tsx").DataTable;

// `lazy` forgets that a table is one of rows of a kind.
const DataTable = lazy(async () => ({ default: (await import("#ui/DataTable.tsx")).DataTable })) as unknown as Table;

/** The table in the figure's place: a row stands for what its mark stands for, and lights it up. */
const FigureTable = ({ figure, table }: { figure: FigureName; table: FigureText["table"] }): ReactNode => {
  const light = useLightUp();
  const rowProps = ({ id, kind }: FigureRow) => ({
    ...(kind ? { [`data-${kind}`]: id } : {}),
    ...(kind === "event" ? { onPointerEnter: () => light([id]), onPointerLeave: () => light(null) } : {}),
  });
  return (
    <div data-figure={figure}>
      <Suspense fallback={<Skeleton height={240} />}>
        <DataTable<FigureRow>
          caption={table.caption}
          columns={table.columns.map((label, at) => ({ id: String(at), label }))}
          rows={table.rows}
          rowProps={rowProps}
        />
      </Suspense>
    </div>
  );
};

interface FigureWords {
  /** Buttons for both. */
  readonly buttons: ReactNode;
  /** How the figure counts, where the reader asks. */
  readonly count: ReactNode;
  /** The table, where the reader wants it in the figure's place; else null. */
  readonly table: ReactNode;
}

/** A figure's words as its reader has them on the page: its table and how it counts, each a press away. */
export const useFigureWords = (figure: FigureName | undefined, text: FigureText | null): FigureWords => {
  const { words } = useLook();
  const [asTable, setAsTable] = useState(false);
  const [counting, setCounting] = useState(false);
  const id = useId();
  return {
    buttons: (
      <>
        <button type="button" className="panel-tool" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {words.page.table}
        </button>
        <button
          type="button"
          className="panel-tool"
          aria-expanded={counting}
          aria-controls={id}
          onClick={() => setCounting(!counting)}
        >
          {words.page.howWeCount}
        </button>
      </>
    ),
    count: (
      <p className="panel-count" id={id} hidden={!counting}>
        {counting ? text?.howWeCount : null}
      </p>
    ),
    table: asTable && text && figure ? <FigureTable figure={figure} table={text.table} /> : null,
  };
};
