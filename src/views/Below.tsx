import type { ReactNode } from "react";
import { loadShapes } from "#charts/map/load-shapes.ts";
import { AgreementsPanel } from "./figures/AgreementsPanel.tsx";
import { CommitmentsPanel } from "./figures/CommitmentsPanel.tsx";
import { MapPanel } from "./figures/MapPanel.tsx";
import { MatrixPanel } from "./figures/MatrixPanel.tsx";
import { OfficialsPanel } from "./figures/OfficialsPanel.tsx";
import { PartnersPanel } from "./figures/PartnersPanel.tsx";
import { StatisticsPanel } from "./figures/StatisticsPanel.tsx";
import { Printout } from "./page/Printout.tsx";
import { Revision } from "./state/Revision.tsx";

// Asked for with the panels: the map is drawn without land until it is there, and asks again itself where this fails.
loadShapes("far").catch(() => undefined);

/** The panels under the timeline, and the record written out for paper; each guarded so that one fault stays in it. */
export const Below = ({ guarded }: { guarded: (part: ReactNode) => ReactNode }): ReactNode => (
  <>
    {guarded(<MapPanel />)}
    {guarded(<OfficialsPanel />)}
    {guarded(<AgreementsPanel />)}
    {guarded(<CommitmentsPanel />)}
    {guarded(<PartnersPanel />)}
    {guarded(<MatrixPanel />)}
    {guarded(<StatisticsPanel />)}
    {guarded(<Printout />)}
    <Revision />
  </>
);
