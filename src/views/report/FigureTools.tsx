import { lazy, memo, type ReactNode, Suspense, useCallback, useState } from "react";
import { parseWindow } from "#charts/timeline/window-text.ts";
import type { FigureName } from "#figures/names.ts";
import { asLanes, readAddress } from "#model/url.ts";
import { useAddressNow } from "../state/address.tsx";
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

/** What a reader can take away from a figure: files, data, a citation. What is on the screen is looked at when asked. */
export const FigureTools = memo(function FigureTools({ figure, event = null, officials }: Props): ReactNode {
  const address = useAddressNow();
  const words = useAllWords();
  const maker = useMaker();
  const [citing, setCiting] = useState<Shown | null>(null);
  const [embedding, setEmbedding] = useState<Shown | null>(null);
  const look = useCallback((): Shown => {
    const { filter, view } = address();
    const text = figure === "timeline" ? readAddress(location.search).view.window : null;
    const own = officials ? { officials } : {};
    const window = text === null ? null : parseWindow(text);
    return { figure, filter, view: { lanes: asLanes(view.lanes), window, event, ...own }, ...own };
  }, [address, figure, event, officials]);
  return (
    <>
      <DownloadMenu figure={figure} look={look} maker={maker} />
      <button
        type="button"
        className="panel-tool"
        data-action="embed"
        aria-label={words.snippets.embedOf(words.figures.names[figure])}
        onClick={() => setEmbedding(look())}
      >
        {words.snippets.embed}
      </button>
      <button type="button" className="panel-tool" data-action="cite" onClick={() => setCiting(look())}>
        {words.export.cite}
      </button>
      {embedding ? (
        <Suspense>
          <EmbedDialog shown={embedding} onClose={() => setEmbedding(null)} />
        </Suspense>
      ) : null}
      {citing ? (
        <Suspense>
          <Cite shown={citing} onClose={() => setCiting(null)} />
        </Suspense>
      ) : null}
    </>
  );
});
