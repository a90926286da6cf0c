import { type ReactNode, Suspense, useId } from "react";
import type { FigureText } from "#charts/kit/figure-text.ts";
import type { FigureName } from "#figures/names.ts";
import { soon } from "#ui/soon.tsx";
import type { Shown } from "../report/make-data.ts";
import { farAware } from "./far.ts";
import { useFigureWords } from "./use-figure-words.tsx";
import "./panel.css";

/** Asked for beside the page, which does not wait for it: nothing is taken away before there is something to see. */
const FigureTools = soon(import("../report/FigureTools.tsx").then((module) => module.FigureTools));

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
  const figureWords = useFigureWords(figure, text);
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
                {figureWords.buttons}
                <Suspense>
                  <FigureTools figure={figure} {...(officials ? { officials } : {})} />
                </Suspense>
              </>
            ) : null}
          </div>
        ) : null}
        {controls ? <div className="panel-controls">{controls}</div> : null}
      </header>
      {figureWords.count}
      {figureWords.table ?? <div className="panel-body">{children}</div>}
    </section>
  );
};
