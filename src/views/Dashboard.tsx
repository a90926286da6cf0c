import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from "react";
import { Skeleton } from "#ui/Skeleton.tsx";
import { soon } from "#ui/soon.tsx";
import { useKeptFocus } from "#ui/useKeptFocus.ts";
import { useMedia } from "#ui/useMedia.ts";
import { useShortcut } from "#ui/useShortcut.ts";
import { TimelinePanel } from "./figures/TimelinePanel.tsx";
import { FilterBar } from "./filter/FilterBar.tsx";
import { Boundary } from "./page/Boundary.tsx";
import { Footer } from "./page/Footer.tsx";
import { Header } from "./page/Header.tsx";
import { Lead } from "./page/Lead.tsx";
import { Notices } from "./page/Notices.tsx";
import { useAddress } from "./state/address.tsx";
import { useLook } from "./state/look.tsx";
import { PanelColumn } from "./state/measure.tsx";
import "./dashboard.css";

/** Asked for beside the page: the timeline can be used without it. */
const RecordPanel = soon(import("./record/RecordPanel.tsx").then((module) => module.RecordPanel));
const Below = soon(import("./Below.tsx").then((module) => module.Below));
const Help = lazy(() => import("./page/Help.tsx"));

export interface DashboardProps {
  /** Whether single characters, "/" and "?", act from anywhere on the page. */
  readonly shortcuts: boolean;
  readonly onShortcuts: (on: boolean) => void;
  readonly onFile: (file: File) => void;
  /** Back to the record of this site. */
  readonly onSite: () => void;
}

/** The page: what can be asked, what is shown in words, and the figures, all over one filter. */
export const Dashboard = ({ shortcuts, onShortcuts, onFile, onSite }: DashboardProps): ReactNode => {
  const { words } = useLook();
  const { filter, view } = useAddress();
  const [helping, setHelping] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const wide = useMedia("(min-width: 1100px)");
  const closeHelp = useCallback(() => setHelping(false), []);

  useShortcut(shortcuts ? "?" : undefined, () => setHelping(true));
  useKeptFocus();

  const again = JSON.stringify([filter, view]);
  const guarded = (part: ReactNode): ReactNode => (
    <Boundary title={words.page.crashed} body={words.page.crashedBody} again={again}>
      {part}
    </Boundary>
  );
  const aside = (
    <Suspense fallback={<Skeleton height={480} />}>
      <RecordPanel wide={wide} />
    </Suspense>
  );
  return (
    <>
      <a className="skip" href="#record">
        {words.page.skip}
      </a>
      <Header shortcuts={shortcuts} onHelp={() => setHelping(true)} onOpenFile={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        accept=".json,.zip,application/json,application/zip"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
      {guarded(<FilterBar />)}
      <main id="record" tabIndex={-1}>
        {guarded(<Notices onSite={onSite} />)}
        {guarded(<Lead />)}
        <div className="page">
          <PanelColumn>
            {guarded(<TimelinePanel />)}
            {wide ? null : guarded(aside)}
            {guarded(
              <Suspense fallback={<Skeleton height={560} />}>
                <Below guarded={guarded} />
              </Suspense>,
            )}
          </PanelColumn>
          {wide ? <div className="page-aside">{guarded(aside)}</div> : null}
        </div>
      </main>
      <Footer />
      {helping ? (
        <Suspense>
          <Help open onClose={closeHelp} shortcuts={shortcuts} onShortcuts={onShortcuts} />
        </Suspense>
      ) : null}
    </>
  );
};
