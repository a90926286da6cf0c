import { lazy, type ReactNode, Suspense, useState } from "react";
import { Menu, type MenuGroup, type MenuItem } from "#ui/Menu.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";
import { type DataItem, dataItems } from "./data-items.ts";
import { type DrawnItem, drawnItems } from "./drawn-items.ts";
import type { Making, Shown } from "./make-data.ts";
import { useSaving } from "./use-saving.ts";
import { useAllWords } from "./words.ts";

const ReportDialog = lazy(() => import("./ReportDialog.tsx"));

interface Props {
  readonly shown: Shown;
  readonly maker: () => Promise<Making>;
}

/** Keeps what is on the screen: the figure as it stands, its data, or the figure made for a page of a report. */
export const DownloadMenu = ({ shown, maker }: Props): ReactNode => {
  const words = useAllWords();
  const { theme } = useLook();
  const { sources } = useDataset();
  const { busy, save } = useSaving();
  const [reporting, setReporting] = useState(false);
  const said = words.export;
  const name = words.figures.names[shown.figure];
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
            return makeFigure(format, shown, await maker(), { ...drawing, scale, publishers });
          }),
      }));
  const dataOf = (scope: DataItem["scope"]): readonly MenuItem[] =>
    dataItems(shown.figure, words)
      .filter((item) => item.scope === scope)
      .map(({ id, short, label, detail, make }) => ({
        id,
        label: short,
        detail,
        onPick: () => save(label, async () => make(shown, await maker())),
      }));
  const group = (id: keyof typeof said.groups, items: readonly MenuItem[]): MenuGroup => ({
    id,
    items,
    ...said.groups[id],
  });
  const items: readonly (MenuItem | MenuGroup)[] = [
    { id: "report", label: said.forReport, detail: said.forReportHint, onPick: () => setReporting(true) },
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
      {reporting ? (
        <Suspense>
          <ReportDialog shown={shown} onClose={() => setReporting(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
