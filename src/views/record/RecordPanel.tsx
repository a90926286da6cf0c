import type { ReactNode } from "react";
import { useAddress } from "../state/address.tsx";
import { EventPanel } from "./EventPanel.tsx";
import { RecordList } from "./RecordList.tsx";
import "./record.css";

/** Beside the figures: the list of events that match, or the one that is open. */
export const RecordPanel = ({ wide }: { wide: boolean }): ReactNode => {
  const { view } = useAddress();
  if (!wide) {
    return (
      <>
        <RecordList />
        {view.event === null ? null : <EventPanel id={view.event} sheet />}
      </>
    );
  }
  return view.event === null ? <RecordList /> : <EventPanel id={view.event} sheet={false} />;
};
