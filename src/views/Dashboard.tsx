import { type ReactNode, useCallback, useRef, useState } from "react";
import { useMedia } from "#ui/useMedia.ts";
import { useShortcut } from "#ui/useShortcut.ts";
import { AgreementsPanel } from "./figures/AgreementsPanel.tsx";
import { CommitmentsPanel } from "./figures/CommitmentsPanel.tsx";
import { MapPanel } from "./figures/MapPanel.tsx";
import { MatrixPanel } from "./figures/MatrixPanel.tsx";
import { OfficialsPanel } from "./figures/OfficialsPanel.tsx";
import { StatisticsPanel } from "./figures/StatisticsPanel.tsx";
import { TimelinePanel } from "./figures/TimelinePanel.tsx";
import { ActiveFilters } from "./filter/ActiveFilters.tsx";
import { FilterBar } from "./filter/FilterBar.tsx";
import { Boundary } from "./page/Boundary.tsx";
import { DropFile } from "./page/DropFile.tsx";
import { Footer } from "./page/Footer.tsx";
import { Header } from "./page/Header.tsx";
import { Help } from "./page/Help.tsx";
import { Lead } from "./page/Lead.tsx";
import { Notices } from "./page/Notices.tsx";
import { Printout } from "./page/Printout.tsx";
import { RecordPanel } from "./record/RecordPanel.tsx";
import { useAddress } from "./state/address.tsx";
import { useLook } from "./state/look.tsx";
import { Revision } from "./state/Revision.tsx";
import "./dashboard.css";

interface DashboardProps {
  readonly onFile: (file: File) => void;
  /** Back to the record of this site. */
  readonly onSite: () => void;
}

/** The page: what can be asked, what is shown in words, and the figures, all over one filter. */
export const Dashboard = ({ onFile, onSite }: DashboardProps): ReactNode => {
  const { words } = useLook();
  const { filter, view } = useAddress();
  const [helping, setHelping] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const wide = useMedia("(min-width: 1100px)");
  const closeHelp = useCallback(() => setHelping(false), []);

  useShortcut("?", () => setHelping(true));

  const again = JSON.stringify([filter, view]);
  const guarded = (part: ReactNode): ReactNode => (
    <Boundary title={words.page.crashed} body={words.page.crashedBody} again={again}>
      {part}
    </Boundary>
  );
  return (
    <>
      <a className="skip" href="#record">
        {words.page.skip}
      </a>
      <Header onHelp={() => setHelping(true)} onOpenFile={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
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
        {guarded(<ActiveFilters />)}
        <div className="page">
          <div className="page-main">
            {guarded(<TimelinePanel />)}
            {wide ? null : guarded(<RecordPanel wide={false} />)}
            {guarded(<MapPanel />)}
            {guarded(<OfficialsPanel />)}
            {guarded(<AgreementsPanel />)}
            {guarded(<CommitmentsPanel />)}
            {guarded(<MatrixPanel />)}
            {guarded(<StatisticsPanel />)}
          </div>
          {wide ? <div className="page-aside">{guarded(<RecordPanel wide />)}</div> : null}
        </div>
      </main>
      {guarded(<Printout />)}
      <Footer />
      <Help open={helping} onClose={closeHelp} />
      <DropFile onFile={onFile} />
      <Revision />
    </>
  );
};
