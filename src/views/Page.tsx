import { type Query, useIsFetching } from "@tanstack/react-query";
import { memo, type ReactNode, useEffect, useState } from "react";
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
const useFirstAnswers = (answered: boolean): boolean => {
  const fetching = useIsFetching({ predicate: ofViews });
  const [here, setHere] = useState(answered);
  useEffect(() => {
    if (fetching > 0) return;
    // An answer may have led to another question, such as for names.
    const next = requestAnimationFrame(() => setHere(true));
    return () => cancelAnimationFrame(next);
  }, [fetching]);
  return here;
};

interface UnseenProps {
  readonly answered: boolean;
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}

/** Lays its children out unseen until the first answers are in: drawn empty they would grow under the reader's eyes. */
const Unseen = ({ answered, waiting, children }: UnseenProps): ReactNode => {
  const drawn = useFirstAnswers(answered);
  return (
    <>
      {drawn ? null : waiting}
      <div className={drawn ? "drawn" : "undrawn"} inert={!drawn}>
        {children}
      </div>
    </>
  );
};

/** The dashboard over an open record, with what its views share. How far a large one is read draws none of it again. */
export const Page = memo(
  ({ dataset, waiting, ...dashboard }: PageProps): ReactNode => (
    <Unseen answered={dataset.answered} waiting={waiting}>
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
  ),
);
