import { lazy, type ReactNode, Suspense, useState } from "react";
import type { FigureName } from "#figures/names.ts";
import { Button } from "#ui/Button.tsx";
import { Menu, type MenuGroup, type MenuItem } from "#ui/Menu.tsx";
import { ProgressBox } from "#ui/ProgressBox.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";
import { type DataItem, dataItems } from "./data-items.ts";
import { type DrawnItem, drawnItems } from "./drawn-items.ts";
import type { Making, Shown } from "./make-data.ts";
import { useSaving } from "./use-saving.ts";
import { useAllWords } from "./words.ts";

const ReportDialog = lazy(() => import("./ReportDialog.tsx"));

interface Props {
  readonly figure: FigureName;
  /** What is on the screen when it is asked for. */
  readonly look: () => Shown;
  readonly maker: () => Promise<Making>;
}

/** Keeps what is on the screen: the figure as it stands, its data, or the figure made for a page of a report. */
export const DownloadMenu = ({ figure, look, maker }: Props): ReactNode => {
  const words = useAllWords();
  const { theme } = useLook();
  const { sources } = useDataset();
  const { busy, share, stop, save } = useSaving();
  /** What is being made, where that takes so long that it can be stopped. */
  const long = share === null ? null : busy;
  const [reporting, setReporting] = useState<Shown | null>(null);
  const said = words.export;
  const name = words.figures.names[figure];
  const drawing = { preset: "web", theme, plain: false, transparent: false } as const;
  const drawnAs = (kind: DrawnItem["kind"]): readonly MenuItem[] =>
    drawnItems(words)
      .filter((item) => item.kind === kind)
      .map(({ id, format, scale, label, detail }) => ({
        id,
        label,
        detail,
        onPick: () =>
          save(label, async () => {
            const { makeFigure } = await import("./make-figure.ts");
            const publishers = sources.map((source) => source.publisher);
            return makeFigure(format, look(), await maker(), { ...drawing, scale, publishers });
          }),
      }));
  const dataOf = (scope: DataItem["scope"]): readonly MenuItem[] =>
    dataItems(figure, words)
      .filter((item) => item.scope === scope)
      .map(({ id, short, label, detail, make }) => ({
        id,
        label: short,
        detail,
        onPick: () => save(label, async (tell) => make(look(), await maker(), tell)),
      }));
  const group = (id: keyof typeof said.groups, items: readonly MenuItem[]): MenuGroup => ({
    id,
    items,
    ...said.groups[id],
  });
  const items = (): readonly (MenuItem | MenuGroup)[] => [
    ...(long === null ? [] : [{ id: "stop", label: said.stopMaking(long), detail: said.stopHint, onPick: stop }]),
    { id: "report", label: said.forReport, detail: said.forReportHint, onPick: () => setReporting(look()) },
    group("picture", drawnAs("picture")),
    group("document", drawnAs("document")),
    group("seen", dataOf("seen")),
    group("all", dataOf("all")),
  ];
  return (
    <>
      <Menu
        label={busy === null ? said.download : said.making(busy)}
        aria-label={said.downloadOf(name)}
        aria-busy={busy !== null}
        className="panel-tool"
        items={items}
        data-action="download"
      />
      {long === null || share === null ? null : (
        <ProgressBox label={said.making(long)} value={share}>
          <Button variant="link" aria-label={said.stopMaking(long)} onClick={stop} data-action="stop">
            {said.stop}
          </Button>
        </ProgressBox>
      )}
      {reporting ? (
        <Suspense>
          <ReportDialog shown={reporting} onClose={() => setReporting(null)} />
        </Suspense>
      ) : null}
    </>
  );
};
