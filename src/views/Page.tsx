import { type Query, useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Dashboard, type DashboardProps } from "./Dashboard.tsx";
import { AddressProvider } from "./state/address.tsx";
import { type Dataset, DatasetProvider } from "./state/dataset.tsx";
import { LitProvider } from "./state/lit.tsx";
import { LookProvider } from "./state/look.tsx";

export interface PageProps extends DashboardProps {
  readonly dataset: Dataset;
  /** What is seen until there is something to see here. */
  readonly waiting: ReactNode;
}

const ofViews = ({ queryKey: [key, name] }: Query): boolean => key !== "record" && name !== "printout";

/** True once the questions that the page begins with have been answered. */
const useFirstAnswers = (): boolean => {
  const fetching = useIsFetching({ predicate: ofViews });
  const begun = useRef(false);
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (fetching > 0) begun.current = true;
    if (fetching > 0 || !begun.current) return;
    // An answer may have led to another question, such as for names.
    const next = requestAnimationFrame(() => setHere(true));
    return () => cancelAnimationFrame(next);
  }, [fetching]);
  return here;
};

/** Lays its children out unseen until the first answers are in: drawn empty they would grow under the reader's eyes. */
const Unseen = ({ waiting, children }: { waiting: ReactNode; children: ReactNode }): ReactNode => {
  const drawn = useFirstAnswers();
  return (
    <>
      {drawn ? null : waiting}
      <div className={drawn ? "drawn" : "undrawn"} inert={!drawn}>
        {children}
      </div>
    </>
  );
};

/** The dashboard over an open record, with what its views share. */
export const Page = ({ dataset, waiting, ...dashboard }: PageProps): ReactNode => (
  <Unseen waiting={waiting}>
    <DatasetProvider dataset={dataset}>
      <AddressProvider>
        <LookProvider>
          <LitProvider>
            <Dashboard {...dashboard} />
          </LitProvider>
        </LookProvider>
      </AddressProvider>
    </DatasetProvider>
  </Unseen>
);
