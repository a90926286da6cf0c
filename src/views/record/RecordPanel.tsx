import { lazy, type ReactNode, Suspense } from "react";
import { Skeleton } from "#ui/Skeleton.tsx";
import { useAddress } from "../state/address.tsx";
import { RecordList } from "./RecordList.tsx";
import "./record.css";

const EventPanel = lazy(() => import("./EventPanel.tsx"));

/** Beside the figures: the list of events that match, or the one that is open. */
export const RecordPanel = ({ wide }: { wide: boolean }): ReactNode => {
  const { view } = useAddress();
  if (!wide) {
    return (
      <>
        <RecordList wide={false} />
        {view.event === null ? null : (
          <Suspense>
            <EventPanel id={view.event} sheet />
          </Suspense>
        )}
      </>
    );
  }
  if (view.event === null) return <RecordList wide />;
  return (
    <Suspense fallback={<Skeleton height={480} />}>
      <EventPanel id={view.event} sheet={false} />
    </Suspense>
  );
};
