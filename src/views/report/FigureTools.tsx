import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { parseWindow } from "#charts/timeline/window-text.ts";
import type { FigureName } from "#figures/names.ts";
import { asLanes } from "#model/url.ts";
import { useAddress, useWindowText } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { DownloadMenu } from "./DownloadMenu.tsx";
import type { Shown } from "./make-data.ts";
import { useMaker, useMaking } from "./site.ts";
import { useAllWords } from "./words.ts";

const CiteDialog = lazy(async () => ({ default: (await import("./CiteDialog.tsx")).CiteDialog }));

const EmbedDialog = lazy(() => import("./EmbedDialog.tsx"));

const Cite = ({ shown, onClose }: { shown: Shown; onClose: () => void }): ReactNode => {
  const { key } = useDataset();
  const words = useAllWords();
  const making = useMaking();
  return <CiteDialog open onClose={onClose} shown={shown} making={making} cacheKey={key} words={words} />;
};

interface Props {
  readonly figure: FigureName;
  /** The event of the figure `event`. */
  readonly event?: string | null;
  /** What the officials' panel narrows by itself. */
  readonly officials?: NonNullable<Shown["officials"]>;
}

/** What a reader can take away from a figure: files, data, a citation. */
export const FigureTools = ({ figure, event = null, officials }: Props): ReactNode => {
  const { filter, view } = useAddress();
  const words = useAllWords();
  const [windowText] = useWindowText();
  const maker = useMaker();
  const [citing, setCiting] = useState(false);
  const [embedding, setEmbedding] = useState(false);
  const lanes = asLanes(view.lanes);
  const shown = useMemo<Shown>(() => {
    const window = figure === "timeline" && windowText !== null ? parseWindow(windowText) : null;
    const own = officials ? { officials } : {};
    return { figure, filter, view: { lanes, window, event, ...own }, ...own };
  }, [figure, filter, lanes, windowText, event, officials]);
  return (
    <>
      <DownloadMenu shown={shown} maker={maker} />
      <button
        type="button"
        className="panel-tool"
        data-action="embed"
        aria-label={words.snippets.embedOf(words.figures.names[figure])}
        onClick={() => setEmbedding(true)}
      >
        {words.snippets.embed}
      </button>
      <button type="button" className="panel-tool" data-action="cite" onClick={() => setCiting(true)}>
        {words.export.cite}
      </button>
      {embedding ? (
        <Suspense>
          <EmbedDialog shown={shown} onClose={() => setEmbedding(false)} />
        </Suspense>
      ) : null}
      {citing ? (
        <Suspense>
          <Cite shown={shown} onClose={() => setCiting(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
