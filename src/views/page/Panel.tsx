import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { FigureName } from "#figures/names.ts";
import { Skeleton } from "#ui/Skeleton.tsx";
import { soon } from "#ui/soon.tsx";
import type { Shown } from "../report/make-data.ts";
import { useLook } from "../state/look.tsx";
import { farAware } from "./far.ts";
import "./panel.css";

/** Asked for beside the page, which does not wait for it: nothing is taken away before there is something to see. */
const FigureTools = soon(import("../report/FigureTools.tsx").then((module) => module.FigureTools));

const DataTable = lazy(async () => ({ default: (await import("#ui/DataTable.tsx")).DataTable }));

interface PanelProps {
  readonly title: string;
  readonly hint?: string;
  /** The figure's words: its table and how it counts. Null while there is no answer yet. */
  readonly text: FigureText | null;
  /** Which figure it shows: what can be taken away from it. */
  readonly figure?: FigureName;
  /** What the officials' panel narrows beyond the page's filter. */
  readonly officials?: NonNullable<Shown["officials"]>;
  /** Controls of this panel: beside its title where there is room, else in a row below. */
  readonly controls?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A panel of the page: a title, a figure, and a menu with its table and how it counts. */
export const Panel = ({
  title,
  hint,
  text,
  figure,
  officials,
  controls,
  className = "",
  children,
}: PanelProps): ReactNode => {
  const { words } = useLook();
  const [asTable, setAsTable] = useState(false);
  const [counting, setCounting] = useState(false);
  const id = useId();
  return (
    <section ref={farAware} className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {hint ? <p className="panel-hint">{hint}</p> : null}
        {figure ? (
          <div className="panel-tools">
            {text ? (
              <>
                <button
                  type="button"
                  className="panel-tool"
                  aria-pressed={asTable}
                  onClick={() => setAsTable(!asTable)}
                >
                  {words.page.table}
                </button>
                <button
                  type="button"
                  className="panel-tool"
                  aria-expanded={counting}
                  aria-controls={`${id}-count`}
                  onClick={() => setCounting(!counting)}
                >
                  {words.page.howWeCount}
                </button>
                <Suspense>
                  <FigureTools figure={figure} {...(officials ? { officials } : {})} />
                </Suspense>
              </>
            ) : null}
          </div>
        ) : null}
        {controls ? <div className="panel-controls">{controls}</div> : null}
      </header>
      <p className="panel-count" id={`${id}-count`} hidden={!counting}>
        {counting ? text?.howWeCount : null}
      </p>
      {asTable && text ? (
        <Suspense fallback={<Skeleton height={240} />}>
          <DataTable
            caption={text.table.caption}
            columns={text.table.columns.map((label, at) => ({ id: String(at), label }))}
            rows={text.table.rows}
          />
        </Suspense>
      ) : (
        <div className="panel-body">{children}</div>
      )}
    </section>
  );
};
