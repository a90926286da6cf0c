import type { ReactNode } from "react";
import { Dashboard, type DashboardProps } from "./Dashboard.tsx";
import { AddressProvider } from "./state/address.tsx";
import { type Dataset, DatasetProvider } from "./state/dataset.tsx";
import { LitProvider } from "./state/lit.tsx";
import { LookProvider } from "./state/look.tsx";

/** The dashboard over an open record, with what its views share. */
export const Page = ({ dataset, ...dashboard }: DashboardProps & { readonly dataset: Dataset }): ReactNode => (
  <DatasetProvider dataset={dataset}>
    <AddressProvider>
      <LookProvider>
        <LitProvider>
          <Dashboard {...dashboard} />
        </LitProvider>
      </LookProvider>
    </AddressProvider>
  </DatasetProvider>
);
