import { type ReactNode, useState } from "react";
import { Dashboard } from "#views/Dashboard.tsx";
import { AddressProvider } from "#views/state/address.tsx";
import { DatasetProvider } from "#views/state/dataset.tsx";
import { LitProvider } from "#views/state/lit.tsx";
import { LookProvider } from "#views/state/look.tsx";
import { Opening } from "./Opening.tsx";
import { useRecord } from "./record.ts";

/** The dashboard over whichever record is open, or what stands in its way. */
export const App = (): ReactNode => {
  const [file, setFile] = useState<File | null>(null);
  const record = useRecord(file);
  if (record.state !== "open") {
    return <Opening record={record} onFile={setFile} onSite={() => setFile(null)} />;
  }
  return (
    <DatasetProvider dataset={record.dataset} key={record.dataset.key}>
      <AddressProvider>
        <LookProvider>
          <LitProvider>
            <Dashboard onFile={setFile} onSite={() => setFile(null)} />
          </LitProvider>
        </LookProvider>
      </AddressProvider>
    </DatasetProvider>
  );
};
