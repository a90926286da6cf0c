import { lazy, type ReactNode, Suspense, useState } from "react";
import { asTheme, type ThemeChoice } from "#model/url.ts";
import { Button } from "#ui/Button.tsx";
import { CopyButton } from "#ui/CopyButton.tsx";
import { Icon } from "#ui/Icon.tsx";
import { Menu } from "#ui/Menu.tsx";
import { useMedia } from "#ui/useMedia.ts";
import { Search } from "../search/Search.tsx";
import { useAddress } from "../state/address.tsx";
import { useDataset } from "../state/dataset.tsx";
import { useLook } from "../state/look.tsx";
import "./header.css";

const FiguresDialog = lazy(() => import("../report/FiguresDialog.tsx"));

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = { auto: "dark", dark: "light", light: "auto" };
const print = (): void => window.print();
const THEME_MARK: Readonly<Record<ThemeChoice, string>> = { auto: "◐", dark: "●", light: "○" };

interface HeaderProps {
  readonly shortcuts: boolean;
  readonly onHelp: () => void;
  readonly onOpenFile: () => void;
}

export const Header = ({ shortcuts, onHelp, onOpenFile }: HeaderProps): ReactNode => {
  const { words } = useLook();
  const { meta } = useDataset();
  const { view, setView } = useAddress();
  const theme = asTheme(view.theme);
  const [reporting, setReporting] = useState(false);
  const turnTheme = (): void => setView({ theme: NEXT_THEME[theme] }, "replace");
  const narrow = useMedia("(max-width: 480px)");
  return (
    <header className="header">
      <div className="header-name">
        <h1>{words.page.product}</h1>
        <p>{meta.title}</p>
      </div>
      <Search shortcut={shortcuts ? "/" : undefined} />
      <div className="header-tools">
        <CopyButton
          label={words.page.share}
          text={() => window.location.href}
          copiedLabel={words.page.copied}
          failedLabel={words.page.copyFailed}
        />
        <Button data-action="figures" onClick={() => setReporting(true)}>
          {words.page.figuresForReport}
        </Button>
        {narrow ? (
          <Menu
            label={words.page.more}
            face={<Icon name="more" />}
            items={() => [
              { id: "open", label: words.page.openFile, onPick: onOpenFile },
              { id: "print", label: words.page.print, onPick: print },
              { id: "theme", label: words.page.theme[theme], onPick: turnTheme },
              { id: "help", label: words.page.help, onPick: onHelp },
            ]}
          />
        ) : (
          <>
            <Button onClick={onOpenFile}>{words.page.openFile}</Button>
            <Button onClick={print}>{words.page.print}</Button>
            <Button aria-label={words.page.theme[theme]} title={words.page.theme[theme]} onClick={turnTheme}>
              {THEME_MARK[theme]}
            </Button>
            <Button aria-label={words.page.help} title={words.page.help} onClick={onHelp}>
              ?
            </Button>
          </>
        )}
      </div>
      {reporting ? (
        <Suspense>
          <FiguresDialog onClose={() => setReporting(false)} />
        </Suspense>
      ) : null}
    </header>
  );
};
